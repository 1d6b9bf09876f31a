/** Which call a method and a path mean. Paths are matched as they were sent; parts are decoded afterwards. */
import type { Call, Route } from './call.ts';
import { canonicalMessage } from './canonical-message.ts';
import { driveRoute } from './drive/drive-routes.ts';
import { parseFieldMask } from './field-mask.ts';
import {
  batchClearValuesByDataFilter,
  batchGetValuesByDataFilter,
  batchUpdateValuesByDataFilter,
  getByDataFilter,
} from './filter-calls.ts';
import { assertMask, assertMessage } from './request-schema.ts';
import {
  batchUpdate,
  copySheetTo,
  createSpreadsheet,
  getDeveloperMetadata,
  getSpreadsheet,
  searchDeveloperMetadata,
} from './spreadsheet-calls.ts';
import {
  appendRange,
  batchClearValues,
  batchGetValues,
  batchUpdateValues,
  clearRange,
  getValues,
  updateRange,
} from './values-calls.ts';

type Run = (call: Call, ...parts: [string, string]) => ReturnType<Route['run']>;
/** `takes` and `gives` are Google's names of the message in the body and of the answer. */
interface Entry {
  readonly method: string;
  readonly path: RegExp;
  readonly kind: Route['kind'];
  readonly run: Run;
  readonly gives: string;
  readonly takes?: string;
  /** Where the body lies in Google's request message; it is named in refusals. */
  readonly place?: string;
}

const ID = '([^/:]+)';
const path = (pattern: string): RegExp => new RegExp(`^/v4/spreadsheets${pattern}$`);

/** Longer forms come first: a range may contain a colon. */
const ROUTES: readonly Entry[] = [
  {
    method: 'POST',
    path: path(''),
    kind: 'write',
    run: createSpreadsheet,
    gives: 'Spreadsheet',
    takes: 'Spreadsheet',
    place: 'spreadsheet',
  },
  { method: 'GET', path: path(`/${ID}/?`), kind: 'read', run: getSpreadsheet, gives: 'Spreadsheet' },
  {
    method: 'POST',
    path: path(`/${ID}/?:batchUpdate`),
    kind: 'write',
    run: batchUpdate,
    gives: 'BatchUpdateSpreadsheetResponse',
    takes: 'BatchUpdateSpreadsheetRequest',
  },
  {
    method: 'POST',
    path: path(`/${ID}/?:getByDataFilter`),
    kind: 'read',
    run: getByDataFilter,
    gives: 'Spreadsheet',
    takes: 'GetSpreadsheetByDataFilterRequest',
  },
  {
    method: 'GET',
    path: path(`/${ID}/values:batchGet`),
    kind: 'read',
    run: batchGetValues,
    gives: 'BatchGetValuesResponse',
  },
  {
    method: 'POST',
    path: path(`/${ID}/values:batchUpdate`),
    kind: 'write',
    run: batchUpdateValues,
    gives: 'BatchUpdateValuesResponse',
    takes: 'BatchUpdateValuesRequest',
  },
  {
    method: 'POST',
    path: path(`/${ID}/values:batchClear`),
    kind: 'write',
    run: batchClearValues,
    gives: 'BatchClearValuesResponse',
    takes: 'BatchClearValuesRequest',
  },
  {
    method: 'POST',
    path: path(`/${ID}/values:batchGetByDataFilter`),
    kind: 'read',
    run: batchGetValuesByDataFilter,
    gives: 'BatchGetValuesByDataFilterResponse',
    takes: 'BatchGetValuesByDataFilterRequest',
  },
  {
    method: 'POST',
    path: path(`/${ID}/values:batchUpdateByDataFilter`),
    kind: 'write',
    run: batchUpdateValuesByDataFilter,
    gives: 'BatchUpdateValuesByDataFilterResponse',
    takes: 'BatchUpdateValuesByDataFilterRequest',
  },
  {
    method: 'POST',
    path: path(`/${ID}/values:batchClearByDataFilter`),
    kind: 'write',
    run: batchClearValuesByDataFilter,
    gives: 'BatchClearValuesByDataFilterResponse',
    takes: 'BatchClearValuesByDataFilterRequest',
  },
  {
    method: 'POST',
    path: path(`/${ID}/values/([^/]+):append`),
    kind: 'write',
    run: appendRange,
    gives: 'AppendValuesResponse',
    takes: 'ValueRange',
    place: 'data',
  },
  {
    method: 'POST',
    path: path(`/${ID}/values/([^/]+):clear`),
    kind: 'write',
    run: clearRange,
    gives: 'ClearValuesResponse',
  },
  { method: 'GET', path: path(`/${ID}/values/([^/]+)`), kind: 'read', run: getValues, gives: 'ValueRange' },
  {
    method: 'PUT',
    path: path(`/${ID}/values/([^/]+)`),
    kind: 'write',
    run: updateRange,
    gives: 'UpdateValuesResponse',
    takes: 'ValueRange',
    place: 'data',
  },
  {
    method: 'POST',
    path: path(`/${ID}/developerMetadata:search`),
    kind: 'read',
    run: searchDeveloperMetadata,
    gives: 'SearchDeveloperMetadataResponse',
    takes: 'SearchDeveloperMetadataRequest',
  },
  {
    method: 'GET',
    path: path(`/${ID}/developerMetadata/(\\d+)`),
    kind: 'read',
    run: getDeveloperMetadata,
    gives: 'DeveloperMetadata',
  },
  {
    method: 'POST',
    path: path(`/${ID}/sheets/(\\d+):copyTo`),
    kind: 'write',
    run: copySheetTo,
    gives: 'SheetProperties',
    takes: 'CopySheetToAnotherSpreadsheetRequest',
  },
];

const decoded = (part: string | undefined): string => {
  try {
    return decodeURIComponent(part ?? '');
  } catch {
    return part ?? '';
  }
};

function runChecked(entry: Entry, call: Call, parts: RegExpExecArray): ReturnType<Route['run']> {
  const body = entry.takes ? canonicalMessage(call.body, entry.takes) : call.body;
  if (entry.takes) assertMessage(body, entry.takes, entry.place);
  const fields = call.query.get('fields');
  if (fields) assertMask(parseFieldMask(fields), entry.gives);
  return entry.run({ ...call, body }, decoded(parts[1]), decoded(parts[2]));
}

function sheetsRoute(method: string, pathname: string): Route | null {
  for (const entry of ROUTES) {
    const parts = method === entry.method ? entry.path.exec(pathname) : null;
    if (parts) return { kind: entry.kind, gives: entry.gives, run: async (call) => runChecked(entry, call, parts) };
  }
  return null;
}

export const isSheetsPath = (pathname: string): boolean => /^\/v4\/spreadsheets(?:[/:]|$)/.test(pathname);
export const isDrivePath = (pathname: string): boolean =>
  /^(?:\/drive\/v3|\/upload\/drive\/v[23])\/files(?:\/|$)/.test(pathname);

export const routeOf = (method: string, pathname: string): Route | null =>
  isDrivePath(pathname) ? driveRoute(method, pathname) : sheetsRoute(method, pathname);
