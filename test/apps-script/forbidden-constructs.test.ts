import assert from 'node:assert/strict';
import { forbiddenIn } from '../../apps-script/forbidden-constructs.ts';

const IN_BUNDLE: readonly (readonly [code: string, names: readonly string[]])[] = [
  ['let a=new URL("x")', ['new URL']],
  ['try{new   URL(b)}catch{}', ['new URL']],
  ['x=atob(y)', ['atob']],
  ['x=btoa (y)', ['atob']],
  ['fetch(y)', ['fetch']],
  ['UrlFetchApp.fetch(y)', []],
  ['prefetch(y)', []],
  ['setTimeout(f,1)', ['timer']],
  ['setInterval(f,1);queueMicrotask(g)', ['timer', 'timer']],
  ['import("./x.js")', ['import()']],
  ['import{a}from"./x.js"', ['import or export']],
  ['export default 1', ['import or export']],
  ['let important=1', []],
  ['await x', ['top-level await']],
  ['class A{static x=1}', ['static field']],
  ['class A{static #x;}', ['static field']],
  ['class A{static{A.x=1}}', ['static block']],
  ['class A{static x(){}}', []],
  ['class A{#x;y(){return this.#x}}', ['private name']],
  ['new TextEncoder()', ['missing global']],
  ['structuredClone(x)', ['missing global']],
  ['/(?<=a)b(?<!c)/u', []],
  ['"Vui lòng ghi địa chỉ https://zalo.me/g/…"', []],
];

const IN_SOURCE: readonly (readonly [code: string, names: readonly string[]])[] = [
  ['PlainDate.safeParse(text)', ['parse']],
  ['z.string()\n  .parse(text)', ['parse']],
  ['await Row.safeParseAsync(row)', ['parse']],
  ['Row.decode(row)', ['parse']],
  ['JSON.parse(text)', []],
  ['Date.parse(text)', []],
  ['z.string().check(z.regex(/x/))', []],
  ['parseDateText(text)', []],
];

const names = (found: readonly string[]): string[] => found.map((text) => text.split(': ')[0] ?? '');

describe('constructs that Apps Script lacks', () => {
  for (const [code, expected] of IN_BUNDLE) {
    it(`bundle: ${code} → ${expected.join(', ') || 'nothing'}`, () =>
      assert.deepEqual(names(forbiddenIn(code)), expected));
  }

  for (const [code, expected] of IN_SOURCE) {
    it(`source: ${code} → ${expected.join(', ') || 'nothing'}`, () => {
      assert.deepEqual(names(forbiddenIn(code, 'source')), expected);
    });
  }

  it('says what, why and where', () => {
    assert.deepEqual(forbiddenIn('let a;\nlet b=setTimeout(a,1)'), [
      'timer: Apps Script runs to its end without an event loop; line 2: …let a; let b=setTimeout(a,1)…',
    ]);
  });
});
