/** A stand-in for the Google Sheets API v4 and a few calls of Drive v3. README.md says how faithful it is. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tellAnswer } from './answer-channel.ts';
import type { Answer, Call, Route } from './call.ts';
import { ConnectionReset, type Faults, type Runner, withFaults, withoutFaults } from './faults.ts';
import { GoogleError, notImplemented } from './google-error.ts';
import { readJson, readText, sendJson } from './http.ts';
import type { Identity } from './permissions.ts';
import { type CallKind, noQuotas, openQuotas, type Quotas } from './quotas.ts';
import { isDrivePath, isSheetsPath, routeOf } from './routes.ts';
import { runInside, type ScriptSession } from './script-session.ts';
import { openWorkbookStore, type StoredChange, type WorkbookStore } from './workbook-store.ts';

export { type FaultKind, type Faults, parseFaults } from './faults.ts';
export { GoogleError } from './google-error.ts';
export type { Identity } from './permissions.ts';
export type { ScriptSession } from './script-session.ts';
export type { StoredChange } from './workbook-store.ts';

export interface SheetsServerOptions {
  /** Where workbooks are kept, one JSON file each. */
  readonly directory: string;
  /** Epoch milliseconds, for Drive's times. */
  readonly now?: () => number;
  /** Who a bearer token stands for; null is a request without one. */
  readonly identify?: (bearerToken: string | null) => Identity;
  /** Default true. */
  readonly quotas?: boolean;
  /** Epoch milliseconds of the clock by which quotas refill. */
  readonly quotaNow?: () => number;
}

/** Answered Sheets requests; Drive's are not counted. */
export interface CallCounts {
  reads: number;
  writes: number;
}

export interface SheetsServer {
  /** Whether a path is one of ours: /v4/spreadsheets… and /drive/v3/files… */
  accepts(pathname: string): boolean;
  handle(request: IncomingMessage, response: ServerResponse): Promise<void>;
  counts(): ReadonlyMap<string, CallCounts>;
  /** Runs a script inside a workbook, as someone who may edit it: all of what it writes, or nothing when it throws. */
  script<Result>(id: string, identity: Identity, work: (session: ScriptSession) => Result): Promise<Result>;
  /** From now on, Sheets requests meet these faults; null (the default) is none. Drive's never do. */
  setFaults(faults: Faults | null): void;
  /** Lets the quotas' windows run ahead of the clock that they refill by; a negative number sets them back. */
  advanceQuotaClock(ms: number): void;
  /** Calls `listener` after every change, once it is on disk and before it is answered; call what it returns to end that. */
  onChange(listener: (change: StoredChange) => void): () => void;
  /** Drive's count of a workbook's changes; null when there is no such workbook. */
  versionOf(id: string): number | null;
  /** Resolves when every change that was begun is on disk. */
  close(): Promise<void>;
}

/** Without a token: a person. `owner`: an identity that may do everything. Any other token is an e-mail address. */
export function identifyByToken(bearerToken: string | null): Identity {
  if (bearerToken === null) return { email: 'person@local' };
  return bearerToken === 'owner' ? { email: 'owner@local', owner: true } : { email: bearerToken };
}

function tokenOf(request: IncomingMessage): string | null {
  const match = /^Bearer\s+(.+)$/i.exec(request.headers.authorization ?? '');
  return match?.[1]?.trim() ?? null;
}

interface Parts {
  readonly store: WorkbookStore;
  readonly quotas: Quotas;
  readonly now: () => number;
  readonly identify: (bearerToken: string | null) => Identity;
  readonly counts: Map<string, CallCounts>;
  runner: Runner;
}

function count(counts: Map<string, CallCounts>, email: string, kind: CallKind): void {
  const mine = counts.get(email) ?? { reads: 0, writes: 0 };
  if (kind === 'read') mine.reads += 1;
  else mine.writes += 1;
  counts.set(email, mine);
}

/** The body of a request: a message, or the content of a file. */
async function bodyOf(request: IncomingMessage, route: Route): Promise<Pick<Call, 'body' | 'content'>> {
  if (!route.takesContent) return { body: await readJson(request) };
  return { body: {}, content: { type: request.headers['content-type'] ?? '', text: await readText(request) } };
}

async function answer(parts: Parts, request: IncomingMessage): Promise<Answer> {
  const { method = 'GET' } = request;
  const url = new URL(request.url ?? '/', 'http://localhost');
  const route = routeOf(method, url.pathname);
  if (!route) throw notImplemented(`${method} ${url.pathname}`);
  const identity = parts.identify(tokenOf(request));
  const given = await bodyOf(request, route);
  const isSheets = isSheetsPath(url.pathname);
  if (isSheets) parts.quotas.take(identity.email, route.kind);
  const at = new Date(parts.now()).toISOString();
  try {
    const call = { store: parts.store, identity, query: url.searchParams, ...given, at };
    const body = await (isSheets ? parts.runner : withoutFaults).run(route, call, url.pathname);
    if (route.gives && body !== undefined)
      tellAnswer({ call: `${method} ${url.pathname}`, message: route.gives, body });
    return body;
  } finally {
    if (isSheets) count(parts.counts, identity.email, route.kind);
  }
}

function refusal(error: unknown): GoogleError {
  if (error instanceof GoogleError) return error;
  // A defect of this server, not of the request: the operator must see it, the client gets Google's 500.
  console.error(error);
  return new GoogleError(500, 'Internal error encountered.');
}

async function handle(parts: Parts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    sendJson(response, 200, await answer(parts, request));
  } catch (error) {
    if (response.headersSent || response.destroyed) return;
    if (error instanceof ConnectionReset) return void request.socket.resetAndDestroy();
    const refused = refusal(error);
    request.resume();
    sendJson(response, refused.code, refused.body);
  }
}

export async function openSheetsServer(options: SheetsServerOptions): Promise<SheetsServer> {
  const { directory, now = Date.now, identify = identifyByToken, quotas = true, quotaNow = Date.now } = options;
  let quotaAhead = 0;
  const listeners = new Set<(change: StoredChange) => void>();
  const tell = (change: StoredChange): void => {
    for (const listener of listeners) listener(change);
  };
  const parts: Parts = {
    store: await openWorkbookStore(directory, tell),
    quotas: quotas ? openQuotas(() => quotaNow() + quotaAhead) : noQuotas,
    now,
    identify,
    counts: new Map(),
    runner: withoutFaults,
  };
  return {
    accepts: (pathname) => isSheetsPath(pathname) || isDrivePath(pathname),
    handle: (request, response) => handle(parts, request, response),
    counts: () => parts.counts,
    script: (id, identity, work) => runInside(parts.store, { id, identity, at: new Date(now()).toISOString() }, work),
    setFaults: (faults) => {
      parts.runner = faults ? withFaults(faults) : withoutFaults;
    },
    advanceQuotaClock: (ms) => {
      quotaAhead += ms;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    versionOf: (id) => parts.store.files().find((file) => file.id === id)?.version ?? null,
    close: () => parts.store.close(),
  };
}
