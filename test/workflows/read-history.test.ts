import assert from 'node:assert/strict';
import { NO_CALLS } from '../../functions/domain/calls.ts';
import { pastPeriods } from '../../functions/domain/history.ts';
import { describePeriod } from '../../functions/domain/period.ts';
import type { Calls, StoredDocument } from '../../functions/ports.ts';
import { readHistory } from '../../functions/workflows/read-history.ts';
import { readReports } from '../../functions/workflows/unit-months.ts';
import type { Period } from '../../schemas/calendar.ts';
import { reportPath, teamPath } from '../../schemas/document-paths.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import { aReport, aTeam } from '../support/documents.ts';
import { type OpenStore, storesUnderTest } from '../support/stores.ts';
import { VINH_LINH } from '../support/workbooks.ts';

const OPEN = ['2022-08', '2022-09'].map((period) => describePeriod(period as Period, DEFAULT_CALENDAR));

for (const kind of storesUnderTest()) {
  describe(`reading a unit's history: ${kind.name}`, () => {
    let open: OpenStore;
    beforeEach(async () => {
      open = await kind.open();
    });
    afterEach(() => open.close());

    async function store(period: string, teams: readonly string[]): Promise<void> {
      const report = aReport({ period: period as Period });
      const totals = { ...report.totals, communeTeams: teams.length, villageTeams: 0 };
      const path = reportPath(VINH_LINH.id, period as Period);
      await open.store.write(
        new Map<string, StoredDocument>([
          ...teams.map((team) => [teamPath(path, team), aTeam({ team, members: 7 })] as const),
          [path, { ...report, totals }],
        ]),
      );
    }

    async function read() {
      const calls: Calls = { ...NO_CALLS };
      const ports = { store: open.store, calls };
      const wanted = [...OPEN.map(({ period }) => period), ...pastPeriods(OPEN)];
      const stored = await readReports(VINH_LINH.id, wanted, ports);
      const history = await readHistory(OPEN, stored, ports);
      const months = history.map(({ period, window, teams }) => [period, window.to, [...teams.keys()]]);
      return { reports: [...stored.keys()].toSorted(), months, read: calls.documentsRead };
    }

    it('a first month has none, and costs no more than its reports', async () => {
      assert.deepEqual(await read(), { reports: [], months: [], read: 5 });
    });

    it('the three months before the open ones, with their teams; older and open months are left alone', async () => {
      for (const period of ['2022-04', '2022-06', '2022-07', '2022-08']) await store(period, ['19363', '19366']);
      assert.deepEqual(await read(), {
        reports: ['2022-06', '2022-07', '2022-08'],
        months: [
          ['2022-07', '2022-07-14', ['19363', '19366']],
          ['2022-06', '2022-06-14', ['19363', '19366']],
        ],
        read: 9,
      });
    });

    it('of a month without teams nothing more is read', async () => {
      await store('2022-07', []);
      assert.deepEqual(await read(), { reports: ['2022-07'], months: [], read: 5 });
    });
  });
}
