/**
 * The one spelling of a message that the rest of the server knows. Google's parser takes more: field names in snake_case,
 * and numbers as texts. https://protobuf.dev/programming-guides/json/
 */
import type { FieldType, SheetsSchema } from './generate-schema.ts';
import schemaJson from './generated/sheets-schema.json' with { type: 'json' };
import { isObject, type Json, type JsonObject } from './json.ts';

const SCHEMA = schemaJson as unknown as SheetsSchema;
const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/;

export const camelCase = (name: string): string =>
  name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function canonicalValue(value: Json, type: FieldType): Json {
  if (typeof type !== 'string') return value;
  if (Array.isArray(value))
    return type.startsWith('[]') ? value.map((item) => canonicalValue(item, type.slice(2))) : value;
  if (isObject(value)) return SCHEMA[type] ? canonicalMessage(value, type) : value;
  return type === 'number' && typeof value === 'string' && NUMBER.test(value) ? Number(value) : value;
}

/** What Google's parser would not know either stays as it is, for the check to refuse it by its own name. */
export function canonicalMessage(message: JsonObject, type: string): JsonObject {
  const fields = SCHEMA[type] ?? {};
  const canonical: JsonObject = {};
  for (const [name, value] of Object.entries(message)) {
    const field = fields[name] === undefined && fields[camelCase(name)] !== undefined ? camelCase(name) : name;
    const fieldType = fields[field];
    canonical[field] = value === undefined || fieldType === undefined ? value : canonicalValue(value, fieldType);
  }
  return canonical;
}
