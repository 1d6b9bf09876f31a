/** A server with the page and everything that it fetches, answered from fixtures. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { servePage } from '../../../local/page/serve-page.ts';
import { DONG_HA, MAILS, NIGHTLY, OVERVIEWS, spreadsheetAnswer } from './fixtures.ts';

export interface Stub {
  readonly origin: string;
  /** `METHOD path` of everything that was asked, in order. */
  readonly asked: readonly string[];
  /** The bodies of what was posted, in order. */
  readonly posted: readonly string[];
  /** What is answered from now on. */
  readonly set: (state: Partial<StubState>) => void;
  readonly close: () => void;
}

interface StubState {
  readonly overview: keyof typeof OVERVIEWS;
  readonly nightly: 'done' | 'busy';
  readonly province: boolean;
  readonly mails: readonly unknown[];
  readonly sent: Readonly<Record<'sent' | 'retried' | 'dead', number>>;
  /** The clock, where it was set. */
  readonly now: string | null;
}

/** Long enough for a person, and for a test, to see that a run is going on. */
const NIGHTLY_MS = 300;

function send(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function endpointsOf({ overview, province }: StubState): unknown {
  const { workbooks, asOf } = OVERVIEWS[overview];
  const ids = Object.fromEntries(workbooks.map(({ unit, id }) => [unit, id]));
  // As the local system names itself, whichever name the page was opened by.
  const inbox = 'http://local-system.example:8080/_local/inbox';
  return {
    sheetsRoot: '',
    functionsRoot: '',
    workbooks: { ...ids, ...(province && { province: DONG_HA }) },
    inbox,
    asOf,
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, state: StubState): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const overview = OVERVIEWS[state.overview];
  if (url.pathname === '/_local/overview')
    return send(response, 200, { ...overview, asOf: state.now ?? overview.asOf });
  if (url.pathname === '/local.json') return send(response, 200, endpointsOf(state));
  if (url.pathname === '/_local/inbox') return send(response, 200, state.mails);
  if (url.pathname === '/_local/clock' && request.method === 'POST') return send(response, 200, { now: state.now });
  if (url.pathname === '/functions/send-mail' && request.method === 'POST') return send(response, 200, state.sent);
  if (url.pathname === '/functions/nightly' && request.method === 'POST') {
    await new Promise((resolve) => setTimeout(resolve, NIGHTLY_MS));
    const busy = { error: { code: 'busy', message: 'later' } };
    return state.nightly === 'done' ? send(response, 200, NIGHTLY) : send(response, 503, busy);
  }
  const found = url.pathname.startsWith('/v4/spreadsheets/') ? spreadsheetAnswer(url) : null;
  if (found) return send(response, 200, found);
  if (await servePage(url.pathname, response)) return;
  send(response, 404, { error: { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' } });
}

export async function startStub(): Promise<Stub> {
  let state: StubState = {
    overview: 'full',
    nightly: 'done',
    province: false,
    mails: MAILS,
    sent: { sent: 0, retried: 0, dead: 0 },
    now: null,
  };
  const posted: string[] = [];
  const asked: string[] = [];
  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    asked.push(`${request.method} ${request.url}`);
    if (request.method === 'POST') posted.push(await bodyOf(request));
    if (request.method === 'POST' && request.url === '/_local/clock') {
      state = { ...state, now: JSON.parse(posted.at(-1) ?? '').now };
    }
    await answer(request, response, state);
  }
  const server = createServer((request, response) => {
    handle(request, response).catch((error: Error) => response.destroy(error));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    posted,
    set: (changes) => {
      state = { ...state, ...changes };
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
