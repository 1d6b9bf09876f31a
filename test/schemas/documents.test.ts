import assert from 'node:assert/strict';
import type { Calls } from '../../functions/ports.ts';
import type { Period } from '../../schemas/calendar.ts';
import {
  auditPath,
  COLLECTIONS,
  chunkPath,
  documentSchemaOf,
  mailPath,
  type RunDocument,
  reportPath,
  runPath,
  SETTINGS_PATH,
  snapshotPath,
  summaryPath,
  teamPath,
  teamsOf,
  unitPath,
} from '../../schemas/documents.ts';
import { aReport, aRun, aTotals, SAMPLES } from '../support/documents.ts';

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

describe('every kind of document has a sample that parses', () => {
  for (const [path, document] of Object.entries(SAMPLES)) {
    it(path, () => assert.deepEqual(documentSchemaOf(path).parse(document), document));
  }

  it('no kind is without one', () => {
    const kinds = Object.keys(SAMPLES).map((path) =>
      path
        .split('/')
        .filter((_, index) => index % 2 === 0)
        .join('/'),
    );
    assert.deepEqual(kinds.toSorted(), COLLECTIONS.toSorted());
  });
});

describe('a path without a schema is refused', () => {
  for (const path of [
    '',
    'people/1',
    'reports',
    'reports/1/teams',
    'reports/',
    'reports/1/members/2',
    'constructor/x',
    '/x',
  ]) {
    it(`"${path}"`, () => assert.throws(() => documentSchemaOf(path), /No document is described at/));
  }
});

describe('what no document may hold', () => {
  const cases: [string, string, object][] = [
    ["a member's name", 'reports/1', { ...aReport(), leader: 'Nguyễn Văn A' }],
    ["a member's name within the totals", 'reports/1', aReport({ totals: { ...aTotals(), names: [] } as never })],
    ['an unknown status', 'reports/1', { ...aReport(), status: 'done' }],
    [
      'counts that lose a row',
      'reports/1',
      { ...aReport(), counts: { ...aReport().counts, teams: { read: 2, accepted: 1, rejected: 0 } } },
    ],
    ['a negative count', 'reports/1', aReport({ totals: aTotals({ turns: -1 }) })],
    ['a broken count', 'reports/1', aReport({ totals: aTotals({ turns: 1.5 }) })],
    [
      'totals without a platform',
      'reports/1',
      aReport({ totals: aTotals({ turnsByPlatform: { vneid: 1 } as never }) }),
    ],
    [
      'a missing figure: not reported is null',
      'reports/1',
      aReport({ totals: aTotals({ rewarded: undefined as never }) }),
    ],
    ['an instant without offset', 'reports/1', aReport({ lockedAt: '2022-08-25T12:00:00' as never })],
    [
      'an optional field set to undefined, which Firestore refuses',
      'reports/1',
      { ...aReport(), problemsByRule: undefined },
    ],
    ['a hash that is none', 'reports/1', aReport({ contentHash: 'abc' })],
    [
      'a stack',
      'runs/1',
      aRun({
        units: [{ unit: '2022:464', outcome: 'failed', error: { code: 'x', message: 'y', stack: 'z' } as never }],
      }),
    ],
  ];
  for (const [name, path, document] of cases) {
    it(name, () => assert.equal(documentSchemaOf(path).safeParse(document).success, false));
  }
});

it('a run keeps all of its calls', () => {
  const calls: Calls = { sheetsReads: 1, sheetsWrites: 2, cellsWritten: 3, documentsRead: 4, documentsWritten: 5 };
  const stored: RunDocument['calls'] = calls;
  assert.deepEqual(documentSchemaOf('runs/1').parse(aRun({ calls: stored })), aRun({ calls }));
});
