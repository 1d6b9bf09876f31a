/** Holds the arrows between the layers, keeps clocks out of pure code, and Google's libraries in the adapters. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = normalize(join(dirname(fileURLToPath(import.meta.url)), '..'));

/** Longest prefix first: a file belongs to the first layer that its path starts with. */
const LAYERS: readonly [layer: string, mayImport: readonly string[], why: string][] = [
  ['schemas/', ['schemas/'], 'schemas say what things are and import nobody'],
  ['functions/domain/', ['functions/domain/', 'schemas/'], 'the domain decides on plain data'],
  [
    'functions/workflows/',
    ['functions/workflows/', 'functions/domain/', 'functions/ports.ts', 'functions/errors.ts', 'schemas/'],
    'workflows reach the world through ports only',
  ],
  [
    'functions/adapters/',
    [
      'functions/adapters/',
      'functions/domain/template',
      'functions/domain/canonical.ts',
      'functions/ports.ts',
      'functions/errors.ts',
      'schemas/',
    ],
    'adapters translate and decide nothing',
  ],
  [
    'functions/entry/',
    [
      'functions/entry/',
      'functions/workflows/',
      'functions/domain/',
      'functions/ports.ts',
      'functions/errors.ts',
      'schemas/',
    ],
    'entries call workflows',
  ],
  ['functions/ports.ts', ['schemas/'], 'ports are plain promises'],
  ['functions/errors.ts', [], 'errors are ours alone'],
  ['functions/config.ts', ['functions/errors.ts'], 'configuration is read from its argument'],
  ['functions/', ['functions/', 'schemas/'], 'index joins real things'],
  ['apps-script/', ['apps-script/', 'schemas/', 'functions/domain/'], 'the script bundles schemas and pure code'],
  ['local/sheets/', ['local/sheets/'], 'the Sheets server knows nothing of districts'],
  [
    'local/',
    [
      'local/',
      'schemas/',
      'functions/index.ts',
      'functions/provision.ts',
      'functions/config.ts',
      'functions/ports.ts',
      'apps-script/build.ts',
      'apps-script/submit-address.ts',
      'apps-script/google.ts',
    ],
    'local uses public interfaces only',
  ],
];

/** Where a library may be imported. */
const LIBRARIES: readonly [name: RegExp, where: RegExp][] = [
  [/^googleapis/, /^functions\/adapters\/google-|^local\/sheets\//],
  [
    /^(firebase-admin|@google-cloud\/firestore|google-gax)/,
    /^functions\/(adapters\/firestore-|index\.ts|provision\.ts|verify\.ts|deployed\.ts)|^local\/firestore\//,
  ],
  [/^nodemailer/, /^functions\/adapters\//],
  [/^@firebase-bridge\//, /^local\//],
];

const IMPORT = /(?:from|import)\s*\(?\s*'([^']+)'/g;

function sources(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith('.ts') ? [path] : [];
  });
}

const files = ['schemas', 'functions', 'local', 'apps-script'].flatMap(sources);
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const importsOf = (file: string): string[] => [...read(file).matchAll(IMPORT)].map((match) => match[1] ?? '');
const target = (file: string, path: string): string => relative(ROOT, join(ROOT, dirname(file), path));

describe('the house', () => {
  it('has files to hold', () => assert.ok(files.length > 50, `only ${files.length} files were found`));

  for (const [layer, allowed, why] of LAYERS) {
    it(`${layer} imports only ${allowed.join(', ') || 'nothing of ours'}: ${why}`, () => {
      const mine = files.filter((file) => LAYERS.find(([prefix]) => file.startsWith(prefix))?.[0] === layer);
      const wrong = mine.flatMap((file) =>
        importsOf(file)
          .filter((path) => path.startsWith('.'))
          .map((path) => target(file, path))
          .filter((path) => !allowed.some((prefix) => path.startsWith(prefix)))
          .map((path) => `${file} → ${path}`),
      );
      assert.deepEqual(wrong, []);
    });
  }

  it('keeps clocks out of schemas and domain: now is an argument', () => {
    const wrong = files
      .filter((file) => /^(schemas|functions\/domain)\//.test(file))
      .filter((file) => /Date\.now\(|new Date\(\)|Math\.random/.test(read(file)));
    assert.deepEqual(wrong, []);
  });

  it('keeps Node out of schemas and domain: Apps Script bundles them', () => {
    const wrong = files
      .filter((file) => /^(schemas|functions\/domain)\//.test(file))
      .filter(
        (file) => importsOf(file).some((path) => path.startsWith('node:')) || /\b(Buffer|new URL)\b\(/.test(read(file)),
      );
    assert.deepEqual(wrong, []);
  });

  it('takes zod/mini in schemas and domain, for the size of the script', () => {
    const wrong = files
      .filter((file) => /^(schemas|functions\/domain)\//.test(file))
      .filter((file) => importsOf(file).includes('zod'));
    assert.deepEqual(wrong, []);
  });

  it('imports Google APIs one by one, never the root of googleapis', () => {
    const wrong = files.filter((file) => importsOf(file).some((path) => path === 'googleapis'));
    assert.deepEqual(wrong, []);
  });

  for (const [name, where] of LIBRARIES) {
    it(`imports ${name.source} only where ${where.source} allows`, () => {
      const wrong = files.filter((file) => !where.test(file) && importsOf(file).some((path) => name.test(path)));
      assert.deepEqual(wrong, []);
    });
  }
});
