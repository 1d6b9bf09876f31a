/**
 * The part of Google's services that the script uses, and no more. `main.ts` hands over the real ones, so the compiler
 * proves that Google has every member; `local/script/` imitates just these.
 * https://developers.google.com/apps-script/reference/spreadsheet
 */

/** Rows and columns count from 1, as everywhere in Apps Script. */
export interface ScriptRange {
  getRow(): number;
  getColumn(): number;
  getNumRows(): number;
  getNumColumns(): number;
  getSheet(): ScriptSheet;
  getValues(): unknown[][];
  getNotes(): string[][];
  /** `#rrggbb`; a cell without a colour of its own reads white. */
  getBackgrounds(): string[][];
  getMergedRanges(): ScriptRange[];
  setValues(values: (string | number | boolean)[][]): unknown;
  setNumberFormat(pattern: string): unknown;
  /** Null removes a note. */
  setNotes(notes: (string | null)[][]): unknown;
  /** Null gives back the default. */
  setBackground(colour: string | null): unknown;
  /** Shows the range to the person, and selects it. */
  activate(): unknown;
}

/** What a simple trigger `onEdit` is given. https://developers.google.com/apps-script/guides/triggers/events#edit */
export interface ScriptEditEvent {
  /** All cells that were typed into, pasted or filled. */
  readonly range: ScriptRange;
}

export interface ScriptProtection {
  isWarningOnly(): boolean;
  /** Whether the person who runs the script may edit what is protected. */
  canEdit(): boolean;
  getRange(): ScriptRange;
  /** Empty for a protected range; holes for a protected tab. */
  getUnprotectedRanges(): ScriptRange[];
}

export interface ScriptMetadata {
  getKey(): string;
  getValue(): string | null;
  getLocation(): { getColumn(): ScriptRange | null };
}

export interface ScriptMetadataFinder {
  withKey(key: string): ScriptMetadataFinder;
  find(): ScriptMetadata[];
}

export interface ScriptSheet {
  getSheetId(): number;
  getName(): string;
  /** `GRID`, or a tab that is one big chart and has no cells. */
  getType(): unknown;
  isSheetHidden(): boolean;
  getMaxRows(): number;
  getMaxColumns(): number;
  /** From A1 to the last cell with a value. */
  getDataRange(): ScriptRange;
  getRange(row: number, column: number, rows: number, columns: number): ScriptRange;
  getProtections(type: unknown): ScriptProtection[];
  createDeveloperMetadataFinder(): ScriptMetadataFinder;
}

export interface ScriptSpreadsheet {
  getId(): string;
  getName(): string;
  getSpreadsheetLocale(): string;
  getSpreadsheetTimeZone(): string;
  getSheets(): ScriptSheet[];
  getActiveSheet(): ScriptSheet;
  /** Metadata of the workbook itself, not of its tabs. */
  getDeveloperMetadata(): ScriptMetadata[];
  toast(message: string, title: string, seconds: number): void;
}

export interface ScriptMenu {
  addItem(caption: string, functionName: string): ScriptMenu;
  addSeparator(): ScriptMenu;
  addToUi(): void;
}

export interface ScriptPage {
  getContent(): string;
  setTitle(title: string): ScriptPage;
}

export interface ScriptUi<Page extends ScriptPage = ScriptPage> {
  createMenu(caption: string): ScriptMenu;
  showSidebar(page: Page): void;
}

export interface ScriptSpreadsheetApp<Page extends ScriptPage = ScriptPage> {
  readonly ProtectionType: { readonly RANGE: unknown; readonly SHEET: unknown };
  getActiveSpreadsheet(): ScriptSpreadsheet;
  getUi(): ScriptUi<Page>;
}

/** Bytes with a kind. */
export interface ScriptBlob {
  getDataAsString(charset: string): string;
}

export interface ScriptUtilities<Blob extends ScriptBlob = ScriptBlob> {
  formatDate(date: Date, timeZone: string, format: string): string;
  /** Bytes as Java has them, from -128 to 127. */
  newBlob(bytes: number[], contentType: string): Blob;
  ungzip(blob: Blob): ScriptBlob;
  getUuid(): string;
}

/** https://developers.google.com/apps-script/reference/url-fetch/url-fetch-app#advanced-parameters */
export interface ScriptFetchParams {
  readonly method: 'post';
  readonly contentType: string;
  readonly headers: Record<string, string>;
  readonly payload: string;
  /** An answer of 400 and above is given, not thrown. */
  readonly muteHttpExceptions: boolean;
}

export interface ScriptHttpResponse {
  getResponseCode(): number;
  getContentText(): string;
}

/** Needs `script.external_request`, so no simple trigger may use it. */
export interface ScriptUrlFetchApp {
  /** Throws where nobody answers. */
  fetch(url: string, params: ScriptFetchParams): ScriptHttpResponse;
}

/** Needs `openid`, and `userinfo.email` for the address in the token. */
export interface ScriptScriptApp {
  getIdentityToken(): string | null;
}

/** Blank addresses in simple triggers. https://developers.google.com/apps-script/reference/base/session */
export interface ScriptPerson {
  getActiveUser(): { getEmail(): string };
  getEffectiveUser(): { getEmail(): string };
}

export interface ScriptLockService {
  /** One for all who have the workbook open. */
  getDocumentLock(): ScriptLock;
}

export interface ScriptLock {
  /** False when another run still holds it after so many milliseconds. */
  tryLock(timeout: number): boolean;
  releaseLock(): void;
}

export interface ScriptPropertiesService {
  /** Kept for this person, in this script alone. */
  getUserProperties(): ScriptProperties;
}

export interface ScriptProperties {
  getProperty(key: string): string | null;
  setProperty(key: string, value: string): unknown;
  deleteProperty(key: string): unknown;
}

export interface ScriptHtmlService<Page extends ScriptPage = ScriptPage> {
  createHtmlOutput(html: string): Page;
  createHtmlOutputFromFile(name: string): Page;
}

/** What `main.ts` brings. */
export interface Google<Page extends ScriptPage = ScriptPage, Blob extends ScriptBlob = ScriptBlob> {
  readonly spreadsheets: ScriptSpreadsheetApp<Page>;
  readonly utilities: ScriptUtilities<Blob>;
  readonly html: ScriptHtmlService<Page>;
  readonly web: ScriptUrlFetchApp;
  readonly script: ScriptScriptApp;
  readonly person: ScriptPerson;
  readonly locks: ScriptLockService;
  readonly properties: ScriptPropertiesService;
}
