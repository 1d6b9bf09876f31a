/**
 * A copy of a workbook to work on. Rows and cells are shared with the original, because they are replaced and
 * never changed in place; everything else is copied. Throwing the draft away undoes everything.
 */
import type { Sheet, Workbook } from './model.ts';

function draftSheet(sheet: Sheet): Sheet {
  const { data, ...rest } = sheet;
  const [grid] = data;
  return {
    ...structuredClone(rest),
    data: [
      {
        rowData: [...grid.rowData],
        rowMetadata: structuredClone(grid.rowMetadata),
        columnMetadata: structuredClone(grid.columnMetadata),
      },
    ],
  };
}

export function draftOf(workbook: Workbook): Workbook {
  const { sheets, ...rest } = workbook.spreadsheet;
  return {
    file: structuredClone(workbook.file),
    spreadsheet: { ...structuredClone(rest), sheets: sheets.map(draftSheet) },
  };
}
