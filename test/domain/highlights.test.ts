import assert from 'node:assert/strict';
import { highlightsOf } from '../../functions/domain/highlights.ts';
import { renderLine } from '../../functions/domain/message.ts';
import { countableRows, makeReport, NEW_REPORT } from '../../functions/domain/report.ts';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import type { Workbook } from '../../schemas/workbook.ts';
import { contextOf, type RawRow, validRow, withTab, workbookOf } from '../support/workbooks.ts';

const context = contextOf();
const row = (content: string, changes: RawRow = {}): RawRow => ({
  ...validRow('activities'),
  kind: 'Sáng kiến',
  platforms: null,
  turns: null,
  content,
  ...changes,
});

function carried(workbook: Workbook): string[] {
  const review = reviewWorkbook(workbook, context);
  const members = review.tabs.find(({ expected }) => expected.key === 'members');
  return highlightsOf(countableRows(review, '2022-08').activities, members).map(({ content }) => content);
}

describe('texts that the province reads (promise 7)', () => {
  it('are initiatives and proposals for a reward, by day', () => {
    const activities = [
      row('Khen tổ trưởng', { kind: 'Đề xuất khen thưởng', date: 44780 }),
      row('Loa phát thanh số', { date: 44775 }),
      validRow('activities'),
    ];
    const review = reviewWorkbook(workbookOf({ activities }), context);
    const [open] = context.periods;
    assert.ok(open);
    assert.deepEqual(makeReport(review, open, context.today, NEW_REPORT).report.highlights, [
      { kind: 'initiatives', team: '19363_co my', date: '2022-08-02', content: 'Loa phát thanh số' },
      { kind: 'commendations', team: '19363_co my', date: '2022-08-07', content: 'Khen tổ trưởng' },
    ]);
  });

  it('a text with a phone or a name of the list stays in the workbook until it is clean', () => {
    const activities = ['Khen anh Nguyễn Văn Mẫu', 'Hỏi 0905 123 456', 'Khen le thi hai', 'Loa phát thanh số'];
    assert.deepEqual(carried(workbookOf({ activities: activities.map((content) => row(content)) })), [
      'Loa phát thanh số',
    ]);
  });

  it('a rejected row is not carried', () => {
    assert.deepEqual(carried(workbookOf({ activities: [row('Loa phát thanh số', { date: 'hôm qua' })] })), []);
  });

  it('nothing is carried while nobody can read whom a text may name', () => {
    const workbook = workbookOf({ activities: [row('Loa phát thanh số')] });
    assert.deepEqual(carried(withTab(workbook, 'Thành viên', () => [])), []);
  });
});

describe('what is said of a text with personal data does not repeat it', () => {
  it('neither by its own rule nor by another one on the same cell', () => {
    const activities = [row('- Gọi Nguyễn Văn Mẫu 0905123456', { evidence: 'Hỏi Nguyễn Văn Mẫu 0905123456' })];
    const review = reviewWorkbook(workbookOf({ activities }), context);
    const tab = review.tabs.find(({ expected }) => expected.key === 'activities');
    const problems = tab?.rows[0]?.problems ?? [];
    assert.deepEqual(
      problems.map(({ rule, variant, column }) => `${rule}/${variant}:${column}`),
      [
        'cell.formula-text/bullet:content',
        'activity.evidence-link/notAWebAddress:evidence',
        'activity.personal-data/phone:content',
        'activity.personal-data/name:content',
        'activity.personal-data/phone:evidence',
        'activity.personal-data/name:evidence',
      ],
    );
    const said = problems.map((problem) => `${problem.value} ${renderLine(problem)}`).join('\n');
    assert.doesNotMatch(said, /Mẫu|0905/);
  });
});
