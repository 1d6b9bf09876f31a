/** What a request that writes is given: a draft of the spreadsheet, and who asks. */
import type { Rect } from './grid-range.ts';
import type { Dimension, Sheet, Spreadsheet } from './model.ts';
import type { Caller } from './permissions.ts';
import { assertEditable, assertInsertable } from './protection.ts';

export interface Change {
  readonly spreadsheet: Spreadsheet;
  readonly caller: Caller;
}

export const guard = ({ spreadsheet, caller }: Change, sheet: Sheet, rect: Rect): void =>
  assertEditable(spreadsheet, caller, sheet, rect);

export const guardInsertion = (
  { spreadsheet, caller }: Change,
  sheet: Sheet,
  dimension: Dimension,
  index: number,
): void => assertInsertable(spreadsheet, caller, sheet, dimension, index);
