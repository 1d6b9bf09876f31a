/** The open workbook, as the checks see it: the only place that talks to SpreadsheetApp about cells. */
import type { PlainDate } from '../schemas/calendar.ts';
import type { CellChange, CellValue, Place, Tab, Workbook } from '../schemas/workbook.ts';
import type { Google, ScriptSheet } from './google.ts';
import { type MayWrite, mayWriteOn } from './protected-cells.ts';
import { outlineTab, readColumnKeys, readTab, readTabValues, readValue } from './read-tab.ts';
import { makeSerialOf } from './serial-dates.ts';
import { writeChanges } from './write-changes.ts';

/** How much of a tab is wanted; what is left out costs no call to Google. */
export type Depth = 'marks' | 'values' | 'outline';

export interface SheetPort {
  /** Today in Viet Nam, wherever the person's browser is. */
  readonly today: PlainDate;
  /** The reporting unit's id, when the workbook carries one as developer metadata `unit`. */
  readonly unitId: string | null;
  /** What the night kept in the workbook for the script (`functions/domain/review-memory.ts`). */
  readonly memory: string | undefined;
  readonly title: string;
  readonly activeSheetId: number;
  /** All tabs: with notes and colours, with values alone, or without cells. */
  read(depthOf: (title: string, sheetId: number) => Depth): Workbook;
  /** One tab once more, as it is now; null when it is gone. */
  readAgain(sheetId: number): Tab | null;
  /** What a cell holds now. */
  valueAt(place: Place & { readonly sheetId: number }): CellValue;
  columnKeys(sheetId: number): ReadonlyMap<number, string>;
  mayWrite(sheetId: number): MayWrite;
  write(sheetId: number, changes: readonly CellChange[]): void;
  /** Shows a cell, counted from 0, to the person; nothing for a place that is not there. */
  goTo(place: Place & { readonly sheetId: number }): void;
  /** A message in the lower right corner. */
  say(message: string): void;
}

/** Kept in code because menus, messages and the sidebar all stand under it. */
export const MENU_TITLE = 'Tổ công nghệ số';
const TIME_ZONE = 'Asia/Ho_Chi_Minh';
const UNIT_METADATA_KEY = 'unit';
/** The functions' adapter writes the same key. */
const MEMORY_METADATA_KEY = 'review';
/** Long enough to read two sentences. */
const TOAST_SECONDS = 12;

/** What the port needs of Google. */
interface Services {
  readonly spreadsheets: Google['spreadsheets'];
  readonly utilities: Pick<Google['utilities'], 'formatDate'>;
}

export function todayInVietnam({ utilities }: Pick<Services, 'utilities'>): PlainDate {
  return utilities.formatDate(new Date(), TIME_ZONE, 'yyyy-MM-dd') as PlainDate;
}

const READERS = { marks: readTab, values: readTabValues, outline: outlineTab } as const;

export function openSheetPort(google: Services): SheetPort {
  const spreadsheet = google.spreadsheets.getActiveSpreadsheet();
  const grids = spreadsheet.getSheets().filter((sheet) => String(sheet.getType()) === 'GRID');
  const sheets = new Map(grids.map((sheet) => [sheet.getSheetId(), sheet]));
  const timeZone = spreadsheet.getSpreadsheetTimeZone();
  const serialOf = makeSerialOf(google.utilities, timeZone);
  const sheetOf = (sheetId: number): ScriptSheet => {
    const sheet = sheets.get(sheetId);
    if (!sheet) throw new Error(`The workbook has no tab ${sheetId}.`);
    return sheet;
  };
  const metadata = new Map(spreadsheet.getDeveloperMetadata().map((one) => [one.getKey(), one.getValue()]));
  return {
    today: todayInVietnam(google),
    unitId: metadata.get(UNIT_METADATA_KEY) ?? null,
    memory: metadata.get(MEMORY_METADATA_KEY) ?? undefined,
    title: spreadsheet.getName(),
    activeSheetId: spreadsheet.getActiveSheet().getSheetId(),
    read: (depthOf) => ({
      id: spreadsheet.getId(),
      title: spreadsheet.getName(),
      locale: spreadsheet.getSpreadsheetLocale(),
      timeZone,
      tabs: [...sheets.values()].map((sheet) => READERS[depthOf(sheet.getName(), sheet.getSheetId())](sheet, serialOf)),
    }),
    readAgain: (sheetId) => {
      const isThere = spreadsheet.getSheets().some((sheet) => sheet.getSheetId() === sheetId);
      return isThere ? readTab(sheetOf(sheetId), serialOf) : null;
    },
    valueAt: ({ sheetId, row, column }) =>
      readValue(
        sheetOf(sheetId)
          .getRange(row + 1, column + 1, 1, 1)
          .getValues()[0]?.[0],
        serialOf,
      ),
    columnKeys: (sheetId) => readColumnKeys(sheetOf(sheetId)),
    mayWrite: (sheetId) => mayWriteOn(sheetOf(sheetId), google.spreadsheets.ProtectionType),
    write: (sheetId, changes) => writeChanges(sheetOf(sheetId), changes),
    goTo: ({ sheetId, row, column }) => {
      const sheet = sheets.get(sheetId);
      const isThere = sheet && row < sheet.getMaxRows() && column < sheet.getMaxColumns();
      if (isThere) sheet.getRange(row + 1, column + 1, 1, 1).activate();
    },
    say: (message) => spreadsheet.toast(message, MENU_TITLE, TOAST_SECONDS),
  };
}
