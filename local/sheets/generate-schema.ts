/**
 * Makes `generated/sheets-schema.json`, a table of Google's message types, from typings that are themselves generated
 * from Google's discovery document. Run after an update of those typings: node local/sheets/generate-schema.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** `string`, `number`, `boolean`, `any`, a type name, `[]` before an item, `{}` before a map's item, or an enum's names. */
export type FieldType = string | readonly string[];
export type SheetsSchema = Readonly<Record<string, Readonly<Record<string, FieldType>>>>;

const INTERFACE = /^ {4}interface (\w+) \{\n([\s\S]*?)^ {4}\}/gm;
const FIELD = /^ {6}(?:"([^"]+)"|(\w+))\?:\s*([^;]+);/gm;
const COMMENT = /\/\*\*[\s\S]*?\*\//g;

function fieldType(text: string): FieldType {
  const type = text.replaceAll(/\s+/g, ' ').trim().replace(/^\| /, '');
  if (type.startsWith("'")) return type.split('|').map((name) => name.trim().slice(1, -1));
  const list = /^(?:Array<(.+)>|\(?(.+?)\)?\[\])$/.exec(type);
  if (list) {
    const item = fieldType(list[1] ?? list[2] ?? '');
    return `[]${typeof item === 'string' ? item : 'string'}`;
  }
  const map = /^\{ \[P in string\]: (.+?) \}$|^Record<string, (.+)>$/.exec(type);
  if (map) return `{}${fieldType(map[1] ?? map[2] ?? '')}`;
  return /^\w+$/.test(type) ? type : 'any';
}

function fieldsOf(body: string): Record<string, FieldType> {
  return Object.fromEntries(
    [...body.matchAll(FIELD)].map((match) => [match[1] ?? match[2] ?? '', fieldType(match[3] ?? '')]),
  );
}

export function schemaFromTypings(typings: string): SheetsSchema {
  const interfaces = [...typings.replaceAll(COMMENT, '').matchAll(INTERFACE)];
  const messages = interfaces.filter(([, name]) => !name?.endsWith('Resource'));
  return Object.fromEntries(messages.map(([, name = '', body = '']) => [name, fieldsOf(body)]));
}

export const readTypings = (): string =>
  readFileSync(createRequire(import.meta.url).resolve('@maxim_mazurok/gapi.client.sheets-v4/index.d.ts'), 'utf8');

if (import.meta.main) {
  const path = new URL('generated/sheets-schema.json', import.meta.url);
  writeFileSync(path, `${JSON.stringify(schemaFromTypings(readTypings()))}\n`);
}
