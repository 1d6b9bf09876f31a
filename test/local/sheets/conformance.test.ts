import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cassetteFrom } from '../../../local/sheets/conformance/cassette.ts';
import { conformance } from '../../../local/sheets/conformance/command.ts';
import { differences } from '../../../local/sheets/conformance/differences.ts';
import { Invented } from '../../../local/sheets/conformance/invented.ts';
import { nameOfCall } from '../../../local/sheets/conformance/replay.ts';
import type { Json } from '../../../local/sheets/json.ts';

const START = new URL('../../../local/sheets/conformance/start.ts', import.meta.url).pathname;
const SHEETS = 'https://sheets.googleapis.com/v4/spreadsheets';
const DRIVE = 'https://www.googleapis.com/drive/v3/files';
const FILE = `1${'r'.repeat(42)}A`;
const COPY = `1${'c'.repeat(42)}A`;

type Interaction = [method: string, uri: string, body: Json, status: number, answer: Json];

/** A recording as VCR writes it. */
function recording(interactions: readonly Interaction[]): string {
  return JSON.stringify({
    version: 1,
    interactions: interactions.map(([method, uri, body, code, answer]) => ({
      request: {
        method,
        uri,
        body: body === null ? null : typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'Content-Type': [typeof body === 'string' ? 'text/csv' : 'application/json'] },
      },
      response: { status: { code, message: '' }, body: { string: JSON.stringify(answer) } },
    })),
  });
}

const MADE: Interaction = [
  'POST',
  DRIVE,
  { name: 'T', mimeType: 'application/vnd.google-apps.spreadsheet' },
  200,
  { id: FILE },
];
const written = (range: string): Json => ({
  spreadsheetId: FILE,
  updatedRange: range,
  updatedRows: 1,
  updatedColumns: 1,
  updatedCells: 1,
});
const WRITE: Interaction = [
  'PUT',
  `${SHEETS}/${FILE}/values/A1?valueInputOption=RAW`,
  { values: [['x']] },
  200,
  written('Sheet1!A1'),
];
const READ = (id: string, values?: string[][]): Interaction => [
  'GET',
  `${SHEETS}/${id}/values/A1`,
  null,
  200,
  { range: 'Sheet1!A1', majorDimension: 'ROWS', ...(values && { values }) },
];

describe('npm run conformance', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sheets-recordings-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const save = (name: string, ...interactions: Interaction[]) => writeFile(join(folder, name), recording(interactions));

  it('counts status, body and whole recordings, by call, and says where answers differ', async () => {
    await save('right.json', MADE, WRITE, READ(FILE, [['x']]), ['DELETE', `${DRIVE}/${FILE}`, null, 204, '']);
    await save('wrong.json', MADE, READ(FILE, [['y']]), [
      'GET',
      `${SHEETS}/${FILE}/values/Nope!A1`,
      null,
      200,
      { range: 'Nope!A1' },
    ]);
    await save('drive-only.json', MADE);
    const { exitCode, text } = await conformance([folder]);
    assert.equal(exitCode, 0);
    for (const line of [
      /^GET \/\{id\}\/values\/\{range\} +3 +66\.7 % +33\.3 %$/m,
      /^PUT \/\{id\}\/values\/\{range\} +1 +100\.0 % +100\.0 %$/m,
      /^status right +75\.0 % +\(3 of 4 requests\)$/m,
      /^body exact +50\.0 % +\(2 of 4 requests\)$/m,
      /^recordings whole +50\.0 % +\(1 of 2 recordings\)$/m,
      /^ +1 {2}GET \/\{id\}\/values\/\{range\} {2}\/values: want \[\["y"\]\], got nothing$/m,
      /^ +1 {2}GET \/\{id\}\/values\/\{range\} {2}status: want 200, got 400$/m,
    ]) {
      assert.match(text, line);
    }
  });

  it('carries Drive’s calls out: files that were copied or filled by an upload can be read', async () => {
    await save(
      'drive.json',
      MADE,
      WRITE,
      ['POST', `${DRIVE}/${FILE}/copy`, { name: 'Copy' }, 200, { id: COPY }],
      READ(COPY, [['x']]),
      [
        'PUT',
        `https://www.googleapis.com/upload/drive/v2/files/${COPY}?uploadType=media&convert=True`,
        'a,b',
        200,
        { id: COPY },
      ],
      [
        'GET',
        `${SHEETS}/${COPY}/values/Copy!A1:B1`,
        null,
        200,
        { range: 'Copy!A1:B1', majorDimension: 'ROWS', values: [['a', 'b']] },
      ],
    );
    assert.match((await conformance([folder])).text, /^body exact +100\.0 % +\(3 of 3 requests\)$/m);
  });

  it('judges a refusal on a spreadsheet that it did not make, and leaves answers on such a one out', async () => {
    const denied = {
      error: { code: 403, message: 'The caller does not have permission', status: 'PERMISSION_DENIED' },
    };
    await save('others.json', ['GET', `${SHEETS}/${FILE}`, null, 403, denied], READ(COPY, [['theirs']]));
    assert.match((await conformance([folder])).text, /^body exact +100\.0 % +\(1 of 1 requests\)$/m);
  });

  it('explains itself', async () => {
    const { exitCode, text } = await conformance(['--help']);
    assert.equal(exitCode, 0);
    assert.match(text, /npm run conformance -- FOLDER/);
  });

  it('prints and ends as a command does', async () => {
    await save('right.json', MADE, WRITE);
    const run = (...args: string[]) => spawnSync(process.execPath, [START, ...args], { encoding: 'utf8' });
    const right = run(folder);
    assert.deepEqual({ status: right.status, stderr: right.stderr }, { status: 0, stderr: '' });
    assert.match(right.stdout, /^recordings whole +100\.0 % +\(1 of 1 recordings\)$/m);
    const wrong = run();
    assert.deepEqual({ status: wrong.status, stdout: wrong.stdout }, { status: 1, stdout: '' });
    assert.match(wrong.stderr, /^Name one folder/);
  });

  const impossible: [name: string, prepare: () => Promise<string[]>, complaint: RegExp][] = [
    ['no folder is named', async () => [], /Name one folder/],
    ['two folders are named', async () => [folder, folder], /Name one folder/],
    ['the folder is missing', async () => [join(folder, 'nope')], /folder .*nope cannot be read \(ENOENT\)/],
    ['the folder holds no recording', async () => [folder], /holds no recording/],
    ['a flag is unknown', async () => [folder, '--fast'], /--fast/],
    [
      'a file is no recording',
      async () => {
        await writeFile(join(folder, 'other.json'), '{"interactions": 5}');
        return [folder];
      },
      /other\.json is no recording in VCR's JSON: no list of interactions/,
    ],
  ];
  for (const [name, prepare, complaint] of impossible) {
    it(`ends with 1 and says so when ${name}`, async () => {
      const { exitCode, text } = await conformance(await prepare());
      assert.equal(exitCode, 1);
      assert.match(text, complaint);
    });
  }
});

describe('comparing with a recording', () => {
  const compared: [name: string, want: Json, got: Json, where: string[]][] = [
    ['equal answers', { a: [1, { b: 'x' }] }, { a: [1, { b: 'x' }] }, []],
    ['numbers within a millionth', { a: 0.1 }, { a: 0.1000001 }, []],
    ['numbers farther apart', { a: 1 }, { a: 1.01 }, ['/a: want 1, got 1.01']],
    ['a field too much and one too little', { a: 1 }, { b: 2 }, ['/a: want 1, got nothing', '/b: want nothing, got 2']],
    ['an object for a list', { a: [] }, { a: {} }, ['/a: want [], got {}']],
    ['a position in a list', [[1, 2]], [[1, 3]], ['/N/N: want 2, got 3']],
  ];
  for (const [name, want, got, where] of compared) {
    it(`finds ${where.length === 0 ? 'no difference between' : 'where they differ:'} ${name}`, () => {
      assert.deepEqual(differences(want, got), where);
    });
  }

  it('learns ids and the calling account, and translates what follows', () => {
    const invented = new Invented('me@example.vn');
    invented.learn(
      { sheetId: 7, protectedRanges: [{ protectedRangeId: 1, editors: { users: ['recorder@google'] } }] },
      { sheetId: 9, protectedRanges: [{ protectedRangeId: 2, editors: { users: ['me@example.vn'] } }] },
    );
    const request = {
      duplicateSheet: { sourceSheetId: 7 },
      protectedRangeId: 1,
      chartId: 7,
      users: ['recorder@google'],
      n: null,
    };
    assert.deepEqual(invented.translate(request), {
      duplicateSheet: { sourceSheetId: 9 },
      protectedRangeId: 2,
      chartId: 7,
      users: ['me@example.vn'],
      n: null,
    });
  });

  it('names calls without ids and ranges, with the kinds of a batch', () => {
    const names: [interaction: Interaction, name: string][] = [
      [READ(FILE), 'GET /{id}/values/{range}'],
      [['POST', `${SHEETS}/${FILE}/values/A1:append?x=1`, {}, 200, {}], 'POST /{id}/values/{range}:append'],
      [['POST', `${SHEETS}/${FILE}/sheets/5:copyTo`, {}, 200, {}], 'POST /{id}/sheets/{id}:copyTo'],
      [
        ['POST', `${SHEETS}/${FILE}:batchUpdate`, { requests: [{ addSheet: {} }, { addSheet: {} }] }, 400, {}],
        'POST /{id}:batchUpdate [400] addSheet',
      ],
    ];
    for (const [interaction, name] of names) {
      const [recorded] = cassetteFrom('t.json', recording([interaction])).interactions;
      assert.equal(recorded && nameOfCall(recorded), name);
    }
  });
});
