import assert from 'node:assert/strict';
import fc from 'fast-check';
import { makeCellReader, readCell } from '../../../functions/domain/cells/read-cell.ts';
import { isBlank } from '../../../functions/domain/text.ts';
import * as cells from '../../../schemas/cells.ts';
import { ACTIVITY_KINDS, PLATFORMS } from '../../../schemas/choice-lists.ts';
import { variantOf } from '../../../schemas/rulebook.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { contextOf } from './reading-table.ts';

const KINDS: readonly cells.Cell[] = [
  cells.text(),
  cells.date(),
  cells.count('người'),
  cells.money(),
  cells.year(),
  cells.choice(ACTIVITY_KINDS),
  cells.choices(PLATFORMS),
  cells.commune(),
  cells.village(),
  cells.personName(),
  cells.phone(),
  cells.decisionNumber(),
  cells.zaloLink(),
  cells.link(),
  cells.checkbox(),
];

const anyCell: fc.Arbitrary<CellValue> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.double(),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'0123456789 /.-,:;()ngàythámđồxãÐ§¹\u00ad\n=@+&oivaạ#"!') }),
);

/** What people type that is understood: right values with other spaces, case, signs and words around them. */
const untidy: fc.Arbitrary<CellValue> = fc
  .tuple(
    fc.constantFrom('', ' ', '- ', '+ ', '1. ', 'Ông ', '\u00a0', 'ngày ', 'x. ', 'số '),
    fc.constantFrom(
      '5/6/2022',
      '05-06-22',
      'tuyên truyền',
      'TẬP HUẤN',
      'zalo; vneid',
      'vĩnh hoà',
      'Hồ Xá',
      'thôn  cổ mỹ',
      'kp 3',
      '45 / qđ-ubnd',
      'Nguyễn Văn  Mẫu',
      '0900.000.001',
      '900000001',
      '1.250',
      '25',
      '44.713',
      '1980',
      'www.zalo.me/g/TSRSFM261',
      'vinhlinh.quangtri.gov.vn/tin',
      'có',
      'x',
    ),
    fc.constantFrom('', ' ', '.', ' người', ' lượt', ' đồng', ';', '\n', ' (Zalo)'),
  )
  .map((parts) => parts.join(''));

describe('every kind of cell', () => {
  it('gives a value of its type, or null, for whatever is typed', () => {
    fc.assert(
      fc.property(anyCell, fc.constantFrom(...KINDS), (typed, cell) => {
        const { value } = readCell(typed, cell, contextOf());
        if (value === null) return;
        assert.ok(cell.type.safeParse(value).success, `${cell.kind}: ${JSON.stringify(value)}`);
      }),
      { numRuns: 5000 },
    );
  });

  it('a replacement is safe: read again it gives the same value and leaves nothing to say', () => {
    let replaced = 0;
    fc.assert(
      fc.property(fc.oneof(anyCell, untidy), fc.constantFrom(...KINDS), (typed, cell) => {
        const { value, issues } = readCell(typed, cell, contextOf());
        for (const { rule, variant, replacement } of issues) {
          if (replacement === undefined) continue;
          replaced += 1;
          assert.equal(variantOf(rule, variant).mechanical, true, `${rule}/${variant}`);
          const again = readCell(replacement, cell, contextOf());
          assert.deepEqual(
            again,
            { original: replacement, value, issues: [] },
            `${cell.kind} ${JSON.stringify(typed)}`,
          );
          if (typeof replacement === 'string') assert.doesNotMatch(replacement, /^[=+\-@\t\r]/);
        }
      }),
      { numRuns: 5000 },
    );
    assert.ok(replaced > 250, `${replaced} replacements`);
  });

  it('says why when a value that is no blank gives none, and says only what the rulebook knows', () => {
    fc.assert(
      fc.property(anyCell, fc.constantFrom(...KINDS), (typed, cell) => {
        const { value, issues } = readCell(typed, cell, contextOf());
        for (const { rule, variant } of issues) assert.ok(variantOf(rule, variant));
        if (value === null && issues.length === 0) assert.ok(isBlank(typed), JSON.stringify(typed));
      }),
      { numRuns: 5000 },
    );
  });

  for (const cell of KINDS) {
    it(`${cell.kind}: a blank is ${cell.kind === 'checkbox' ? 'false' : 'null'}, and nothing is said`, () => {
      for (const blank of [null, '', ' ', '\n', '\u00a0\u200b']) {
        const { value, issues } = readCell(blank, cell, contextOf());
        assert.equal(value, cell.kind === 'checkbox' ? false : null);
        assert.deepEqual(issues, []);
      }
    });
  }
});

describe('the reader that remembers', () => {
  it('reads a repeated cell once', () => {
    const read = makeCellReader(contextOf());
    const commune = cells.commune();
    assert.equal(read('X. Vĩnh Hoà', commune), read('X. Vĩnh Hoà', commune));
  });

  it('tells equal texts of different columns apart', () => {
    const read = makeCellReader(contextOf());
    assert.equal(read('1', cells.count()).value, 1);
    assert.equal(read('1', cells.checkbox()).value, true);
    assert.equal(read(1, cells.count()).original, 1);
  });

  it('reads on rightly after more cells than it remembers', () => {
    const read = makeCellReader(contextOf());
    const count = cells.count();
    for (let number = 0; number < 20_001; number += 1) read(number, count);
    assert.equal(read(7, count).value, 7);
    assert.equal(read('7 người', count).value, 7);
  });

  it('agrees with reading each cell anew', () => {
    const read = makeCellReader(contextOf());
    fc.assert(
      fc.property(anyCell, fc.constantFrom(...KINDS), (typed, cell) => {
        assert.deepEqual(read(typed, cell), readCell(typed, cell, contextOf()));
      }),
    );
  });
});
