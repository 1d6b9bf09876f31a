/** One cell as `spreadsheets.get` prints it. Only what the mask selects is computed. */
import type { CellReader } from './cell-reader.ts';
import { below, type MaskTree, project } from './field-mask.ts';
import type { Json, JsonObject } from './json.ts';
import type { CellData, Sheet } from './model.ts';

type Compute = (reader: CellReader, sheet: Sheet, cell: CellData) => Json | undefined;

const json = (value: unknown): Json | undefined => value as Json | undefined;

const FIELDS: readonly (readonly [string, Compute])[] = [
  ['userEnteredValue', (_, __, cell) => json(cell.userEnteredValue)],
  ['effectiveValue', (reader, sheet, cell) => json(reader.effective(sheet, cell))],
  ['formattedValue', (reader, sheet, cell) => reader.formatted(sheet, cell)],
  ['userEnteredFormat', (_, __, cell) => cell.userEnteredFormat],
  ['effectiveFormat', (reader, sheet, cell) => reader.effectiveFormat(sheet, cell)],
  ['hyperlink', (reader, sheet, cell) => reader.hyperlink(sheet, cell)],
  ['note', (_, __, cell) => cell.note],
  ['textFormatRuns', (_, __, cell) => json(cell.textFormatRuns)],
  ['dataValidation', (_, __, cell) => cell.dataValidation],
];

/** Makes the printer of cells for one mask. */
export function cellPrinter(reader: CellReader, mask: MaskTree): (sheet: Sheet, cell: CellData) => JsonObject {
  const wanted = FIELDS.flatMap(([field, compute]) => {
    const sub = below(mask, field);
    return sub === null ? [] : [{ field, compute, sub }];
  });
  return (sheet, cell) => {
    const printed: JsonObject = {};
    for (const { field, compute, sub } of wanted) {
      const value = compute(reader, sheet, cell);
      if (value !== undefined) printed[field] = project(value, sub);
    }
    return printed;
  };
}
