import assert from 'node:assert/strict';
import fc from 'fast-check';
import { makePacker } from '../../../apps-script/bundle/pack.ts';
import { asText } from '../../../apps-script/bundle/packed-data.ts';
import { unpack } from '../../../apps-script/unpack.ts';
import { utilities } from '../../../local/script/utilities.ts';
import { PlainDate } from '../../../schemas/calendar.ts';

const pack = (isLeftOut: (place: string) => boolean, ...values: readonly unknown[]) => {
  const packer = makePacker(isLeftOut);
  for (const [index, value] of values.entries()) packer.add(value, `v${index}`);
  return packer.text();
};
const packAll = (...values: readonly unknown[]) => pack(() => false, ...values);
const unpackText = (text: string) => unpack(utilities, asText(text));
const FRUIT = { id: 'fruit', choices: ['Cam', 'Chuối\nsứ'] };

describe('packed values', () => {
  const VALUES: readonly unknown[] = [
    null,
    true,
    0,
    -1.5,
    '',
    'Tổ «số» 1',
    [],
    [1, [null]],
    { a: { b: ['c'] } },
    FRUIT,
  ];
  for (const value of VALUES) {
    it(`gives back ${JSON.stringify(value)}`, () => assert.deepEqual(unpackText(packAll(value)), [value]));
  }

  it('gives back whatever text there is', () => {
    const letter = fc.oneof(fc.constantFrom(...'aàảĐđệổ«»–\n"\\'), fc.string({ unit: 'grapheme', maxLength: 1 }));
    const texts = fc.array(fc.string({ unit: letter }), { minLength: 1, maxLength: 40 });
    fc.assert(fc.property(texts, (given) => assert.deepEqual(unpackText(packAll(given)), [given])));
  });

  it('gives back the same object wherever it stood', () => {
    const [fruit, column, both] = unpackText(packAll(FRUIT, { list: FRUIT }, [FRUIT, FRUIT])) as [
      object,
      { list: object },
      object[],
    ];
    assert.deepEqual(fruit, FRUIT);
    assert.equal(column.list, fruit);
    assert.ok(both.length === 2 && both.every((one) => one === fruit));
  });

  it('writes an object once', () => {
    assert.equal(packAll(FRUIT, { list: FRUIT }).split('\n')[1], '{"list":{"=":0}}');
  });

  it('leaves out types of Zod, and what it is told to by place', () => {
    const value = { cell: { kind: 'date', type: PlainDate }, width: 3, inner: { width: 4 } };
    assert.deepEqual(unpackText(pack((place) => place === 'v0.width', value)), [
      { cell: { kind: 'date' }, inner: { width: 4 } },
    ]);
  });

  const REFUSED: readonly (readonly [what: string, value: unknown])[] = [
    ['a function', () => 1],
    ['nothing', undefined],
    ['a map', new Map()],
    ['a date', new Date(0)],
    ['a pattern', /x/],
    ['no number', Number.NaN],
    ['the key of a reference', { '=': 1 }],
  ];
  for (const [what, value] of REFUSED) {
    it(`refuses ${what}, and says where`, () => {
      assert.throws(() => packAll({ a: [value] }), /^Error: v0\.a\[0\] is no plain value and cannot be packed\.$/);
    });
  }

  it('does not open what was damaged, and says so to staff', () => {
    const { text, ...rest } = asText(packAll(FRUIT));
    const damaged = `${text.slice(0, 40)}${text[40] === 'x' ? 'y' : 'x'}${text.slice(41)}`;
    assert.throws(
      () => unpack(utilities, { text: damaged, ...rest }),
      /Chương trình kiểm tra trong bảng tính bị hỏng\. Vui lòng báo Sở/,
    );
  });
});
