/** The menu and the triggers of the workbooks: `POST /_local/script/<workbook>` runs a function of the real bundle. */
import * as z from 'zod';
import { withSubmitAddress } from '../../apps-script/submit-address.ts';
import { keptScript } from '../script/kept-script.ts';
import { openProperties } from '../script/properties.ts';
import {
  type OpenSession,
  runScript,
  type ScriptFiles,
  ScriptFunctionMissing,
  type ScriptOutcome,
  type ScriptServices,
} from '../script/run-script.ts';
import { GoogleError, type SheetsServer } from '../sheets/sheets-server.ts';
import type { LocalClock } from './clock.ts';
import type { IdTokens } from './id-tokens.ts';
import { STAFF } from './identities.ts';
import { HttpProblem } from './json-http.ts';

/** Answers what the person gets to see: messages, menus, a sidebar, the place to look at. */
export type ScriptRunner = (workbookId: string, body: unknown) => Promise<ScriptOutcome>;

const Index = z.int().check(z.nonnegative());
const Place = z.strictObject({
  sheetId: Index,
  range: z.strictObject({
    startRowIndex: Index,
    endRowIndex: Index,
    startColumnIndex: Index,
    endColumnIndex: Index,
  }),
});

const Body = z.strictObject({
  /** A function of the script: `onOpen`, `onEdit`, or what a menu or the sidebar calls. */
  name: z.string().check(z.maxLength(60)),
  args: z.optional(z.array(z.json())),
  /** The cells that were changed, for `onEdit`. */
  edited: z.optional(Place),
  activeSheetId: z.optional(Index),
});

export interface ScriptRunnerParts {
  readonly sheets: SheetsServer;
  readonly clock: LocalClock;
  readonly idTokens: IdTokens;
  /** `http://127.0.0.1:8080/functions/` */
  readonly functionsRoot: string;
  /** Where the properties of scripts are kept. */
  readonly propertiesFile: string;
}

/** The script is built, or read, with the first call; the person who runs it is one of the district. */
export function openScriptRunner(parts: ScriptRunnerParts): ScriptRunner {
  const { sheets, clock, functionsRoot } = parts;
  let built: Promise<ScriptFiles> | undefined;
  const { tokenFor } = parts.idTokens;
  const properties = openProperties(parts.propertiesFile);
  const services: ScriptServices = { email: STAFF, functionsRoot, tokenFor, properties, locks: new Map() };
  const build = async (): Promise<ScriptFiles> =>
    withSubmitAddress((await keptScript()).files, `${functionsRoot}submit-report`);
  return async (workbookId, body) => {
    const parsed = Body.safeParse(body);
    if (!parsed.success) throw new HttpProblem(400, 'bad-request', z.prettifyError(parsed.error));
    built ??= build();
    const files = await built;
    const { name, args, edited, activeSheetId } = parsed.data;
    const call = { name, now: clock.nowMs(), ...(args && { args }), ...(edited && { edited }) };
    const active = activeSheetId === undefined ? {} : { activeSheetId };
    try {
      const open: OpenSession = (work) => sheets.script(workbookId, { email: STAFF }, work);
      return await runScript(open, files, { ...call, ...active }, services);
    } catch (error) {
      throw refusalOf(error);
    }
  };
}

/** What Google refuses (no such workbook, a protected cell) and a function that is not there are the caller's affair. */
function refusalOf(error: unknown): unknown {
  if (error instanceof ScriptFunctionMissing) return new HttpProblem(404, 'not-found', error.message);
  return error instanceof GoogleError ? new HttpProblem(error.code, 'refused', error.message) : error;
}
