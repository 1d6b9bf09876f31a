/** Promise 2: a night may die anywhere and be started again; nothing is doubled, nothing is lost. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openTestSystem, type TestSystem } from '../support/local-system.ts';

const START = fileURLToPath(new URL('../../local/start.ts', import.meta.url));
const CHECK = fileURLToPath(new URL('../support/answer-check-of-process.ts', import.meta.url));
const DEATH = new URL('../support/die-while-saving.ts', import.meta.url).href;
const AS_OF = '2022-08-25T21:00:00+07:00';
const FLAGS = ['--units', '462,468', '--as-of', AS_OF, '--quotas', 'off'];
/** A night is killed at each file that it saves, a workbook or the store: before it takes the old one's place, or after. */
const KILLS = [
  { save: 1, when: 'before' },
  { save: 1, when: 'after' },
  { save: 2, when: 'after' },
] as const;
type Kill = (typeof KILLS)[number];

interface Started {
  readonly child: ChildProcess;
  readonly address: string;
}

/** Starts the program as a person does, and waits for its address. */
async function start(data: string, { save, when }: Kill): Promise<Started> {
  const preloaded = [CHECK, `${DEATH}?save=${save}&when=${when}`].flatMap((module) => ['--import', module]);
  const child = spawn(process.execPath, [...preloaded, START, '--port', '0', '--data', data, ...FLAGS]);
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

async function killDuringNight(data: string, kill: Kill): Promise<void> {
  const { child, address } = await start(data, kill);
  const gone = once(child, 'exit');
  child.kill('SIGUSR2');
  const outcome = await askForNight(address).then(
    ({ status }) => `the night answered ${status}`,
    () => 'died',
  );
  child.kill('SIGKILL');
  await gone;
  assert.equal(outcome, 'died', JSON.stringify(kill));
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

const FIELDS = [
  'properties(title,locale,timeZone),developerMetadata',
  'sheets(properties,merges,protectedRanges,charts',
  'data(rowData(values(userEnteredValue,userEnteredFormat,note,dataValidation,textFormatRuns)),columnMetadata))',
].join(',');

/** A night that nothing disturbs: then all workbooks as people see them, and all documents but the runs' own records. */
async function stateAfterNight(data: string): Promise<unknown> {
  const local = await openTestSystem(FLAGS, data);
  try {
    assert.equal((await local.call('nightly', { asOf: AS_OF })).status, 200);
    const workbooks = await Promise.all(
      Object.entries(local.workbooks).map(async ([unit, spreadsheetId]) => {
        const answer = await local.owner.spreadsheets.get({ spreadsheetId, fields: FIELDS });
        return [unit, answer.data];
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

  it('ends in the state of an undisturbed night', async () => {
    const [calm, killed] = [join(folder, 'calm'), join(folder, 'killed')];
    await Promise.all([calm, killed].map((to) => cp(join(folder, 'prepared'), to, { recursive: true })));
    for (const kill of KILLS) await killDuringNight(killed, kill);
    assert.deepEqual(differences(await stateAfterNight(calm), await stateAfterNight(killed)), []);
  });
});
