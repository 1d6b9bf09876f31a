/** The modules of `schemas/` that export plain data and nothing else: rulebook, columns, lists, units, positions, days off. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isLeftOut } from './left-out.ts';
import type { Packer } from './pack.ts';

/** Those that others refer to come before them: `choice-lists.ts` before `tabs/`. Like is beside like, for gzip. */
function plainModules(schemas: string): readonly string[] {
  const folder = (name: string): string[] =>
    readdirSync(join(schemas, name))
      .sort()
      .map((file) => join(name, file));
  return [...folder('data').reverse(), 'choice-lists.ts', 'results.ts', ...folder('rules'), ...folder('tabs')];
}

/** By path: the number of each export's line. An export that is left out is none: who imports it stops the build. */
export async function packModules(schemas: string, packer: Packer): Promise<ReadonlyMap<string, Exports>> {
  const lines = new Map<string, Exports>();
  for (const module of plainModules(schemas)) {
    const path = join(schemas, module);
    const exported = Object.entries(await load(path)).filter(([name]) => !isLeftOut(`${module} ${name}`));
    const ordered = exported.sort(smallestFirst);
    lines.set(path, new Map(ordered.map(([name, value]) => [name, packer.add(value, `${module} ${name}`)])));
  }
  return lines;
}

export type Exports = ReadonlyMap<string, number>;
type Export = readonly [name: string, value: unknown];

/** What contains another export comes after it, and refers to it. */
const smallestFirst = ([, one]: Export, [, other]: Export): number => sizeOf(one) - sizeOf(other);
const sizeOf = (value: unknown): number => String(JSON.stringify(value)).length;

async function load(path: string): Promise<Readonly<Record<string, unknown>>> {
  const attributes = path.endsWith('.json') ? { with: { type: 'json' } } : {};
  return (await import(pathToFileURL(path).href, attributes)) as Readonly<Record<string, unknown>>;
}
