/**
 * Makes the script that goes into each district's workbook: `npx node apps-script/build.ts [address of submit-report]` →
 * `dist/apps-script/`.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { type MinifyOptions, minify } from 'terser';
import { packedData } from './bundle/packed-data.ts';
import { vietnamMobileOnly } from './bundle/vietnam-mobile.ts';
import { zodLeftOut } from './bundle/zod-left-out.ts';
import { forbiddenIn } from './forbidden-constructs.ts';
import { guidePage } from './guide-page.ts';
import { sidebarPage } from './sidebar-page.ts';
import { withSubmitAddress } from './submit-address.ts';
import { writeFiles } from './write-files.ts';

export interface BuiltScript {
  /** Contents by file name, as clasp pushes them. */
  readonly files: ReadonlyMap<string, string>;
  /** Bytes of `main.js`. */
  readonly bytes: number;
}

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = dirname(HERE);
const ENTRY = join(HERE, 'main.ts');

/** Google names no limit. The script is loaded before every menu and every check of what is typed. */
export const MAX_BYTES = 150_000;

const NOTICE = '// Tệp này được tạo tự động từ apps-script/ của dự án. Sửa ở đây sẽ mất khi cập nhật.';

/**
 * es2020: Google's samples push `?.` and `??` as they stand (github.com/googleworkspace/apps-script-samples,
 * `ai/standup-chat-app/main.js`), while Apps Script's parser refuses the class fields of es2022. google/clasp#907, #935
 */
const OPTIONS = {
  target: 'es2020',
  charset: 'utf8',
  minify: true,
  absWorkingDir: ROOT,
  bundle: true,
  format: 'esm',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  alias: { 'fastest-levenshtein': './apps-script/levenshtein.ts' },
  write: false,
  metafile: true,
  logLevel: 'silent',
  plugins: [vietnamMobileOnly, zodLeftOut, packedData],
} as const satisfies BuildOptions;

/** Two rounds find what the first has laid open; nothing of it guesses what code does. */
const SHORTER = { ecma: 2020, compress: { passes: 3 }, format: { ascii_only: false } } as const satisfies MinifyOptions;

/** Throws, with every reason, when the script would not run in Apps Script or has grown too big. */
export async function buildScript(entry: string = ENTRY): Promise<BuiltScript> {
  const { outputFiles, metafile } = await build({
    ...OPTIONS,
    plugins: [...OPTIONS.plugins],
    mainFields: [...OPTIONS.mainFields],
    entryPoints: [entry],
  });
  const exported = Object.values(metafile.outputs).flatMap((output) => output.exports);
  const main = [NOTICE, await asObject(outputFiles[0]?.text ?? ''), ...exported.map(declaration), ''].join('\n');
  const bytes = Buffer.byteLength(main);
  refuse([...forbiddenIn(main), ...(await forbiddenInSources(metafile)), ...tooBig(bytes)]);
  const manifest = await readFile(join(HERE, 'appsscript.json'), 'utf8');
  return {
    files: new Map([
      ['main.js', main],
      ['appsscript.json', manifest],
      ['guide.html', guidePage()],
      ['sidebar.html', await sidebarPage()],
    ]),
    bytes,
  };
}

/** Menus, triggers and the editor find only functions that are declared at the top level. */
const declaration = (name: string): string => `function ${name}(...all) { return __app.${name}(...all); }`;

/**
 * Apps Script knows no modules: the module becomes the body of a function that gives its exports. What was the module's is
 * local then, and the minifier makes more of it.
 */
async function asObject(module: string): Promise<string> {
  const body = module.replace(/export\{([^}]*)\};?\s*$/, (_, names: string) => {
    const pairs = names.split(',').map((pair) => pair.split(' as '));
    return `return{${pairs.map(([local, name = local]) => `${name}:${local}`).join(',')}}`;
  });
  const { code = '' } = await minify(`"use strict";var __app=(()=>{${body}})();`, SHORTER);
  return code;
}

async function forbiddenInSources({ inputs }: Metafile): Promise<readonly string[]> {
  const own = Object.keys(inputs).filter((path) => path.endsWith('.ts') && !path.includes('node_modules'));
  const found = await Promise.all(
    own.map(async (path) =>
      forbiddenIn(await readFile(join(ROOT, path), 'utf8'), 'source').map((text) => `${path}: ${text}`),
    ),
  );
  return found.flat();
}

const tooBig = (bytes: number): readonly string[] =>
  bytes > MAX_BYTES ? [`main.js has ${bytes} bytes, more than ${MAX_BYTES}.`] : [];

function refuse(reasons: readonly string[]): void {
  if (reasons.length > 0) throw new Error(`The script cannot go into a workbook:\n${reasons.join('\n')}`);
}

if (import.meta.main) {
  const folder = join(ROOT, 'dist', 'apps-script');
  const built = await buildScript();
  const [, , address] = process.argv;
  const files = address === undefined ? built.files : withSubmitAddress(built.files, address);
  await writeFiles(files, folder);
  console.log(`dist/apps-script: ${[...files.keys()].join(', ')}; main.js ${built.bytes} bytes`);
}
