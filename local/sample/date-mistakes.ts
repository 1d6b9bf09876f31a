/** How dates get mistyped. The cells hold serial numbers before. */
import { addDays, formatDate, fromSerial, type PlainDate, toSerial } from '../../schemas/calendar.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import type { CellMistake, CellPlace } from './mistakes.ts';
import { between, pick } from './random.ts';

const DATES = ['date', 'decisionDate', 'joinedOn', 'consentedOn'];
const MONTHS_WITHOUT_31 = [2, 4, 6, 9, 11];

export const DATE_MISTAKES: readonly CellMistake[] = [
  { kind: 'dateAsText', columns: DATES, mistype: dateAsText },
  { kind: 'dateMonthFirst', columns: DATES, mistype: dateMonthFirst },
  { kind: 'dateWithoutYear', columns: ['date'], mistype: (value) => partsOf(value).slice(0, 2).join('/') },
  { kind: 'impossibleDate', columns: DATES, mistype: impossibleDate },
  { kind: 'futureDate', columns: DATES, mistype: futureDate },
  { kind: 'dateOutOfPeriod', columns: ['date'], mistype: dateOutOfPeriod },
  { kind: 'formulaError', columns: ['date', 'joinedOn'], mistype: () => '#REF!' },
];

/** Day, month, year. */
function partsOf(value: CellValue): [number, number, number] {
  const date = fromSerial(Number(value));
  return [Number(date.slice(8)), Number(date.slice(5, 7)), Number(date.slice(0, 4))];
}

function dateAsText(value: CellValue, { random }: CellPlace): string {
  const date = fromSerial(Number(value));
  const [day, month, year] = partsOf(value);
  return pick(random, [
    formatDate(date),
    formatDate(date).replaceAll('/', '.'),
    `${day}/${month}/${year}`,
    `${day}-${month}-${year % 100}`,
    `ngày ${day} tháng ${month} năm ${year}`,
    date,
  ]);
}

/** Only where no reader can take the month for a day. */
function dateMonthFirst(value: CellValue): string | undefined {
  const [day, month, year] = partsOf(value);
  return day > 12 ? `${month}/${day}/${year}` : undefined;
}

/** The 31st of the month, or of the next one that has none. */
function impossibleDate(value: CellValue): string {
  const [, month, year] = partsOf(value);
  const short = MONTHS_WITHOUT_31.find((candidate) => candidate >= month) ?? 2;
  return `31/${String(short).padStart(2, '0')}/${year}`;
}

/** The wrong year: the first that still lies ahead in a month's time. */
function futureDate(value: CellValue, { asOf }: CellPlace): number {
  const [day, month, year] = partsOf(value);
  const on = (later: number) =>
    `${later}-${String(month).padStart(2, '0')}-${String(Math.min(day, 28)).padStart(2, '0')}`;
  let typed = year + 1;
  while (on(typed) <= addDays(asOf, 30)) typed++;
  return toSerial(on(typed) as PlainDate);
}

/** Left over from the month before. */
function dateOutOfPeriod(_: CellValue, { random, window }: CellPlace): number | undefined {
  return window ? toSerial(addDays(window.from, -between(random, 1, 25))) : undefined;
}
