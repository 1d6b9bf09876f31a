/** Rules over time, through a real month's turn and over the sample province. */
import assert from 'node:assert/strict';
import type { History } from '../../functions/domain/history.ts';
import { describePeriod } from '../../functions/domain/period.ts';
import { makeReport, NEW_REPORT } from '../../functions/domain/report.ts';
import { problemsOf, reviewWorkbook } from '../../functions/domain/review.ts';
import { tabTitle } from '../../functions/domain/tabs.ts';
import type { NightlyResult } from '../../functions/workflows/nightly.ts';
import { generateProvince, type SampleUnit } from '../../local/sample/generate-province.ts';
import { layOut } from '../../local/sample/lay-out.ts';
import type { SampleTab } from '../../local/sample/sample.ts';
import type { Period, PlainDate } from '../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import { SHEETS } from '../../schemas/tabs.ts';
import type { CellValue, Workbook } from '../../schemas/workbook.ts';
import { openTestSystem, readTab, type TestSystem } from '../support/local-system.ts';
import { columnIndex, makeTab } from '../support/workbooks.ts';

describe('a month turns', function () {
  this.timeout(180_000);
  let local: TestSystem;
  let workbook: string;

  before(async () => {
    local = await openTestSystem(['--sample', 'empty', '--units', '468', '--as-of', '2022-08-25T21:00+07:00']);
    workbook = local.workbooks['2022:468'] ?? '';
  });
  after(() => local.close());

  const type = (range: string, ...rows: unknown[][]) =>
    local.person.spreadsheets.values.update({
      spreadsheetId: workbook,
      range,
      valueInputOption: 'RAW',
      requestBody: { values: rows },
    });
  const night = async () => ((await local.call('nightly')).body as NightlyResult).summary.calls;
  const clock = (now: string) =>
    fetch(`${local.system.address}_local/clock`, { method: 'POST', body: JSON.stringify({ now }) });
  const verdict = async () => (await readTab(local.person, workbook, 'Tổ'))[1]?.values?.[0]?.formattedValue ?? '';
  const people = ['Nguyễn Văn Mẫu', 'Lê Thị Hai', 'Trần Văn Ba', 'Võ Thị Tư', 'Phan Văn Năm'].map((name, at) => [
    'Thị trấn Cam Lộ',
    'Khu phố 1',
    name,
    1980 + at,
    'Nam',
    ['Tổ trưởng', 'Tổ phó'][at] ?? 'Thành viên',
    'Giáo viên',
    `090000000${at + 1}`,
    true,
    44718,
  ]);

  it('who is taken out of the list in September is missed against August, once and without writing it again', async () => {
    await type("'Tổ'!B2", ['Thị trấn Cam Lộ', 'Cấp thôn', 'Khu phố 1', '45/QĐ-UBND', 44718, 'Chủ tịch UBND cấp xã']);
    await type("'Thành viên'!B2", ...people);
    await night();
    await clock('2022-09-10T21:00:00+07:00');
    await night();
    assert.doesNotMatch(await verdict(), /Kỳ 08-2022/);
    await local.person.spreadsheets.values.clear({ spreadsheetId: workbook, range: "'Thành viên'!B6:P6" });
    await night();
    assert.match(await verdict(), /! Kỳ 08-2022 tổ có 5 người; nay danh sách thiếu 1 người/);
    const { sheetsReads, sheetsWrites, documentsWritten } = await night();
    assert.deepEqual([sheetsReads, sheetsWrites, documentsWritten], [3, 0, 0]);
  });
});

const PERIODS = ['2022-10', '2022-11', '2022-12', '2023-01'].map((period) =>
  describePeriod(period as Period, DEFAULT_CALENDAR),
);
const TODAY = '2023-01-20' as PlainDate;

/** The workbook as it stands in one month. `change` is given the rows of its activities. */
function workbookOf(
  unit: SampleUnit,
  period: Period,
  change: (rows: readonly (readonly CellValue[])[]) => readonly (readonly CellValue[])[],
): Workbook {
  const places: SampleTab[] = [
    { tab: 'teams', period: null },
    { tab: 'members', period: null },
    { tab: 'activities', period },
  ];
  const tabs = places.map((place, at) => {
    const { values, merges } = layOut(unit, place);
    const changed = place.tab === 'activities' ? change(values) : values;
    return makeTab({
      sheetId: at + 1,
      title: tabTitle(SHEETS[place.tab].title, place.period),
      values: changed,
      merges,
    });
  });
  return { id: unit.unit.id, title: unit.unit.fullName, locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh', tabs };
}

const asTyped = (rows: readonly (readonly CellValue[])[]) => rows;

/** What is said over time of each month, each seeing the months before it; how many rows were read. */
function monthByMonth(unit: SampleUnit, change = asTyped): { said: string[]; rows: number } {
  let history: History = [];
  let rows = 0;
  const said = PERIODS.flatMap((open) => {
    const today = open.lastDay < TODAY ? open.lastDay : TODAY;
    const context = { unit: unit.unit, today, periods: [open], history };
    const review = reviewWorkbook(workbookOf(unit, open.period, change), context);
    const { teams } = makeReport(review, open, today, NEW_REPORT);
    history = [{ period: open.period, window: open.window, teams }, ...history].slice(0, 3);
    rows += review.tabs.find(({ expected }) => expected.key === 'activities')?.counts.read ?? 0;
    return problemsOf(review).flatMap(({ rule, variant, column, row }) =>
      rule === 'activity.outlier' || rule === 'member.vanished' ? [`${variant} ${open.period}@${row}:${column}`] : [],
    );
  });
  return { said, rows };
}

describe('rules over time on the sample province', () => {
  const province = [1, 2].flatMap((seed) => generateProvince({ seed, asOf: TODAY, periods: PERIODS }));

  it('are rare: fewer than one row in five hundred', () => {
    const all = province.map((unit) => monthByMonth(unit));
    const rows = all.reduce((total, unit) => total + unit.rows, 0);
    const said = all.flatMap((unit) => unit.said);
    assert.ok(rows > 2_000, `${rows} rows`);
    assert.ok(said.length < rows / 500, said.join('\n'));
  });

  it('speak when two digits slipped into a figure', () => {
    const column = columnIndex(SHEETS.activities as never, 'turns');
    const [unit] = province.filter((one) => one.unit.code === '464');
    assert.ok(unit);
    const slip = (rows: readonly (readonly CellValue[])[]) =>
      rows.map((row, at) => (at === 4 && typeof row[column] === 'number' ? row.with(column, 2600) : row));
    const before = monthByMonth(unit).said;
    const after = monthByMonth(unit, slip).said;
    assert.ok(
      after.filter((one) => !before.includes(one)).some((one) => one.endsWith('@5:turns')),
      after.join('\n'),
    );
  });
});
