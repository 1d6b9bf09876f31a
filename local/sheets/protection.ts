/**
 * Protected ranges.
 * https://developers.google.com/workspace/sheets/api/reference/rest/v4/spreadsheets/sheets#ProtectedRange
 */
import { invalidArgument } from './google-error.ts';
import { isEmptyRect, overlaps, type Rect, rectIn, wholeGrid } from './grid-range.ts';
import type { JsonObject } from './json.ts';
import type { Dimension, GridRange, ProtectedRange, Sheet, Spreadsheet } from './model.ts';
import { type Caller, sameEmail } from './permissions.ts';

export const protectedError = (): Error =>
  invalidArgument(
    'You are trying to edit a protected cell or object. ' +
      'Please contact the spreadsheet owner to remove protection if you need to edit.',
  );

export function canEdit(protection: ProtectedRange, caller: Caller): boolean {
  if (caller.role === 'owner') return true;
  if (caller.role === 'reader') return false;
  if (protection.warningOnly) return true;
  return protection.editors?.users?.some((user) => sameEmail(user, caller.email)) ?? false;
}

export function rangeOfProtection(spreadsheet: Spreadsheet, protection: ProtectedRange): GridRange {
  const named = spreadsheet.namedRanges?.find(({ namedRangeId }) => namedRangeId === protection.namedRangeId);
  return named?.range ?? protection.range ?? {};
}

/** What of `rect` is left when `hole` is cut out of it. */
function without(rect: Rect, hole: Rect): Rect[] {
  if (!overlaps(rect, hole)) return [rect];
  const top = Math.max(rect.top, hole.top);
  const bottom = Math.min(rect.bottom, hole.bottom);
  return [
    { ...rect, bottom: top },
    { ...rect, top: bottom },
    { top, bottom, left: rect.left, right: hole.left },
    { top, bottom, left: hole.right, right: rect.right },
  ].filter((part) => !isEmptyRect(part));
}

/** Ranges may hang over the grid after it shrank; such a part protects nothing. */
function rectOrNull(sheet: Sheet, range: GridRange): Rect | null {
  const grid = wholeGrid(sheet);
  const isOutside = (range.startRowIndex ?? 0) >= grid.bottom || (range.startColumnIndex ?? 0) >= grid.right;
  return isOutside ? null : rectIn(sheet, range);
}

function touches(spreadsheet: Spreadsheet, sheet: Sheet, protection: ProtectedRange, rect: Rect): boolean {
  const guarded = rectOrNull(sheet, rangeOfProtection(spreadsheet, protection));
  if (!guarded || !overlaps(guarded, rect)) return false;
  let left = [rect];
  for (const open of protection.unprotectedRanges ?? []) {
    const hole = rectOrNull(sheet, open);
    if (hole) left = left.flatMap((part) => without(part, hole));
  }
  return left.some((part) => overlaps(part, guarded));
}

const closedTo = (sheet: Sheet, caller: Caller): ProtectedRange[] =>
  (sheet.protectedRanges ?? []).filter((protection) => !canEdit(protection, caller));

/** Refuses to touch cells that are closed to the caller. */
export function assertEditable(spreadsheet: Spreadsheet, caller: Caller, sheet: Sheet, rect: Rect): void {
  if (isEmptyRect(rect)) return;
  const closed = closedTo(sheet, caller).some((protection) => touches(spreadsheet, sheet, protection, rect));
  if (closed) throw protectedError();
}

/** Refuses to insert rows or columns inside a range that is closed to the caller; beside it is allowed. */
export function assertInsertable(
  spreadsheet: Spreadsheet,
  caller: Caller,
  sheet: Sheet,
  dimension: Dimension,
  at: number,
): void {
  for (const protection of closedTo(sheet, caller)) {
    const range = rangeOfProtection(spreadsheet, protection);
    const start = dimension === 'ROWS' ? range.startRowIndex : range.startColumnIndex;
    const end = dimension === 'ROWS' ? range.endRowIndex : range.endColumnIndex;
    if ((start === undefined || at > start) && (end === undefined || at < end)) throw protectedError();
  }
}

const isWholeSheet = (range: GridRange): boolean =>
  range.startRowIndex === undefined &&
  range.endRowIndex === undefined &&
  range.startColumnIndex === undefined &&
  range.endColumnIndex === undefined;

/** Refuses to rename, hide or move a tab that is closed to the caller as a whole. */
export function assertTabEditable(spreadsheet: Spreadsheet, caller: Caller, sheet: Sheet): void {
  const closed = closedTo(sheet, caller).some((protection) => isWholeSheet(rangeOfProtection(spreadsheet, protection)));
  if (closed) throw protectedError();
}

/** Refuses to delete a tab in which anything is closed to the caller. */
export function assertTabDeletable(caller: Caller, sheet: Sheet): void {
  if (closedTo(sheet, caller).length > 0) throw protectedError();
}

/**
 * A protected range as the caller sees it. Editors are shown only to those who can edit it;
 * the file's owner is always among them.
 */
export function printProtectedRange(protection: ProtectedRange, caller: Caller): JsonObject {
  const { editors, ...rest } = protection;
  const printed: JsonObject = { ...(rest as unknown as JsonObject) };
  if (!canEdit(protection, caller)) return printed;
  printed.requestingUserCanEdit = true;
  if (protection.warningOnly) return printed;
  const users = editors?.users ?? [];
  const isNamed = users.some((user) => sameEmail(user, caller.fileOwner));
  const all = isNamed ? users : [...users, caller.fileOwner];
  printed.editors = { ...editors, users: all } as JsonObject;
  return printed;
}
