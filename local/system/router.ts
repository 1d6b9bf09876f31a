/** One port for everything: Sheets and Drive, the functions, the page, and the local system's own routes. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Instant } from '../../schemas/calendar.ts';
import type { LocalFirestore } from '../firestore/open-firestore.ts';
import { servePage } from '../page/serve-page.ts';
import { FRAME_POLICY, sidebarFrame } from '../script/sidebar-frame.ts';
import { serveMetadata } from '../sheets/metadata-server.ts';
import { parseFaults, type SheetsServer } from '../sheets/sheets-server.ts';
import type { Changes } from './changes.ts';
import type { LocalClock } from './clock.ts';
import type { FunctionsHost } from './functions-host.ts';
import { HttpProblem, readJson, sendJson, sendProblem } from './json-http.ts';
import type { QuotaClock } from './quota-clock.ts';
import type { ScriptRunner } from './script-runner.ts';

export interface Routes {
  readonly sheets: SheetsServer;
  readonly functions: FunctionsHost;
  readonly firestore: LocalFirestore;
  readonly clock: LocalClock;
  readonly quotaClock: QuotaClock;
  readonly changes: Changes;
  readonly serviceAccount: string;
  /** What `/local.json` answers. */
  readonly endpoints: () => unknown;
  /** How far the night that is running has come; null when none is. */
  readonly progress: () => Progress | null;
  /** What `/_local/overview` answers. */
  readonly overview: () => Promise<unknown>;
  /** The mails that the built-in sink has taken. */
  readonly inbox: () => Promise<unknown>;
  /** Runs a function of the Apps Script in a workbook. */
  readonly script: ScriptRunner;
}

export interface Progress {
  /** Units that are done, of how many, and the name of the one that is being checked. */
  readonly done: number;
  readonly of: number;
  readonly name: string;
}

type Route = (request: IncomingMessage, response: ServerResponse, routes: Routes) => Promise<void> | void;

const OWN_ROUTES: Readonly<Record<string, Route>> = {
  'GET /local.json': (_, response, { endpoints }) => sendJson(response, 200, endpoints()),
  'GET /_local/overview': async (_, response, { overview }) => sendJson(response, 200, await overview()),
  'GET /_local/firestore': async (_, response, { firestore }) => sendJson(response, 200, await firestore.documents()),
  'GET /_local/changes': (request, response, { changes }) => changes.serve(request, response),
  'GET /_local/progress': (_, response, { progress }) => sendJson(response, 200, { progress: progress() }),
  'GET /_local/inbox': async (_, response, { inbox }) => sendJson(response, 200, await inbox()),
  'GET /_local/clock': (_, response, { clock }) => sendJson(response, 200, { now: clock.now() }),
  'POST /_local/clock': setClock,
  'POST /_local/faults': setFaults,
  'POST /_local/quota-clock': advanceQuotaClock,
};

const SCRIPT = '/_local/script/';
const SIDEBAR = '/sidebar';

/** The sidebar that a function of the script opens, as a page for a frame. */
async function sendSidebar(request: IncomingMessage, response: ServerResponse, { script }: Routes): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const workbookId = decodeURIComponent(pathname.slice(SCRIPT.length, -SIDEBAR.length));
  const { sidebar } = await script(workbookId, { name: searchParams.get('run') ?? '' });
  if (!sidebar) throw new HttpProblem(404, 'not-found', 'This function opens no sidebar.');
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': FRAME_POLICY,
    'cache-control': 'no-store',
  });
  response.end(sidebarFrame(sidebar));
}

async function setClock(request: IncomingMessage, response: ServerResponse, { clock }: Routes): Promise<void> {
  const body = (await readJson(request)) as { readonly now?: unknown } | null;
  const now = Instant.safeParse(body?.now);
  if (!now.success)
    throw new HttpProblem(400, 'bad-request', 'now must be an instant such as 2022-08-25T21:00:00+07:00.');
  clock.set(now.data);
  sendJson(response, 200, { now: clock.now() });
}

/** `{seed, rate, kinds}` from now on; rate 0 or no kinds switches them off. */
async function setFaults(request: IncomingMessage, response: ServerResponse, { sheets }: Routes): Promise<void> {
  const body = await readJson(request);
  try {
    const faults = parseFaults(body);
    sheets.setFaults(faults);
    sendJson(response, 200, { faults });
  } catch (error) {
    throw new HttpProblem(400, 'bad-request', error instanceof Error ? error.message : String(error));
  }
}

/** `{advanceMs}`: the minute of the quotas passes at once, whatever the other clocks say. */
async function advanceQuotaClock(request: IncomingMessage, response: ServerResponse, { quotaClock }: Routes) {
  const body = (await readJson(request)) as { readonly advanceMs?: unknown } | null;
  const advanceMs = body?.advanceMs;
  if (!Number.isSafeInteger(advanceMs)) {
    throw new HttpProblem(400, 'bad-request', 'advanceMs must be a whole number of milliseconds.');
  }
  quotaClock.advance(Number(advanceMs));
  sendJson(response, 200, { advancedMs: advanceMs });
}

async function dispatch(request: IncomingMessage, response: ServerResponse, routes: Routes): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  if (routes.sheets.accepts(pathname)) return routes.sheets.handle(request, response);
  if (pathname.startsWith('/functions/')) {
    return routes.functions.handle(pathname.slice('/functions/'.length), request, response);
  }
  const { projectId } = routes.firestore;
  if (serveMetadata(pathname, response, { projectId, token: routes.serviceAccount })) return;
  if (request.method === 'GET' && pathname.startsWith(SCRIPT) && pathname.endsWith(SIDEBAR)) {
    return sendSidebar(request, response, routes);
  }
  if (request.method === 'POST' && pathname.startsWith(SCRIPT)) {
    const workbookId = decodeURIComponent(pathname.slice(SCRIPT.length));
    return sendJson(response, 200, await routes.script(workbookId, await readJson(request)));
  }
  const route = OWN_ROUTES[`${request.method} ${pathname}`];
  if (route) return route(request, response, routes);
  const knownTag = request.headers['if-none-match'];
  if (request.method === 'GET' && (await servePage(pathname, response, knownTag))) return;
  throw new HttpProblem(404, 'not-found', `Nothing is served at ${request.method} ${pathname}.`);
}

/** Answers one request; what goes wrong is answered as JSON and said once on standard error. */
export async function route(request: IncomingMessage, response: ServerResponse, routes: Routes): Promise<void> {
  try {
    await dispatch(request, response, routes);
  } catch (error) {
    if (response.headersSent) return void response.destroy();
    if (error instanceof HttpProblem) return sendProblem(response, error);
    console.error(error);
    sendProblem(response, new HttpProblem(500, 'internal', 'Something went wrong; the terminal says what.'));
  }
}
