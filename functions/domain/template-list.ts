/** What a list tab lacks. Staff move, add and rename columns, so a column is found by its header or by its metadata. */
import type { ColumnTemplate, ListTemplate, Protection, Repair, Step, TabState } from '../../schemas/template.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import { bareSteps, entryRepairs, entrySteps, headerRepairs, isNameOf, said } from './template-cells.ts';
import { newProtections, PROTECTION_NAMES, protectionRepairs } from './template-protection.ts';

interface Found {
  readonly column: number;
  readonly isKnown: boolean;
}

interface Located {
  /** Row of the header, counted from 0: people put titles above the table. */
  readonly headerRow: number;
  readonly columns: ReadonlyMap<string, Found>;
}

/** Rows that must be seen to find the header below a few titles, and the first row under it. */
export const LIST_ROWS_SEEN = 12;

export function listRepairs(tab: TabState, template: ListTemplate, editors: readonly string[]): readonly Repair[] {
  const located = template.staff ? locate(tab, template) : inPlace(tab, template);
  const missing = template.staff ? missingColumns(tab, template, located) : lastColumns(tab, template);
  // A new column moves others: the rest is judged when it is there.
  if (missing.length > 0) return missing;
  return [
    ...template.columns.flatMap((column) => columnRepairs(tab, column, located, template)),
    ...freezeRepairs(tab, located.headerRow + template.frozenRows),
    ...protectionRepairs(tab, protections(template, located), editors),
  ];
}

/** A tab of ours has its columns where the template says. */
function inPlace(tab: TabState, { columns }: ListTemplate): Located {
  const header = tab.values[0] ?? [];
  const found = columns.map((column, index): [string, Found] => [
    column.key,
    { column: index, isKnown: isNameOf(column, header[index]) },
  ]);
  return { headerRow: 0, columns: new Map(found) };
}

/** The first row in which half of the columns are named: a header that was copied further down is none. */
function headerRowOf(tab: TabState, columns: readonly ColumnTemplate[]): number {
  const isHeader = (cells: readonly CellValue[]) =>
    columns.filter((column) => cells.some((cell) => isNameOf(column, cell))).length >= columns.length / 2;
  return Math.max(0, tab.values.findIndex(isHeader));
}

function locate(tab: TabState, { columns }: ListTemplate): Located {
  const headerRow = headerRowOf(tab, columns);
  const cells = tab.values[headerRow] ?? [];
  const found = new Map<string, Found>();
  for (const column of columns) {
    const named = cells.flatMap((cell, index) => (isNameOf(column, cell) ? [index] : []));
    const place = named.find((index) => tab.columnKeys.get(index) === column.key) ?? named[0];
    if (place !== undefined) found.set(column.key, { column: place, isKnown: true });
  }
  return { headerRow, columns: withRenamed(tab, columns, found) };
}

/** Columns that nobody knows by their header but that carry our key. */
function withRenamed(
  tab: TabState,
  columns: readonly ColumnTemplate[],
  found: Map<string, Found>,
): ReadonlyMap<string, Found> {
  const taken = new Set([...found.values()].map(({ column }) => column));
  const wanted = new Set(columns.map(({ key }) => key).filter((key) => !found.has(key)));
  for (const [column, key] of tab.columnKeys) {
    if (!wanted.has(key) || taken.has(column)) continue;
    wanted.delete(key);
    found.set(key, { column, isKnown: false });
  }
  return found;
}

/** New columns go beside the one that they follow, between people's own, so that no cell is overwritten. */
function missingColumns(tab: TabState, { columns }: ListTemplate, { headerRow, columns: found }: Located): Repair[] {
  let after = 0;
  const missing: { readonly column: ColumnTemplate; readonly at: number }[] = [];
  for (const column of columns) {
    const place = found.get(column.key);
    if (place) after = place.column + 1;
    else missing.push({ column, at: after });
  }
  // From the right, so that a place is still the same when its turn comes.
  return missing
    .reverse()
    .map(({ column, at }) =>
      said(tab, `đã thêm lại cột «${column.header}»`, [
        { do: 'insert-column', sheetId: tab.sheetId, column: at },
        ...bareSteps(tab.sheetId, below(headerRow, at)),
        ...newColumn(tab.sheetId, headerRow, at, column),
      ]),
    );
}

/** A tab of ours that was made before its last columns were. */
function lastColumns(tab: TabState, { columns }: ListTemplate): Repair[] {
  const { sheetId, rowCount, columnCount } = tab;
  const missing = [...columns.entries()].slice(columnCount);
  if (missing.length === 0) return [];
  return [
    said(tab, `đã thêm cột «${missing.map(([, { header }]) => header).join('», «')}»`, [
      { do: 'resize', sheetId, rowCount, columnCount: columns.length },
      ...missing.flatMap(([column, template]) => newColumn(sheetId, 0, column, template)),
    ]),
  ];
}

/** The steps that fill a new tab. */
export function newList(sheetId: number, template: ListTemplate, editors: readonly string[]): readonly Step[] {
  const places = template.columns.map(({ key }, column): [string, Found] => [key, { column, isKnown: true }]);
  return [
    ...template.columns.flatMap((column, index) => newColumn(sheetId, 0, index, column)),
    wrapping(sheetId, template),
    ...newProtections(sheetId, protections(template, { headerRow: 0, columns: new Map(places) }), editors),
  ];
}

/** Of a staff tab only `Kiểm tra`: how staff's own cells look is theirs to say. */
const wrapping = (sheetId: number, { columns, staff }: ListTemplate): Step => ({
  do: 'style',
  sheetId,
  area: { startRow: 1, startColumn: 0, endColumn: staff ? 1 : columns.length },
  style: 'wrapped',
});

const below = (row: number, column: number) => ({ startRow: row + 1, startColumn: column, endColumn: column + 1 });

/** The steps that make a column, its header at `row`. */
function newColumn(sheetId: number, row: number, column: number, template: ColumnTemplate): readonly Step[] {
  const cell = { startRow: row, endRow: row + 1, startColumn: column, endColumn: column + 1 };
  const rest = below(row, column);
  return [
    { do: 'write', sheetId, row, column, value: template.header, note: template.note },
    { do: 'style', sheetId, area: cell, style: 'header' },
    { do: 'set-width', sheetId, column, width: template.width },
    { do: 'tag-column', sheetId, column, key: template.key },
    ...entrySteps(sheetId, rest, template),
  ];
}

function columnRepairs(tab: TabState, template: ColumnTemplate, located: Located, { staff }: ListTemplate): Repair[] {
  const place = located.columns.get(template.key);
  if (!place) return [];
  const { headerRow: row } = located;
  const { column, isKnown } = place;
  const area = below(row, column);
  return [
    ...headerRepairs(tab, template, { row, column, isKnown }),
    ...(staff && !tab.columnKeys.has(column) ? [tagRepair(tab, column, template)] : []),
    ...entryRepairs(tab, template, { sample: { row: row + 1, column }, area }),
  ];
}

const tagRepair = (tab: TabState, column: number, { key, header }: ColumnTemplate): Repair =>
  said(tab, `đã đánh dấu lại cột «${header}»`, [{ do: 'tag-column', sheetId: tab.sheetId, column, key }]);

export function freezeRepairs(tab: TabState, rows: number): Repair[] {
  if (tab.frozenRows >= rows) return [];
  return [said(tab, 'đã cố định lại dòng tiêu đề', [{ do: 'freeze', sheetId: tab.sheetId, rows }])];
}

/** `Kiểm tra` only warns: a hard protection would keep staff from deleting and sorting rows. */
function protections(template: ListTemplate, { headerRow, columns }: Located): readonly Protection[] {
  const areaBelow = (key: string | undefined) => below(headerRow, columns.get(key ?? '')?.column ?? 0);
  if (!template.staff) {
    const open = template.openColumns.map(areaBelow);
    return [{ name: PROTECTION_NAMES.tab, area: {}, open, warningOnly: false }];
  }
  // Only as far as our columns reach: beside them people may add columns of their own.
  const endColumn = Math.max(...[...columns.values()].map(({ column }) => column)) + 1;
  const header = { startRow: headerRow, endRow: headerRow + 1, startColumn: 0, endColumn };
  return [
    { name: PROTECTION_NAMES.header, area: header, open: [], warningOnly: false },
    { name: PROTECTION_NAMES.check, area: areaBelow(template.columns[0]?.key), open: [], warningOnly: true },
  ];
}
