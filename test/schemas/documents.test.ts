import assert from 'node:assert/strict';
import type { Calls } from '../../functions/ports.ts';
import { COLLECTIONS, documentSchemaOf, type RunDocument } from '../../schemas/documents.ts';
import { aReport, aRun, aTotals, SAMPLES } from '../support/documents.ts';

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
