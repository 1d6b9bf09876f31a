/** Puts what was built where clasp takes it from. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `files`: contents by name. Other files of the folder stay. */
export async function writeFiles(files: ReadonlyMap<string, string>, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of files) await writeFile(join(folder, name), content);
}
