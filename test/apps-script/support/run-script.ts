/** Loads the built script where nothing exists but JavaScript and the imitated services, as in Apps Script. */
import { createContext, runInContext } from 'node:vm';
import { type BuiltScript, buildScript } from '../../../apps-script/build.ts';
import type { Workbook } from '../../../schemas/workbook.ts';
import { imitateGoogle, type ScriptGoogle, type ScriptOptions } from './script-google.ts';

/** The library beyond ES2020, by owner. Apps Script may have some of it; the script must not need any. */
export const NEWER_THAN_ES2020: Readonly<Record<string, readonly string[]>> = {
  'Array.prototype': ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with'],
  'String.prototype': ['at', 'replaceAll', 'isWellFormed', 'toWellFormed'],
  'Set.prototype': [
    'union',
    'intersection',
    'difference',
    'symmetricDifference',
    'isSubsetOf',
    'isSupersetOf',
    'isDisjointFrom',
  ],
  'Object.getPrototypeOf(Object.getPrototypeOf([].values()))': [
    'map',
    'filter',
    'take',
    'drop',
    'flatMap',
    'reduce',
    'toArray',
    'forEach',
    'some',
    'every',
    'find',
  ],
  Object: ['hasOwn', 'groupBy'],
  Map: ['groupBy'],
  Array: ['fromAsync'],
  Promise: ['any', 'withResolvers', 'try'],
  RegExp: ['escape'],
  globalThis: ['WeakRef', 'FinalizationRegistry', 'AggregateError', 'Iterator', 'Intl', 'WebAssembly'],
};

export interface Running extends ScriptGoogle {
  /** Calls one of the script's own global functions. */
  readonly call: (name: string) => void;
  /** Fires the trigger of a person who changed cells of a tab. */
  readonly edit: (sheetId: number) => void;
  /** What an expression gives in the script's world. */
  readonly evaluate: (expression: string) => unknown;
}

let built: Promise<BuiltScript> | undefined;

/** Built once for all tests. */
export const builtScript = (): Promise<BuiltScript> => (built ??= buildScript());

/** 25 August 2022, 09:00 in Viet Nam. */
const NOW = '2022-08-25T02:00:00Z';

/** A context without `eval`, without the newer library, whose clock stands at {@link NOW}. */
export function bareContext(globals: Readonly<Record<string, unknown>> = {}) {
  const context = createContext({ ...globals }, { codeGeneration: { strings: false, wasm: false } });
  for (const [owner, members] of Object.entries(NEWER_THAN_ES2020)) {
    for (const member of members) runInContext(`delete ${owner}.${member}`, context);
  }
  runInContext(
    `Date = class extends Date { constructor(...parts) { super(...(parts.length > 0 ? parts : ['${NOW}'])); } };`,
    context,
  );
  return context;
}

export async function runScript(workbook: Workbook, options: ScriptOptions = {}): Promise<Running> {
  const { files } = await builtScript();
  const imitation = imitateGoogle(workbook, files, options);
  const { spreadsheets, utilities, html } = imitation.google;
  const context = bareContext({ SpreadsheetApp: spreadsheets, Utilities: utilities, HtmlService: html });
  runInContext(files.get('main.js') ?? '', context, { filename: 'main.js' });
  const evaluate = (expression: string): unknown => runInContext(expression, context);
  const edit = (sheetId: number): void => {
    const range = spreadsheets
      .getActiveSpreadsheet()
      .getSheets()
      .find((sheet) => sheet.getSheetId() === sheetId)
      ?.getRange(2, 2, 1, 1);
    context.__event = { range };
    evaluate('onEdit(__event)');
  };
  return { ...imitation, evaluate, edit, call: (name) => void evaluate(`${name}()`) };
}
