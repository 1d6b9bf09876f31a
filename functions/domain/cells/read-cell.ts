/** Any cell of a staff tab → its value and what is to be said about it. The one entrance to the readers of this folder. */
import type { Cell } from '../../../schemas/cells.ts';
import type { Issue } from '../../../schemas/rule.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { readCheckbox } from './checkbox.ts';
import { readChoice } from './choice.ts';
import { readChoices } from './choices.ts';
import { readCommune } from './commune.ts';
import { readCount } from './count.ts';
import { readDate } from './date.ts';
import { readDecisionNumber } from './decision-number.ts';
import { readLink } from './link.ts';
import { readPersonName } from './person-name.ts';
import { readPhone } from './phone.ts';
import type { Reading, ReadingContext } from './reading.ts';
import { readText } from './text.ts';
import { readVillage } from './village.ts';
import { readYear } from './year.ts';
import { readZaloLink } from './zalo-link.ts';

/** A blank reads as null (a check box as false) without an issue: whether the cell is required is not asked here. */
export function readCell(original: CellValue, cell: Cell, context: ReadingContext): Reading<unknown> {
  const reading = readToTheEnd(original, cell, context);
  if (reading.issues.length === 0) return reading;
  const issues = reading.issues.map((found) =>
    found.replacement === undefined || isSafe(found.replacement, reading.value, cell, context) ? found : without(found),
  );
  return { ...reading, issues };
}

/** Kinds whose value is written as it is read: what was taken out of a longer text is held to the same as the text was. */
const WRITTEN_AS_READ: ReadonlySet<Cell['kind']> = new Set(['text', 'village', 'personName', 'decisionNumber', 'link']);
/** Each reading takes something off, or refuses. */
const MAX_READINGS = 5;

/** Behind a bracket a formula, another encoding or a second prefix may come to light: `) -Xã`, `; Xã xã Vĩnh Hòa`. */
function readToTheEnd(original: CellValue, cell: Cell, context: ReadingContext): Reading<unknown> {
  let reading = readKind(original, cell, context);
  if (!WRITTEN_AS_READ.has(cell.kind)) return reading;
  for (let count = 1; count < MAX_READINGS; count += 1) {
    const { value } = reading;
    if (typeof value !== 'string' || value === original) break;
    const again = readKind(value, cell, context);
    if (again.value === value) break;
    reading = { ...again, original };
  }
  return reading;
}

/** What a spreadsheet program could take for a formula. */
const MAY_BE_FORMULA = /^[=+\-@\t\r]/;

/** Whether the replacement reads as the same value in silence; `44.713 lượt` without its unit would be asked about. */
function isSafe(replacement: CellValue, value: unknown, cell: Cell, context: ReadingContext): boolean {
  if (typeof replacement === 'string' && MAY_BE_FORMULA.test(replacement)) return false;
  const again = readKind(replacement, cell, context);
  return again.issues.length === 0 && JSON.stringify(again.value) === JSON.stringify(value);
}

function without({ replacement: _, ...rest }: Issue): Issue {
  return rest;
}

function readKind(original: CellValue, cell: Cell, context: ReadingContext): Reading<unknown> {
  switch (cell.kind) {
    case 'text':
      return readText(original, cell, context);
    case 'date':
      return readDate(original, cell, context);
    case 'count':
      return readCount(original, cell, context);
    case 'year':
      return readYear(original, cell, context);
    case 'choice':
      return readChoice(original, cell, context);
    case 'choices':
      return readChoices(original, cell, context);
    case 'commune':
      return readCommune(original, cell, context);
    case 'village':
      return readVillage(original, cell, context);
    case 'personName':
      return readPersonName(original, cell, context);
    case 'phone':
      return readPhone(original, cell, context);
    case 'decisionNumber':
      return readDecisionNumber(original, cell, context);
    case 'zaloLink':
      return readZaloLink(original, cell, context);
    case 'link':
      return readLink(original, cell, context);
    case 'checkbox':
      return readCheckbox(original, cell, context);
  }
}

/** Readings kept at most; at about 200 bytes each they weigh 4 MB. */
const MAX_REMEMBERED = 20_000;

/** Kinds whose cells repeat from row to row. Free text, names and phones rarely do, and names are not kept around. */
const REPEATING: ReadonlySet<Cell['kind']> = new Set([
  'date',
  'count',
  'year',
  'choice',
  'choices',
  'commune',
  'village',
  'decisionNumber',
  'checkbox',
]);

/** Reads the cells of one column. */
export type ColumnReader = (original: CellValue) => Reading<unknown>;

export interface CellReader {
  (original: CellValue, cell: Cell): Reading<unknown>;
  /** The reader of a column, found once for all of its rows. */
  readonly of: (cell: Cell) => ColumnReader;
}

/** What a reader remembers, by column; all of it is dropped when it has grown too big. */
interface Memory {
  readonly columns: Map<CellValue, Reading<unknown>>[];
  size: number;
}

function forgetWhenFull(memory: Memory): void {
  if (memory.size < MAX_REMEMBERED) return;
  for (const column of memory.columns) column.clear();
  memory.size = 0;
}

function makeColumnReader(cell: Cell, context: ReadingContext, memory: Memory): ColumnReader {
  const blank = readCell(null, cell, context);
  if (!REPEATING.has(cell.kind)) {
    return (original) => (original === null ? blank : readCell(original, cell, context));
  }
  const readings = new Map<CellValue, Reading<unknown>>();
  memory.columns.push(readings);
  return (original) => {
    if (original === null) return blank;
    const known = readings.get(original);
    if (known !== undefined) return known;
    forgetWhenFull(memory);
    const reading = readCell(original, cell, context);
    readings.set(original, reading);
    memory.size += 1;
    return reading;
  };
}

/**
 * A reader for one workbook and run that remembers what it has read: thousands of rows share a few communes, days and
 * choices, and normalising their text is most of the work.
 */
export function makeCellReader(context: ReadingContext): CellReader {
  const memory: Memory = { columns: [], size: 0 };
  const readers = new Map<Cell, ColumnReader>();
  const of = (cell: Cell): ColumnReader => {
    const known = readers.get(cell);
    if (known !== undefined) return known;
    const reader = makeColumnReader(cell, context, memory);
    readers.set(cell, reader);
    return reader;
  };
  return Object.assign((original: CellValue, cell: Cell) => of(cell)(original), { of });
}
