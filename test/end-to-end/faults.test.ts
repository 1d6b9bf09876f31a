/** Promise 2 again, now against a Google that misbehaves: refusals, lost answers, people who edit in between. */
import assert from 'node:assert/strict';
import type { NightlyResult } from '../../functions/workflows/nightly.ts';
import { openTestSystem, readTab, type TestSystem } from '../support/local-system.ts';

const UNIT = '2022:462';
const FLAGS = ['--units', '462', '--as-of', '2022-08-25T21:00+07:00'];
const ROUNDS = 6;

const CASES: readonly [kinds: readonly string[], seed: number][] = [
  [['429', '503'], 7],
  [['503-after', 'reset'], 11],
  [['slow', 'edit-between'], 13],
];

for (const [kinds, seed] of CASES) {
  describe(`a night among faults: ${kinds.join(', ')} (seed ${seed})`, function () {
    this.timeout(180_000);
    let local: TestSystem;
    before(async () => {
      local = await openTestSystem(FLAGS);
    });
    after(() => local.close());

    const faults = (rate: number) =>
      fetch(`${local.system.address}_local/faults`, { method: 'POST', body: JSON.stringify({ seed, rate, kinds }) });
    const night = async () => (await local.call('nightly')).body as NightlyResult;

    it('is right once the faults are over, and then writes nothing more', async () => {
      assert.equal((await faults(0.25)).status, 200);
      const disturbed = await night();
      assert.equal(disturbed.units.length, 1);
      await faults(0);
      let last = await night();
      for (let round = 0; round < ROUNDS && last.summary.calls.sheetsWrites > 0; round += 1) last = await night();
      const { sheetsWrites, cellsWritten, documentsWritten } = last.summary.calls;
      assert.deepEqual([sheetsWrites, cellsWritten, documentsWritten], [0, 0, 0]);
    });

    it('leaves each verdict beside the row that it judges', async () => {
      const rows = await readTab(local.owner, local.workbooks[UNIT] ?? '', 'Thành viên');
      const filled = rows.slice(1).filter((row) => row.values?.[3]?.formattedValue);
      assert.ok(filled.length > 0);
      for (const row of filled) assert.match(row.values?.[0]?.formattedValue ?? '', /^[✓✗!]/);
      const blank = rows.slice(1).filter((row) => !(row.values ?? []).slice(1).some((cell) => cell.effectiveValue));
      for (const row of blank) assert.equal(row.values?.[0]?.formattedValue ?? '', '');
    });
  });
}

describe('the control of faults', () => {
  it('refuses what it does not know', async () => {
    const local = await openTestSystem(['--sample', 'none']);
    const bodies = [
      '{"seed": 1, "rate": 2, "kinds": ["429"]}',
      '{"seed": 1, "rate": 0.5, "kinds": ["fire"]}',
      '[]',
      'x',
    ];
    for (const body of bodies) {
      const { status } = await fetch(`${local.system.address}_local/faults`, { method: 'POST', body });
      assert.equal(status, 400, body);
    }
    await local.close();
  });
});
