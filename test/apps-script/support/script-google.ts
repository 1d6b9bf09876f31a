/**
 * An imitation of the services that `apps-script/google.ts` lists, over a workbook in memory. It knows nothing else: a call
 * of any other member fails. Learned from Google's reference, never compared with a live account: cells without a colour
 * read white, dates come as `Date`, the data range ends at the last value, null removes a note or a colour.
 */
import type {
  Google,
  ScriptMenu,
  ScriptMetadata,
  ScriptPage,
  ScriptProtection,
  ScriptRange,
  ScriptSheet,
} from '../../../apps-script/google.ts';
import { dateOfSerial } from '../../../local/script/serial.ts';
import { utilities } from '../../../local/script/utilities.ts';
import type { Sheet } from '../../../schemas/sheet.ts';
import { SHEETS } from '../../../schemas/tabs.ts';
import { type Block, type CellValue, placeKey, type Tab, type Workbook } from '../../../schemas/workbook.ts';
import { columnIndex } from '../../support/workbooks.ts';

/** A tab that can be written to. */
interface OpenTab extends Omit<Tab, 'values' | 'notes' | 'fills'> {
  readonly values: CellValue[][];
  readonly notes: Map<number, string>;
  readonly fills: Map<number, string>;
}

export interface Touch {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly property: 'value' | 'note' | 'fill';
  /** What was written; empty for nothing. */
  readonly text: string;
}

export interface ProtectedArea {
  readonly sheetId: number;
  /** Null for the whole tab. */
  readonly area: Block | null;
  readonly holes?: readonly Block[];
  readonly warningOnly?: boolean;
  readonly canEdit?: boolean;
}

export interface ScriptOptions {
  readonly activeSheetId?: number;
  readonly unitId?: string | null;
  readonly protections?: readonly ProtectedArea[];
  /** Tabs that are one big chart: they have no cells to ask for. */
  readonly charts?: readonly number[];
  /** Called at each reading of a tab, before it happens: someone else at the keyboard. */
  readonly beforeRead?: (tab: OpenTab, reading: number) => void;
}

export interface ScriptGoogle {
  readonly google: Google;
  readonly tabs: readonly OpenTab[];
  /** Every cell that was written, in order. */
  readonly written: readonly Touch[];
  readonly toasts: readonly string[];
  readonly menus: readonly { readonly title: string; readonly items: readonly (readonly [string, string])[] }[];
  readonly sidebars: readonly { readonly title: string; readonly html: string }[];
  /** Calls of each member that goes to Google's servers. */
  readonly calls: ReadonlyMap<string, number>;
}

const WHITE = '#ffffff';
const RANGE = { name: 'RANGE' };
const SHEET = { name: 'SHEET' };

export function imitateGoogle(
  workbook: Workbook,
  files: ReadonlyMap<string, string>,
  options: ScriptOptions = {},
): ScriptGoogle {
  const tabs = workbook.tabs.map(openTab);
  const written: Touch[] = [];
  const toasts: string[] = [];
  const menus: { title: string; items: (readonly [string, string])[] }[] = [];
  const sidebars: { title: string; html: string }[] = [];
  const calls = new Map<string, number>();
  const count = (name: string) => calls.set(name, (calls.get(name) ?? 0) + 1);
  const sheets = tabs.map((tab) => imitateSheet(tab, options, written, count));
  const spreadsheet = {
    getId: () => workbook.id,
    getName: () => workbook.title,
    getSpreadsheetLocale: () => workbook.locale,
    getSpreadsheetTimeZone: () => workbook.timeZone,
    getSheets: () => sheets,
    getActiveSheet: () => sheets.find((sheet) => sheet.getSheetId() === options.activeSheetId) ?? sheets[0],
    getDeveloperMetadata: () => (options.unitId ? [metadataOf('unit', options.unitId, null)] : []),
    toast: (message: string) => void toasts.push(message),
  };
  const makePage = (html: string, title = ''): ScriptPage & { readonly title: string } => ({
    title,
    getContent: () => html,
    setTitle(text: string) {
      Object.assign(this, { title: text });
      return this;
    },
  });
  const ui = {
    createMenu: (title: string): ScriptMenu => {
      const items: (readonly [string, string])[] = [];
      const menu: ScriptMenu = {
        addItem: (caption, run) => {
          items.push([caption, run]);
          return menu;
        },
        addSeparator: () => menu,
        addToUi: () => void menus.push({ title, items }),
      };
      return menu;
    },
    showSidebar: (page: ScriptPage) =>
      void sidebars.push({ title: (page as ScriptPage & { title: string }).title, html: page.getContent() }),
  };
  const google = {
    spreadsheets: { ProtectionType: { RANGE, SHEET }, getActiveSpreadsheet: () => spreadsheet, getUi: () => ui },
    utilities,
    html: {
      createHtmlOutput: (html: string) => makePage(html),
      createHtmlOutputFromFile: (name: string) => makePage(files.get(`${name}.html`) ?? ''),
    },
  } as Google;
  return { google, tabs, written, toasts, menus, sidebars, calls };
}

const openTab = (tab: Tab): OpenTab => ({
  ...tab,
  values: tab.values.map((row) => [...row]),
  notes: new Map(tab.notes),
  fills: new Map(tab.fills),
});

const metadataOf = (key: string, value: string, column: ScriptRange | null): ScriptMetadata => ({
  getKey: () => key,
  getValue: () => value,
  getLocation: () => ({ getColumn: () => column }),
});

type Count = (name: string) => void;

function imitateSheet(tab: OpenTab, options: ScriptOptions, written: Touch[], count: Count): ScriptSheet {
  let readings = 0;
  const rangeOf = (block: Block): ScriptRange => imitateRange(tab, block, written, count, () => sheet);
  const protections = (options.protections ?? []).filter(({ sheetId }) => sheetId === tab.sheetId);
  const keys = [...tab.columnKeys].map(([column, key]) =>
    metadataOf('col', key, rangeOf({ startRow: 0, endRow: tab.rowCount, startColumn: column, endColumn: column + 1 })),
  );
  const sheet: ScriptSheet = {
    getSheetId: () => tab.sheetId,
    getName: () => tab.title,
    getType: () => (options.charts?.includes(tab.sheetId) ? 'OBJECT' : 'GRID'),
    isSheetHidden: () => tab.hidden,
    getMaxRows: () => tab.rowCount,
    getMaxColumns: () => tab.columnCount,
    getDataRange: () => {
      if (options.charts?.includes(tab.sheetId)) throw new Error('A chart has no data range.');
      readings += 1;
      options.beforeRead?.(tab, readings);
      const width = Math.max(1, ...tab.values.map((row) => row.length));
      return rangeOf({ startRow: 0, endRow: Math.max(1, tab.values.length), startColumn: 0, endColumn: width });
    },
    getRange: (row, column, rows, columns) =>
      rangeOf({ startRow: row - 1, endRow: row - 1 + rows, startColumn: column - 1, endColumn: column - 1 + columns }),
    getProtections: (type) =>
      protections.filter(({ area }) => (area === null) === (type === SHEET)).map((one) => protectionOf(one, rangeOf)),
    createDeveloperMetadataFinder: () => {
      const finder = { withKey: () => finder, find: () => keys };
      return finder;
    },
  };
  return sheet;
}

function protectionOf(protection: ProtectedArea, rangeOf: (block: Block) => ScriptRange): ScriptProtection {
  const { area, holes = [], warningOnly = false, canEdit = false } = protection;
  return {
    isWarningOnly: () => warningOnly,
    canEdit: () => canEdit || warningOnly,
    getRange: () => rangeOf(area ?? { startRow: 0, endRow: 1, startColumn: 0, endColumn: 1 }),
    getUnprotectedRanges: () => holes.map(rangeOf),
  };
}

function imitateRange(
  tab: OpenTab,
  block: Block,
  written: Touch[],
  count: Count,
  sheet: () => ScriptSheet,
): ScriptRange {
  const { startRow, endRow, startColumn, endColumn } = block;
  const grid = <T>(cell: (row: number, column: number) => T): T[][] =>
    Array.from({ length: endRow - startRow }, (_, row) =>
      Array.from({ length: endColumn - startColumn }, (_, column) => cell(startRow + row, startColumn + column)),
    );
  const touch = <T>(
    property: Touch['property'],
    valueAt: (row: number, column: number) => T,
    write: (row: number, column: number, value: T) => void,
  ) => {
    count(`set ${property}`);
    grid((row, column) => {
      const value = valueAt(row - startRow, column - startColumn);
      written.push({ sheetId: tab.sheetId, row, column, property, text: String(value ?? '') });
      write(row, column, value);
    });
  };
  const put = (cells: Map<number, string>, row: number, column: number, text: string | null) => {
    if (text) cells.set(placeKey(row, column), text);
    else cells.delete(placeKey(row, column));
  };
  return {
    getRow: () => startRow + 1,
    getColumn: () => startColumn + 1,
    getNumRows: () => endRow - startRow,
    getNumColumns: () => endColumn - startColumn,
    getSheet: () => sheet(),
    getValues: () => grid((row, column) => asScriptValue(tab, column, tab.values[row]?.[column] ?? null)),
    getNotes: () => grid((row, column) => tab.notes.get(placeKey(row, column)) ?? ''),
    getBackgrounds: () => grid((row, column) => tab.fills.get(placeKey(row, column)) ?? WHITE),
    getMergedRanges: () => tab.merges.map((merge) => imitateRange(tab, merge, written, count, sheet)),
    setValues: (values) =>
      touch(
        'value',
        (row, column) => values[row]?.[column] ?? '',
        (row, column, value) => setValue(tab, row, column, value),
      ),
    setNotes: (notes) =>
      touch(
        'note',
        (row, column) => notes[row]?.[column] ?? null,
        (row, column, note) => put(tab.notes, row, column, note),
      ),
    setBackground: (colour) =>
      touch(
        'fill',
        () => colour,
        (row, column) => put(tab.fills, row, column, colour),
      ),
    setNumberFormat: () => {
      count('set format');
    },
    activate: () => {
      count('activate');
    },
  };
}

function setValue(tab: OpenTab, row: number, column: number, value: string | number | boolean): void {
  while (tab.values.length <= row) tab.values.push([]);
  const cells = tab.values[row] ?? [];
  while (cells.length <= column) cells.push(null);
  cells[column] = value === '' ? null : value;
}

/** Where Sheets would show a date it gives a `Date`; here those are the date columns of the lists. */
function asScriptValue(tab: OpenTab, column: number, value: CellValue): unknown {
  if (value === null) return '';
  if (typeof value !== 'number') return value;
  const sheet = (Object.values(SHEETS) as Sheet[]).find(({ title }) => tab.title.startsWith(title));
  const isDate = Object.entries(sheet?.columns ?? {}).some(
    ([key, { cell }]) => cell.kind === 'date' && sheet && columnIndex(sheet, key) === column,
  );
  return isDate && Math.abs(value) <= LAST_DAY ? dateOfSerial(value, 'Asia/Ho_Chi_Minh') : value;
}

/** 31 December 9999: a number beyond it, such as a phone number, is no date in a date cell either. */
const LAST_DAY = 2_958_465;
