/** `npm run calendar`: prints the reporting calendar of a year. */
import { parseArgs } from 'node:util';
import { YEAR_COLUMNS, yearRows, yearsWithoutDaysOff } from '../functions/domain/year-calendar.ts';
import { DEFAULT_CALENDAR } from '../schemas/settings.ts';
import { textTable } from './text-table.ts';

const FIRST_YEAR = Number(DEFAULT_CALENDAR.firstPeriod.slice(0, 4));
const LAST_YEAR = 2100;

const USAGE = `npm run calendar -- --year 2023

  --year YEAR   ${FIRST_YEAR} to ${LAST_YEAR}
  --help

Prints, month by month, the days that the figures cover, the reminders (08:00), the due date, the notices after it and
the lock. The days off are those of schemas/data/holidays.json; the Department's own stand in its tab «Cấu hình».`;

const FLAGS = { year: { type: 'string' }, help: { type: 'boolean', default: false } } as const;

function yearOf(text: string | undefined): number {
  const year = /^\d{4}$/.test(text ?? '') ? Number(text) : Number.NaN;
  if (year >= FIRST_YEAR && year <= LAST_YEAR) return year;
  throw new Error(
    `--year must be a year from ${FIRST_YEAR} to ${LAST_YEAR}, not ${text === undefined ? 'left out' : `"${text}"`}; see --help.`,
  );
}

/** Says what the arguments ask for. Throws when they ask for no year that there can be. */
export function calendar(args: readonly string[], say: (text: string) => void): void {
  const { values } = parseArgs({ args: [...args], options: FLAGS });
  if (values.help) {
    say(USAGE);
    return;
  }
  const year = yearOf(values.year);
  say(`Lịch báo cáo Tổ công nghệ số cộng đồng năm ${year}\n`);
  say(textTable(YEAR_COLUMNS, yearRows(year, DEFAULT_CALENDAR)));
  for (const unknown of yearsWithoutDaysOff(year, DEFAULT_CALENDAR))
    say(`\nChưa có ngày nghỉ nào của năm ${unknown}: các ngày trên có thể còn thay đổi.`);
}

if (import.meta.main) {
  try {
    calendar(process.argv.slice(2), console.log);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}
