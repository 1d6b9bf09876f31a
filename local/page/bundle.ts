/**
 * The parts of the page that are bundled from packages: built when they are first asked for, and kept under a key made
 * of everything that went in, so that only a change of a package or a source builds them again.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { contentKey } from '../content-key.ts';

const BUNDLED = fileURLToPath(new URL('bundled/', import.meta.url));
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const KEPT = join(ROOT, 'dist', 'page');
const ENTRIES = ['sheet-editor.js', 'charts.js', 'styles.css'] as const;

let built: Promise<string> | undefined;

/** The lockfile names every package with its content; the sources are ours. */
async function keyOfContent(): Promise<string> {
  const sources = (await readdir(BUNDLED)).sort().map((name) => join(BUNDLED, name));
  const paths = [join(ROOT, 'package-lock.json'), fileURLToPath(import.meta.url), ...sources];
  return (await contentKey(ROOT, paths)).slice(0, 16);
}

async function isThere(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length > 0;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Sonner (Univer's messages) puts its style sheet into the page as an element, which the page's policy refuses: styles.css has it. */
const styleSheetOfSonner: Plugin = {
  name: 'style sheet of sonner',
  setup: ({ onLoad }) =>
    onLoad({ filter: /sonner[\\/]dist[\\/]index\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes('function __insertCSS(code) {'))
        throw new Error(`${path} no longer inserts its style sheet.`);
      return {
        contents: source.replace('function __insertCSS(code) {', 'function __insertCSS() { return;'),
        loader: 'js',
      };
    }),
};

/** Split, for Univer carries the hyphenation of eighty languages, which are fetched only where they are used. */
async function build(folder: string): Promise<void> {
  const { build: bundle } = await import('esbuild');
  const { outputFiles } = await bundle({
    entryPoints: ENTRIES.map((name) => join(BUNDLED, name)),
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    write: false,
    plugins: [styleSheetOfSonner],
    legalComments: 'none',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  // Whole or not at all: another process may be building the same.
  const unfinished = `${folder}.${process.pid}.tmp`;
  await mkdir(unfinished, { recursive: true });
  await Promise.all(
    outputFiles.map(({ path, contents }) => writeFile(join(unfinished, path.slice(folder.length + 1)), contents)),
  );
  await rename(unfinished, folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(unfinished, { recursive: true });
    if (!(await isThere(folder))) throw error;
  });
}

/** Bundles of other packages and sources are of no more use. */
async function forgetOthers(folder: string): Promise<void> {
  const others = (await readdir(KEPT)).map((name) => join(KEPT, name)).filter((path) => path !== folder);
  await Promise.all(others.filter((path) => !path.endsWith('.tmp')).map((path) => rm(path, { recursive: true })));
}

async function folderOfBundle(): Promise<string> {
  const folder = join(KEPT, await keyOfContent());
  if (await isThere(folder)) return folder;
  await build(folder);
  await forgetOthers(folder);
  return folder;
}

/** Begins to build what is not there yet, so that it is ready when it is asked for. Throws what went wrong in building. */
export function prepareBundle(): Promise<string> {
  built ??= folderOfBundle().catch((error: unknown) => {
    built = undefined;
    throw error;
  });
  return built;
}
