/** Google in memory: workbooks with their protections and moments of change, and a way to die at any call. */
import type { Changes, Sheets, Store, Templates } from '../../functions/ports.ts';
import { type Instant, toInstant } from '../../schemas/calendar.ts';
import type {
  Area,
  CellRule,
  NumberFormat,
  ProtectionState,
  Step,
  TabState,
  WorkbookState,
} from '../../schemas/template.ts';
import { type CellValue, placeKey, type Tab, type Workbook } from '../../schemas/workbook.ts';
import { afterChanges, written } from './province-workbook.ts';

export const EDITORS = ['owner@example.vn', 'robot@example.vn'];

/** As provisioning leaves it: header and form are protected, and the form has open cells. */
const provisioned = (title: string): ProtectionState[] => {
  const common = { warningOnly: false, editors: EDITORS, domainUsersCanEdit: false, open: [] };
  if (title.startsWith('Báo cáo')) {
    const open = [{ startRow: 2, endRow: 24, startColumn: 1, endColumn: 3 }];
    return [{ ...common, id: 1, name: 'Hệ thống: cả trang', area: {}, open }];
  }
  return [{ ...common, id: 1, name: 'Hệ thống: dòng tiêu đề', area: { startRow: 0, endRow: 1 } }];
};

/** What a template asks of a tab besides its cells. */
interface Shape {
  key: string | null;
  frozenRows: number;
  readonly columnKeys: Map<number, string>;
  readonly formats: Map<number, NumberFormat['type']>;
  readonly rules: Map<number, CellRule>;
}

const newShape = (): Shape => ({
  key: null,
  frozenRows: 1,
  columnKeys: new Map(),
  formats: new Map(),
  rules: new Map(),
});

interface Entry {
  workbook: Workbook;
  modifiedAt: Instant;
  readonly protections: Map<number, ProtectionState[]>;
  readonly shapes: Map<number, Shape>;
}

export interface MemoryGoogle {
  now: Instant;
  readonly sheets: Sheets;
  readonly templates: Templates;
  readonly changes: Changes;
  add(workbook: Workbook): void;
  /** As a person does it: the workbook is changed now. */
  edit(id: string, change: (workbook: Workbook) => Workbook): void;
  workbook(id: string): Workbook;
  /** All that people can see, and who is shut out: for comparing two runs. */
  picture(): unknown;
}

export function memoryGoogle(now: Instant): MemoryGoogle {
  const entries = new Map<string, Entry>();
  let nextId = 100;
  const entryOf = (id: string): Entry => {
    const entry = entries.get(id);
    if (!entry) throw new Error(`no workbook ${id}`);
    return entry;
  };
  const touch = (entry: Entry, workbook: Workbook) => {
    entry.workbook = workbook;
    entry.modifiedAt = google.now;
  };
  const google: MemoryGoogle = {
    now,
    add: (workbook) => {
      const protections = new Map(workbook.tabs.map((tab) => [tab.sheetId, provisioned(tab.title)]));
      const shapes = new Map(workbook.tabs.map(({ sheetId }) => [sheetId, newShape()]));
      entries.set(workbook.id, { workbook, modifiedAt: google.now, protections, shapes });
    },
    edit: (id, change) => touch(entryOf(id), change(entryOf(id).workbook)),
    workbook: (id) => entryOf(id).workbook,
    picture: () =>
      [...entries.values()].map(({ workbook, protections }) => ({
        tabs: workbook.tabs.map(({ title, hidden, values, notes, sheetId }) => ({
          title,
          hidden,
          values: values.map(trimmed),
          notes: [...notes],
          protections: (protections.get(sheetId) ?? []).map(({ id: _, ...rest }) => rest),
        })),
      })),
    sheets: {
      read: async (id) => entryOf(id).workbook,
      write: async (id, change) => touch(entryOf(id), written(entryOf(id).workbook, change)),
    },
    templates: {
      create: async () => {
        throw new Error('nobody makes workbooks here');
      },
      inspect: async (id) => stateOf(entryOf(id)),
      apply: async (id, steps) => {
        for (const step of steps) applyStep(entryOf(id), step, () => (nextId += 1));
        touch(entryOf(id), entryOf(id).workbook);
      },
    },
    changes: {
      since: async (moment) =>
        new Map(
          [...entries].flatMap(([id, { modifiedAt }]): [string, Instant][] =>
            Date.parse(modifiedAt) >= Date.parse(moment) ? [[id, modifiedAt]] : [],
          ),
        ),
      of: async (id) => entryOf(id).modifiedAt,
    },
  };
  return google;
}

/** Trailing blanks are nothing. */
function trimmed(cells: readonly CellValue[]): readonly CellValue[] {
  const last = cells.findLastIndex((cell) => cell !== null);
  return cells.slice(0, last + 1);
}

function stateOf({ workbook, protections, shapes }: Entry): WorkbookState {
  const tabs = workbook.tabs.map(
    ({ sheetId, title, hidden, rowCount, columnCount, values, notes }): TabState => ({
      sheetId,
      title,
      hidden,
      rowCount,
      columnCount,
      protections: protections.get(sheetId) ?? [],
      values,
      notes,
      ...(shapes.get(sheetId) ?? newShape()),
    }),
  );
  return { locale: workbook.locale, timeZone: workbook.timeZone, tabs };
}

/** So many rows of a tab are kept by cell; the templates look at fewer. */
const ROWS_KEPT = 60;

function cellsOf({ rowCount, columnCount }: Tab, area: Area): readonly number[] {
  const { startRow = 0, endRow = rowCount, startColumn = 0, endColumn = columnCount } = area;
  const rows = Array.from({ length: Math.max(0, Math.min(endRow, ROWS_KEPT) - startRow) }, (_, at) => startRow + at);
  const columns = Array.from({ length: endColumn - startColumn }, (_, at) => startColumn + at);
  return rows.flatMap((row) => columns.map((column) => placeKey(row, column)));
}

function changeTab(entry: Entry, sheetId: number, change: (tab: Tab) => Tab): void {
  const tabs = entry.workbook.tabs.map((tab) => (tab.sheetId === sheetId ? change(tab) : tab));
  entry.workbook = { ...entry.workbook, tabs };
}

function setAll<T>(map: Map<number, T>, keys: readonly number[], value: T | null): void {
  for (const key of keys) {
    if (value === null) map.delete(key);
    else map.set(key, value);
  }
}

/** Whether the step was one that shapes a tab: how its cells look and what they take. */
function applyShape(entry: Entry, step: Step): boolean {
  if (!('sheetId' in step)) return false;
  const tab = entry.workbook.tabs.find(({ sheetId }) => sheetId === step.sheetId);
  const shape = entry.shapes.get(step.sheetId);
  if (!tab || !shape) throw new Error(`no tab ${step.sheetId}`);
  switch (step.do) {
    case 'tag-tab':
      shape.key = step.key;
      return true;
    case 'tag-column':
      shape.columnKeys.set(step.column, step.key);
      return true;
    case 'freeze':
      shape.frozenRows = step.rows;
      return true;
    case 'format':
      setAll(shape.formats, cellsOf(tab, step.area), step.format?.type ?? null);
      return true;
    case 'validate':
      setAll(shape.rules, cellsOf(tab, step.area), step.rule);
      return true;
    case 'resize':
      changeTab(entry, step.sheetId, (one) => ({ ...one, rowCount: step.rowCount, columnCount: step.columnCount }));
      return true;
    case 'write':
      entry.workbook = afterChanges(entry.workbook, [step]);
      return true;
    case 'style':
    case 'set-width':
      return true;
    default:
      return false;
  }
}

function applyStep(entry: Entry, step: Step, newId: () => number): void {
  const { protections } = entry;
  if (applyShape(entry, step)) return;
  if (step.do === 'hide-tab') {
    changeTab(entry, step.sheetId, (tab) => ({ ...tab, hidden: step.hidden }));
  } else if (step.do === 'protect') {
    const { sheetId, id, protection, editors } = step;
    const others = (protections.get(sheetId) ?? []).filter((one) => one.id !== id);
    const made = { ...protection, id: id ?? newId(), editors: [...editors], domainUsersCanEdit: false };
    protections.set(sheetId, [...others, made]);
  } else if (step.do === 'unprotect') {
    const [sheetId, own] = [...protections].find(([, all]) => all.some(({ id }) => id === step.id)) ?? [];
    if (sheetId === undefined || own === undefined) throw new Error(`No protected range with id: ${step.id}`);
    protections.set(
      sheetId,
      own.filter(({ id }) => id !== step.id),
    );
  } else throw new Error(`the memory knows no ${step.do}`);
}

/** Dies at its n-th call, before it is done or after: whoever called cannot know. */
export interface Death {
  /** Counts from 1; 0 never dies. */
  readonly at: number;
  readonly when: 'before' | 'after';
}

export class Killed extends Error {}

export interface Mortal {
  /** Calls so far. */
  readonly count: () => number;
  wrap<T extends object>(port: T): T;
}

/** Wraps ports: from the fatal call on, every call of any of them fails, as for a process that is gone. */
export function mortal({ at, when }: Death): Mortal {
  let count = 0;
  let isDead = false;
  return {
    count: () => count,
    wrap: (port) =>
      new Proxy(port, {
        get(target, name, receiver) {
          const method: unknown = Reflect.get(target, name, receiver);
          if (typeof method !== 'function') return method;
          return async (...args: unknown[]) => {
            if (isDead) throw new Killed('gone');
            count += 1;
            const isFatal = count === at;
            if (isFatal) isDead = true;
            if (isFatal && when === 'before') throw new Killed('before');
            const answer: unknown = await method.apply(target, args);
            if (isFatal) throw new Killed('after');
            return answer;
          };
        },
      }),
  };
}

/** Every document but the runs' own records, as JSON. */
export async function storedDocuments(store: Store, units: readonly string[], periods: readonly string[]) {
  const reports = units.flatMap((unit) => periods.map((period) => `reports/${unit}_${period}`));
  const snapshots = [...(await store.list('snapshots')).keys()];
  const lists = [
    'units',
    'reports',
    'snapshots',
    'summaries',
    'mail',
    'audit',
    ...reports.map((path) => `${path}/teams`),
    ...snapshots.map((path) => `${path}/chunks`),
  ];
  const found = await Promise.all(lists.map((collection) => store.list(collection)));
  return new Map(found.flatMap((documents) => [...documents]));
}

export const later = (instant: Instant, minutes: number): Instant => toInstant(Date.parse(instant) + minutes * 60_000);
