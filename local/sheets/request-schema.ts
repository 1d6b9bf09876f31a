/** Judges a request against Google's own message types, in the words of Google's JSON parser. */

import type { MaskTree } from './field-mask.ts';
import type { FieldType, SheetsSchema } from './generate-schema.ts';
import schemaJson from './generated/sheets-schema.json' with { type: 'json' };
import { badRequest, GoogleError } from './google-error.ts';
import { isObject, type Json, type JsonObject } from './json.ts';

const SCHEMA = schemaJson as unknown as SheetsSchema;

interface Violation {
  readonly field?: string;
  readonly description: string;
}

const MOST_VIOLATIONS = 10;
/** Fields that Google declares as int32, as far as their names tell; none of them may be negative. */
const WHOLE_NUMBER = /(?:index|_id|count|pixels|pixel_size|font_size|start_row|start_column|length|depth)$/;
const LARGEST_INT32 = 2_147_483_647;
const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= LARGEST_INT32;

const snakeCase = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const inside = (path: string, name: string): string => (path === '' ? snakeCase(name) : `${path}.${snakeCase(name)}`);

const unknownName = (name: string, path: string): Violation => {
  const place = path === '' ? '' : ` at '${path}'`;
  const description = `Invalid JSON payload received. Unknown name "${name}"${place}: Cannot find field.`;
  return path === '' ? { description } : { field: path, description };
};

const invalidValue = (path: string, type: string, value: Json): Violation => ({
  field: path,
  description: `Invalid value at '${path}' (${type}), ${JSON.stringify(value)}`,
});

const scalarName = (type: string, path: string): string => {
  if (type === 'number') return WHOLE_NUMBER.test(path) ? 'TYPE_INT32' : 'TYPE_DOUBLE';
  return type === 'boolean' ? 'TYPE_BOOL' : 'TYPE_STRING';
};

function check(value: Json, type: FieldType, path: string, found: Violation[], owner: string): void {
  if (found.length >= MOST_VIOLATIONS || value === null || type === 'any') return;
  if (typeof type !== 'string') {
    if (typeof value === 'string' && type.includes(value)) return;
    found.push(invalidValue(path, `type.googleapis.com/google.apps.sheets.v4.${owner}`, value));
  } else if (type.startsWith('[]')) {
    checkList(value, type.slice(2), path, found, owner);
  } else if (SCHEMA[type]) {
    checkMessage(value, type, path, found);
  } else if (typeof value !== type || (typeof value === 'number' && WHOLE_NUMBER.test(path) && !isCount(value))) {
    found.push(invalidValue(path, scalarName(type, path), value));
  }
}

function checkList(value: Json, item: string, path: string, found: Violation[], owner: string): void {
  // Lists of values are judged where they are written: their cells may be anything.
  if (item === '[]any') return;
  if (!Array.isArray(value)) {
    found.push({ field: path, description: `Invalid value at '${path}', expected a list.` });
    return;
  }
  for (const [index, entry] of value.entries()) check(entry, item, `${path}[${index}]`, found, owner);
}

function checkMessage(value: Json, type: string, path: string, found: Violation[]): void {
  if (!isObject(value)) {
    found.push(invalidValue(path, `type.googleapis.com/google.apps.sheets.v4.${type}`, value));
    return;
  }
  const fields = SCHEMA[type] ?? {};
  for (const [name, inner] of Object.entries(value)) {
    const fieldType = fields[name];
    if (fieldType === undefined) found.push(unknownName(name, path));
    else if (inner !== undefined) check(inner, fieldType, inside(path, name), found, `${type}.${name}`);
  }
}

function violationsOf(body: JsonObject, type: string, path = ''): Violation[] {
  const found: Violation[] = [];
  checkMessage(body, type, path, found);
  return found;
}

/** Refuses a body that is not the message it should be. */
export function assertMessage(body: JsonObject, type: string, path = ''): void {
  const found = violationsOf(body, type, path);
  if (found.length > 0) throw badRequest(found);
}

const itemType = (type: FieldType): string => (typeof type === 'string' ? type.replace(/^(?:\[\])+/, '') : 'string');

/** The first path of a mask that a message does not have, or null. */
export function unknownPath(mask: MaskTree, type: string, path = ''): string | null {
  if (mask === true) return null;
  const fields = SCHEMA[type];
  for (const [field, below] of Object.entries(mask)) {
    const full = path === '' ? field : `${path}.${field}`;
    const fieldType = fields?.[field];
    if (fieldType === undefined) return full;
    const unknown = unknownPath(below, itemType(fieldType), full);
    if (unknown !== null) return unknown;
  }
  return null;
}

/** Refuses a `fields` parameter that names what the answer does not have. */
export function assertMask(mask: MaskTree, type: string): void {
  const unknown = unknownPath(mask, type);
  if (unknown === null) return;
  throw new GoogleError(400, 'Request contains an invalid argument.', [
    {
      '@type': 'type.googleapis.com/google.rpc.BadRequest',
      fieldViolations: [
        {
          field: unknown,
          description: `Error expanding 'fields' parameter. Cannot find matching fields for path '${unknown}'.`,
        },
      ],
    },
  ]);
}
