/** The rows that a change needs, as requests of the batch that writes it. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { WorkbookChange } from '../../schemas/workbook.ts';

/** By sheetId. */
export type RowCounts = ReadonlyMap<number, number>;

type Needs = Pick<WorkbookChange, 'rowCounts' | 'room'>;
type Request = sheets_v4.Schema$Request;

const NONE: RowCounts = new Map();

export const grows = ({ rowCounts, room = NONE }: Needs): boolean => rowCounts.size + room.size > 0;

/** How many rows the tabs have once the change is written. */
export function grown({ rowCounts, room = NONE }: Needs, known: RowCounts = NONE): RowCounts {
  const after = new Map(known);
  for (const [sheetId, rowCount] of [...rowCounts, ...room]) {
    after.set(sheetId, Math.max(rowCount, after.get(sheetId) ?? 0));
  }
  return after;
}

export function growRequests({ rowCounts, room = NONE }: Needs, known: RowCounts): Request[] {
  return [
    ...longer(rowCounts, known).map(([sheetId, rowCount]) => resize(sheetId, rowCount)),
    ...longer(room, known).flatMap(([sheetId, to, from]) => addRoom(sheetId, from, to)),
  ];
}

function longer(wanted: RowCounts, known: RowCounts): readonly [sheetId: number, wanted: number, known: number][] {
  return [...wanted].flatMap(([sheetId, rowCount]): [number, number, number][] => {
    const has = known.get(sheetId) ?? rowCount;
    return rowCount > has ? [[sheetId, rowCount, has]] : [];
  });
}

/** A size is set, not added to, so that a repeated request adds no rows twice. Only for tabs in which nobody else adds rows. */
const resize = (sheetId: number, rowCount: number): Request => ({
  updateSheetProperties: { properties: { sheetId, gridProperties: { rowCount } }, fields: 'gridProperties.rowCount' },
});

/**
 * Added, and no size set: a size would delete what staff pasted below the end since it was read. Added twice, there are more
 * blank rows. They are to be typed in like the last one, without the colour that a mark may have left on it. Google's pages
 * do not agree whether a format brings the dropdown with it, so both are pasted.
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/request#PasteType
 */
function addRoom(sheetId: number, from: number, to: number): Request[] {
  const source = { sheetId, startRowIndex: from - 1, endRowIndex: from };
  const destination = { sheetId, startRowIndex: from, endRowIndex: to };
  const fields = 'userEnteredFormat(backgroundColor,backgroundColorStyle)';
  return [
    { appendDimension: { sheetId, dimension: 'ROWS', length: to - from } },
    { copyPaste: { source, destination, pasteType: 'PASTE_FORMAT' } },
    { copyPaste: { source, destination, pasteType: 'PASTE_DATA_VALIDATION' } },
    { repeatCell: { range: destination, cell: {}, fields } },
  ];
}
