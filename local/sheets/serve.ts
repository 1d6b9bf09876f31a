/**
 * The Sheets server on a port of its own, with the few requests that a test steers it by, and Google's metadata server
 * beside it, so that application default credentials work.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { notImplemented } from './google-error.ts';
import { readJson, sendJson } from './http.ts';
import type { JsonObject } from './json.ts';
import { serveMetadata } from './metadata-server.ts';
import { openSheetsServer, parseFaults, type SheetsServer, type SheetsServerOptions } from './sheets-server.ts';

export interface ServedSheets {
  /** `http://127.0.0.1:8081` */
  readonly root: string;
  readonly server: SheetsServer;
  close(): Promise<void>;
}

type Control = (server: SheetsServer, body: JsonObject) => JsonObject;

const CONTROLS: Readonly<Record<string, Control>> = {
  'POST /_local/faults': (server, body) => {
    const faults = parseFaults(body);
    server.setFaults(faults);
    return { faults: faults && { ...faults, kinds: [...faults.kinds] } };
  },
  'POST /_local/quota-clock': (server, { advanceMs }) => {
    if (typeof advanceMs !== 'number' || !Number.isSafeInteger(advanceMs)) {
      throw new Error('advanceMs must be a whole number of milliseconds.');
    }
    server.advanceQuotaClock(advanceMs);
    return { advancedMs: advanceMs };
  },
};

async function control(server: SheetsServer, run: Control, request: IncomingMessage, response: ServerResponse) {
  try {
    sendJson(response, 200, run(server, await readJson(request)));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    sendJson(response, 400, { error: { code: 400, message, status: 'INVALID_ARGUMENT' } });
  }
}

/** Whom application default credentials sign in as: the token is the address. */
export const SERVICE_ACCOUNT = 'service-account@local';
const METADATA = { projectId: 'local', token: SERVICE_ACCOUNT };

export async function serveSheets(options: SheetsServerOptions, port = 0): Promise<ServedSheets> {
  const server = await openSheetsServer(options);
  const http = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const name = `${request.method} ${pathname}`;
    if (server.accepts(pathname)) return void server.handle(request, response);
    if (serveMetadata(pathname, response, METADATA)) return;
    const run = CONTROLS[name];
    if (run) return void control(server, run, request, response);
    sendJson(response, 501, notImplemented(name).body);
  });
  http.listen(port, '127.0.0.1');
  await once(http, 'listening');
  return {
    root: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    server,
    async close() {
      http.close();
      http.closeAllConnections();
      await server.close();
    },
  };
}
