import assert from 'node:assert/strict';
import { canonicalJson } from '../../functions/domain/canonical.ts';
import { monthContent } from '../../functions/domain/month-content.ts';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import type { Tab, Workbook } from '../../schemas/workbook.ts';
import { AUGUST, contextOf, type RawRow, validRow, withTab, workbookOf } from '../support/workbooks.ts';

const first = validRow('activities');
const second: RawRow = { ...first, date: 44776, content: 'Buổi hai' };
const form: RawRow = { nil: false, educationTotal: 1200, fundingSocial: 500_000 };
const remarks: RawRow = { fundingSocial: 'Mua loa' };

const contentOf = (workbook: Workbook): string =>
  canonicalJson(monthContent(reviewWorkbook(workbook, contextOf()), AUGUST));

const sent = contentOf(workbookOf({ activities: [first, second], form, remarks }));
const inTab = (title: string, change: (tab: Tab) => Tab): Workbook =>
  withTab(workbookOf({ activities: [first, second], form, remarks }), title, (tab) => [change(tab)]);

describe('the content of a month, by which an edit is known', () => {
  const same: [string, Workbook][] = [
    ['the rows sorted another way', workbookOf({ activities: [second, first], form, remarks })],
    ['the box ticked', workbookOf({ activities: [first, second], form: { ...form, submit: true }, remarks })],
    [
      'a box unticked that was blank',
      workbookOf({ activities: [first, second], form: { ...form, rosterReviewed: false }, remarks }),
    ],
    [
      'our verdicts beside the rows',
      inTab('Hoạt động 08-2022', (tab) => ({
        ...tab,
        values: tab.values.map((cells, row) => (row > 0 ? ['✓', ...cells.slice(1)] : cells)),
      })),
    ],
    [
      'a blank row between',
      inTab('Hoạt động 08-2022', (tab) => ({
        ...tab,
        values: [...tab.values.slice(0, 2), [null, ''], ...tab.values.slice(2)],
      })),
    ],
    ['the roster changed', workbookOf({ activities: [first, second], form, remarks, members: [validRow('members')] })],
  ];
  for (const [name, workbook] of same) it(`${name}: the same`, () => assert.equal(contentOf(workbook), sent));

  const other: [string, Workbook][] = [
    ['a figure', workbookOf({ activities: [first, { ...second, turns: 26 }], form, remarks })],
    [
      'a row more, although it cannot be counted',
      workbookOf({ activities: [first, second, { ...first, date: 'hôm qua' }], form, remarks }),
    ],
    ['a row less', workbookOf({ activities: [first], form, remarks })],
    ['a row doubled', workbookOf({ activities: [first, second, second], form, remarks })],
    ['a line of the form', workbookOf({ activities: [first, second], form: { ...form, mediaItems: 0 }, remarks })],
    [
      'a remark beside it',
      workbookOf({ activities: [first, second], form, remarks: { fundingSocial: 'Mua loa, in tờ rơi' } }),
    ],
    [
      'the answer to a task',
      inTab('Báo cáo 08-2022', (tab) => ({ ...tab, values: [...tab.values, ['Nhiệm vụ: Cài đặt VNeID', 'Đã xong']] })),
    ],
  ];
  for (const [name, workbook] of other) it(`${name}: another`, () => assert.notEqual(contentOf(workbook), sent));
});
