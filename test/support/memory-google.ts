/** Google in memory: workbooks with their protections and moments of change, and a way to die at any call. */
import type { Changes, Sheets, Store, Templates } from '../../functions/ports.ts';
import { type Instant, toInstant } from '../../schemas/calendar.ts';
import type { ProtectionState, Step, TabState, WorkbookState } from '../../schemas/template.ts';
import type { CellValue, Workbook } from '../../schemas/workbook.ts';
import { afterChanges } from './province-workbook.ts';

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

interface Entry {
  workbook: Workbook;
  modifiedAt: Instant;
  readonly protections: Map<number, ProtectionState[]>;
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
      entries.set(workbook.id, { workbook, modifiedAt: google.now, protections });
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
      write: async (id, { cells, rowCounts }) => {
        const { workbook } = entryOf(id);
        const grown = workbook.tabs.map((tab) => ({ ...tab, rowCount: rowCounts.get(tab.sheetId) ?? tab.rowCount }));
        touch(entryOf(id), afterChanges({ ...workbook, tabs: grown }, cells));
      },
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

function stateOf({ workbook, protections }: Entry): WorkbookState {
  const tabs = workbook.tabs.map(
    ({ sheetId, title, hidden, rowCount, columnCount, values, notes }): TabState => ({
      sheetId,
      title,
      hidden,
      key: null,
      rowCount,
      columnCount,
      frozenRows: 1,
      columnKeys: new Map(),
      protections: protections.get(sheetId) ?? [],
      values,
      notes,
      formats: new Map(),
      rules: new Map(),
    }),
  );
  return { locale: workbook.locale, timeZone: workbook.timeZone, tabs };
}

function applyStep(entry: Entry, step: Step, newId: () => number): void {
  const { protections } = entry;
  if (step.do === 'hide-tab') {
    const tabs = entry.workbook.tabs.map((tab) =>
      tab.sheetId === step.sheetId ? { ...tab, hidden: step.hidden } : tab,
    );
    entry.workbook = { ...entry.workbook, tabs };
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
