/** Tables for the readers: what was typed, the value, what is said about it, and the value suggested. */
import assert from 'node:assert/strict';
import type { Reading, ReadingContext } from '../../../functions/domain/cells/reading.ts';
import type { PlainDate } from '../../../schemas/calendar.ts';
import { findUnit } from '../../../schemas/units.ts';
import type { CellValue } from '../../../schemas/workbook.ts';

/** `says` is `rule/variant`, several joined by a space; nothing when the cell is simply accepted. */
export type TableRow = readonly [
  typed: CellValue,
  value: unknown,
  says?: string,
  suggestion?: string | number | undefined,
];

/** A reader at work in one unit on 25/06/2022. */
export function contextOf(unitId = '2022:464'): ReadingContext {
  const unit = findUnit(unitId);
  assert.ok(unit, unitId);
  return { unit, today: '2022-06-25' as PlainDate, near: '2022-06-25' as PlainDate };
}

export type Read = (typed: CellValue) => Reading<unknown>;

/** One test a row; expected values are literal. */
export function readsAs(read: Read, rows: readonly TableRow[]): void {
  for (const [typed, value, says = '', suggestion] of rows) {
    it(`${JSON.stringify(typed)} → ${JSON.stringify(value)}${says && `, ${says}`}`, () => {
      const reading = read(typed);
      assert.deepEqual(
        {
          original: reading.original,
          value: reading.value,
          says: reading.issues.map(({ rule, variant }) => `${rule}/${variant}`).join(' '),
          suggestion: reading.issues[0]?.suggestion,
        },
        { original: typed, value, says, suggestion },
      );
    });
  }
}

/** What the first issue carries for its sentence. */
export function detailsOf(reading: Reading<unknown>): unknown {
  return reading.issues[0]?.details;
}

/** All that the issues may put into words; a replacement goes into the cell itself only. */
export function sentencesOf({ issues }: Reading<unknown>): string {
  return JSON.stringify(issues.map(({ replacement: _, ...said }) => said));
}
