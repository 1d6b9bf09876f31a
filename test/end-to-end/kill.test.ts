/** Promise 2: a night may die anywhere and be started again; nothing is doubled, nothing is lost. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openTestSystem, type TestSystem } from '../support/local-system.ts';

const START = fileURLToPath(new URL('../../local/start.ts', import.meta.url));
const CHECK = fileURLToPath(new URL('../support/answer-check-of-process.ts', import.meta.url));
const AS_OF = '2022-08-25T21:00:00+07:00';
const FLAGS = ['--units', '462,468', '--as-of', AS_OF, '--quotas', 'off'];
/** Milliseconds after the night was asked for: before its first write, among its writes, near its end. */
const KILLS = [300, 800, 1200, 1500, 1800, 2200];

/** Starts the program as a person does, and waits for its address. */
async function start(data: string): Promise<{ readonly child: ChildProcess; readonly address: string }> {
  const child = spawn(process.execPath, ['--import', CHECK, START, '--port', '0', '--data', data, ...FLAGS]);
  const address = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(output);
      if (found) resolve(found[0]);
    });
    child.on('exit', (code) => reject(new Error(`ended with ${code}: ${output}`)));
  });
  return { child, address };
}

const askForNight = (address: string): Promise<Response> =>
  fetch(`${address}functions/nightly`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ asOf: AS_OF }),
  });

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('exit', () => resolve()));
}

async function killDuringNight(data: string, afterMs: number): Promise<void> {
  const { child, address } = await start(data);
  const gone = ended(child);
  const night = askForNight(address).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  child.kill('SIGKILL');
  await Promise.all([night, gone]);
}

/** A person ticks every «Sửa giúp», so that the night that dies has staff's own cells to write. */
async function askForAll({ person }: TestSystem, spreadsheetId: string): Promise<void> {
  const range = "'Kết quả kiểm tra'!L2:L";
  const { data } = await person.spreadsheets.values.get({ spreadsheetId, range });
  const values = (data.values ?? []).map(([box]) => [box === 'FALSE' ? true : null]);
  assert.ok(values.flat().filter(Boolean).length > 5, 'boxes to tick');
  await person.spreadsheets.values.update({
    spreadsheetId,
    range,
    valueInputOption: 'RAW',
    requestBody: { values },
  });
}

interface Document {
  readonly path: string;
  readonly fields: unknown;
}

/** The Department's digest says what its own run cost, and a run that goes on from a dead one has less to do. */
function comparable(path: string, fields: unknown): unknown {
  if (!path.endsWith('_department_digest')) return fields;
  const { text: _text, html: _html, ...rest } = fields as Record<string, unknown>;
  return rest;
}

/** All workbooks as they can be read, and all documents but the runs' own records. */
async function stateOf(data: string): Promise<unknown> {
  const local = await openTestSystem(FLAGS, data);
  try {
    const workbooks = await Promise.all(
      Object.entries(local.workbooks).map(async ([unit, spreadsheetId]) => {
        const answer = await local.owner.spreadsheets.get({ spreadsheetId, includeGridData: true });
        return [unit, answer.data.sheets];
      }),
    );
    const documents = (await (await fetch(`${local.system.address}_local/firestore`)).json()) as Document[];
    const kept = documents
      .filter(({ path }) => !path.startsWith('runs/'))
      .map(({ path, fields }) => [path, comparable(path, fields)]);
    return { workbooks, documents: kept };
  } finally {
    await local.system.close();
  }
}

/** Where two states differ, one line a place: a whole workbook is too much to read. */
function differences(one: unknown, other: unknown, at = ''): readonly string[] {
  const isNode = (value: unknown): value is object => typeof value === 'object' && value !== null;
  if (!isNode(one) || !isNode(other)) {
    return Object.is(one, other) ? [] : [`${at}: ${JSON.stringify(one)} ≠ ${JSON.stringify(other)}`];
  }
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].flatMap((key) =>
    differences(one[key as keyof typeof one], other[key as keyof typeof other], `${at}/${key}`),
  );
}

describe('running twice is running once: a night that is killed and started again', function () {
  this.timeout(420_000);
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'to-cong-nghe-so-kill-'));
    const prepared = await openTestSystem(FLAGS, join(folder, 'prepared'));
    await prepared.call('nightly', { asOf: AS_OF });
    for (const workbook of Object.values(prepared.workbooks).slice(0, 2)) await askForAll(prepared, workbook);
    await prepared.system.close();
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it(`ends in the state of an undisturbed night (killed after ${KILLS.join(', ')} ms)`, async () => {
    const [calm, killed] = [join(folder, 'calm'), join(folder, 'killed')];
    await Promise.all([calm, killed].map((to) => cp(join(folder, 'prepared'), to, { recursive: true })));
    for (const afterMs of KILLS) await killDuringNight(killed, afterMs);
    for (const data of [calm, killed]) {
      const { child, address } = await start(data);
      assert.equal((await askForNight(address)).status, 200);
      const gone = ended(child);
      child.kill('SIGTERM');
      await gone;
    }
    assert.deepEqual(differences(await stateOf(calm), await stateOf(killed)), []);
  });
});
