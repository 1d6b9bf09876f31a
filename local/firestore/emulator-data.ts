/**
 * Exports of the emulator in a folder, so that its documents outlive it. It cannot export by itself when it ends
 * (`--export-on-exit` writes nothing), and it can import only when it starts.
 */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const NAME = 'documents';
const UNFINISHED = 'unfinished';
const PREFIX = 'export-';

/** The metadata file of the newest complete export in the folder; null when there is none. */
export async function latestExport(folder: string): Promise<string | null> {
  const newest = (await completeExports(folder)).at(-1);
  return newest === undefined ? null : join(folder, newest, NAME, `${NAME}.overall_export_metadata`);
}

/** An export gets its name when it is complete; until then, whatever happens, the one before is the newest. */
export async function exportDocuments(host: string, projectId: string, folder: string): Promise<void> {
  const unfinished = join(folder, UNFINISHED);
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  await requestExport(host, projectId, unfinished);
  const older = await completeExports(folder);
  await rename(unfinished, join(folder, nameAfter(older.at(-1))));
  for (const name of older) await rm(join(folder, name), { recursive: true, force: true });
}

async function requestExport(host: string, projectId: string, directory: string): Promise<void> {
  const response = await fetch(`http://${host}/emulator/v1/projects/${projectId}:export`, {
    method: 'POST',
    headers: { Authorization: 'Bearer owner', 'Content-Type': 'application/json' },
    body: JSON.stringify({
      database: `projects/${projectId}/databases/(default)`,
      export_directory: directory,
      export_name: NAME,
    }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`The Firestore emulator did not export (${response.status}): ${text}`);
}

async function completeExports(folder: string): Promise<readonly string[]> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  return names.filter((name) => name.startsWith(PREFIX)).sort();
}

/** Numbered with leading zeros, so that the order of names is the order of making. */
function nameAfter(name: string | undefined): string {
  const number = name === undefined ? 0 : Number(name.slice(PREFIX.length));
  return PREFIX + String(number + 1).padStart(9, '0');
}
