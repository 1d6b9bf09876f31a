/** One text for the content of many files: what is built from them is kept under it, and never used for others. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';

/** SHA-256, hexadecimal, of the names below `root` and the bytes, in the order given. Throws for a file that is not there. */
export async function contentKey(root: string, paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    const content = await readFile(path);
    hash.update(`${relative(root, path)} ${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}
