/** What a tab of our own words lacks. */
import type { Area, CellStyle, Protection, Repair, Step, TabState, TextTemplate } from '../../schemas/template.ts';
import { placeKey } from '../../schemas/workbook.ts';
import { said } from './template-cells.ts';
import { COUNT } from './template-entry.ts';
import { freezeRepairs } from './template-list.ts';
import { newProtections, PROTECTION_NAMES, protectionRepairs } from './template-protection.ts';

/** Rows that must be seen to find what an older, longer text has left behind. */
export const TEXT_ROWS_SEEN = 400;

const WHOLE_TAB: Protection = { name: PROTECTION_NAMES.tab, area: {}, open: [], warningOnly: false };

export function textTabRepairs(tab: TabState, template: TextTemplate, editors: readonly string[]): readonly Repair[] {
  const writes = textWrites(tab, template);
  return [
    ...sizeRepairs(tab, template),
    ...(writes.length > 0 ? [said(tab, 'đã ghi lại nội dung', writes)] : []),
    ...freezeRepairs(tab, template.frozenRows),
    ...figureRepairs(tab, template),
    ...protectionRepairs(tab, [WHOLE_TAB], editors),
  ];
}

function sizeRepairs(tab: TabState, { rows, widths }: TextTemplate): Repair[] {
  const rowCount = Math.max(tab.rowCount, rows.length);
  const columnCount = Math.max(tab.columnCount, widths.length);
  if (rowCount === tab.rowCount && columnCount === tab.columnCount) return [];
  return [said(tab, 'đã mở rộng trang', [{ do: 'resize', sheetId: tab.sheetId, rowCount, columnCount }])];
}

function figureRepairs(tab: TabState, { figures }: TextTemplate): Repair[] {
  if (!figures || tab.formats.get(placeKey(figures.startRow, figures.startColumn)) === COUNT.type) return [];
  return [said(tab, 'đã đặt lại định dạng số', figureSteps(tab.sheetId, figures))];
}

const figureSteps = (sheetId: number, area: Area): readonly Step[] => [{ do: 'format', sheetId, area, format: COUNT }];

function textWrites(tab: TabState, { rows, whole }: TextTemplate): Step[] {
  const depth = whole ? Math.max(rows.length, tab.values.length) : rows.length;
  return Array.from({ length: depth }, (_, row) => rowWrites(tab, row, rows[row] ?? [], whole)).flat();
}

function rowWrites(tab: TabState, row: number, wanted: readonly string[], whole: boolean): Step[] {
  const has = tab.values[row] ?? [];
  const width = whole ? Math.max(wanted.length, has.length) : wanted.length;
  return Array.from({ length: width }, (_, column) => column)
    .filter((column) => (has[column] ?? '') !== (wanted[column] ?? ''))
    .map((column) => ({ do: 'write', sheetId: tab.sheetId, row, column, value: wanted[column] || null }));
}

/** The steps that fill a new tab. */
export function newText(sheetId: number, template: TextTemplate, editors: readonly string[]): readonly Step[] {
  const { rows, widths, headings, headerRow, figures, whole } = template;
  const styled = (style: CellStyle, startRow: number, endRow = startRow + 1): Step => ({
    do: 'style',
    sheetId,
    area: { startRow, endRow, startColumn: 0, endColumn: widths.length },
    style,
  });
  return [
    ...rows.flatMap((cells, row) =>
      cells.flatMap((value, column): Step[] => (value === '' ? [] : [{ do: 'write', sheetId, row, column, value }])),
    ),
    // A title over a table runs on beside its narrow first column.
    ...(whole ? [styled('wrapped', 0, rows.length)] : []),
    ...headings.map((row) => styled('heading', row)),
    ...(headerRow === undefined ? [] : [styled('header', headerRow)]),
    ...(figures ? figureSteps(sheetId, figures) : []),
    ...widths.map((width, column): Step => ({ do: 'set-width', sheetId, column, width })),
    ...newProtections(sheetId, [WHOLE_TAB], editors),
  ];
}
