/** The few calls of the Drive API v3 that a user of spreadsheets needs. */
import { type Answer, type Call, changeWorkbook } from '../call.ts';
import { newDriveFile, spreadsheetFrom } from '../create-spreadsheet.ts';
import { type MaskTree, parseFieldMask, project } from '../field-mask.ts';
import { newFileId } from '../file-ids.ts';
import { notImplemented } from '../google-error.ts';
import type { JsonObject } from '../json.ts';
import type { DriveFile, Spreadsheet } from '../model.ts';
import { type Caller, callerOf, mayWrite } from '../permissions.ts';
import { fileNotFound, insufficientPermissions, invalidValue } from './drive-error.ts';
import { printFile, SPREADSHEET_TYPE } from './drive-file.ts';
import { parseDriveQuery } from './drive-query.ts';

const DEFAULT_FILE = parseFieldMask('kind,id,name,mimeType');
const DEFAULT_LIST = parseFieldMask('kind,nextPageToken,incompleteSearch,files(kind,id,name,mimeType)');

export const driveMask = ({ query }: Call, standard: MaskTree): MaskTree => {
  const fields = query.get('fields');
  return fields ? parseFieldMask(fields) : standard;
};

/** The file as the caller may see it; a file that is not shared does not exist for the caller. */
export function visibleFile({ store, identity }: Call, id: string): { file: DriveFile; caller: Caller } {
  const file = store.files().find((candidate) => candidate.id === id);
  const caller = file && callerOf(file, identity);
  if (!file || !caller) throw fileNotFound(id);
  return { file, caller };
}

export const printedFile = (call: Call, id: string): Answer =>
  project(printFile(call.store.fileOf(id), call.identity), driveMask(call, DEFAULT_FILE));

export async function getFile(call: Call, id: string): Promise<Answer> {
  visibleFile(call, id);
  return printedFile(call, id);
}

export async function createFile(call: Call): Promise<Answer> {
  const { name = 'Untitled', mimeType } = call.body;
  if (mimeType !== SPREADSHEET_TYPE) throw notImplemented(`Drive files of mimeType '${mimeType}'`);
  const spreadsheet = spreadsheetFrom({ properties: { title: name } });
  const file = newDriveFile(spreadsheet.spreadsheetId, spreadsheet.properties.title, call.identity.email, call.at);
  await call.store.add({ file, spreadsheet });
  return printedFile(call, file.id);
}

/** A copy keeps the cells but neither sharing nor the editors of protected ranges: only whoever copied may edit. */
function copyOf(source: Spreadsheet, id: string, title: string): Spreadsheet {
  const spreadsheetUrl = source.spreadsheetUrl.replace(source.spreadsheetId, id);
  const sheets = source.sheets.map((sheet) => {
    const { data, protectedRanges, ...rest } = sheet;
    const closed = protectedRanges?.map((range) => (range.warningOnly ? { ...range } : { ...range, editors: {} }));
    return { ...structuredClone(rest), ...(closed && { protectedRanges: structuredClone(closed) }), data };
  });
  return {
    ...source,
    properties: { ...source.properties, title },
    sheets,
    spreadsheetId: id,
    spreadsheetUrl,
  };
}

export async function copyFile(call: Call, id: string): Promise<Answer> {
  const { file } = visibleFile(call, id);
  const { spreadsheet } = await call.store.read(id);
  const name = typeof call.body.name === 'string' ? call.body.name : `Copy of ${file.name}`;
  const copyId = newFileId();
  const copied = newDriveFile(copyId, name, call.identity.email, call.at);
  await call.store.add({ file: copied, spreadsheet: copyOf(spreadsheet, copyId, name) });
  return printedFile(call, copyId);
}

export async function updateFile(call: Call, id: string): Promise<Answer> {
  const { caller } = visibleFile(call, id);
  const { name, trashed, ...rest } = call.body;
  const unknown = Object.keys(rest)[0];
  if (unknown) throw notImplemented(`Drive files.update of '${unknown}'`);
  if (!mayWrite(caller) || (trashed !== undefined && caller.role !== 'owner')) throw insufficientPermissions();
  if (typeof name === 'string') {
    await changeWorkbook(call, id, ({ spreadsheet }) => {
      spreadsheet.properties.title = name;
    });
  }
  if (typeof trashed === 'boolean') {
    await call.store.change(id, ({ file }) => {
      file.trashed = trashed;
    });
  }
  return printedFile(call, id);
}

export async function deleteFile(call: Call, id: string): Promise<Answer> {
  const { caller } = visibleFile(call, id);
  if (caller.role !== 'owner') throw insufficientPermissions();
  await call.store.remove(id);
  return undefined;
}

const SORT_KEYS = ['modifiedTime', 'createdTime', 'name'] as const;
type SortKey = (typeof SORT_KEYS)[number];

function byOrder(orderBy: string): (a: DriveFile, b: DriveFile) => number {
  const keys = orderBy.split(',').map((part) => {
    const [key = '', direction] = part.trim().split(/\s+/);
    if (!SORT_KEYS.includes(key as SortKey)) throw notImplemented(`Drive orderBy '${key}'`);
    return { key: key as SortKey, sign: direction === 'desc' ? -1 : 1 };
  });
  return (a, b) => {
    for (const { key, sign } of keys) if (a[key] !== b[key]) return a[key] < b[key] ? -sign : sign;
    return 0;
  };
}

/** A shared link alone does not put a file into someone's list. */
function isListed({ identity }: Call, file: DriveFile): boolean {
  if (identity.owner) return true;
  const personal = file.permissions.filter(({ type }) => type === 'user');
  return callerOf({ ...file, permissions: personal }, identity) !== null;
}

const DEFAULT_PAGE = 100;
const LARGEST_PAGE = 1000;

function pageOf({ query }: Call): { start: number; size: number } {
  const size = Number(query.get('pageSize') ?? DEFAULT_PAGE);
  const token = query.get('pageToken');
  const start = token === null ? 0 : Number(Buffer.from(token, 'base64url').toString());
  if (!Number.isInteger(size) || size < 1) throw invalidValue('pageSize');
  if (!Number.isInteger(start) || start < 0) throw invalidValue('pageToken');
  return { start, size: Math.min(size, LARGEST_PAGE) };
}

export async function listFiles(call: Call): Promise<Answer> {
  const test = parseDriveQuery(call.query.get('q') ?? '');
  const found = call.store.files().filter((file) => isListed(call, file) && test(file, call.identity));
  const sorted = found.toSorted(byOrder(call.query.get('orderBy') || 'modifiedTime desc'));
  const { start, size } = pageOf(call);
  const end = start + size;
  const answer: JsonObject = {
    kind: 'drive#fileList',
    incompleteSearch: false,
    files: sorted.slice(start, end).map((file) => printFile(file, call.identity)),
  };
  if (end < sorted.length) answer.nextPageToken = Buffer.from(`${end}`).toString('base64url');
  return project(answer, driveMask(call, DEFAULT_LIST));
}

/** Google words the same refusal differently in Drive and in Sheets. */
export function assertCanShare(caller: Caller): void {
  if (!mayWrite(caller)) throw insufficientPermissions();
}
