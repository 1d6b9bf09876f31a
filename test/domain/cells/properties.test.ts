/** What every reader promises, whatever people type. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readCell } from '../../../functions/domain/cells/read-cell.ts';
import type { Reading } from '../../../functions/domain/cells/reading.ts';
import { formatDate, type PlainDate } from '../../../schemas/calendar.ts';
import {
  type Cell,
  checkbox,
  choice,
  choices,
  commune,
  count,
  date,
  decisionNumber,
  link,
  money,
  personName,
  phone,
  text,
  village,
  year,
  zaloLink,
} from '../../../schemas/cells.ts';
import { type ChoiceList, PLATFORMS, ROLES } from '../../../schemas/choice-lists.ts';
import { ruleOf, variantOf } from '../../../schemas/rulebook.ts';
import { unitsWithCommunes } from '../../../schemas/units.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { contextOf } from './reading-table.ts';

const KINDS: Readonly<Record<Cell['kind'] | 'money', Cell>> = {
  text: text(),
  date: date({ past: false }),
  count: count('người', 'lượt', 'lượt người'),
  money: money(),
  year: year(),
  choice: choice(ROLES),
  choices: choices(PLATFORMS),
  commune: commune(),
  village: village(),
  personName: personName(),
  phone: phone(),
  decisionNumber: decisionNumber(),
  zaloLink: zaloLink(),
  link: link(),
  checkbox: checkbox(),
};

/** Pieces that staff's cells are made of, put together in any order. */
const PIECES =
  'Xã |xã Vĩnh Hoà|TT.|Hồ Xá|Phường |1|01|Thôn |KP|Bản Tân Đi |cũ|(|)|, |; |/|-|–|. |.|:|\n|  |Tổ trưởng|Tổ phó|Thành viên|Nguyễn Thị |Hoà|Lê Văn Bình|Ông |Đ/c |0905 123 456|+84|0169|5/6/2022|ngày 5 tháng 6 năm 2022|thg 6|20220605|44717|44717.5|45/QĐ-UBND|QĐ số |25|1.250|1,5| triệu| rưỡi| chục| nghìn| người|khoảng |hai mươi lăm|không|nt|"|-|VNeID|Zalo|https://zalo.me/g/tsrsfm261|https://a.vn|=|@|#REF!|H­íng dÉn|Trieäu Ñaïi|x|TRUE|%|\u00a0|\u200b|\u00ad'.split(
    '|',
  );
const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((parts) => parts.join(''));
const anyValue: fc.Arbitrary<CellValue> = fc.oneof(
  pieces,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.double(),
  fc.integer({ min: -100, max: 60_000 }),
  fc.boolean(),
  fc.constant(null),
);

const read = (typed: CellValue, kind: keyof typeof KINDS): Reading<unknown> =>
  readCell(typed, KINDS[kind], contextOf());

const issuesOf = (reading: Reading<unknown>): string =>
  reading.issues.map(({ rule, variant, suggestion }) => `${rule}/${variant}/${suggestion ?? ''}`).join(' ');

const labelOf = (list: ChoiceList, value: unknown): string =>
  list.choices.find((entry) => entry.value === value)?.label ?? '';

/** What one would type to mean a value: the way we write it ourselves. */
function writtenAs(kind: keyof typeof KINDS, value: unknown): CellValue {
  switch (kind) {
    case 'date':
      return formatDate(value as PlainDate);
    case 'choice':
      return labelOf(ROLES, value);
    case 'choices':
      return (value as string[]).map((entry) => labelOf(PLATFORMS, entry)).join(', ');
    default:
      return value as CellValue;
  }
}

for (const kind of Object.keys(KINDS) as (keyof typeof KINDS)[]) {
  describe(`any cell read as ${kind}`, () => {
    it('gives a reading: a value or a reason, said in words that the rulebook has', () => {
      fc.assert(
        fc.property(anyValue, (typed) => {
          const reading = read(typed, kind);
          assert.equal(Object.is(reading.original, typed), true);
          for (const { rule, variant } of reading.issues) assert.ok(variantOf(rule, variant));
          const errors = reading.issues.filter(({ rule, variant }) => variantOf(rule, variant).severity === 'error');
          // `team.zalo-link` is a warning without a value: the row counts, the link does not.
          if (errors.length > 0) assert.equal(reading.value, null, ruleOf(errors[0]?.rule ?? '').id);
        }),
        { numRuns: 400 },
      );
    });

    it('reads composed and decomposed text alike', () => {
      fc.assert(
        fc.property(fc.oneof(pieces, fc.string({ unit: 'grapheme' })), (typed) => {
          const composed = read(typed.normalize('NFC'), kind);
          const decomposed = read(typed.normalize('NFD'), kind);
          assert.deepEqual(decomposed.value, composed.value);
        }),
        { numRuns: 400 },
      );
    });

    it('reads its own value as the same value, and does not refuse it', () => {
      fc.assert(
        fc.property(anyValue, (typed) => {
          const { value } = read(typed, kind);
          if (value === null || (Array.isArray(value) && value.length === 0)) return;
          const again = read(writtenAs(kind, value), kind);
          assert.deepEqual(again.value, value, issuesOf(again));
        }),
        { numRuns: 800 },
      );
    });
  });
}

describe('what comes to light when something was taken off', () => {
  const FOUND = [
    [')\n-Xã ', 'village', 'Xã'],
    ['; Xã xã Vĩnh Hoà', 'village', 'Xã'],
    ["+'Thôn Cổ Mỹ", 'village', 'Thôn Cổ Mỹ'],
    ['\u00adH\u00adíng dÉn( chục', 'personName', null],
    ['.Ông Lê Văn Bình', 'personName', 'Lê Văn Bình'],
    ['25ngày 5 tháng 6 năm 2022\nXã ', 'decisionNumber', '25/QĐ-UBND'],
    ["+'+", 'link', '+'],
  ] as const;
  for (const [typed, kind, value] of FOUND)
    it(`${JSON.stringify(typed)} as ${kind} is ${value}`, () => {
      const reading = read(typed, kind);
      assert.equal(reading.value, value);
      assert.notEqual(issuesOf(reading), '');
    });
});

describe('communes of any district', () => {
  it('never throw and never lie outside the district', () => {
    fc.assert(
      fc.property(anyValue, fc.constantFrom(...unitsWithCommunes()), (typed, unit) => {
        const { value } = readCell(typed, commune(), { ...contextOf(), unit });
        assert.ok(value === null || unit.communes.some(({ code }) => code === value));
      }),
      { numRuns: 1500 },
    );
  });
});
