/** One unit's August 2022 in memory: its box is ticked, it is received, locked, and mended; every step as a workflow does it. */
import { memoryStore } from '../../functions/adapters/memory-store.ts';
import { settingsFrom } from '../../functions/domain/settings.ts';
import type { Calls, Store } from '../../functions/ports.ts';
import type { CheckPorts } from '../../functions/workflows/check-unit.ts';
import { closePeriod } from '../../functions/workflows/close-period.ts';
import { collectSubmissions } from '../../functions/workflows/collect-submissions.ts';
import type { Instant, Period } from '../../schemas/calendar.ts';
import { SETTINGS_PATH, unitPath } from '../../schemas/document-paths.ts';
import { FORM_COLUMNS } from '../../schemas/form.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import type { Sheet } from '../../schemas/sheet.ts';
import { SHEETS } from '../../schemas/tabs.ts';
import type { CellValue, Workbook } from '../../schemas/workbook.ts';
import { aUnit } from './documents.ts';
import { type Death, type MemoryGoogle, memoryGoogle, mortal } from './memory-google.ts';
import { columnIndex, type RawRow, withTab, workbookOf } from './workbooks.ts';

export const UNIT = '2022:464';
export const AUGUST = '2022-08' as Period;
export const FORM = 'Báo cáo 08-2022';
export const ACTIVITIES = 'Hoạt động 08-2022';
export const at = (text: string): Instant => `${text}.000+07:00` as Instant;

/** A form that may be sent without a word. */
export const COMPLETE: RawRow = {
  rosterReviewed: true,
  educationInformed: 1200,
  educationTotal: 1200,
  reporter: 'Lê Thị Mẫu',
  reporterTitle: 'Chuyên viên',
};

export interface World {
  readonly google: MemoryGoogle;
  readonly store: Store;
}

export async function openWorld(form: RawRow = COMPLETE): Promise<World> {
  const google = memoryGoogle(at('2022-08-29T20:00:00'));
  google.add(workbookOf({ form }));
  const store = memoryStore();
  const unit = aUnit({ workbookId: 'workbook-1', mailTo: ['phong-vhtt@example.vn'] });
  const settings = { ...settingsFrom(DEFAULT_CALENDAR), departmentMail: ['so@example.vn'] };
  await store.write(
    new Map<string, Record<string, unknown>>([
      [SETTINGS_PATH, settings],
      [unitPath(UNIT), unit],
    ]),
  );
  return { google, store };
}

export function portsOf({ google, store: plain }: World, death: Death) {
  const life = mortal(death);
  const store = life.wrap(plain);
  const { sheets, templates, changes } = google;
  const reach = { sheets: life.wrap(sheets), templates: life.wrap(templates), changes: life.wrap(changes) };
  const log = () => {};
  const openCheck = (calls: Calls): CheckPorts => ({ ...reach, store, log, calls });
  const clock = () => google.now;
  return { ports: { store, log, clock, changes: reach.changes, openCheck, codeVersion: '0.1.0' }, life };
}

export type Ports = ReturnType<typeof portsOf>['ports'];

export const setCell = (workbook: Workbook, title: string, row: number, column: number, value: CellValue): Workbook =>
  withTab(workbook, title, (tab) => {
    const values = tab.values.map((cells) => [...cells]);
    const cells = values[row] ?? [];
    while (cells.length <= column) cells.push(null);
    cells[column] = value;
    return [{ ...tab, values }];
  });

export function formRow(workbook: Workbook, label: string): number {
  return workbook.tabs.find(({ title }) => title === FORM)?.values.findIndex((cells) => cells[0] === label) ?? -1;
}

export const tick = (workbook: Workbook): Workbook =>
  setCell(workbook, FORM, formRow(workbook, 'GỬI BÁO CÁO'), FORM_COLUMNS.value.column, true);

export const TURNS = columnIndex(SHEETS.activities as Sheet, 'turns');

export async function ticked(form?: RawRow): Promise<World> {
  const world = await openWorld(form);
  world.google.now = at('2022-08-29T23:55:00');
  world.google.edit('workbook-1', tick);
  return world;
}

export const NEVER: Death = { at: 0, when: 'before' };

export const collect = (ports: Ports, asOf: Instant) => collectSubmissions({ runId: 'collect', asOf }, ports);
export const close = (ports: Ports, asOf: Instant) => closePeriod({ runId: 'close', period: AUGUST, asOf }, ports);

export async function sent(): Promise<World> {
  const world = await ticked();
  world.google.now = at('2022-08-30T00:05:00');
  await collect(portsOf(world, NEVER).ports, world.google.now);
  return world;
}

export async function lockedAndMended(): Promise<World> {
  const world = await sent();
  world.google.now = at('2022-09-06T00:20:00');
  await close(portsOf(world, NEVER).ports, world.google.now);
  world.google.now = at('2022-09-08T09:00:00');
  world.google.edit('workbook-1', (workbook) => setCell(workbook, ACTIVITIES, 1, TURNS, 52));
  return world;
}

/** What the Department says when it does something to the month. */
export const deed = { unit: UNIT, period: AUGUST, reason: 'Nhập nhầm số lượt', who: 'so@example.vn' };
