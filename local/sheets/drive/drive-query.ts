/**
 * The search language of `files.list`: terms joined by `and`.
 * https://developers.google.com/workspace/drive/api/guides/search-files
 */
import { notImplemented } from '../google-error.ts';
import type { DriveFile } from '../model.ts';
import { type Identity, sameEmail } from '../permissions.ts';
import { invalidValue } from './drive-error.ts';
import { SPREADSHEET_TYPE } from './drive-file.ts';

export type FileTest = (file: DriveFile, identity: Identity) => boolean;

const TERM = /^(?:(\w+)\s*(=|!=|<=|>=|<|>|contains)\s*('(?:[^'\\]|\\.)*'|"[^"]*"|true|false)|('[^']*')\s+in\s+(\w+))/;

const unquoted = (text: string): string => text.slice(1, -1).replaceAll(/\\(.)/g, '$1');

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

function compared(operator: string, order: number): boolean {
  const test = COMPARISONS[operator];
  if (!test) throw invalidValue('q');
  return test(order);
}

const orderOf = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

function nameTest(operator: string, name: string): FileTest {
  // Drive's `contains` matches the beginnings of words, whatever their case.
  if (operator !== 'contains') return (file) => compared(operator, orderOf(file.name, name));
  const wanted = name.toLowerCase();
  return (file) =>
    file.name.toLowerCase().startsWith(wanted) ||
    file.name
      .toLowerCase()
      .split(/\s+/)
      .some((word) => word.startsWith(wanted));
}

function timeTest(field: 'modifiedTime' | 'createdTime', operator: string, text: string): FileTest {
  // A time without a zone is UTC: "modifiedTime > '2012-06-04T12:00:00'", says the guide.
  const instant = Date.parse(
    /(?:Z|[-+]\d\d:?\d\d)$/.test(text) ? text : `${text.includes('T') ? text : `${text}T00:00:00`}Z`,
  );
  if (Number.isNaN(instant)) throw invalidValue('q');
  return (file) => compared(operator, Math.sign(Date.parse(file[field]) - instant));
}

function fieldTest(field: string, operator: string, text: string): FileTest {
  switch (field) {
    case 'mimeType':
      return () => compared(operator, orderOf(SPREADSHEET_TYPE, text));
    case 'trashed':
      return (file) => compared(operator, orderOf(`${file.trashed}`, text));
    case 'name':
      return nameTest(operator, text);
    case 'modifiedTime':
    case 'createdTime':
      return timeTest(field, operator, text);
    default:
      throw notImplemented(`Drive search by '${field}'`);
  }
}

const ROLES: Readonly<Record<string, readonly string[]>> = {
  writers: ['writer'],
  readers: ['reader', 'writer'],
};

function memberTest(who: string, list: string): FileTest {
  const emailOf = (identity: Identity): string => (who === 'me' ? identity.email : who);
  if (list === 'owners') return (file, identity) => sameEmail(file.owner, emailOf(identity));
  const roles = ROLES[list];
  if (!roles) throw notImplemented(`Drive search in '${list}'`);
  return (file, identity) =>
    sameEmail(file.owner, emailOf(identity)) ||
    file.permissions.some(
      ({ emailAddress, role }) => emailAddress && sameEmail(emailAddress, emailOf(identity)) && roles.includes(role),
    );
}

export function parseDriveQuery(query: string): FileTest {
  const tests: FileTest[] = [];
  let rest = query.trim();
  while (rest !== '') {
    const match = TERM.exec(rest);
    if (!match) throw invalidValue('q');
    const [whole, field = '', operator = '', value = '', who, list = ''] = match;
    const text = value === 'true' || value === 'false' ? value : unquoted(value);
    tests.push(who === undefined ? fieldTest(field, operator, text) : memberTest(unquoted(who), list));
    rest = rest.slice(whole.length).trim();
    if (rest === '') break;
    if (!/^and\s/i.test(rest))
      throw rest.startsWith('or ') ? notImplemented("Drive search with 'or'") : invalidValue('q');
    rest = rest.slice('and'.length).trim();
  }
  return (file, identity) => tests.every((test) => test(file, identity));
}
