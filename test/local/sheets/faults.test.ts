import assert from 'node:assert/strict';
import type { JsonObject } from '../../../local/sheets/json.ts';
import { type FaultKind, parseFaults } from '../../../local/sheets/sheets-server.ts';
import { type SheetsUnderTest, startSheets } from './sheets-under-test.ts';

const ROWS = [['Ngày'], ['một'], ['hai'], ['ba'], ['bốn']];
const SEEDS = [...Array(8).keys()];
const KINDS: readonly FaultKind[] = ['429', '503', '503-after', 'reset', 'slow', 'edit-between'];

const UNAVAILABLE = {
  error: { code: 503, message: 'The service is currently unavailable.', status: 'UNAVAILABLE' },
};

describe('faults', () => {
  let under: SheetsUnderTest;
  let id: string;
  before(async () => {
    under = await startSheets();
  });
  after(() => under.close());

  const always = (kind: FaultKind, seed = 1) => under.server.setFaults({ seed, rate: 1, kinds: [kind] });
  const read = (range = 'A1:A9') => under.send('GET', `/v4/spreadsheets/${id}/values/${range}`);
  const write = (value: string, cell = 'C1') =>
    under.send('PUT', `/v4/spreadsheets/${id}/values/${cell}?valueInputOption=RAW`, { values: [[value]] });
  const fill = (rows: string[][], tab = 'Sheet1') =>
    under.send('PUT', `/v4/spreadsheets/${id}/values/${tab}!A1?valueInputOption=RAW`, { values: rows });
  const textsOf = ({ body }: { body: JsonObject }) => ((body.values ?? []) as string[][]).map(([text = '']) => text);
  /** What is there, read without faults. */
  const content = async (range?: string) => {
    under.server.setFaults(null);
    return textsOf(await read(range));
  };
  /** What is on disk: another server on the same folder. */
  const contentOnDisk = async () => {
    const other = await startSheets({ directory: under.directory });
    const saved = textsOf(await other.send('GET', `/v4/spreadsheets/${id}/values/A1:C9`));
    await other.close();
    return saved;
  };
  const isReset = (error: Error) => (error.cause as { code?: string } | undefined)?.code === 'ECONNRESET';

  beforeEach(async () => {
    under.server.setFaults(null);
    id = await under.create('a@b.vn');
    await under.send('POST', `/drive/v3/files/${id}/permissions`, { type: 'anyone', role: 'writer' }, 'a@b.vn');
    await fill(ROWS);
  });

  it("429: refused with Google's body, of reads and of writes, and nothing is applied", async () => {
    always('429');
    const refusedRead = await read();
    assert.equal(refusedRead.status, 429);
    const { status, message } = refusedRead.body.error as JsonObject;
    assert.equal(status, 'RESOURCE_EXHAUSTED');
    assert.match(`${message}`, /^Quota exceeded for quota metric 'Read requests'/);
    const refusedWrite = await write('new');
    assert.equal(refusedWrite.status, 429);
    assert.match(`${(refusedWrite.body.error as JsonObject).message}`, /metric 'Write requests'/);
    assert.deepEqual(await content('C1'), []);
  });

  it('503: refused as unavailable, and nothing is applied', async () => {
    always('503');
    assert.deepEqual(await read(), { status: 503, body: UNAVAILABLE });
    assert.deepEqual(await write('new'), { status: 503, body: UNAVAILABLE });
    assert.deepEqual(await content('C1'), []);
  });

  it('503-after: a write is on disk although it is answered 503; reads are left alone', async () => {
    always('503-after');
    assert.deepEqual(await write('new', 'A1'), { status: 503, body: UNAVAILABLE });
    assert.deepEqual(await contentOnDisk(), ['new', 'một', 'hai', 'ba', 'bốn']);
    assert.equal((await read()).status, 200);
  });

  it('503-after: a request that is refused anyway gets its own refusal', async () => {
    always('503-after');
    assert.equal((await write('new', 'Nowhere!A1')).status, 400);
  });

  it('reset: no answer; some writes are applied and some are not', async () => {
    const applied: boolean[] = [];
    for (const seed of SEEDS) {
      always('reset', seed);
      await assert.rejects(write(`seed ${seed}`), isReset);
      applied.push((await content('C1'))[0] === `seed ${seed}`);
    }
    assert.deepEqual(new Set(applied), new Set([true, false]));
  });

  it('slow: answered in full, 200 to 1000 ms later', async () => {
    always('slow');
    const start = performance.now();
    assert.equal((await write('new')).status, 200);
    const took = performance.now() - start;
    // Timers may fire a millisecond early.
    assert.ok(took >= 199, `${took} ms`);
    assert.deepEqual(await content('C1'), ['new']);
  });

  describe('edit-between', () => {
    const READS: readonly [name: string, path: string, body?: JsonObject][] = [
      ['values.get', '/values/A1:A9'],
      ['values.batchGet', '/values:batchGet?ranges=A1:A9'],
      ['spreadsheets.get with grid data', '?includeGridData=true'],
      ['spreadsheets.get whose mask names data', '?fields=sheets(data(rowData(values(formattedValue))))'],
      ['getByDataFilter with grid data', ':getByDataFilter', { includeGridData: true }],
      ['values.batchGetByDataFilter', '/values:batchGetByDataFilter', { dataFilters: [{ a1Range: 'A1:A9' }] }],
    ];
    for (const [name, path, body] of READS) {
      it(`edits after ${name}`, async () => {
        always('edit-between');
        const { status } = await under.send(body ? 'POST' : 'GET', `/v4/spreadsheets/${id}${path}`, body);
        assert.equal(status, 200);
        assert.notDeepEqual(await content(), ROWS.flat());
      });
    }

    for (const path of ['?fields=spreadsheetId', '?fields=sheets.properties', '?fields=developerMetadata']) {
      it(`leaves ${path} alone, which reads no cells`, async () => {
        always('edit-between');
        await under.send('GET', `/v4/spreadsheets/${id}${path}`);
        assert.deepEqual(await content(), ROWS.flat());
      });
    }

    it('leaves writes alone', async () => {
      always('edit-between');
      assert.equal((await write('new')).status, 200);
      assert.deepEqual(await content(), ROWS.flat());
    });

    it('answers what was there before, then inserts a blank row or swaps two; the header stays, no row is lost', async () => {
      const edits = new Set<string>();
      for (const seed of SEEDS) {
        await under.send('POST', `/v4/spreadsheets/${id}/values/A1:A9:clear`);
        await fill(ROWS);
        always('edit-between', seed);
        assert.deepEqual(textsOf(await read()), ROWS.flat());
        const after = await content();
        assert.equal(after[0], 'Ngày');
        const rows = after.filter((text) => text !== '');
        assert.deepEqual([...rows].sort(), ROWS.flat().sort());
        const moved = rows.filter((text, index) => text !== ROWS[index]?.[0]).length;
        edits.add(`${after.length - rows.length} blank, ${moved} moved`);
      }
      assert.deepEqual(edits, new Set(['1 blank, 0 moved', '0 blank, 2 moved']));
    });

    it('is on disk when the read is answered', async () => {
      always('edit-between');
      await read();
      assert.deepEqual(await contentOnDisk(), await content());
      assert.notDeepEqual(await content(), ROWS.flat());
    });

    it('reaches rows that are closed to the reader: the owner edits', async () => {
      await under.send(
        'POST',
        `/v4/spreadsheets/${id}:batchUpdate`,
        { requests: [{ addProtectedRange: { protectedRange: { range: { sheetId: 0 }, editors: { users: [] } } } }] },
        'a@b.vn',
      );
      assert.equal((await write('new')).status, 400);
      always('edit-between');
      assert.equal((await read()).status, 200);
      assert.notDeepEqual(await content(), ROWS.flat());
    });

    for (const [name, rows] of [
      ['empty tabs', [['']]],
      ['a header alone', [['Ngày']]],
      ['one data row', [['Ngày'], ['một']]],
    ] as const) {
      it(`does not touch ${name}, nor the file's time`, async () => {
        await under.send('POST', `/v4/spreadsheets/${id}/values/A1:A9:clear`);
        await fill(rows.map((row) => [...row]));
        const before = await content();
        const file = () => under.send('GET', `/drive/v3/files/${id}?fields=version,modifiedTime`);
        const { body } = await file();
        for (const seed of SEEDS) {
          always('edit-between', seed);
          assert.equal((await read()).status, 200);
        }
        assert.deepEqual((await file()).body, body);
        assert.deepEqual(await content(), before);
      });
    }

    it('does not take formulas and unticked boxes for data rows', async () => {
      await under.send('POST', `/v4/spreadsheets/${id}/values/A1:A9:clear`);
      await under.send('PUT', `/v4/spreadsheets/${id}/values/A1?valueInputOption=USER_ENTERED`, {
        values: [['Ngày'], ['một'], ['=1+1'], [false], ['=2']],
      });
      const before = await content();
      always('edit-between');
      await read();
      assert.deepEqual(await content(), before);
    });

    it('chooses among the tabs that have rows', async () => {
      const addSheet = { properties: { title: 'Tổ' } };
      await under.send('POST', `/v4/spreadsheets/${id}:batchUpdate`, { requests: [{ addSheet }] });
      await fill(ROWS, 'Tổ');
      const edited = new Set<string>();
      for (const seed of SEEDS) {
        for (const tab of ['Sheet1', 'Tổ']) {
          await under.send('POST', `/v4/spreadsheets/${id}/values/${tab}!A1:A9:clear`);
          await fill(ROWS, tab);
        }
        always('edit-between', seed);
        await read();
        for (const tab of ['Sheet1', 'Tổ']) {
          if ((await content(`${tab}!A1:A9`)).join() !== ROWS.flat().join()) edited.add(tab);
        }
      }
      assert.deepEqual(edited, new Set(['Sheet1', 'Tổ']));
    });
  });

  describe('are drawn from the seed', () => {
    /** What twenty requests meet, one after the other. */
    const sequence = async (seed: number, kinds: readonly FaultKind[], rate = 0.5) => {
      under.server.setFaults(null);
      id = await under.create();
      await fill(ROWS);
      under.server.setFaults({ seed, rate, kinds });
      const met: string[] = [];
      for (let request = 0; request < 20; request += 1) {
        const answer = request % 2 === 0 ? read() : write(`${request}`);
        met.push(
          await answer.then(
            ({ status, body }) => `${status} ${body.values ?? ''}`,
            () => 'reset',
          ),
        );
      }
      return met;
    };
    const QUICK = KINDS.filter((kind) => kind !== 'slow');

    it('the same seed meets the same faults and the same edits', async () => {
      assert.deepEqual(await sequence(7, QUICK), await sequence(7, QUICK));
    });

    it('another seed meets others', async () => {
      assert.notDeepEqual(await sequence(7, QUICK), await sequence(8, QUICK));
    });

    it('a rate between 0 and 1 strikes some requests and spares others', async () => {
      const met = await sequence(7, ['503']);
      assert.deepEqual(new Set(met.map((answer) => answer.slice(0, 3))), new Set(['200', '503']));
    });

    it('rate 0 and no kinds are off', async () => {
      const statuses = async (...of: Parameters<typeof sequence>) =>
        new Set((await sequence(...of)).map((answer) => answer.slice(0, 3)));
      assert.deepEqual(await statuses(7, KINDS, 0), new Set(['200']));
      assert.deepEqual(await statuses(7, [], 1), new Set(['200']));
    });
  });

  it('are off by default, and off again with null', async () => {
    assert.equal((await read()).status, 200);
    always('503');
    assert.equal((await read()).status, 503);
    under.server.setFaults(null);
    assert.equal((await read()).status, 200);
    assert.equal((await write('new')).status, 200);
  });

  it("never strike Drive's paths, nor paths that are nobody's", async () => {
    always('503');
    assert.equal((await under.send('GET', `/drive/v3/files/${id}`)).status, 200);
    assert.equal((await under.send('DELETE', `/v4/spreadsheets/${id}`)).status, 501);
  });

  it('strike a create, which names no workbook', async () => {
    always('503');
    assert.equal((await under.send('POST', '/v4/spreadsheets', {})).status, 503);
    always('429');
    assert.equal((await under.send('POST', '/v4/spreadsheets', {})).status, 429);
  });
});

describe('parseFaults', () => {
  it('takes every kind', () => {
    assert.deepEqual(parseFaults({ seed: 7, rate: 0.25, kinds: KINDS }), { seed: 7, rate: 0.25, kinds: KINDS });
  });

  for (const body of [
    { seed: 7, rate: 0, kinds: ['429'] },
    { seed: 7, rate: 1, kinds: [] },
    { rate: 0 },
    { kinds: [] },
  ]) {
    it(`${JSON.stringify(body)} is off`, () => assert.equal(parseFaults(body), null));
  }

  const good = { seed: 7, rate: 0.5, kinds: ['429'] };
  const wrong: readonly [body: unknown, message: RegExp][] = [
    [null, /^Faults are an object/],
    [[], /^Faults are an object/],
    ['429', /^Faults are an object/],
    [{}, /^seed must be a whole number\.$/],
    [{ rate: 0.5, kinds: ['429'] }, /^seed must/],
    [{ ...good, seed: '7' }, /^seed must/],
    [{ ...good, seed: 0.5 }, /^seed must/],
    [{ seed: 7, kinds: ['429'] }, /^rate must be a number from 0 to 1\.$/],
    [{ ...good, rate: 1.01 }, /^rate must/],
    [{ ...good, rate: -0.1 }, /^rate must/],
    [{ ...good, rate: '0.5' }, /^rate must/],
    [{ seed: 7, rate: 2, kinds: [] }, /^rate must/],
    [{ seed: 7, rate: 0.5 }, /^kinds must be a list of "429", "503", "503-after", "reset", "slow", "edit-between"\.$/],
    [{ ...good, kinds: '429' }, /^kinds must/],
    [{ ...good, kinds: ['429', '500'] }, /^kinds must/],
    [{ seed: 7, rate: 0, kinds: [429] }, /^kinds must/],
  ];
  for (const [body, message] of wrong) {
    it(`refuses ${JSON.stringify(body)}`, () => assert.throws(() => parseFaults(body), { name: 'Error', message }));
  }
});
