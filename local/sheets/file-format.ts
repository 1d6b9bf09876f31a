/**
 * A workbook as bytes: Google's Spreadsheet resource with two fields of ours. `driveFile`, what Drive knows, is on a
 * line of its own at the top, so that files are listed without reading workbooks. `shared` holds cell formats and
 * validations, each once under a key made of its content: a drop-down on a thousand rows would otherwise be written a
 * thousand times, and a workbook would take 50 MB instead of 2.
 */
import { createHash } from 'node:crypto';
import type { JsonObject } from './json.ts';
import type { CellData, DriveFile, RowData, Sheet, Spreadsheet, Workbook } from './model.ts';

type SharedParts = Map<string, object>;
interface RowBytes {
  readonly bytes: Buffer;
  readonly parts: SharedParts;
}

const KEY_LENGTH = 12;
const keys = new WeakMap<object, string>();
const rows = new WeakMap<RowData, RowBytes>();

/** Formats and validations are never changed in place, so a key is made once for each. */
function keyOf(part: object): string {
  const known = keys.get(part);
  if (known) return known;
  const key = createHash('sha256').update(JSON.stringify(part)).digest('base64url').slice(0, KEY_LENGTH);
  keys.set(part, key);
  return key;
}

function storedCell(cell: CellData, parts: SharedParts): JsonObject {
  const { userEnteredFormat, dataValidation, ...rest } = cell;
  const stored = rest as unknown as JsonObject;
  if (userEnteredFormat) {
    stored.userEnteredFormat = keyOf(userEnteredFormat);
    parts.set(stored.userEnteredFormat, userEnteredFormat);
  }
  if (dataValidation) {
    stored.dataValidation = keyOf(dataValidation);
    parts.set(stored.dataValidation, dataValidation);
  }
  return stored;
}

/** Rows are never changed in place, so their bytes are made once. */
function bytesOfRow(row: RowData): RowBytes {
  const known = rows.get(row);
  if (known) return known;
  const parts: SharedParts = new Map();
  const values = row.values?.map((cell) => storedCell(cell, parts));
  const made = { bytes: Buffer.from(JSON.stringify(values ? { values } : {})), parts };
  rows.set(row, made);
  return made;
}

const NEXT = Buffer.from(',\n');

function bytesOfSheet({ data: [grid], ...sheet }: Sheet, parts: SharedParts): Buffer[] {
  const { rowData, ...dimensions } = grid;
  const head = `${JSON.stringify(sheet).slice(0, -1)},"data":[${JSON.stringify(dimensions).slice(0, -1)},"rowData":[\n`;
  const chunks: Buffer[] = [Buffer.from(head)];
  for (const [index, row] of rowData.entries()) {
    const made = bytesOfRow(row);
    for (const [key, part] of made.parts) parts.set(key, part);
    if (index > 0) chunks.push(NEXT);
    chunks.push(made.bytes);
  }
  return [...chunks, Buffer.from(']}]}')];
}

export function bytesOfWorkbook({ file, spreadsheet }: Workbook): Buffer {
  const { sheets, ...rest } = spreadsheet;
  const parts: SharedParts = new Map();
  const tabs = sheets.flatMap((sheet, index) => [...(index > 0 ? [NEXT] : []), ...bytesOfSheet(sheet, parts)]);
  const head = `{"driveFile":${JSON.stringify(file)},\n${JSON.stringify(rest).slice(1, -1)},"sheets":[\n`;
  const tail = `],\n"shared":${JSON.stringify(Object.fromEntries(parts))}}\n`;
  return Buffer.concat([Buffer.from(head), ...tabs, Buffer.from(tail)]);
}

interface StoredWorkbook extends Spreadsheet {
  driveFile: DriveFile;
  shared: Record<string, JsonObject>;
}

/** Puts the shared parts back into a freshly parsed cell, which nobody else holds yet. */
function restoreCell(cell: JsonObject, shared: StoredWorkbook['shared']): void {
  for (const field of ['userEnteredFormat', 'dataValidation']) {
    const key = cell[field];
    if (typeof key === 'string') cell[field] = shared[key];
  }
}

export function workbookFrom(text: string): Workbook {
  const { driveFile, shared, ...spreadsheet } = JSON.parse(text) as StoredWorkbook;
  for (const { data } of spreadsheet.sheets) {
    for (const { values = [] } of data[0].rowData) {
      for (const cell of values) restoreCell(cell as unknown as JsonObject, shared);
    }
  }
  return { file: driveFile, spreadsheet };
}

/** What Drive knows, from the first line alone. */
export const driveFileFrom = (firstLine: string): DriveFile =>
  (JSON.parse(`${firstLine.trimEnd().replace(/,$/, '')}}`) as { driveFile: DriveFile }).driveFile;
