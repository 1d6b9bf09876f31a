/** What a form tab lacks. Its lines are found by label; a line that is not there gets a row of its own. */
import { FORM_COLUMNS, FORM_LAYOUT } from '../../schemas/form.ts';
import { TASK_LABEL } from '../../schemas/form-lines.ts';
import type { FormTemplate, LineTemplate, Protection, Repair, Step, TabState } from '../../schemas/template.ts';
import { bareSteps, entryRepairs, entrySteps, headerRepairs, isNameOf, said } from './template-cells.ts';
import { freezeRepairs } from './template-list.ts';
import { newProtections, PROTECTION_NAMES, protectionRepairs } from './template-protection.ts';

const LABEL = FORM_COLUMNS.label.column;
const VALUE = FORM_COLUMNS.value.column;
const WIDTH = Object.keys(FORM_COLUMNS).length;
const { statementRow, headerRow, firstLineRow } = FORM_LAYOUT;

/** Rows that must be seen: the lines, and those of tasks that were set and taken back. */
export const FORM_ROWS_SEEN = 120;

export function formRepairs(tab: TabState, template: FormTemplate, editors: readonly string[]): readonly Repair[] {
  const rows = locate(tab, template.lines);
  const missing = missingLines(tab, template.lines, rows);
  // A new row moves others: the rest is judged when it is there.
  if (missing.length > 0) return missing;
  return [
    ...textRepairs(tab, template),
    ...template.lines.flatMap((line) => lineRepairs(tab, line, rows)),
    ...freezeRepairs(tab, template.frozenRows),
    ...protectionRepairs(tab, [formProtection(template.lines, rows)], editors),
  ];
}

function locate(tab: TabState, lines: readonly LineTemplate[]): Map<string, number> {
  const rows = new Map<string, number>();
  for (const line of lines) {
    const row = tab.values.findIndex((cells, index) => index >= firstLineRow && isNameOf(line, cells[LABEL]));
    if (row >= 0) rows.set(line.key, row);
  }
  return rows;
}

/** A label that was wiped or overwritten is put back on its row; else the line gets a new row below the one before it. */
function missingLines(tab: TabState, lines: readonly LineTemplate[], rows: ReadonlyMap<string, number>): Repair[] {
  const taken = new Set(rows.values());
  const repairs: Repair[] = [];
  let last = firstLineRow - 1;
  for (const line of lines) {
    const row = rows.get(line.key);
    if (row !== undefined) {
      last = row;
      continue;
    }
    const next = last + 1;
    const isFree = next < tab.rowCount && !taken.has(next) && !isTaskLabel(tab.values[next]?.[LABEL] ?? null);
    const room = isFree ? [] : newRow(tab.sheetId, next);
    const steps = [...room, ...newLine(tab.sheetId, next, line)];
    repairs.push(said(tab, `đã ghi lại dòng «${line.header}»`, steps));
    if (room.length > 0) return repairs;
    taken.add(next);
    last = next;
  }
  return repairs;
}

function newRow(sheetId: number, row: number): readonly Step[] {
  const area = { startRow: row, endRow: row + 1 };
  return [
    { do: 'insert-row', sheetId, row },
    ...bareSteps(sheetId, area),
    { do: 'style', sheetId, area: { ...area, startColumn: 0, endColumn: WIDTH }, style: 'wrapped' },
  ];
}

/** The line of a task that the template no longer has; what staff wrote there stays theirs. */
const isTaskLabel = (label: unknown): boolean => typeof label === 'string' && label.startsWith(TASK_LABEL.trim());

function textRepairs(tab: TabState, { statement, columns }: FormTemplate): Repair[] {
  const wanted = [
    { row: statementRow, column: LABEL, value: statement },
    ...columns.map(({ header }, column) => ({ row: headerRow, column, value: header })),
  ];
  return wanted
    .filter(({ row, column, value }) => tab.values[row]?.[column] !== value)
    .map((cell) => said(tab, `đã ghi lại «${cell.value}»`, [{ do: 'write', sheetId: tab.sheetId, ...cell }]));
}

function lineRepairs(tab: TabState, line: LineTemplate, rows: ReadonlyMap<string, number>): Repair[] {
  const row = rows.get(line.key);
  if (row === undefined) return [];
  const area = { startRow: row, endRow: row + 1, startColumn: VALUE, endColumn: VALUE + 1 };
  return [
    ...headerRepairs(tab, line, { row, column: LABEL, isKnown: true }),
    ...entryRepairs(tab, line, { sample: { row, column: VALUE }, area }),
  ];
}

/** All is ours but the value and the remark of the lines that staff fill in. */
function formProtection(lines: readonly LineTemplate[], rows: ReadonlyMap<string, number>): Protection {
  const asked = lines.filter((line) => line.asked).map(({ key }) => rows.get(key) ?? firstLineRow);
  const open = {
    startRow: Math.min(...asked),
    endRow: Math.max(...asked) + 1,
    startColumn: VALUE,
    endColumn: FORM_COLUMNS.remark.column + 1,
  };
  return { name: PROTECTION_NAMES.tab, area: {}, open: [open], warningOnly: false };
}

/** The steps that fill a new form. */
export function newForm(sheetId: number, template: FormTemplate, editors: readonly string[]): readonly Step[] {
  const { statement, columns, lines } = template;
  const rows = new Map(lines.map(({ key }, index) => [key, firstLineRow + index]));
  const bold = (row: number, style: 'statement' | 'header'): Step => ({
    do: 'style',
    sheetId,
    area: { startRow: row, endRow: row + 1, startColumn: 0, endColumn: columns.length },
    style,
  });
  return [
    { do: 'write', sheetId, row: statementRow, column: LABEL, value: statement },
    bold(statementRow, 'statement'),
    bold(headerRow, 'header'),
    {
      do: 'style',
      sheetId,
      area: { startRow: firstLineRow, startColumn: 0, endColumn: columns.length },
      style: 'wrapped',
    },
    ...columns.flatMap(({ header, width }, column): Step[] => [
      { do: 'write', sheetId, row: headerRow, column, value: header },
      { do: 'set-width', sheetId, column, width },
    ]),
    ...lines.flatMap((line, index) => newLine(sheetId, firstLineRow + index, line)),
    ...newProtections(sheetId, [formProtection(lines, rows)], editors),
  ];
}

function newLine(sheetId: number, row: number, line: LineTemplate): readonly Step[] {
  const area = { startRow: row, endRow: row + 1, startColumn: VALUE, endColumn: VALUE + 1 };
  return [
    { do: 'write', sheetId, row, column: LABEL, value: line.header, note: line.note },
    ...entrySteps(sheetId, area, line),
  ];
}
