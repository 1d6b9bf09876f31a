/** The built script in a workbook of a test: on the facade of `local/script/`, over the Sheets server's own model. */
import type { Context } from 'node:vm';
import { openSheetPort, type SheetPort } from '../../../apps-script/sheet-port.ts';
import {
  type LoadScript,
  loadAnew,
  runScript,
  type ScriptCall,
  type ScriptFiles,
  type ScriptOutcome,
  type ScriptServices,
} from '../../../local/script/run-script.ts';
import { makeSheet, makeSpreadsheet, PROTECTION_TYPES } from '../../../local/script/spreadsheet.ts';
import { utilities } from '../../../local/script/utilities.ts';
import type { ScriptWorld } from '../../../local/script/world.ts';
import { draftOf } from '../../../local/sheets/draft.ts';
import type { Sheet } from '../../../local/sheets/model.ts';
import { type ScriptSession, sessionOn } from '../../../local/sheets/script-session.ts';
import type { CellChange, Workbook } from '../../../schemas/workbook.ts';
import { builtScript } from './built-script.ts';
import { type ModelOptions, modelOf, nameOf, STAFF, type Touch, textOf, touchesBetween } from './sheets-model.ts';

/** 25 August 2022, 09:00 in Viet Nam. */
export const NOW = Date.parse('2022-08-25T02:00:00Z');

export interface ScriptOptions extends ModelOptions {
  readonly activeSheetId?: number;
  /** The built script, when left out. */
  readonly files?: ScriptFiles;
  /** Where somebody may be asked for something; nobody is, when left out. */
  readonly services?: Partial<ScriptServices>;
  /** Anew for every call, when left out. */
  readonly load?: LoadScript;
}

/**
 * For many calls of one suite, where loading would be most of the work. Other suites load anew, as Google does; here
 * something that one call left behind would show in the marks of the next.
 */
export function loadOnce(): LoadScript {
  let loaded: Context | undefined;
  return (files, globals) => {
    loaded = loaded ? Object.assign(loaded, globals) : loadAnew(files, globals);
    return loaded;
  };
}

export interface ScriptInWorkbook {
  call(name: string, ...args: unknown[]): Promise<ScriptOutcome>;
  /** Fires the trigger of a person who changed a cell of a tab. */
  edit(sheetId: number): Promise<ScriptOutcome>;
  /** What is other than it was in the beginning. */
  written(): readonly Touch[];
  /** The text of a cell, counted from 0; empty for nothing. */
  text(sheetId: number, row: number, column: number): string;
  /** Calls that changed cells: of their values, and of their notes, colours and formats. */
  readonly calls: { values: number; others: number };
}

const servicesOf = (services: Partial<ScriptServices> = {}): ScriptServices => ({
  email: STAFF,
  functionsRoot: 'http://127.0.0.1:1/',
  tokenFor: () => {
    throw new Error('Nobody asks for a token here.');
  },
  properties: new Map(),
  locks: new Map(),
  ...services,
});

export async function openScript(workbook: Workbook, options: ScriptOptions = {}): Promise<ScriptInWorkbook> {
  const { activeSheetId, files = (await builtScript()).files, load = loadAnew } = options;
  const before = modelOf(workbook, options);
  const services = servicesOf(options.services);
  let model = before;
  const calls = { values: 0, others: 0 };
  const counted = (session: ScriptSession): ScriptSession => ({
    ...session,
    write: (work) => {
      calls.values += 1;
      session.write(work);
    },
    apply: (requests) => {
      calls.others += 1;
      session.apply(requests);
    },
  });
  const open = async <Result>(work: (session: ScriptSession) => Result): Promise<Result> => {
    const draft = draftOf(model);
    const result = work(counted(sessionOn(draft, model, { email: STAFF })));
    model = draft;
    return result;
  };
  const run = (call: Omit<ScriptCall, 'now' | 'activeSheetId'>) =>
    runScript(
      open,
      files,
      { ...call, now: NOW, ...(activeSheetId !== undefined && { activeSheetId }) },
      services,
      load,
    );
  return {
    call: (name, ...args) => run({ name, args }),
    edit: (sheetId) => {
      const range = { startRowIndex: 1, endRowIndex: 2, startColumnIndex: 1, endColumnIndex: 2 };
      return run({ name: 'onEdit', edited: { sheetId, range } });
    },
    written: () => touchesBetween(before, model),
    text: (sheetId, row, column) => {
      const sheet = model.spreadsheet.sheets.find(({ properties }) => properties.sheetId === sheetId);
      return textOf(sheet?.data[0].rowData[row]?.values?.[column] ?? {});
    },
    calls,
  };
}

export interface OpenedPort {
  readonly port: SheetPort;
  /** The tab below the port, for whoever else is at the keyboard. */
  sheet(sheetId: number): Sheet;
  written(): readonly Touch[];
}

/** The checks' own view of a workbook, without the bundle around them. */
export function openPort(workbook: Workbook, options: ScriptOptions = {}): OpenedPort {
  const before = modelOf(workbook, options);
  const draft = draftOf(before);
  const session = sessionOn(draft, before, { email: STAFF });
  const world: ScriptWorld = { session: () => session, sheet: (id) => makeSheet(world, id), activate: () => {} };
  const spreadsheet = makeSpreadsheet(world, options.activeSheetId ?? null, () => {});
  const spreadsheets = {
    ProtectionType: PROTECTION_TYPES,
    getActiveSpreadsheet: () => spreadsheet,
    getUi: () => {
      throw new Error('Nothing is shown here.');
    },
  };
  return {
    port: openSheetPort({ spreadsheets, utilities }),
    sheet: (sheetId) => {
      const sheet = draft.spreadsheet.sheets.find(({ properties }) => properties.sheetId === sheetId);
      if (!sheet) throw new Error(`no tab ${sheetId}`);
      return sheet;
    },
    written: () => touchesBetween(before, draft),
  };
}

/** Every property that changes touch, each with what it is afterwards; sorted. */
export const wantedMarks = (changes: readonly CellChange[]): string[] =>
  changes
    .flatMap((change) =>
      (['value', 'note', 'fill'] as const).flatMap((property) =>
        change[property] === undefined ? [] : [`${nameOf({ ...change, property })} ${change[property] ?? ''}`],
      ),
    )
    .sort();

export const writtenMarks = (script: Pick<ScriptInWorkbook, 'written'>): string[] =>
  script
    .written()
    .map((touch) => `${nameOf(touch)} ${touch.text}`)
    .sort();
