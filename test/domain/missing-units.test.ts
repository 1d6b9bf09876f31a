import assert from 'node:assert/strict';
import { missingUnits, nilMonthsBefore, overdueUnits, owingUnits } from '../../functions/domain/missing-units.ts';
import { describePeriod } from '../../functions/domain/period.ts';
import type { Instant, Period, PlainDate } from '../../schemas/calendar.ts';
import type { ReportDocument } from '../../schemas/documents.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import { aReport, aUnit } from '../support/documents.ts';
import { AUGUST } from '../support/workbooks.ts';

const NOW = '2022-08-30T08:00:00.000+07:00' as Instant;
const units = [
  aUnit({ unit: '2022:468', name: 'Cam Lộ' }),
  aUnit(),
  aUnit({ unit: '2022:471', name: 'Cồn Cỏ' }),
  aUnit({ unit: '2025:19363', validFrom: '2025-07-01' as PlainDate, validTo: null }),
];

const missing = (kind: Parameters<typeof missingUnits>[0], ...reports: ReportDocument[]): string[] =>
  missingUnits(kind, NOW, owingUnits(AUGUST, units, reports)).map(({ unit }) => unit.unit);

const sent = { status: 'submitted', submittedAt: NOW, firstValidAt: NOW } as const;
const extended = { status: 'in-progress', extendedUntil: '2022-09-11T00:00:00.000+07:00' as Instant } as const;

describe('the units that a notice is for', () => {
  it('owe the report: those that are there and have communes, in the order of their ids', () => {
    assert.deepEqual(
      owingUnits(AUGUST, units, []).map(({ unit }) => unit.unit),
      ['2022:464', '2022:468'],
    );
  });

  const cases: [string, string[], ...ReportDocument[]][] = [
    ['nobody has sent', ['2022:464', '2022:468']],
    ['one has sent', ['2022:468'], aReport(sent)],
    ['one has sent late', ['2022:468'], aReport({ ...sent, status: 'late' })],
    ['one has declared nil', ['2022:468'], aReport({ ...sent, status: 'nil' })],
    ['one has errors', ['2022:464', '2022:468'], aReport({ status: 'has-errors' })],
    ['a report of another month is none', ['2022:464', '2022:468'], aReport({ ...sent, period: '2022-07' as Period })],
  ];
  for (const [name, expected, ...reports] of cases) {
    it(name, () => assert.deepEqual(missing('overdue', ...reports), expected));
  }

  it('are not told to be late while they have more time, but are reminded', () => {
    assert.deepEqual(missing('overdue', aReport(extended)), ['2022:468']);
    assert.deepEqual(missing('reminder-1', aReport(extended)), ['2022:464', '2022:468']);
  });
});

describe('the units that the Department is told of', () => {
  const month = describePeriod(AUGUST, DEFAULT_CALENDAR);
  const told = (now: string, ...reports: ReportDocument[]): string[] =>
    overdueUnits(month, `${now}.000+07:00` as Instant, owingUnits(AUGUST, units, reports)).map(({ unit }) => unit.unit);
  const both = ['2022:464', '2022:468'];

  const days: [name: string, now: string, expected: string[], ...ReportDocument[]][] = [
    ['past due', '2022-08-30T21:00:00', both],
    ['on the last day', '2022-09-05T21:00:00', both],
    ['when the month has locked: who never sent', '2022-09-06T21:00:00', both],
    ['no more the day after', '2022-09-07T21:00:00', []],
    ['not who has sent', '2022-09-05T21:00:00', ['2022:468'], aReport({ ...sent, status: 'late' })],
    ['not who has more time', '2022-09-06T21:00:00', ['2022:468'], aReport(extended)],
    ['who had more time, when it is over', '2022-09-11T21:00:00', ['2022:464'], aReport(extended)],
    ['and no more the day after', '2022-09-12T21:00:00', [], aReport(extended)],
  ];
  for (const [name, now, expected, ...reports] of days) {
    it(name, () => assert.deepEqual(told(now, ...reports), expected));
  }
});

describe('months without activities, one after the other', () => {
  const none = { read: 0, accepted: 0, rejected: 0 };
  const counts = { ...aReport().counts, activities: none };
  const nil = (period: string) => aReport({ ...sent, status: 'nil', period: period as Period, counts });
  const cases: [string, ReportDocument[], number][] = [
    ['none', [], 0],
    ['three', [nil('2022-07'), nil('2022-06'), nil('2022-05')], 3],
    ['a gap ends them', [nil('2022-07'), nil('2022-05')], 1],
    ['the month itself does not count', [nil('2022-08')], 0],
    ['a late nil counts', [{ ...nil('2022-07'), status: 'late' }], 1],
    ['an unsent month without rows is none', [{ ...nil('2022-07'), status: 'not-started', submittedAt: null }], 0],
    ['a month with activities is none', [aReport({ ...sent, period: '2022-07' as Period })], 0],
  ];
  for (const [name, reports, months] of cases) {
    it(`${name}: ${months}`, () => assert.equal(nilMonthsBefore(AUGUST, reports), months));
  }
});
