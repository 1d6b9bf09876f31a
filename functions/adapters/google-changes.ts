/** Cell changes as few `updateCells` requests: neighbours that change in the same properties travel as one block. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { type CellChange, type CellValue, placeKey } from '../../schemas/workbook.ts';

type Request = sheets_v4.Schema$Request;
type CellData = sheets_v4.Schema$CellData;

const FIELDS = {
  value: 'userEnteredValue',
  note: 'note',
  fill: 'userEnteredFormat.backgroundColorStyle',
  link: 'userEnteredFormat.textFormat.link',
  checkbox: 'dataValidation',
  format: 'userEnteredFormat.numberFormat',
} as const satisfies Partial<Record<keyof CellChange, string>>;

const PROPERTIES = Object.keys(FIELDS) as (keyof typeof FIELDS)[];

/** One row of a block that is still open at its bottom. */
interface Block {
  readonly sheetId: number;
  readonly fields: string;
  readonly row: number;
  readonly column: number;
  readonly rows: CellChange[][];
}

export function updateRequests(changes: readonly CellChange[]): Request[] {
  return blocksOf(runsOf(merged(changes))).map(toRequest);
}

/** What a change weighs beside its texts: braces and property names, and a request of its own at worst. */
const CHANGE_BYTES = 260;
const FILL_BYTES = 170;

/** The changes cut into parts whose requests stay below `maxBytes`; nearly always there is one. */
export function partsOf(changes: readonly CellChange[], maxBytes: number): readonly (readonly CellChange[])[] {
  const parts: CellChange[][] = [];
  let room = 0;
  for (const change of changes) {
    const texts = textBytes(change.value) + textBytes(change.note) + textBytes(change.link);
    const bytes = CHANGE_BYTES + (change.fill ? FILL_BYTES : 0) + texts;
    if (bytes > room) {
      parts.push([]);
      room = maxBytes;
    }
    parts.at(-1)?.push(change);
    room -= bytes;
  }
  return parts;
}

const textBytes = (text: CellValue | undefined): number => (typeof text === 'string' ? Buffer.byteLength(text) : 0);

/** One change a cell, in reading order; of two for the same property the later one counts. */
function merged(changes: readonly CellChange[]): CellChange[] {
  const sheets = new Map<number, Map<number, CellChange>>();
  for (const change of changes) {
    const cells = sheets.get(change.sheetId) ?? new Map<number, CellChange>();
    sheets.set(change.sheetId, cells);
    const key = placeKey(change.row, change.column);
    const before = cells.get(key);
    cells.set(key, before ? { ...before, ...change } : change);
  }
  return [...sheets.values()].flatMap((cells) =>
    [...cells].sort(([one], [other]) => one - other).map(([, change]) => change),
  );
}

/** The mask says what the request changes: what it names and the cell leaves out is cleared. */
function fieldsOf(change: CellChange): string {
  return PROPERTIES.filter((property) => change[property] !== undefined)
    .map((property) => FIELDS[property])
    .join(',');
}

/** Neighbours within a row that change in the same properties. */
function runsOf(changes: readonly CellChange[]): Block[] {
  const runs: Block[] = [];
  let open: Block | undefined;
  for (const change of changes) {
    const fields = fieldsOf(change);
    if (fields === '') continue;
    const cells = open?.rows[0] ?? [];
    const goesOn =
      open?.sheetId === change.sheetId &&
      open.row === change.row &&
      open.fields === fields &&
      open.column + cells.length === change.column;
    if (goesOn) {
      cells.push(change);
      continue;
    }
    open = { sheetId: change.sheetId, fields, row: change.row, column: change.column, rows: [[change]] };
    runs.push(open);
  }
  return runs;
}

/** Runs of one width that lie right under one another become one block. */
function blocksOf(runs: readonly Block[]): Block[] {
  const blocks: Block[] = [];
  const openBelow = new Map<string, Block>();
  for (const run of runs) {
    const [cells = []] = run.rows;
    const key = `${run.sheetId} ${run.column} ${cells.length} ${run.fields}`;
    const above = openBelow.get(key);
    if (above && above.row + above.rows.length === run.row) {
      above.rows.push(cells);
      continue;
    }
    openBelow.set(key, run);
    blocks.push(run);
  }
  return blocks;
}

function toRequest({ sheetId, row, column, rows, fields }: Block): Request {
  return {
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: column },
      rows: rows.map((cells) => ({ values: cells.map(toCellData) })),
      fields,
    },
  };
}

function toCellData({ value, note, fill, link, checkbox, format: shown }: CellChange): CellData {
  const data: CellData = {};
  const format: sheets_v4.Schema$CellFormat = {};
  if (value !== undefined && value !== null && value !== '') data.userEnteredValue = toExtendedValue(value);
  if (note) data.note = note;
  if (fill) format.backgroundColorStyle = { rgbColor: toColor(fill) };
  if (link) format.textFormat = { link: { uri: link } };
  if (shown) format.numberFormat = { ...shown };
  if (fill || link || shown) data.userEnteredFormat = format;
  if (checkbox) data.dataValidation = { condition: { type: 'BOOLEAN' }, strict: true, showCustomUi: true };
  return data;
}

/** Typed, so that text stays text: a string that starts with `=` becomes no formula, one of digits no number. */
export function toExtendedValue(value: CellValue): sheets_v4.Schema$ExtendedValue {
  switch (typeof value) {
    case 'string':
      return { stringValue: value };
    case 'number':
      return { numberValue: value };
    case 'boolean':
      return { boolValue: value };
    default:
      return {};
  }
}

/** `#rrggbb` as channels from 0 to 1. */
export function toColor(hex: string): sheets_v4.Schema$Color {
  const channel = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return { red: channel(1), green: channel(3), blue: channel(5) };
}
