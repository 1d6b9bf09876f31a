/** `npm run bench`: the budgets as ratios within one run on one machine. Prints a table; judges nothing. */
import { renderLine } from '../functions/domain/message.ts';
import { problemsOf, type ReviewContext, reviewWorkbook } from '../functions/domain/review.ts';
import { generateProvince } from '../local/sample/generate-province.ts';
import { layOut } from '../local/sample/lay-out.ts';
import type { PlainDate } from '../schemas/calendar.ts';
import { SHEETS } from '../schemas/tabs.ts';
import type { CellValue, Tab, Workbook } from '../schemas/workbook.ts';

const ROUNDS = 15;

const processorMs = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
};

/**
 * Milliseconds of processor time in each subject's cheapest round: whatever else runs on the machine only adds. The
 * subjects take turns, so that a slow minute is slow for all of them.
 */
function cheapest(subjects: readonly (() => void)[]): readonly number[] {
  const best = subjects.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < ROUNDS; round += 1) {
    subjects.forEach((run, at) => {
      const start = process.cpuUsage();
      run();
      best[at] = Math.min(best[at] ?? 0, processorMs(start));
    });
  }
  return best;
}

const [sample] = generateProvince({ seed: 1, asOf: '2023-12-31' as PlainDate, periods: [], mistakes: false }).filter(
  ({ unit }) => unit.code === '464',
);
if (!sample) throw new Error('The sample has no Vĩnh Linh.');
const context: ReviewContext = { unit: sample.unit, today: '2024-01-02' as PlainDate, periods: [] };
const laidOut = layOut(sample, { tab: 'members', period: null }).values;
const [header = [], ...people] = laidOut;

/** `count` members, each name made distinct, so that nobody is a duplicate. */
function memberRows(count: number, spoil: boolean): CellValue[][] {
  return Array.from({ length: count }, (_, index) => {
    const row = [...(people[index % people.length] ?? [])];
    row[3] = `${row[3]} ${String.fromCharCode(65 + (index % 26))}${'abcdefghij'[Math.floor(index / 26) % 10]}`;
    row[4] = 1950 + (index % 50);
    return spoil ? row.map((cell, column) => (column === 10 || column === 6 ? `sai ${index % 97}` : cell)) : row;
  });
}

function workbookOf(rows: readonly (readonly CellValue[])[]): Workbook {
  const tab: Tab = {
    sheetId: 1,
    title: 'Thành viên',
    hidden: false,
    rowCount: rows.length + 1,
    columnCount: 20,
    values: [header, ...rows],
    notes: new Map(),
    fills: new Map(),
    merges: [],
    columnKeys: new Map(),
  };
  return { id: 'bench', title: 'bench', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh', tabs: [tab] };
}

/** Everything that a night says of the rows, in words. */
function reviewOf(rows: readonly (readonly CellValue[])[]): () => void {
  const workbook = workbookOf(rows);
  return () => {
    for (const problem of problemsOf(reviewWorkbook(workbook, context))) renderLine(problem);
  };
}

const ROWS = 15_000;
const good = memberRows(ROWS, false);
const reviewed = reviewWorkbook(workbookOf(good), context).tabs.find(({ expected }) => expected.key === 'members');
const records = reviewed?.rows.map(({ values }) => values) ?? [];
const zod = () => {
  for (const record of records) SHEETS.members.record.safeParse(record);
};
const bad = memberRows(ROWS, true);
const subjects = [reviewOf(good), zod, reviewOf(bad), reviewOf(bad.slice(0, ROWS / 10))];
const [goodMs = 0, zodMs = 0, badMs = 0, badTenthMs = 0] = cheapest(subjects);

const ratio = (value: number): string => value.toFixed(2);
console.table([
  { what: 'review, rows/s ÷ bare zod safeParse', goal: '≥ 1.20', measured: ratio(zodMs / goodMs) },
  { what: 'all rows bad ÷ all rows good, time', goal: '≤ 4.00', measured: ratio(badMs / goodMs) },
  { what: 'all bad: 10 × the rows, time', goal: '≈ 10', measured: ratio(badMs / badTenthMs) },
]);
console.log(
  `${ROWS} members: review ${goodMs.toFixed(0)} ms, zod ${zodMs.toFixed(0)} ms, all bad ${badMs.toFixed(0)} ms; ` +
    `${reviewed?.counts.accepted} accepted. Budgets for requests and writes are held by tests.`,
);
