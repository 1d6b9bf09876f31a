/**
 * The rulebook, the columns, the lists and the units are plain data, half of the script as code and a seventh of that as
 * gzip in base64: they are packed when the script is built and unpacked once when it is loaded (`../unpack.ts`).
 */
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'esbuild';
import { isLeftOut } from './left-out.ts';
import { makePacker } from './pack.ts';

const SCRIPT = dirname(dirname(fileURLToPath(import.meta.url)));
const SCHEMAS = join(dirname(SCRIPT), 'schemas');
const NAME = 'packed-schemas';

/** Modules of `schemas/` that export plain data and nothing else, those before that others refer to. */
function plainModules(): readonly string[] {
  const folder = (name: string): string[] => readdirSync(join(SCHEMAS, name)).map((file) => join(name, file));
  return ['choice-lists.ts', 'results.ts', ...folder('data'), ...folder('rules'), ...folder('tabs')].sort();
}

export interface PackedModules {
  /** Gzip in base64. */
  readonly packed: string;
  /** By path: the line of each export. */
  readonly lines: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

export async function packModules(): Promise<PackedModules> {
  const packer = makePacker(isLeftOut);
  const lines = new Map<string, ReadonlyMap<string, number>>();
  for (const module of plainModules()) {
    const path = join(SCHEMAS, module);
    const exported = Object.entries(await load(path)).sort(smallestFirst);
    lines.set(path, new Map(exported.map(([name, value]) => [name, packer.add(value, `${module} ${name}`)])));
  }
  return { packed: gzipSync(packer.text(), { level: 9 }).toString('base64'), lines };
}

type Export = readonly [name: string, value: unknown];

/** What contains another export comes after it, and refers to it. */
const smallestFirst = ([, one]: Export, [, other]: Export): number => sizeOf(one) - sizeOf(other);
const sizeOf = (value: unknown): number => String(JSON.stringify(value)).length;

async function load(path: string): Promise<Readonly<Record<string, unknown>>> {
  const attributes = path.endsWith('.json') ? { with: { type: 'json' } } : {};
  return (await import(pathToFileURL(path).href, attributes)) as Readonly<Record<string, unknown>>;
}

export const packedSchemas: Plugin = {
  name: NAME,
  async setup(build) {
    const { packed, lines } = await packModules();
    build.onResolve({ filter: new RegExp(`^${NAME}$`) }, () => ({ path: NAME, namespace: NAME }));
    build.onLoad({ filter: /.*/, namespace: NAME }, () => ({ contents: unpacking(packed), resolveDir: SCRIPT }));
    build.onLoad({ filter: /\/schemas\/.*\.(?:ts|json)$/ }, ({ path }) => {
      const exported = lines.get(path);
      return exported && { contents: exportsOf(exported), loader: 'js', resolveDir: SCRIPT };
    });
  },
};

/** The one place where the data are unpacked, before any module that asks for them runs. */
const unpacking = (packed: string): string =>
  `import { unpack } from './unpack.ts';\nconst lines = unpack(Utilities, '${packed}');\nexport const line = (number) => lines[number];`;

const exportsOf = (exported: ReadonlyMap<string, number>): string =>
  [
    `import { line } from '${NAME}';`,
    ...[...exported].map(([name, number]) => `const ${local(name)} = /* @__PURE__ */ line(${number});`),
    `export { ${[...exported.keys()].map((name) => `${local(name)} as ${name}`).join(', ')} };`,
  ].join('\n');

const local = (name: string): string => `_${name}`;
