/** Types a generated unit into its workbook, in one request: either all of it is there, or nothing. */
import { formatPeriod } from '../../schemas/calendar.ts';
import { FORM_COLUMNS, type Line } from '../../schemas/form.ts';
import { MonthlyReport } from '../../schemas/tabs/monthly-report.ts';
import { SHEETS } from '../../schemas/tabs.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import { type LaidOutTab, layOut } from './lay-out.ts';
import type { SampleTab, SampleUnit } from './sample.ts';

/** Calls the Sheets API of the local server as the owner of the workbooks. */
export type CallSheets = (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<unknown>;

/** One tab as the API gives it: id 0 is left out, and so are blank cells at the end of a row. */
interface SheetAnswer {
  readonly properties: { readonly sheetId?: number; readonly title: string };
  readonly data?: readonly {
    readonly rowData?: readonly { readonly values?: readonly { formattedValue?: string }[] }[];
  }[];
}

const FIELDS = 'sheets(properties(sheetId,title),data(rowData(values(formattedValue))))';

/** Column A of a tab. */
const labelsOf = (sheet: SheetAnswer | undefined): readonly string[] =>
  (sheet?.data?.[0]?.rowData ?? []).map(({ values }) => values?.[FORM_COLUMNS.label.column]?.formattedValue ?? '');

type Request = Readonly<Record<string, unknown>>;

const extended = (value: CellValue): object => {
  if (value === null) return {};
  if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
  if (typeof value === 'boolean') return { userEnteredValue: { boolValue: value } };
  return { userEnteredValue: { stringValue: value } };
};

/** A shifted row has a blank cell beyond the tab's last column. */
const lastFilled = (cells: readonly CellValue[]): number => cells.findLastIndex((cell) => cell !== null);

/** Values from the second column and row on; column A is not staff's. */
function updateValues(
  sheetId: number,
  values: readonly (readonly CellValue[])[],
  row: number,
  column: number,
): Request {
  const rows = values.map((cells) => ({ values: cells.slice(0, lastFilled(cells) + 1).map(extended) }));
  const start = { sheetId, rowIndex: row, columnIndex: column };
  return { updateCells: { start, rows, fields: 'userEnteredValue' } };
}

function mergeRequests(sheetId: number, { merges }: LaidOutTab): Request[] {
  return merges.map(({ startRow, endRow, startColumn, endColumn }) => ({
    mergeCells: {
      range: {
        sheetId,
        startRowIndex: startRow,
        endRowIndex: endRow,
        startColumnIndex: startColumn,
        endColumnIndex: endColumn,
      },
      mergeType: 'MERGE_ALL',
    },
  }));
}

const titleOf = ({ tab, period }: SampleTab): string =>
  period === null ? SHEETS[tab].title : `${SHEETS[tab].title} ${formatPeriod(period)}`;

function tabRequests(unit: SampleUnit, place: SampleTab, sheetIds: ReadonlyMap<string, number>): Request[] {
  const title = titleOf(place);
  const sheetId = sheetIds.get(title);
  if (sheetId === undefined) throw new Error(`The workbook has no tab ${title}`);
  const laidOut = layOut(unit, place);
  const cells = laidOut.values.map((row) => row.slice(1));
  const copy = {
    sourceSheetId: sheetId,
    newSheetName: `${laidOut.copyPrefix}${title}`,
    insertSheetIndex: sheetIds.size,
  };
  return [
    updateValues(sheetId, cells, 0, 1),
    ...mergeRequests(sheetId, laidOut),
    ...(laidOut.copyPrefix === null ? [] : [{ duplicateSheet: copy }]),
  ];
}

/** The lines of a form that the unit has filled in; `labels` are column A as it stands. */
function formRequests(
  values: Readonly<Record<string, CellValue>>,
  sheetId: number,
  labels: readonly string[],
): Request[] {
  const lines: Readonly<Record<string, Line>> = MonthlyReport.lines;
  return Object.entries(values).flatMap(([key, value]) => {
    const row = labels.indexOf(lines[key]?.label ?? key);
    return row < 0 || value === null ? [] : [updateValues(sheetId, [[value]], row, FORM_COLUMNS.value.column)];
  });
}

/** Writes every tab of the unit, with its merges and copies. The workbook must have been provisioned for its months. */
export async function writeSample(unit: SampleUnit, workbookId: string, call: CallSheets): Promise<void> {
  const { sheets } = (await call('GET', `/v4/spreadsheets/${workbookId}?fields=${FIELDS}`)) as {
    sheets: readonly SheetAnswer[];
  };
  const sheetIds = new Map(sheets.map(({ properties }) => [properties.title, properties.sheetId ?? 0]));
  const places: SampleTab[] = [
    { tab: 'teams', period: null },
    { tab: 'members', period: null },
    ...[...unit.activities.keys()].map((period) => ({ tab: 'activities' as const, period })),
  ];
  const requests = places.flatMap((place) => tabRequests(unit, place, sheetIds));
  for (const [period, values] of unit.reports) {
    const title = `${MonthlyReport.title} ${formatPeriod(period)}`;
    const form = sheets.find(({ properties }) => properties.title === title);
    requests.push(...formRequests(values, sheetIds.get(title) ?? 0, labelsOf(form)));
  }
  await call('POST', `/v4/spreadsheets/${workbookId}:batchUpdate`, { requests });
}
