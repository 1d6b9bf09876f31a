/** The staff tabs by key, and the titles of the tabs that the functions own. */

import { type Cell, text } from './cells.ts';
import { FORM_COLUMNS, type Line } from './form.ts';
import { lineOfKey, lineOfRemark } from './form-lines.ts';
import type { TabKey } from './rule.ts';
import type { Sheet } from './sheet.ts';
import { Activities } from './tabs/activities.ts';
import { Members } from './tabs/members.ts';
import { MonthlyReport } from './tabs/monthly-report.ts';
import { Teams } from './tabs/teams.ts';

export const SHEETS = { teams: Teams, members: Members, activities: Activities } as const;
export type SheetKey = keyof typeof SHEETS;

/** Tabs of ours in a district's workbook that staff read and do not fill in. */
export const SYSTEM_TABS = {
  guide: 'Hướng dẫn',
  results: 'Kết quả kiểm tra',
  log: 'Nhật ký sửa giúp',
  summary: 'Tổng hợp',
  lists: 'Danh mục',
} as const;

/** The sheet of a tab; null for the form, whose lines are found by label. */
export function sheetOf(tab: TabKey): Sheet | null {
  return tab === 'monthlyReport' ? null : (SHEETS[tab] as Sheet);
}

/** What a message needs to know of a column, or of a line of the form. */
export interface Field {
  readonly cell: Cell;
  readonly header: string;
  readonly help: string;
  readonly clause?: string | undefined;
  readonly personal: boolean;
}

const FORM_LINES: Readonly<Record<string, Line>> = MonthlyReport.lines;

function fieldOfLine({ cell, label, help, clause, personal = false }: Line): Field {
  return { cell, header: label, help, clause, personal };
}

function fieldsOf(tab: TabKey): ReadonlyMap<string, Field> {
  const columns = Object.entries(sheetOf(tab)?.columns ?? {});
  if (columns.length === 0) return new Map(Object.entries(FORM_LINES).map(([key, line]) => [key, fieldOfLine(line)]));
  return new Map(
    columns.map(([key, column]) => [key, { ...column, clause: column.clause, personal: column.personal ?? false }]),
  );
}

/** Every message asks for its field. */
const FIELDS: Readonly<Record<TabKey, ReadonlyMap<string, Field>>> = {
  teams: fieldsOf('teams'),
  members: fieldsOf('members'),
  activities: fieldsOf('activities'),
  monthlyReport: fieldsOf('monthlyReport'),
};

function remarkField(line: string): Field | undefined {
  const field = fieldOf('monthlyReport', line);
  return field && { ...field, cell: text(), header: `${FORM_COLUMNS.remark.header}: ${field.header}` };
}

/** The column, or the form's line or the remark beside it, that a key names; undefined for a row as a whole. */
export function fieldOf(tab: TabKey, key: string | null): Field | undefined {
  if (key === null) return undefined;
  const known = FIELDS[tab].get(key);
  if (known || tab !== 'monthlyReport') return known;
  const remarked = lineOfRemark(key);
  if (remarked !== null) return remarkField(remarked);
  const task = lineOfKey(key);
  return task && fieldOfLine(task);
}
