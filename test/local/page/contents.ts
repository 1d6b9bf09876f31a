/** Tabs as the editing grid knows them, made from what the server would answer. */
import type { SheetContent } from '../../../local/page/public/sheet-content.js';
import { readSheet } from '../../../local/page/public/sheet-content.js';

const HEADER = ['Kiểm tra', 'Xã', 'Cấp tổ', 'Ghi chú'];

/** `Cấp tổ` takes one of two values. */
const LEVELS = {
  condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Cấp xã' }, { userEnteredValue: 'Cấp thôn' }] },
  strict: true,
};

/** A frozen header, then a row for each line; the header and the column of verdicts are closed. */
export function teams(...lines: string[][]): SheetContent {
  const rows = [HEADER, ...lines];
  const answer = {
    properties: {
      sheetId: 7,
      title: 'Tổ',
      gridProperties: { rowCount: rows.length, columnCount: HEADER.length, frozenRowCount: 1 },
    },
    protectedRanges: [
      { range: {}, unprotectedRanges: [{ startRowIndex: 1, startColumnIndex: 1 }], requestingUserCanEdit: false },
    ],
    data: [
      {
        rowData: rows.map((texts, row) => ({
          values: texts.map((formattedValue, column) => ({
            formattedValue,
            ...(row > 0 && column === 2 && { dataValidation: LEVELS }),
          })),
        })),
      },
    ],
  };
  return readSheet(answer, new Map());
}

/** Texts row by row, without the header. */
export const textsOf = ({ cells }: SheetContent): string[][] =>
  cells.slice(1).map((line) => line.map((cell) => cell?.text ?? ''));
