import { type Change, guard } from '../change.ts';
import { writeMasked } from '../field-mask.ts';
import { invalidArgument } from '../google-error.ts';
import { rectIn, sheetById, stored } from '../grid-range.ts';
import type { JsonObject } from '../json.ts';
import type { ProtectedRange, Sheet, Spreadsheet } from '../model.ts';
import { freshId } from '../new-spreadsheet.ts';
import { canEdit, protectedError, rangeOfProtection } from '../protection.ts';
import { handler } from './handler.ts';
import { requiredMask } from './mask.ts';

interface ProtectedRangeRequest {
  protectedRange?: Partial<ProtectedRange>;
  fields?: string;
}

const isSet = ([, value]: [string, unknown]): boolean =>
  value !== undefined && value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
const setFields = (value: object): Record<string, unknown> => Object.fromEntries(Object.entries(value).filter(isSet));

/** As it is stored: without what is false or empty, and without what depends on the caller. */
function normal(given: ProtectedRange): ProtectedRange {
  const { editors, range, unprotectedRanges, ...rest } = given;
  delete (rest as JsonObject).requestingUserCanEdit;
  const protection = setFields(rest) as unknown as ProtectedRange;
  if (range) protection.range = stored(range);
  if (unprotectedRanges?.length) protection.unprotectedRanges = unprotectedRanges.map(stored);
  if (!protection.warningOnly) protection.editors = setFields(editors ?? {});
  return protection;
}

const isWholeTab = ({ range = {} }: ProtectedRange): boolean =>
  Object.entries(range).every(([field]) => field === 'sheetId');

function assertValid(spreadsheet: Spreadsheet, protection: ProtectedRange): Sheet {
  if (!protection.range && !protection.namedRangeId) throw invalidArgument('No range or namedRangeId specified.');
  if (protection.unprotectedRanges && !isWholeTab(protection)) {
    throw invalidArgument('unprotectedRanges can only be set for a protected sheet.');
  }
  const range = rangeOfProtection(spreadsheet, protection);
  const sheet = sheetById(spreadsheet, range.sheetId);
  rectIn(sheet, range);
  return sheet;
}

const idsIn = ({ sheets }: Spreadsheet): Set<number> =>
  new Set(
    sheets.flatMap(({ protectedRanges = [] }) => protectedRanges.map(({ protectedRangeId }) => protectedRangeId)),
  );

/** The reply shows the editors as they were sent; only a later reading adds the file's owner. */
const printReply = (protection: ProtectedRange, change: Change): JsonObject => {
  const { editors, ...rest } = structuredClone(protection);
  const seen = canEdit(protection, change.caller) ? { requestingUserCanEdit: true, ...(editors && { editors }) } : {};
  return { ...rest, ...seen } as unknown as JsonObject;
};

export const addProtectedRange = handler<ProtectedRangeRequest>((change, { protectedRange = {} }) => {
  const { spreadsheet } = change;
  const taken = idsIn(spreadsheet);
  const { protectedRangeId = freshId(taken) } = protectedRange;
  if (taken.has(protectedRangeId)) {
    throw invalidArgument(`A protected range with id ${protectedRangeId} already exists.`);
  }
  const protection = normal({ ...protectedRange, protectedRangeId });
  const sheet = assertValid(spreadsheet, protection);
  guard(change, sheet, rectIn(sheet, rangeOfProtection(spreadsheet, protection)));
  sheet.protectedRanges = [...(sheet.protectedRanges ?? []), protection];
  return { protectedRange: printReply(protection, change) };
});

function find({ spreadsheet, caller }: Change, id: number | undefined) {
  for (const sheet of spreadsheet.sheets) {
    const protection = sheet.protectedRanges?.find(({ protectedRangeId }) => protectedRangeId === id);
    if (!protection) continue;
    if (!canEdit(protection, caller)) throw protectedError();
    return { sheet, protection };
  }
  throw invalidArgument(`No protected range with id: ${id}`);
}

function drop(sheet: Sheet, protection: ProtectedRange): void {
  const left = (sheet.protectedRanges ?? []).filter((other) => other !== protection);
  if (left.length > 0) sheet.protectedRanges = left;
  else delete sheet.protectedRanges;
}

export const updateProtectedRange = handler<ProtectedRangeRequest>((change, { protectedRange = {}, fields }) => {
  const { spreadsheet } = change;
  const { sheet, protection } = find(change, protectedRange.protectedRangeId);
  const written = writeMasked(
    protection as unknown as JsonObject,
    protectedRange as JsonObject,
    requiredMask(fields, 'ProtectedRange'),
  );
  const fresh = normal({
    ...(written as unknown as ProtectedRange),
    protectedRangeId: protection.protectedRangeId,
  });
  const home = assertValid(spreadsheet, fresh);
  guard(change, home, rectIn(home, rangeOfProtection(spreadsheet, fresh)));
  if (home === sheet) {
    sheet.protectedRanges = (sheet.protectedRanges ?? []).map((other) => (other === protection ? fresh : other));
  } else {
    drop(sheet, protection);
    home.protectedRanges = [...(home.protectedRanges ?? []), fresh];
  }
});

export const deleteProtectedRange = handler<{ protectedRangeId?: number }>((change, { protectedRangeId }) => {
  const { sheet, protection } = find(change, protectedRangeId);
  drop(sheet, protection);
});
