import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { FieldValue, type Firestore, GeoPoint, Timestamp } from 'firebase-admin/firestore';
import { type EmbeddedFirestore, openEmbeddedFirestore } from '../../../local/firestore/embedded.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('the embedded Firestore keeps its documents in a file', () => {
  const folder = temporaryFolder();
  const file = () => join(folder(), 'data', 'firestore.json');
  const opened: EmbeddedFirestore[] = [];
  const open = async (): Promise<EmbeddedFirestore> => {
    const embedded = await openEmbeddedFirestore({ file: file(), projectId: 'test-embedded' });
    opened.push(embedded);
    return embedded;
  };
  afterEach(async () => {
    for (const embedded of opened.splice(0)) await embedded.close();
  });

  it('is empty without a file, and writes none as long as it is', async () => {
    const { documents, save } = await open();
    await save();
    assert.deepEqual(await documents(), []);
    await assert.rejects(stat(file()), { code: 'ENOENT' });
  });

  it('gives back after a restart what was saved, also under missing parents, with the times of the updates', async () => {
    const first = await open();
    await first.firestore.doc('reports/1').set({ version: 1 });
    await sleep(5);
    await first.firestore.doc('snapshots/absent/chunks/0').set({ text: 'Tổ' });
    const before = await first.documents();
    await first.save();
    const second = await open();
    assert.deepEqual(await second.documents(), before);
    assert.deepEqual(
      before.map(({ path, fields }) => [path, fields]),
      [
        ['reports/1', { version: 1 }],
        ['snapshots/absent/chunks/0', { text: 'Tổ' }],
      ],
    );
    assert.ok((before[0]?.updateTime ?? '') < (before[1]?.updateTime ?? ''));
  });

  it('a write after a restart has a new time', async () => {
    const first = await open();
    await first.firestore.doc('reports/1').set({ version: 1 });
    await first.save();
    const [before] = await first.documents();
    await sleep(5);
    const second = await open();
    await second.firestore.doc('reports/1').set({ version: 2 });
    const [after] = await second.documents();
    assert.ok((after?.updateTime ?? '') > (before?.updateTime ?? ''));
  });

  it('a deleted document stays deleted', async () => {
    const first = await open();
    await first.firestore.doc('reports/1').set({ version: 1 });
    await first.save();
    await first.firestore.doc('reports/1').delete();
    await first.save();
    assert.deepEqual(await (await open()).documents(), []);
  });

  it('saves by itself soon', async () => {
    const { firestore } = await open();
    await firestore.doc('reports/1').set({ version: 1 });
    // Half a second; a busy machine gets five.
    for (const deadline = Date.now() + 5000; !existsSync(file()) && Date.now() < deadline; ) await sleep(50);
    assert.match(await readFile(file(), 'utf8'), /reports\/1/);
  });

  it('saves when it is closed', async () => {
    const { firestore, close } = await open();
    await firestore.doc('reports/1').set({ version: 1 });
    opened.pop();
    await close();
    assert.match(await readFile(file(), 'utf8'), /reports\/1/);
  });

  it('does not write the file again when nothing was written', async () => {
    const { firestore, save } = await open();
    await firestore.doc('reports/1').set({ version: 1 });
    await save();
    const before = await stat(file());
    await save();
    assert.equal((await stat(file())).ino, before.ino);
  });

  it('every save that was asked for holds what was written before it', async () => {
    const { firestore, save } = await open();
    const saves: Promise<void>[] = [];
    for (let version = 1; version <= 5; version += 1) {
      await firestore.doc('reports/1').set({ version });
      saves.push(save());
    }
    await Promise.all(saves);
    assert.match(await readFile(file(), 'utf8'), /"version":5/);
    assert.deepEqual(await readdir(dirname(file())), ['firestore.json']);
  });

  it('a save that fails says so, and the next one makes up for it', async () => {
    const { firestore, save } = await open();
    await writeFile(dirname(file()), 'in the way');
    await firestore.doc('reports/1').set({ version: 1 });
    await assert.rejects(save());
    await rm(dirname(file()));
    await save();
    assert.match(await readFile(file(), 'utf8'), /reports\/1/);
  });

  for (const [name, content, message] of [
    ['a file that is none of ours', 'not JSON', /is no snapshot of Firestore/],
    ['a file of another form', '{"format":2,"documents":[]}', /has the form 2, this program reads 1/],
  ] as const) {
    it(`refuses ${name} and leaves it as it is`, async () => {
      await mkdir(dirname(file()));
      await writeFile(file(), content);
      await assert.rejects(open(), message);
      assert.equal(await readFile(file(), 'utf8'), content);
    });
  }

  it('any documents come back as they were', async () => {
    await fc.assert(
      fc.asyncProperty(anyDocuments, async (documents) => {
        await rm(file(), { force: true });
        const first = await openEmbeddedFirestore({ file: file(), projectId: 'test-embedded' });
        const written = new Map(documents.map(([path, make]) => [path, make(first.firestore)]));
        for (const [path, fields] of written) await first.firestore.doc(path).set(fields);
        const before = await contentOf(first);
        await first.close();
        const second = await openEmbeddedFirestore({ file: file(), projectId: 'test-embedded' });
        const after = await contentOf(second);
        await second.close();
        assert.equal(after.size, written.size);
        assert.deepEqual(after, before);
      }),
      { numRuns: 60 },
    );
  });

  it('a kill in the middle of a save leaves the old file as a whole', async () => {
    const reported = await killWhileSaving(file());
    const { firestore } = await open();
    const rounds = (await firestore.collection('units').get()).docs.map((unit) => Number(unit.get('round')));
    assert.equal(rounds.length, 30);
    assert.ok(new Set(rounds).size <= 2, `one save at a time: ${rounds}`);
    assert.ok(Math.min(...rounds) >= reported, `${Math.min(...rounds)} is older than ${reported}`);
  }).timeout(180_000);
});

/** Kills when the folder stirs, which is when a save begins to write. Gives the number of the last save that was done. */
async function killWhileSaving(file: string): Promise<number> {
  const script = fileURLToPath(new URL('save-without-end.ts', import.meta.url));
  const child = spawn(process.execPath, [script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  while (!output.includes('1\n') && child.exitCode === null) await sleep(1);
  const watcher = watch(dirname(file), () => child.kill('SIGKILL'));
  await once(child, 'close');
  watcher.close();
  assert.equal(child.signalCode, 'SIGKILL');
  return Number(output.trim().split('\n').at(-1));
}

type Make<T> = (firestore: Firestore) => T;
const constant = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<Make<unknown>> => arbitrary.map((value) => () => value);

/** Names that Firestore does not keep for itself; some begin like a marker of the file. */
const anyFieldName = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.constantFrom('$', '$$', '$bytes', '$number', '$timestamp', 'Tổ'),
);
const anyFieldMap = <T>(value: fc.Arbitrary<T>) =>
  fc
    .uniqueArray(fc.tuple(anyFieldName, value), { selector: ([name]) => name, maxLength: 5 })
    .filter((entries) => entries.every(([name]) => !/^__.*__$/.test(name)));

const anySimpleValue: fc.Arbitrary<Make<unknown>> = fc.oneof(
  constant(fc.oneof(fc.constant(null), fc.boolean(), fc.string({ unit: 'grapheme' }), fc.double(), fc.integer())),
  constant(fc.constantFrom(Number.NaN, -0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)),
  constant(fc.uint8Array().map((bytes) => Buffer.from(bytes))),
  constant(
    fc
      .tuple(fc.integer({ min: -62_135_596_800, max: 253_402_300_799 }), fc.integer({ min: 0, max: 999_999 }))
      .map(([seconds, micros]) => new Timestamp(seconds, micros * 1000)),
  ),
  constant(
    fc
      .tuple(fc.double({ min: -90, max: 90, noNaN: true }), fc.double({ min: -180, max: 180, noNaN: true }))
      .map(([latitude, longitude]) => new GeoPoint(latitude, longitude)),
  ),
  constant(
    fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 4 }).map((parts) => FieldValue.vector(parts)),
  ),
  fc.constantFrom('units/1', 'reports/1/teams/2').map((path) => (firestore: Firestore) => firestore.doc(path)),
);

const anyValue: fc.Arbitrary<Make<unknown>> = fc.letrec<{
  value: Make<unknown>;
  list: Make<unknown>;
  map: Make<unknown>;
}>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, anySimpleValue, tie('list'), tie('map')),
  // Firestore holds no list directly within a list.
  list: fc
    .array(fc.oneof({ maxDepth: 3 }, anySimpleValue, tie('map')), { maxLength: 4 })
    .map((items) => (firestore: Firestore) => items.map((make) => make(firestore))),
  map: anyFieldMap(tie('value')).map(
    (entries) => (firestore: Firestore) => Object.fromEntries(entries.map(([name, make]) => [name, make(firestore)])),
  ),
})).value;

const anyPath = fc.constantFrom(
  'units/1',
  'units/2',
  'reports/1',
  'reports/1/teams/1',
  'reports/absent/teams/1',
  'x/1/y/1/z/1',
);
const anyDocuments = fc.uniqueArray(
  fc.tuple(
    anyPath,
    anyFieldMap(anyValue).map(
      (entries) =>
        (firestore: Firestore): Record<string, unknown> =>
          Object.fromEntries(entries.map(([name, make]) => [name, make(firestore)])),
    ),
  ),
  { selector: ([path]) => path, maxLength: 4 },
);

/** Read through the client, so that values are compared and not their encoding. */
async function contentOf({ firestore }: EmbeddedFirestore): Promise<Map<string, unknown>> {
  const names = ['units', 'reports', 'teams', 'x', 'y', 'z'];
  const groups = await Promise.all(names.map((name) => firestore.collectionGroup(name).get()));
  return new Map(groups.flatMap(({ docs }) => docs.map((document) => [document.ref.path, plain(document.data())])));
}

/** References hold their client, which is another one after a restart. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
  if ('firestore' in value && 'path' in value && value.constructor.name === 'DocumentReference')
    return `-> ${value.path}`;
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
}
