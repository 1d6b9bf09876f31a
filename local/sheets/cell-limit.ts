import { invalidArgument } from './google-error.ts';
import type { Spreadsheet } from './model.ts';

/** https://support.google.com/drive/answer/37603: up to 10 million cells in a spreadsheet. */
const MOST_CELLS = 10_000_000;

/** Refuses a spreadsheet that would be larger than Google allows, with `added` further cells. */
export function assertCellLimit({ sheets }: Spreadsheet, added = 0): void {
  let cells = added;
  for (const { properties } of sheets)
    cells += properties.gridProperties.rowCount * properties.gridProperties.columnCount;
  if (cells > MOST_CELLS) {
    throw invalidArgument(
      `This action would increase the number of cells in the workbook above the limit of ${MOST_CELLS} cells.`,
    );
  }
}
