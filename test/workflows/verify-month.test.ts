/** Promise 3: a frozen month is counted again from its rows, and any byte that is changed is found. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Store, StoredDocument } from '../../functions/ports.ts';
import { correctReport } from '../../functions/workflows/correct-report.ts';
import { verifyMonth } from '../../functions/workflows/verify-month.ts';
import type { Period } from '../../schemas/calendar.ts';
import { storedDocuments } from '../support/memory-google.ts';
import { AUGUST, at, deed, lockedAndMended, NEVER, portsOf, UNIT } from '../support/month-world.ts';

const REPORT = `reports/${UNIT}_2022-08`;
const SNAPSHOT = `snapshots/${UNIT}_2022-08`;

/** A month that was sent, locked and corrected once: two versions. */
async function corrected(): Promise<Store> {
  const world = await lockedAndMended();
  world.google.now = at('2022-09-08T10:00:00');
  await correctReport({ ...deed, until: null, asOf: world.google.now }, portsOf(world, NEVER).ports);
  return world.store;
}

const verify = (store: Store, period = AUGUST) => verifyMonth({ unit: UNIT, period }, store);

/** What a store answers that was tampered with: nothing is parsed, as little as by who did it. */
function tampered(store: Store, path: string, document: StoredDocument | null): Store {
  const change = (documents: ReadonlyMap<string, StoredDocument>): ReadonlyMap<string, StoredDocument> => {
    if (!documents.has(path)) return documents;
    const others = [...documents].filter(([other]) => other !== path);
    return new Map(document === null ? others : [...others, [path, document]]);
  };
  return {
    ...store,
    get: async (paths) => change(await store.get(paths)),
    list: async (collection) => change(await store.list(collection)),
  };
}

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Step = string | number;

/** The places of all single values of a document. */
function leaves(value: Json, path: readonly Step[] = []): readonly (readonly Step[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) =>
    leaves(inner as Json, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

function withLeaf(value: Json, [step, ...rest]: readonly Step[], change: (leaf: Json) => Json): Json {
  if (step === undefined) return change(value);
  if (Array.isArray(value)) return value.map((inner, at) => (at === step ? withLeaf(inner, rest, change) : inner));
  const object = value as { readonly [key: string]: Json };
  return { ...object, [step]: withLeaf(object[step] as Json, rest, change) };
}

/** Another value of the same kind; of a text, one byte is another. */
function other(leaf: Json, seed: number): Json {
  if (typeof leaf === 'number') return leaf + 1;
  if (typeof leaf === 'boolean') return !leaf;
  if (typeof leaf !== 'string' || leaf === '') return 'x';
  const place = seed % leaf.length;
  const letter = leaf[place] === 'q' ? 'p' : 'q';
  return `${leaf.slice(0, place)}${letter}${leaf.slice(place + 1)}`;
}

/** Of the report, what a lock freezes; its other fields go on: the mail that was told, the clocks. */
const FROZEN_FIELDS = new Set(['counts', 'totals', 'problems', 'problemsByRule', 'version', 'frozenVersion']);

describe('verify', () => {
  let store: Store;
  let documents: ReadonlyMap<string, StoredDocument>;
  before(async () => {
    store = await corrected();
    documents = await storedDocuments(store, [UNIT], ['2022-08']);
  });

  it('finds an untouched month the same, in all of its versions', async () => {
    assert.deepEqual(await verify(store), { versions: 2, finding: null });
  });

  it('has nothing to say of a month that was never frozen', async () => {
    assert.deepEqual(await verify(store, '2023-02' as Period), { versions: 0, finding: null });
  });

  it('fails, naming the place, when any byte of any frozen document is changed', async () => {
    const paths = [...documents.keys()].filter(
      (path) => path.startsWith(SNAPSHOT) || path.startsWith(`${REPORT}/teams`),
    );
    assert.equal(paths.length, 6, 'two versions, a chunk each, and two teams');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.nat(), fc.nat(), async (path, place, seed) => {
        const document = documents.get(path) as Json;
        const all = leaves(document);
        const changed = withLeaf(document, all[place % all.length] ?? [], (leaf) => other(leaf, seed));
        const { finding } = await verify(tampered(store, path, changed as StoredDocument));
        assert.ok(finding, `${path}: ${JSON.stringify(all[place % all.length])} was not noticed`);
      }),
      { numRuns: 400 },
    );
  });

  it('fails for every figure of the locked report that is not the frozen one', async () => {
    const report = documents.get(REPORT) as Json;
    const places = leaves(report).filter(([field]) => FROZEN_FIELDS.has(String(field)));
    assert.ok(places.length > 30, String(places.length));
    for (const place of places) {
      const changed = withLeaf(report, place, (leaf) => other(leaf, 0));
      const { finding } = await verify(tampered(store, REPORT, changed as StoredDocument));
      assert.ok(finding?.place.startsWith(REPORT) || finding?.place.startsWith(SNAPSHOT), place.join('.'));
    }
  });

  it('fails for every document that is gone', async () => {
    const paths = [...documents.keys()].filter((path) => path.startsWith(SNAPSHOT) || path.startsWith(REPORT));
    for (const path of paths) {
      const { finding } = await verify(tampered(store, path, null));
      assert.ok(finding, path);
    }
  });

  const text = () => String((documents.get(chunkOf(1)) as { text: string }).text);
  const chunkOf = (version: number): string =>
    [...documents.keys()].find((path) => path.startsWith(`${SNAPSHOT}_v${version}/chunks/`)) ?? '';

  const cases: readonly [name: string, path: () => string, change: (document: Json) => Json, place: RegExp][] = [
    [
      'a figure of a row',
      () => chunkOf(1),
      (chunk) => ({ ...(chunk as object), text: text().replace('"turns":25', '"turns":26') }),
      /^snapshots\/2022:464_2022-08_v1: SHA-256 of the rows$/,
    ],
    [
      'the reason of a correction',
      () => `${SNAPSHOT}_v2`,
      (document) => ({ ...(document as object), reason: 'Khác' }),
      /^snapshots\/2022:464_2022-08_v2: seal$/,
    ],
    [
      'the total of the locked report',
      () => REPORT,
      (report) => withLeaf(report, ['totals', 'turns'], () => 53),
      /^reports\/2022:464_2022-08: totals\.turns$/,
    ],
    [
      'the total of a team',
      () => `${REPORT}/teams/19363_co my`,
      (team) => ({ ...(team as object), turns: 53 }),
      /^reports\/2022:464_2022-08\/teams\/19363_co my$/,
    ],
  ];
  for (const [name, path, change, place] of cases) {
    it(`names the first difference: ${name}`, async () => {
      const document = documents.get(path()) as Json;
      const { finding } = await verify(tampered(store, path(), change(document) as StoredDocument));
      assert.match(finding?.place ?? '', place);
      assert.notEqual(finding?.expected, finding?.found);
    });
  }

  it('counts the totals again: rows and hash that were both forged are found by the figures', async () => {
    const { sha256 } = await import('../../functions/workflows/content-hash.ts');
    const { sealOf } = await import('../../functions/workflows/save-snapshot.ts');
    const path = `${SNAPSHOT}_v1`;
    const forgedText = text().replace('"turns":25', '"turns":26');
    const hash = sha256(forgedText);
    const head = { ...(documents.get(path) as object), sha256: hash } as never;
    const withChunk = tampered(store, chunkOf(1), { index: 0, text: forgedText });
    const forged = tampered(withChunk, path, { ...(head as object), seal: sealOf(head) });
    const { finding } = await verify(forged);
    assert.match(finding?.place ?? '', /^snapshots\/2022:464_2022-08_v1: totals/);
  });
});
