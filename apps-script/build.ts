/**
 * Makes the script that goes into each district's workbook: `npx node apps-script/build.ts [address of submit-report]` →
 * `dist/apps-script/`.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { packedSchemas } from './bundle/packed-schemas.ts';
import { vietnamMobileOnly } from './bundle/vietnam-mobile.ts';
import { zodLeftOut } from './bundle/zod-left-out.ts';
import { forbiddenIn } from './forbidden-constructs.ts';
import { guidePage } from './guide-page.ts';
import { sidebarPage } from './sidebar-page.ts';

import { withSubmitAddress } from './submit-address.ts';

export { withSubmitAddress };

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
export const MAX_BYTES = 160_000;

const NOTICE = '// Tệp này được tạo tự động từ apps-script/ của dự án. Sửa ở đây sẽ mất khi cập nhật.\n';

/**
 * es2020: Google's samples push `?.` and `??` as they stand (github.com/googleworkspace/apps-script-samples,
 * `ai/standup-chat-app/main.js`), while Apps Script's parser refuses the class fields of es2022. google/clasp#907, #935
 */
const OPTIONS = {
  absWorkingDir: ROOT,
  bundle: true,
  format: 'iife',
  globalName: '__app',
  target: 'es2020',
  platform: 'neutral',
  mainFields: ['module', 'main'],
  charset: 'utf8',
  minify: true,
  write: false,
  metafile: true,
  logLevel: 'silent',
  plugins: [vietnamMobileOnly, zodLeftOut, packedSchemas],
} as const satisfies BuildOptions;

/** Throws, with every reason, when the script would not run in Apps Script or has grown too big. */
export async function buildScript(entry: string = ENTRY): Promise<BuiltScript> {
  const { outputFiles, metafile } = await build({
    ...OPTIONS,
    plugins: [...OPTIONS.plugins],
    mainFields: [...OPTIONS.mainFields],
    entryPoints: [entry],
  });
  const bundle = outputFiles[0]?.text ?? '';
  const main = `${NOTICE}${bundle}${(await exportsOf(entry)).map(declaration).join('\n')}\n`;
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
const declaration = (name: string): string => `function ${name}() { return __app.${name}.apply(this, arguments); }`;

/** An iife has no exports in esbuild's report, so the entry is asked by itself. */
async function exportsOf(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    entryPoints: [entry],
    format: 'esm',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return Object.values(metafile.outputs).flatMap((output) => output.exports);
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

export async function writeFiles({ files }: BuiltScript, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, content] of files) await writeFile(join(folder, name), content);
}

if (import.meta.main) {
  const folder = join(ROOT, 'dist', 'apps-script');
  const built = await buildScript();
  const [, , address] = process.argv;
  const files = address === undefined ? built.files : withSubmitAddress(built.files, address);
  await writeFiles({ ...built, files }, folder);
  console.log(`dist/apps-script: ${[...files.keys()].join(', ')}; main.js ${built.bytes} bytes`);
}
