/**
 * Makes `generated/sheets-answers.json`: JSON Schema of Google's messages, with the version of the typings that it came
 * from. It is made by another program than the server's own table, so that one does not repeat a mistake of the other.
 * Run after an update of the typings: npx node test/support/generate-answer-schema.ts
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';

const TYPINGS = '@maxim_mazurok/gapi.client.sheets-v4';
const resolve = createRequire(import.meta.url).resolve;

export const typingsVersion = (): string =>
  (JSON.parse(readFileSync(resolve(`${TYPINGS}/package.json`), 'utf8')) as { version: string }).version;

/** The messages of Google's namespace as a module of its own; `…Resource` are methods of the client. */
function messagesAsModule(): string {
  const typings = readFileSync(resolve(`${TYPINGS}/index.d.ts`), 'utf8');
  const interfaces = [...typings.matchAll(/^ {4}interface (\w+) \{\n[\s\S]*?^ {4}\}/gm)];
  return interfaces
    .filter(([, name]) => !name?.endsWith('Resource'))
    .map(([text]) => `export ${text.trim()}`)
    .join('\n');
}

/** Without the prose, which is nine tenths of it. */
function withoutDescriptions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDescriptions);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([field, inner]) => field !== 'description' || typeof inner !== 'string');
  return Object.fromEntries(kept.map(([field, inner]) => [field, withoutDescriptions(inner)]));
}

function answerSchema(): unknown {
  const folder = mkdtempSync(join(tmpdir(), 'sheets-messages-'));
  const path = join(folder, 'messages.ts');
  try {
    writeFileSync(path, messagesAsModule());
    const schema = createGenerator({ path, type: '*', skipTypeCheck: true, topRef: true }).createSchema('*');
    return { $comment: `${TYPINGS} ${typingsVersion()}`, ...(withoutDescriptions(schema) as object) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (import.meta.main) {
  const path = new URL('generated/sheets-answers.json', import.meta.url);
  writeFileSync(path, `${JSON.stringify(answerSchema())}\n`);
}
