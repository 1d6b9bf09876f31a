/** Runs one function of the built Apps Script inside a workbook of the Sheets server, as Google would. */
import { type Context, createContext, Script } from 'node:vm';
import type { ScriptEditEvent, ScriptSpreadsheetApp } from '../../apps-script/google.ts';
import { rectIn, sheetById } from '../sheets/grid-range.ts';
import type { Sheet } from '../sheets/model.ts';
import type { ScriptSession } from '../sheets/sheets-server.ts';
import { type Menu, makeHtmlService, makeUi, type Sidebar } from './page-services.ts';
import { makeRange } from './range.ts';
import { makeSheet, makeSpreadsheet, PROTECTION_TYPES } from './spreadsheet.ts';
import { utilities } from './utilities.ts';
import type { ActivePlace, ScriptWorld } from './world.ts';

/** The files that go into a workbook, by name: `main.js` and pages. */
export type ScriptFiles = ReadonlyMap<string, string>;

export interface ScriptCall {
  readonly name: string;
  /** JSON values only, as `google.script.run` takes them. */
  readonly args?: readonly unknown[];
  /** The cells that a person has just changed, for `onEdit`. */
  readonly edited?: ActivePlace;
  /** The tab that the person looks at; the first visible one when left out. */
  readonly activeSheetId?: number;
  /** Epoch milliseconds of the script's clock. */
  readonly now: number;
}

/** What the person gets to see. */
export interface ScriptOutcome {
  readonly result: unknown;
  readonly toasts: readonly string[];
  readonly menus: readonly Menu[];
  readonly sidebar: Sidebar | null;
  /** Where the script has taken the person. */
  readonly active: ActivePlace | null;
}

/** A run may take 30 seconds at Google as a simple trigger; here a script that hangs would stop the whole system. */
const MAX_MS = 30_000;

/** A date class whose «now» is the local clock's. */
const CLOCK =
  'Date = class extends Date { constructor(...parts) { super(...(parts.length > 0 ? parts : [__now])); } };';

const compiled = new WeakMap<ScriptFiles, Script>();

function compile(files: ScriptFiles): Script {
  const known = compiled.get(files);
  if (known) return known;
  const script = new Script(`${CLOCK}\n${files.get('main.js') ?? ''}`, { filename: 'main.js' });
  compiled.set(files, script);
  return script;
}

/** Nothing but JavaScript and the services that are handed over: no `fetch`, no timers, no `eval`. */
const bareContext = (globals: Readonly<Record<string, unknown>>): Context =>
  createContext({ ...globals }, { codeGeneration: { strings: false, wasm: false } });

export function runScript(session: ScriptSession, files: ScriptFiles, call: ScriptCall): ScriptOutcome {
  const toasts: string[] = [];
  const menus: Menu[] = [];
  let sidebar: Sidebar | null = null;
  let active: ActivePlace | null = null;
  const world: ScriptWorld = {
    session,
    sheet: (sheet: Sheet) => makeSheet(world, sheet),
    activate: (place) => {
      active = place;
    },
  };
  const spreadsheet = makeSpreadsheet(world, call.activeSheetId ?? null, (message) => toasts.push(message));
  const shown = { menu: (menu: Menu) => menus.push(menu), sidebar: (page: Sidebar) => (sidebar = page) };
  const ui = makeUi(shown);
  const spreadsheetApp: ScriptSpreadsheetApp = {
    ProtectionType: PROTECTION_TYPES,
    getActiveSpreadsheet: () => spreadsheet,
    getUi: () => ui,
  };
  const context = bareContext({
    SpreadsheetApp: spreadsheetApp,
    Utilities: utilities,
    HtmlService: makeHtmlService(files),
    __now: call.now,
    __args: call.edited ? [editEvent(world, call.edited)] : (call.args ?? []),
  });
  compile(files).runInContext(context, { timeout: MAX_MS });
  const result: unknown = new Script(`${callable(call, context)}(...__args)`).runInContext(context, {
    timeout: MAX_MS,
  });
  return { result: result === undefined ? null : JSON.parse(JSON.stringify(result)), toasts, menus, sidebar, active };
}

/** Google's own words where a page or a menu names a function that is not there. */
export class ScriptFunctionMissing extends Error {
  constructor(name: string) {
    super(`Script function not found: ${name}`);
    this.name = 'ScriptFunctionMissing';
  }
}

/** Only functions of the top level can be called, by any page of the script; not those whose name ends in `_`. */
function callable({ name }: ScriptCall, context: Context): string {
  const isName = /^[A-Za-z]\w*(?<!_)$/.test(name);
  const isDeclared = isName && new Script(`typeof ${name} === 'function'`).runInContext(context) === true;
  if (!isDeclared || BUILT_IN.has(name)) throw new ScriptFunctionMissing(name);
  return name;
}

/** Functions of JavaScript itself that stand at the top level of every context. */
const BUILT_IN: ReadonlySet<string> = new Set(
  new Script(
    'Object.getOwnPropertyNames(globalThis).filter((name) => typeof globalThis[name] === "function")',
  ).runInContext(createContext({})) as string[],
);

function editEvent(world: ScriptWorld, { sheetId, range }: ActivePlace): ScriptEditEvent {
  const sheet = sheetById(world.session.spreadsheet, sheetId);
  return { range: makeRange(world, sheet, rectIn(sheet, range)) };
}
