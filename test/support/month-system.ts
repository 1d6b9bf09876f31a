/** The local system with small workbooks, and what people of the districts do in them: a month is typed, sent, edited. */
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { addDays, formatPeriod, type Period, type PlainDate, toSerial } from '../../schemas/calendar.ts';
import { FORM_LAYOUT } from '../../schemas/form.ts';
import { linesWithTasks } from '../../schemas/form-lines.ts';
import { findUnit } from '../../schemas/units.ts';
import { openTestSystem, type TestSystem } from './local-system.ts';

const serial = (date: string): number => toSerial(date as PlainDate);

export const NAMES = ['Nguyễn Văn Mẫu', 'Lê Thị Hai', 'Trần Văn Ba', 'Võ Thị Tư', 'Phan Văn Năm'];

/** Rows of the form, counted from 1, by the key of the line. */
const FORM_ROWS: ReadonlyMap<string, number> = new Map(
  Object.keys(linesWithTasks([])).map((key, index) => [key, FORM_LAYOUT.firstLineRow + index + 1]),
);

export interface MonthSystem extends TestSystem {
  setClock(now: string): Promise<void>;
  /** One village team of five, right in every cell. */
  typeRoster(unit: string): Promise<void>;
  /** So many activities, one a day from the window's first. */
  typeActivities(unit: string, period: string, first: string, turns: readonly number[]): Promise<void>;
  /** The lines that a report needs. */
  fillForm(unit: string, period: string, values?: Readonly<Record<string, unknown>>): Promise<void>;
  tick(unit: string, period: string, ticked?: boolean): Promise<void>;
  /** One line of the form. */
  line(unit: string, period: string, key: string): Promise<unknown>;
  /** Calls a function that must answer 200. */
  run<T = Record<string, unknown>>(name: string, body?: unknown): Promise<T>;
  documents(prefix: string): Promise<ReadonlyMap<string, Record<string, unknown>>>;
}

/** Fields as Firestore's REST prints them, back to plain JSON. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

export async function openMonthSystem(flags: readonly string[]): Promise<MonthSystem> {
  const local = await openTestSystem(['--sample', 'empty', ...flags]);
  const { person, system } = local;
  const workbookOf = (unit: string) => local.workbooks[unit] ?? '';
  const type = (unit: string, range: string, values: unknown[][], client: sheets_v4.Sheets = person) =>
    client.spreadsheets.values.update({
      spreadsheetId: workbookOf(unit),
      range,
      valueInputOption: 'RAW',
      requestBody: { values },
    });
  const cell = (period: string, key: string) => `'Báo cáo ${formatPeriod(period as Period)}'!B${FORM_ROWS.get(key)}`;
  return {
    ...local,
    async setClock(now) {
      const response = await fetch(`${system.address}_local/clock`, { method: 'POST', body: JSON.stringify({ now }) });
      if (!response.ok) throw new Error(await response.text());
    },
    async typeRoster(unit) {
      const commune = findUnit(unit)?.communes[0]?.fullName ?? '';
      const founded = serial('2022-06-06');
      const zalo = 'https://zalo.me/g/tsrsfm261';
      const team = [commune, 'Cấp thôn', 'Thôn Cổ Mỹ', '45/QĐ-UBND', founded, 'Chủ tịch UBND cấp xã', zalo, 6];
      await type(unit, "'Tổ'!B2", [team]);
      const members = NAMES.map((name, at) => [
        commune,
        'Thôn Cổ Mỹ',
        name,
        1980 + at,
        at % 2 ? 'Nữ' : 'Nam',
        ['Tổ trưởng', 'Tổ phó'][at] ?? 'Thành viên',
        at === 0 ? 'Trưởng thôn' : at === 1 ? 'Bí thư Chi đoàn thôn' : 'Giáo viên',
        `090000000${at + 1}`,
        true,
        founded,
        null,
        null,
        null,
        null,
        true,
      ]);
      await type(unit, "'Thành viên'!B2", members);
    },
    async typeActivities(unit, period, first, turns) {
      const commune = findUnit(unit)?.communes[0]?.fullName ?? '';
      const rows = turns.map((count, at) => [
        serial(addDays(first as PlainDate, at)),
        commune,
        'Thôn Cổ Mỹ',
        'Hướng dẫn người dân',
        'Hướng dẫn nộp hồ sơ trực tuyến',
        'Dịch vụ công trực tuyến',
        1,
        count,
        3,
      ]);
      await type(unit, `'Hoạt động ${formatPeriod(period as Period)}'!B2`, rows);
    },
    async fillForm(unit, period, values = {}) {
      const complete = {
        rosterReviewed: true,
        educationInformed: 1200,
        educationTotal: 1200,
        reporter: 'Lê Thị Mẫu',
        reporterTitle: 'Chuyên viên',
        ...values,
      };
      await person.spreadsheets.values.batchUpdate({
        spreadsheetId: workbookOf(unit),
        requestBody: {
          valueInputOption: 'RAW',
          data: Object.entries(complete).map(([key, value]) => ({ range: cell(period, key), values: [[value]] })),
        },
      });
    },
    async tick(unit, period, ticked = true) {
      await type(unit, cell(period, 'submit'), [[ticked]]);
    },
    async line(unit, period, key) {
      const range = cell(period, key);
      const { data } = await person.spreadsheets.values.get({
        spreadsheetId: workbookOf(unit),
        range,
        valueRenderOption: 'UNFORMATTED_VALUE',
      });
      return data.values?.[0]?.[0] ?? null;
    },
    async run(name, body) {
      const answer = await local.call(name, body);
      if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
      return answer.body as never;
    },
    async documents(prefix) {
      const response = await fetch(`${system.address}_local/firestore`);
      const all = (await response.json()) as { path: string; fields: Record<string, unknown> }[];
      return new Map(
        all.filter(({ path }) => path.startsWith(prefix)).map(({ path, fields }) => [path, plain(fields) as never]),
      );
    },
  };
}
