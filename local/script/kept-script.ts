/**
 * The script as `apps-script/build.ts` makes it, built once for the same sources: for the local system and the tests. What is
 * pushed is built anew.
 */
import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BuiltScript } from '../../apps-script/build.ts';
import { contentKey } from '../content-key.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** More than the build reads: a file too many costs a build, a file too few would keep an old script. */
const READ_BY_BUILD: readonly string[] = ['apps-script', 'schemas', 'functions'];
/** esbuild reads these too; npm writes the last one about what is installed. */
const SETTINGS: readonly string[] = ['package.json', 'tsconfig.json', 'node_modules/.package-lock.json'];

const filesUnder = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

/** One text for everything that the script under `root` is made from; another Node may pack it in another way. */
export async function sourcesKey(root: string): Promise<string> {
  const sources = READ_BY_BUILD.flatMap((folder) => filesUnder(join(root, folder))).sort();
  const settings = SETTINGS.map((name) => join(root, name));
  return `${process.version} ${await contentKey(root, [...sources, ...settings])}`;
}

interface Kept {
  readonly key: string;
  readonly bytes: number;
  readonly files: readonly (readonly [string, string])[];
}

/** Where a script is kept, and how it is made. */
export interface ScriptPlace {
  readonly file: string;
  readonly keyNow: () => Promise<string>;
  readonly build: () => Promise<BuiltScript>;
}

const IN_DIST: ScriptPlace = {
  file: join(ROOT, 'dist', 'kept-script.json'),
  keyNow: () => sourcesKey(ROOT),
  build: async () => (await import('../../apps-script/build.ts')).buildScript(),
};

export async function keptScript({ file, keyNow, build }: ScriptPlace = IN_DIST): Promise<BuiltScript> {
  const key = await keyNow();
  const kept = await readKept(file);
  if (kept?.key === key) return { files: new Map(kept.files), bytes: kept.bytes };
  const built = await build();
  // A file that was saved during the build may be in the script, and is not in the key.
  if ((await keyNow()) === key) await keep(file, { key, bytes: built.bytes, files: [...built.files] });
  return built;
}

/** Null for none, and for a file that is no JSON. */
async function readKept(file: string): Promise<Kept | null> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Kept;
  } catch {
    return null;
  }
}

/** Under another name first: nobody reads half of it. Where it cannot be written, the next one builds again. */
async function keep(file: string, kept: Kept): Promise<void> {
  const unfinished = `${file}.${randomUUID()}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(unfinished, JSON.stringify(kept));
    await rename(unfinished, file);
  } catch {}
}
