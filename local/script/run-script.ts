/** Runs one function of the built Apps Script inside a workbook of the Sheets server, as Google would. */
import { randomUUID } from 'node:crypto';
import { type Context, createContext, Script } from 'node:vm';
import type { ScriptEditEvent, ScriptSpreadsheetApp } from '../../apps-script/google.ts';
import { rectIn, sheetById } from '../sheets/grid-range.ts';
import type { ScriptSession } from '../sheets/sheets-server.ts';
import { authorityOf, type Manifest, makeScriptApp, makeSession } from './authority.ts';
import { type Journal, openJournal } from './journal.ts';
import { type HeldLocks, makeLockService, releaseLocks } from './locks.ts';
import { OLD_LIBRARY } from './old-library.ts';
import { type Menu, makeHtmlService, makeUi, type Sidebar } from './page-services.ts';
import { type KeptProperties, makePropertiesService } from './properties.ts';
import { makeRange } from './range.ts';
import { makeSheet, makeSpreadsheet, PROTECTION_TYPES } from './spreadsheet.ts';
import { fetchAnswer, makeUrlFetchApp } from './url-fetch.ts';
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

/** The world around the scripts of all workbooks. */
export interface ScriptServices {
  /** Who is at the keyboard. */
  readonly email: string;
  /** The address of the functions, which alone a script can reach. */
  readonly functionsRoot: string;
  readonly tokenFor: (person: { readonly sub: string; readonly email?: string }) => string;
  readonly properties: KeptProperties;
  readonly locks: HeldLocks;
}

/** Opens the workbook for one run: all of what it writes, or nothing when it throws. */
export type OpenSession = <Result>(work: (session: ScriptSession) => Result) => Promise<Result>;

/** A run may take 30 seconds at Google as a simple trigger; here a script that hangs would stop the whole system. */
const MAX_MS = 30_000;

/** A date class whose «now» is the local clock's. */
const CLOCK =
  'Date = class extends Date { constructor(...parts) { super(...(parts.length > 0 ? parts : [__now])); } };';

const compiled = new WeakMap<ScriptFiles, Script>();

function compile(files: ScriptFiles): Script {
  const known = compiled.get(files);
  if (known) return known;
  const sources = [...files].flatMap(([name, source]) => (name.endsWith('.js') ? [source] : []));
  const script = new Script([CLOCK, ...sources].join('\n'), { filename: 'main.js' });
  compiled.set(files, script);
  return script;
}

const oldLibrary = new Script(OLD_LIBRARY);

/** Nothing but an old JavaScript and the services that are handed over: no `fetch`, no timers, no `eval`. */
export function bareContext(globals: Globals = {}): Context {
  const context = createContext({ ...globals }, { codeGeneration: { strings: false, wasm: false } });
  oldLibrary.runInContext(context);
  return context;
}

type Globals = Readonly<Record<string, unknown>>;

/** Gives a context that has these globals, and in which the script has been loaded. */
export type LoadScript = (files: ScriptFiles, globals: Globals) => Context;

/** As Google does it: nothing stays from one run to the next. */
export const loadAnew: LoadScript = (files, globals) => {
  const context = bareContext(globals);
  compile(files).runInContext(context, { timeout: MAX_MS });
  return context;
};

interface Run {
  readonly load: LoadScript;
  readonly files: ScriptFiles;
  readonly call: ScriptCall;
  readonly services: ScriptServices;
  readonly journal: Journal;
}

/** Runs a function to its end: once, and once more for every answer that it waits for (`journal.ts`). */
export async function runScript(
  open: OpenSession,
  files: ScriptFiles,
  call: ScriptCall,
  services: ScriptServices,
  load: LoadScript = loadAnew,
): Promise<ScriptOutcome> {
  const journal = openJournal();
  const before: ScriptSession[] = [];
  try {
    for (;;) {
      const outcome = await open((session) => {
        const sessions = [...before.map((one) => one.rewound()), session];
        before.push(session);
        return runOnce({ load, files, call, services, journal }, sessions);
      });
      if (outcome !== null) return outcome;
      journal.goOn(journal.waiting && (await fetchAnswer(journal.waiting)));
    }
  } finally {
    releaseLocks(services.locks, journal);
  }
}

/** `sessions`: the workbook as it was before each answer, and as it is now. Null when the script waits for another answer. */
function runOnce(run: Run, sessions: readonly ScriptSession[]): ScriptOutcome | null {
  const { load, files, call, journal } = run;
  const toasts: string[] = [];
  const menus: Menu[] = [];
  let sidebar: Sidebar | null = null;
  let active: ActivePlace | null = null;
  const world: ScriptWorld = {
    session: () => sessions[journal.phase()] ?? noSession(),
    sheet: (sheetId) => makeSheet(world, sheetId),
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
  const globals = {
    SpreadsheetApp: spreadsheetApp,
    HtmlService: makeHtmlService(files),
    ...outerServices(run, spreadsheet.getId()),
    __now: call.now,
    __args: call.edited ? [editEvent(world, call.edited)] : (call.args ?? []),
  };
  const result = untilWaiting(journal, () => {
    const context = load(files, globals);
    return new Script(`${callable(call, context)}(...__args)`).runInContext(context, { timeout: MAX_MS });
  });
  if (journal.waiting) return null;
  return { result: result === undefined ? null : JSON.parse(JSON.stringify(result)), toasts, menus, sidebar, active };
}

/** What a script does after it was left does not count, and neither does how it ends. */
function untilWaiting(journal: Journal, run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (journal.waiting) return undefined;
    throw error;
  }
}

function noSession(): never {
  throw new Error('The script was told more answers than it has waited for.');
}

/** All that lies outside the workbook: whatever it answers, it answers once. */
function outerServices({ files, call, services, journal }: Run, workbookId: string) {
  const { email, functionsRoot, tokenFor, properties, locks } = services;
  const authority = authorityOf(call.name, JSON.parse(files.get('appsscript.json') ?? '{}') as Manifest);
  return {
    Utilities: { ...utilities, getUuid: () => journal.once('a uuid', () => randomUUID()) },
    UrlFetchApp: makeUrlFetchApp(functionsRoot, authority, journal),
    ScriptApp: makeScriptApp(email, tokenFor, authority, journal),
    Session: makeSession(email, authority),
    LockService: makeLockService(workbookId, locks, journal),
    PropertiesService: makePropertiesService(workbookId, email, properties, journal),
  };
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
  const sheet = sheetById(world.session().spreadsheet, sheetId);
  return { range: makeRange(world, sheetId, rectIn(sheet, range)) };
}
