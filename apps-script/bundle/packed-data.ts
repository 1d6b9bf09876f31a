/**
 * Plain data are 98 kB as code and 26 kB as gzip in base91: the rulebook, the columns, the lists, the units, long sentences
 * and patterns. They are packed when the script is built, and unpacked once when it is loaded (`../unpack.ts`).
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Plugin, PluginBuild } from 'esbuild';
import type { Packed } from '../unpack.ts';
import { base91 } from './base91.ts';
import { OPENERS, packConstants } from './constants.ts';
import { isLeftOut } from './left-out.ts';
import { makePacker } from './pack.ts';
import { type Exports, packModules } from './plain-modules.ts';

const SCRIPT = dirname(dirname(fileURLToPath(import.meta.url)));
const ROOT = dirname(SCRIPT);
const NAME = 'packed-data';

export interface PackedData {
  readonly packed: Packed;
  /** By path of a module that is data alone: the line of each export. */
  readonly modules: ReadonlyMap<string, Exports>;
  /** By path of another module: its source without long constants. */
  readonly sources: ReadonlyMap<string, string>;
}

/** `paths`: the modules whose long constants go along. */
export async function packData(paths: readonly string[]): Promise<PackedData> {
  const packer = makePacker(isLeftOut);
  const modules = await packModules(join(ROOT, 'schemas'), packer);
  const sources = packConstants(paths, packer);
  return { packed: asText(packer.text()), modules, sources };
}

export function asText(json: string): Packed {
  const zipped = gzipSync(json, { level: 9 });
  return { text: base91(zipped), byteCount: zipped.length };
}

/** Modules that go into the script, but for what opens the data. */
async function bundled({ esbuild, initialOptions }: PluginBuild): Promise<readonly string[]> {
  const plugins = (initialOptions.plugins ?? []).filter(({ name }) => name !== NAME);
  const { metafile } = await esbuild.build({ ...initialOptions, plugins, write: false, metafile: true });
  const own = Object.keys(metafile.inputs).filter((path) => /^(?:apps-script|functions)\//.test(path));
  return own.map((path) => join(ROOT, path)).filter((path) => path !== join(SCRIPT, 'unpack.ts'));
}

export const packedData: Plugin = {
  name: NAME,
  async setup(build) {
    const { packed, modules, sources } = await packData(await bundled(build));
    build.onResolve({ filter: new RegExp(`^${NAME}$`) }, () => ({ path: NAME, namespace: NAME }));
    build.onLoad({ filter: /.*/, namespace: NAME }, () => ({ contents: unpacking(packed), resolveDir: SCRIPT }));
    build.onLoad({ filter: /\.(?:ts|json)$/ }, ({ path }) => {
      const exported = modules.get(path);
      if (exported) return { contents: exportsOf(exported), loader: 'js' };
      const source = sources.get(path);
      return source === undefined ? undefined : { contents: `${importing(...OPENERS)}\n${source}`, loader: 'ts' };
    });
  },
};

const importing = (...names: readonly string[]): string => `import { ${names.join(', ')} } from '${NAME}';`;

/** The one place where the data are unpacked, before any module that asks for them runs. */
const unpacking = (packed: Packed): string =>
  [
    "import { unpack } from './unpack.ts';",
    `const lines = unpack(Utilities, ${JSON.stringify(packed)});`,
    'export const packedLine = (number) => lines[number];',
    'export const packedPattern = (number) => new RegExp(...lines[number]);',
  ].join('\n');

const exportsOf = (exported: Exports): string =>
  [
    importing('packedLine'),
    ...[...exported].map(([name, number]) => `const ${local(name)} = /* @__PURE__ */ packedLine(${number});`),
    `export { ${[...exported.keys()].map((name) => `${local(name)} as ${name}`).join(', ')} };`,
  ].join('\n');

const local = (name: string): string => `_${name}`;
