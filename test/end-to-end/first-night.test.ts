import assert from 'node:assert/strict';
import type { NightlyResult } from '../../functions/workflows/nightly.ts';
import type { ReportDocument } from '../../schemas/documents.ts';
import { openTestSystem, type TestSystem } from '../support/local-system.ts';

/** What a person who follows the README sees first: nine districts, and Google's quotas are on. */
describe('the first night of the whole province, within the quotas', () => {
  let local: TestSystem;
  let first: NightlyResult['summary'];
  const night = async () => ((await local.call('nightly')).body as NightlyResult).summary;

  before(async function () {
    this.timeout(180_000);
    local = await openTestSystem(['--sample', 'demo', '--quotas', 'on', '--as-of', '2022-08-25T21:00+07:00']);
    first = await night();
  });
  after(() => local.close());

  it('every district is checked, none fails', () => {
    assert.deepEqual(first.outcomes, { checked: 9, unchanged: 0, failed: 0 });
  });

  it('costs half a minute’s quota: three reads and one write a district, and the province’s own', () => {
    assert.deepEqual([first.calls.sheetsReads, first.calls.sheetsWrites], [31, 11]);
  });

  it('finds the months before closed, each at its time', async () => {
    const answer = await fetch(`${local.system.address}_local/firestore`);
    const documents = (await answer.json()) as readonly {
      readonly path: string;
      readonly fields: Partial<ReportDocument>;
    }[];
    const past = documents.flatMap(({ path, fields: { period, lockedAt } }) =>
      path.startsWith('reports/') && lockedAt ? [`${period}: ${lockedAt}`] : [],
    );
    assert.deepEqual(
      [...new Set(past)],
      ['2022-06: 2022-07-05T00:15:00.000+07:00', '2022-07: 2022-08-04T00:15:00.000+07:00'],
    );
    assert.equal(past.length, 18);
  });

  it('the second night writes no cell and no document', async () => {
    const { outcomes, calls } = await night();
    assert.deepEqual(outcomes, { checked: 0, unchanged: 9, failed: 0 });
    assert.deepEqual([calls.sheetsReads, calls.cellsWritten, calls.documentsWritten], [11, 0, 0]);
  }).timeout(120_000);
});
