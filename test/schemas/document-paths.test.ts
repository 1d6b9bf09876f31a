import assert from 'node:assert/strict';
import type { Period } from '../../schemas/calendar.ts';
import {
  auditPath,
  chunkPath,
  mailPath,
  reportPath,
  runPath,
  SETTINGS_PATH,
  snapshotPath,
  summaryPath,
  teamPath,
  teamsOf,
  unitPath,
} from '../../schemas/document-paths.ts';

const AUGUST = '2022-08' as Period;

describe('documents lie where DESIGN says', () => {
  const report = reportPath('2022:464', AUGUST);
  const snapshot = snapshotPath('2022:464', AUGUST, 2);
  const cases: [string, string][] = [
    [unitPath('2022:464'), 'units/2022:464'],
    [SETTINGS_PATH, 'settings/province'],
    [report, 'reports/2022:464_2022-08'],
    [teamsOf(report), 'reports/2022:464_2022-08/teams'],
    [teamPath(report, '19363_thon-co-my'), 'reports/2022:464_2022-08/teams/19363_thon-co-my'],
    [snapshot, 'snapshots/2022:464_2022-08_v2'],
    [chunkPath(snapshot, 11, 'a1b2c3d4e5f6'.padEnd(64, '0')), 'snapshots/2022:464_2022-08_v2/chunks/11-a1b2c3d4e5f6'],
    [summaryPath(AUGUST), 'summaries/2022-08'],
    [mailPath('nightly_2022:464'), 'mail/nightly_2022:464'],
    [runPath('nightly-1'), 'runs/nightly-1'],
    [auditPath('a1'), 'audit/a1'],
  ];
  for (const [path, expected] of cases) {
    it(expected, () => assert.equal(path, expected));
  }

  for (const id of ['', '.', '..', 'a/b', '__name__']) {
    it(`"${id}" is no id`, () => assert.throws(() => runPath(id), /Not a document id/));
  }
});
