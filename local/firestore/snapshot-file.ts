/** The file in which the embedded Firestore keeps its documents between two starts. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { JsonFields } from './value-codec.ts';

/** `updateTime` in milliseconds since 1970: a restart is no update. */
export interface SavedDocument {
  readonly path: string;
  readonly updateTime: number;
  readonly fields: JsonFields;
}

/** Counts changes of the file's form. */
const FORMAT = 1;

/** The documents of the last save; none when there was none. Throws when the file cannot be understood. */
export async function readSnapshot(file: string): Promise<readonly SavedDocument[]> {
  const text = await readIfPresent(file);
  if (text === null) return [];
  const content = parse(text, file);
  if (content.format !== FORMAT)
    throw new Error(`${file} has the form ${content.format}, this program reads ${FORMAT}.`);
  return content.documents;
}

/** A death at any moment leaves the old file or the new one: a rename within a folder happens as a whole. */
export async function writeSnapshot(file: string, documents: readonly SavedDocument[]): Promise<void> {
  const temporary = `${file}.tmp`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(temporary, JSON.stringify({ format: FORMAT, documents }), { flush: true });
  await rename(temporary, file);
}

async function readIfPresent(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

function parse(text: string, file: string): { format: number; documents: readonly SavedDocument[] } {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} is no snapshot of Firestore. Move it away to start without data.`, { cause });
  }
}
