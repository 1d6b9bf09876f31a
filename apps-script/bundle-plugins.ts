/**
 * What the script does not need and does not carry: the world's telephone plans, the rules' test examples, sources and
 * remarks in the lists of units. Together they are more than half of the bundle.
 */
import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import metadata from 'libphonenumber-js/mobile/metadata';

const read = (path: string): Promise<string> => readFile(path, 'utf8');

/** Of a country's record: the kinds of number, each with its pattern and lengths; the second kind is the mobile. */
const KINDS = 11;
const MOBILE = 1;

/**
 * The one question that the checks ask of libphonenumber-js, answered from its own metadata: is this, with its leading 0,
 * a Vietnamese mobile number? A test compares every prefix with the library.
 */
export function vietnamMobileModule(): string {
  const kinds = (metadata.countries.VN as readonly unknown[])[KINDS] as readonly (readonly [
    string,
    readonly number[],
  ])[];
  const [pattern, lengths] = kinds[MOBILE] ?? [];
  if (pattern === undefined || lengths?.length !== 1)
    throw new Error('libphonenumber-js has another form of metadata.');
  return [
    `const MOBILE = /^0(?=\\d{${lengths[0]}}$)(?:${pattern})$/;`,
    'export const parsePhoneNumberFromString = (number) => ({ isValid: () => MOBILE.test(number) });',
  ].join('\n');
}

export const vietnamMobileOnly: Plugin = {
  name: 'vietnam-mobile-only',
  setup(build) {
    build.onResolve({ filter: /^libphonenumber-js/ }, ({ path }) => {
      if (path === 'libphonenumber-js/mobile') return { path, namespace: 'vietnam-mobile-only' };
      return { errors: [{ text: `${path} would bring the whole world's telephone plans into the script.` }] };
    });
    build.onLoad({ filter: /.*/, namespace: 'vietnam-mobile-only' }, () => ({ contents: vietnamMobileModule() }));
  },
};

/** As Biome lays it out, which the check of the house enforces: two spaces, `examples: [`, and the same depth at its end. */
const EXAMPLES = /^ {2}examples: \[(?:\]|.*\]|\n[\s\S]*?\n {2}\]),$/gm;

/** Throws when a rule of the file keeps its examples: the layout has changed and the bundle would silently grow. */
export function withoutExamples(source: string): string {
  const rules = source.split('= defineRule(').length - 1;
  let taken = 0;
  const contents = source.replace(EXAMPLES, () => {
    taken += 1;
    return '  examples: [],';
  });
  if (taken !== rules) throw new Error(`${taken} of ${rules} rules gave up their examples.`);
  return contents;
}

export const rulesWithoutExamples: Plugin = {
  name: 'rules-without-examples',
  setup(build) {
    build.onLoad({ filter: /schemas\/rules\/[\w-]+\.ts$/ }, async ({ path }) => ({
      contents: withoutExamples(await read(path)),
      loader: 'ts',
    }));
  },
};

/** What `Commune` and `ReportingUnit` know, and the keys that hold them. */
const UNIT_FIELDS: ReadonlySet<string> = new Set([
  'code',
  'name',
  'kind',
  'fullName',
  'aliases',
  'formerNames',
  'formerNamesPartial',
  'communes',
]);

/** The lists of units without the fields that `schemas/units.ts` has no type for. */
export function thinUnits(list: unknown): unknown {
  if (Array.isArray(list)) return list.map(thinUnits);
  if (typeof list !== 'object' || list === null) return list;
  const fields = Object.entries(list).filter(([key]) => UNIT_FIELDS.has(key));
  return Object.fromEntries(fields.map(([key, value]) => [key, thinUnits(value)]));
}

export const unitsWithoutSources: Plugin = {
  name: 'units-without-sources',
  setup(build) {
    build.onLoad({ filter: /schemas\/data\/units-\d{4}\.json$/ }, async ({ path }) => {
      const data = JSON.parse(await read(path)) as { units?: unknown; old2new?: unknown };
      const { units, old2new } = data;
      const thin = units === undefined ? thinUnits(data) : { units: thinUnits(units), old2new };
      return { contents: JSON.stringify(thin), loader: 'json' };
    });
  },
};
