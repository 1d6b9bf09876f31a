import assert from 'node:assert/strict';
import { describePeriod } from '../../functions/domain/period.ts';
import { receiptId } from '../../functions/domain/receipt.ts';
import {
  historyOf,
  makeReport,
  NEW_REPORT,
  notApplicableReport,
  type ReportHistory,
} from '../../functions/domain/report.ts';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import type { Instant } from '../../schemas/calendar.ts';
import type { ReportDocument } from '../../schemas/documents.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import { aReport } from '../support/documents.ts';
import { AUGUST, contextOf, type RawRow, TODAY, type WorkbookRows, workbookOf } from '../support/workbooks.ts';

const august = describePeriod(AUGUST, DEFAULT_CALENDAR);
const HASH = 'a'.repeat(64);
const AT = '2022-08-24T09:00:00.000+07:00' as Instant;

const FORM: RawRow = {
  rosterReviewed: true,
  educationInformed: 1100,
  educationTotal: 1200,
  reporter: 'Lê Thị Mẫu',
  reporterTitle: 'Chuyên viên',
};
const SENT: ReportHistory = {
  ...NEW_REPORT,
  status: 'submitted',
  firstValidAt: AT,
  submittedAt: AT,
  receipt: receiptId('2022:464', AUGUST, HASH),
  sentHash: HASH,
};

const report = (rows: WorkbookRows, history: ReportHistory = NEW_REPORT): Omit<ReportDocument, 'contentHash'> =>
  makeReport(reviewWorkbook(workbookOf(rows), contextOf()), august, TODAY, history).report;

const ofReport = ({ problemsByRule }: Pick<ReportDocument, 'problemsByRule'>): Record<string, number> =>
  Object.fromEntries(Object.entries(problemsByRule ?? {}).filter(([rule]) => /^(report\.|cell\.required)/.test(rule)));

describe('the status of a report that was not sent', () => {
  const cases: [name: string, rows: WorkbookRows, status: string][] = [
    ['no row in the month’s tab and an untouched form', { activities: [] }, 'not-started'],
    ['an untouched form with a row', {}, 'in-progress'],
    ['no row, and a figure in the form', { activities: [], form: { mediaItems: 0 } }, 'in-progress'],
    ['an error in the roster', { teams: [{ commune: 'Xã Không Có' }] }, 'has-errors'],
    ['an error in the form', { form: { mediaItems: 'nhiều' } }, 'has-errors'],
    ['what only the sending asks for is no error yet', { form: { ...FORM, educationInformed: 1300 } }, 'in-progress'],
  ];
  for (const [name, rows, status] of cases) it(`${name}: ${status}`, () => assert.equal(report(rows).status, status));

  it('stays when the month is locked', () => {
    const locked = { ...NEW_REPORT, lockedAt: AT, frozenVersion: 1 };
    assert.equal(report({}, locked).status, 'not-started');
  });
});

describe('a report that was sent', () => {
  it('keeps its status and clocks, whatever the data say', () => {
    const { status, firstValidAt, submittedAt, receipt } = report({ form: { mediaItems: 'nhiều' } }, SENT);
    assert.deepEqual([status, firstValidAt, submittedAt, receipt], ['submitted', AT, AT, SENT.receipt]);
  });

  it('counts what is asked of a sent report among its problems; before it is sent it does not', () => {
    assert.deepEqual(ofReport(report({ form: FORM })), {});
    assert.deepEqual(ofReport(report({ form: FORM }, SENT)), { 'report.informed-below-100': 1 });
    assert.equal(report({ form: FORM }, SENT).problems.finding, report({ form: FORM }).problems.finding + 1);
  });

  it('says that it was edited when the last content seen is not what the receipt stands for', () => {
    const edited = { ...SENT, sentHash: 'b'.repeat(64) };
    assert.deepEqual(ofReport(report({ form: { ...FORM, educationInformed: 1200 } }, edited)), {
      'report.edited-after-submission': 1,
    });
  });
});

describe('what a report says of its form', () => {
  it('the days of phase documents that are named with number and date', () => {
    const named = { evaluationNumber: '120/BC-UBND', evaluationDate: 44770, proposalDate: 44771 };
    assert.deepEqual(report({ form: named }).phaseDocuments, { evaluation: '2022-07-28', proposal: null });
  });
});

describe('the history of a stored report', () => {
  it('is carried on whole', () => {
    const stored = aReport({ ...SENT, version: 2, frozenVersion: 2, extendedUntil: AT });
    assert.deepEqual(historyOf(stored), { ...SENT, version: 2, frozenVersion: 2, extendedUntil: AT });
  });
  it('is new without one', () => assert.deepEqual(historyOf(undefined), NEW_REPORT));
});

describe('a unit that nobody can set up a team in', () => {
  it('owes nothing, and its report says so', () => {
    const { status, problems, totals } = notApplicableReport('2022:471', august);
    assert.deepEqual([status, problems.error, totals.people], ['not-applicable', 0, 0]);
  });
});
