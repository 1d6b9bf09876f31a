import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withoutConstants } from '../../../apps-script/bundle/constants.ts';

const READERS = join(import.meta.dirname, '..', '..', '..', 'functions', 'domain', 'cells');
const LONG = '(?:thôn|bản|khu phố|tổ dân phố|làng|xóm|khối)';
const SENTENCE = 'Báo cáo chưa gửi được: vẫn còn điều cần sửa.';

const taken = (source: string) => {
  const kept: (string | readonly [string, string])[] = [];
  const rest = withoutConstants(source, (value) => kept.push(value) - 1);
  return { rest, kept };
};

describe('long constants packed for the script', () => {
  const PATTERNS: readonly (readonly [source: string, rest: string, pattern: readonly [string, string]])[] = [
    [`const A = /^${LONG}$/iu;`, 'const A = /* @__PURE__ */ packedPattern(0);', [`^${LONG}$`, 'iu']],
    [`export const A =\n  /${LONG}/;`, 'export const A = /* @__PURE__ */ packedPattern(0);', [LONG, '']],
    [
      `const A = /${LONG}\\/\\d+[/\\\\]/g;`,
      'const A = /* @__PURE__ */ packedPattern(0);',
      [`${LONG}\\/\\d+[/\\\\]`, 'g'],
    ],
  ];
  for (const [source, rest, pattern] of PATTERNS) {
    it(`take ${source}`, () => assert.deepEqual(taken(source), { rest, kept: [pattern] }));
  }

  for (const source of [`const A = '${SENTENCE}';`, `const A =\n  '${SENTENCE}';`]) {
    it(`take ${source}`, () => {
      assert.deepEqual(taken(source), { rest: 'const A = /* @__PURE__ */ packedLine(0);', kept: [SENTENCE] });
    });
  }

  const LEFT: readonly string[] = [
    'const A = /^(?:thôn|bản)$/iu;',
    "const A = 'Đã sửa.';",
    `const A = /${LONG}/.test(b) ? /x/ : /y/;`,
    `const A = /${LONG}/g || /${LONG}/z;`,
    `const A = b / 2; // ${LONG} /g;`,
    `const A = /${LONG}/gi.source;`,
    `const A = '${SENTENCE}' + '';`,
    `const A = '${SENTENCE}\\n';`,
    `const A = ['${SENTENCE}'];`,
    `  const A = /${LONG}/;`,
    `let a = '${SENTENCE}';`,
  ];
  for (const source of LEFT) {
    it(`leave ${source}`, () => assert.deepEqual(taken(source), { rest: source, kept: [] }));
  }

  it('are not taken out of a module that has a name of theirs', () => {
    assert.throws(() => taken('const packedLine = 1;'), /packedLine and packedPattern are names of the packed data/);
  });

  it('are what the readers have, word for word', () => {
    const found = readdirSync(READERS).flatMap((file) => {
      const source = readFileSync(join(READERS, file), 'utf8');
      return taken(source).kept.map((kept) =>
        source.includes(typeof kept === 'string' ? ` '${kept}';\n` : ` /${kept.join('/')};\n`),
      );
    });
    assert.ok(found.length > 50 && found.every((isThere) => isThere), `${found.length}`);
  });
});
