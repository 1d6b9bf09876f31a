import assert from 'node:assert/strict';
import { makeSummary } from '../../functions/domain/summary.ts';
import type { Instant, Period, PlainDate } from '../../schemas/calendar.ts';
import type { ReportDocument, UnitDocument } from '../../schemas/documents.ts';
import { SummaryDocument } from '../../schemas/summary.ts';
import { aReport, aTotals, aUnit } from '../support/documents.ts';

const AUGUST = '2022-08' as Period;
const NOON = '2022-08-25T12:00:00.000+07:00' as Instant;
const counts = (read: number, accepted: number) => ({ read, accepted, rejected: read - accepted });

const units: UnitDocument[] = [
  aUnit({ unit: '2022:464', fullName: 'Huyện Vĩnh Linh' }),
  aUnit({ unit: '2022:461', fullName: 'Thành phố Đông Hà' }),
  aUnit({ unit: '2022:471', fullName: 'Huyện Cồn Cỏ' }),
];

const dongHa = aReport({
  unit: '2022:461',
  status: 'late',
  submittedAt: NOON,
  counts: { teams: counts(3, 3), members: counts(20, 18), activities: counts(7, 7) },
  problems: { error: 2, warning: 3, finding: 1, info: 4 },
  problemsByRule: { 'cell.required': 2, 'cell.guessed': 3, 'team.size-village': 1, 'row.total': 4 },
  totals: aTotals({ communeTeams: 1, villageTeams: 2, turns: 40, mediaItems: 3, rewarded: null }),
});
const vinhLinh = aReport({
  unit: '2022:464',
  status: 'has-errors',
  counts: { teams: counts(5, 4), members: counts(30, 30), activities: counts(10, 2) },
  problems: { error: 9, warning: 0, finding: 0, info: 0 },
  problemsByRule: { 'cell.required': 9 },
  totals: aTotals({ communeTeams: 2, villageTeams: 3, turns: 5, mediaItems: null, rewarded: null }),
  highlights: [{ kind: 'initiatives', team: '19363', date: '2022-08-02' as PlainDate, content: 'Loa phát thanh số' }],
});
const conCo = aReport({
  unit: '2022:471',
  status: 'not-applicable',
  totals: aTotals({ communeTeams: 7, turns: 1000 }),
});

const summed = (reports: readonly ReportDocument[], all = units) => makeSummary(reports, all, AUGUST);

describe("the province's month", () => {
  const summary = summed([vinhLinh, dongHa, conCo]);

  it('is a document that parses', () => assert.deepEqual(SummaryDocument.parse(summary), summary));

  it('adds up the units that owe a report, and only them', () => {
    const { communeTeams, villageTeams, turns } = summary.totals;
    assert.deepEqual({ communeTeams, villageTeams, turns }, { communeTeams: 3, villageTeams: 5, turns: 45 });
  });

  it('a figure that no unit reported is null; one that some did says how many', () => {
    assert.deepEqual([summary.totals.mediaItems, summary.reportedBy.mediaItems], [3, 1]);
    assert.deepEqual([summary.totals.rewarded, summary.reportedBy.rewarded], [null, 0]);
  });

  it('says who has sent: coverage, timeliness, statuses', () => {
    assert.deepEqual(summary.coverage, { submitted: 1, expected: 2 });
    assert.deepEqual(summary.timeliness, { onTime: 0, late: 1, expected: 2 });
    assert.deepEqual(
      Object.entries(summary.statuses).filter(([, number]) => number > 0),
      [
        ['has-errors', 1],
        ['late', 1],
        ['not-applicable', 1],
      ],
    );
  });

  it('says how much of what was typed could be counted', () => {
    assert.deepEqual(summary.completeness, { read: 75, accepted: 64 });
    assert.deepEqual(summary.problems, { error: 11, warning: 3, finding: 1, info: 4 });
  });

  it('tells findings against the plan from mistakes in the data, by rule and unit; remarks are neither', () => {
    assert.deepEqual(summary.quality, [
      { rule: 'cell.guessed', unit: '2022:461', count: 3 },
      { rule: 'cell.required', unit: '2022:461', count: 2 },
      { rule: 'cell.required', unit: '2022:464', count: 9 },
    ]);
    assert.deepEqual(summary.compliance, [{ rule: 'team.size-village', unit: '2022:461', count: 1 }]);
  });

  it('has a line for each unit, in the order of their ids', () => {
    assert.deepEqual(
      summary.units.map(({ unit, status, totals }) => [unit, status, totals?.turns]),
      [
        ['2022:461', 'late', 40],
        ['2022:464', 'has-errors', 5],
        ['2022:471', 'not-applicable', 1000],
      ],
    );
    assert.deepEqual(summary.units[0]?.counts, dongHa.counts);
    assert.deepEqual(summary.units[0]?.problems, dongHa.problems);
  });

  it("carries the teams' initiatives with their unit", () => {
    assert.deepEqual(
      summary.highlights.map(({ unit, content }) => [unit, content]),
      [['2022:464', 'Loa phát thanh số']],
    );
  });

  it('does not depend on the order of reports and units', () => {
    assert.deepEqual(summed([conCo, dongHa, vinhLinh], units.toReversed()), summary);
  });

  it('leaves alone reports of other months and of units that are not there', () => {
    const july = aReport({ unit: '2022:464', period: '2022-07' as Period });
    assert.deepEqual(summed([july, vinhLinh, dongHa, conCo, aReport({ unit: '2022:999' })]), summary);
  });
});

describe('a unit without a report', () => {
  const summary = summed([dongHa]);
  it('is expected, and its figures are not known, which is no 0', () => {
    assert.deepEqual(summary.coverage, { submitted: 1, expected: 2 });
    const line = summary.units.find(({ unit }) => unit === '2022:464');
    assert.deepEqual(line, {
      unit: '2022:464',
      status: 'not-started',
      version: 0,
      frozenVersion: 0,
      firstValidAt: null,
      submittedAt: null,
      lockedAt: null,
      extendedUntil: null,
      openings: [],
      totals: null,
      counts: null,
      problems: null,
    });
  });
});

describe('Số liệu tạm tính', () => {
  const sent = { submittedAt: NOON, status: 'submitted' } as const;
  const locked = { lockedAt: NOON };
  const cases: [name: string, reports: ReportDocument[], provisional: boolean][] = [
    ['while one has not sent', [aReport({ unit: '2022:461', ...sent }), vinhLinh], true],
    ['while one has no report', [aReport({ unit: '2022:461', ...sent })], true],
    ['until all have sent', [aReport({ unit: '2022:461', ...sent }), aReport({ unit: '2022:464', ...sent })], false],
    ['a nil report is sent', [aReport({ unit: '2022:461', ...sent, status: 'nil' }), aReport({ ...sent })], false],
    ['or the month is locked', [aReport({ unit: '2022:461', ...sent }), aReport({ ...vinhLinh, ...locked })], false],
    ['all locked, none sent', [aReport({ unit: '2022:461', ...locked }), aReport({ ...locked })], false],
  ];
  for (const [name, reports, provisional] of cases) {
    it(`${name}: ${provisional}`, () => assert.equal(summed([...reports, conCo]).provisional, provisional));
  }
});

describe('which units are there', () => {
  const commune = aUnit({ unit: '2025:19333', validFrom: '2025-07-01' as PlainDate, validTo: null });
  const expectedIn = (period: string) => makeSummary([], [...units, commune], period as Period).coverage.expected;
  for (const [period, expected] of [
    ['2022-08', 2],
    ['2025-06', 2],
    ['2025-07', 1],
  ] as const) {
    it(`${period}: ${expected} reports are expected`, () => assert.equal(expectedIn(period), expected));
  }
});
