import assert from 'node:assert/strict';
import { describePeriod } from '../../functions/domain/period.ts';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import { readCall, readTick, reviewSubmission, type SubmissionReview } from '../../functions/domain/submission.ts';
import type { Instant, Period } from '../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import type { Workbook } from '../../schemas/workbook.ts';
import { contextOf, type RawRow, validRow, withTab, workbookOf } from '../support/workbooks.ts';

const august = describePeriod('2022-08' as Period, DEFAULT_CALENDAR);

/** A form that may be sent without a word. */
const COMPLETE: RawRow = {
  rosterReviewed: true,
  educationInformed: 1200,
  educationTotal: 1200,
  reporter: 'Lê Thị Mẫu',
  reporterTitle: 'Chuyên viên',
};

const sending = (workbook: Workbook): SubmissionReview =>
  reviewSubmission(reviewWorkbook(workbook, contextOf()), august);

const said = (problems: SubmissionReview['problems']): string[] =>
  problems.map(({ severity, rule, variant, tab, row, column }) =>
    [severity, `${rule}/${variant}`, `${tab}:${row ?? '–'}`, column].join(' '),
  );

describe('sending a month (KH 115, V.5)', () => {
  it('passes without a word when all is there; blank money, training, media and reward lines are not asked for', () => {
    assert.deepEqual(sending(workbookOf({ form: COMPLETE })), { nil: false, problems: [], blocking: [] });
  });

  const blocking: [name: string, workbook: Workbook, expected: string[]][] = [
    [
      'an untouched form: education, reporter and title are required',
      workbookOf(),
      [
        'error cell.required/line monthlyReport:5 educationInformed',
        'error cell.required/line monthlyReport:6 educationTotal',
        'error cell.required/line monthlyReport:22 reporter',
        'error cell.required/line monthlyReport:23 reporterTitle',
      ],
    ],
    ['zero is a figure', workbookOf({ form: { ...COMPLETE, educationInformed: 0, educationTotal: 0 } }), []],
    [
      'a figure that cannot be read is one problem',
      workbookOf({ form: { ...COMPLETE, educationTotal: 'nhiều' } }),
      ['error cell.not-a-number/unreadable monthlyReport:6 educationTotal'],
    ],
    [
      'an amount that cannot be read is one problem, by the rule on money',
      workbookOf({ form: { ...COMPLETE, fundingSocial: -1 } }),
      ['error report.money/amount monthlyReport:7 fundingSocial'],
    ],
    [
      'an error in the roster',
      workbookOf({ form: COMPLETE, teams: [{ ...validRow('teams'), decisionDate: 'hôm qua' }] }),
      ['error cell.not-a-date/unreadable teams:2 decisionDate'],
    ],
    [
      'an error in the month’s activities',
      workbookOf({ form: COMPLETE, activities: [{ ...validRow('activities'), turns: null }] }),
      ['error activity.kind-needs/people activities:2 turns'],
    ],
    [
      'nil and yet a row',
      workbookOf({ form: { ...COMPLETE, nil: true } }),
      ['error report.nil-with-activities/rows monthlyReport:3 nil'],
    ],
    [
      'no row, and not nil',
      workbookOf({ form: COMPLETE, activities: [] }),
      ['error report.empty/noRows monthlyReport:3 nil'],
    ],
    ['nil, and no row', workbookOf({ form: { ...COMPLETE, nil: true }, activities: [] }), []],
    [
      'an initiative without text',
      workbookOf({
        form: COMPLETE,
        activities: [{ ...validRow('activities'), kind: 'Sáng kiến', content: 'Sáng kiến mới' }],
      }),
      ['error report.initiative-text/onlyKind activities:2 content'],
    ],
    [
      'a form that is gone',
      withTab(workbookOf({ form: COMPLETE }), 'Báo cáo 08-2022', () => []),
      ['error tab.missing/missing monthlyReport:– '],
    ],
  ];
  for (const [name, workbook, expected] of blocking) {
    it(`${name}: ${expected.length === 0 ? 'passes' : 'is blocked'}`, () => {
      assert.deepEqual(said(sending(workbook).blocking), expected);
    });
  }

  it('findings and warnings are said and never block', () => {
    const form = { ...COMPLETE, rosterReviewed: false, educationInformed: 1100, budgetCommune: 500_000 };
    const { problems, blocking: stops } = sending(workbookOf({ form, members: [validRow('members')] }));
    assert.deepEqual(said(problems), [
      'finding report.informed-below-100/below monthlyReport:5 educationInformed',
      'warning report.money/noNote monthlyReport:11 budgetCommune',
      'warning report.roster-not-reviewed/unticked monthlyReport:4 rosterReviewed',
    ]);
    assert.deepEqual(stops, []);
  });

  it('says whether the month was declared to be without activities', () => {
    assert.equal(sending(workbookOf({ form: { ...COMPLETE, nil: true }, activities: [] })).nil, true);
  });

  it('asks for a phase’s document once: not when an earlier month of the phase named it', () => {
    const july = describePeriod('2022-07' as Period, DEFAULT_CALENDAR);
    const workbook = withTab(workbookOf({ form: COMPLETE }), 'Báo cáo 08-2022', (tab) => [
      { ...tab, title: 'Báo cáo 07-2022' },
    ]);
    const review = reviewWorkbook(workbook, contextOf(undefined, ['2022-07']));
    const rules = (documentsBefore: ReadonlySet<'evaluation' | 'proposal'>) =>
      reviewSubmission(review, july, { documentsBefore }).problems.map(({ rule }) => rule);
    assert.ok(rules(new Set()).includes('report.phase-document'));
    assert.ok(!rules(new Set(['evaluation'])).includes('report.phase-document'));
  });
});

describe('what a look at the box comes to', () => {
  const NOW = 'b'.repeat(64);
  const BEFORE = 'a'.repeat(64);
  const SENT = '2022-08-26T09:00:00.000+07:00' as Instant;
  const cases: [name: string, ticked: boolean, sent: boolean, seen: string | null, current: boolean, tick: string][] = [
    ['nothing sent, no tick', false, false, null, false, 'none'],
    ['nothing sent, a tick', true, false, null, false, 'submit'],
    ['sent, still ticked, nothing changed', true, true, NOW, true, 'none'],
    ['sent, unticked, nothing changed', false, true, NOW, true, 'none'],
    ['sent, still ticked, and edited: no new sending without a new tick', true, true, BEFORE, true, 'edit'],
    ['sent, unticked, and edited', false, true, BEFORE, true, 'edit'],
    ['edited before, unticked since, nothing new', false, true, NOW, false, 'none'],
    ['edited before, and edited again', false, true, BEFORE, false, 'edit'],
    ['edited before, ticked again', true, true, NOW, false, 'submit'],
    ['edited before, edited again and ticked again', true, true, BEFORE, false, 'submit'],
  ];
  for (const [name, ticked, sent, sentHash, isCurrent, tick] of cases) {
    it(`${name}: ${tick}`, () => {
      const report = { submittedAt: sent ? SENT : null, sentHash, hasOldTick: false };
      assert.equal(readTick(ticked, NOW, report, isCurrent), tick);
    });
  }

  it('a tick that was to be taken out when an edit was noted sends nothing', () => {
    const report = { submittedAt: SENT, hasOldTick: true };
    assert.equal(readTick(true, NOW, { ...report, sentHash: NOW }, false), 'edit');
    assert.equal(readTick(true, NOW, { ...report, sentHash: BEFORE }, false), 'edit');
    assert.equal(readTick(false, NOW, { ...report, sentHash: NOW }, false), 'none');
  });
});

describe('what a call comes to', () => {
  const NOW = 'b'.repeat(64);
  const BEFORE = 'a'.repeat(64);
  const SENT = '2022-08-26T09:00:00.000+07:00' as Instant;
  const cases: [name: string, sent: boolean, seen: string | null, current: boolean, call: string][] = [
    ['nothing sent', false, null, false, 'submit'],
    ['sent, nothing changed: the receipt that there is', true, NOW, true, 'none'],
    ['sent, and edited: the new content', true, BEFORE, true, 'submit'],
    ['edited, and seen', true, NOW, false, 'submit'],
    ['edited again', true, BEFORE, false, 'submit'],
  ];
  for (const [name, sent, sentHash, isCurrent, call] of cases) {
    it(`${name}: ${call}`, () => {
      assert.equal(readCall(NOW, { submittedAt: sent ? SENT : null, sentHash }, isCurrent), call);
    });
  }
});
