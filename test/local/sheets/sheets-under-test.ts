/** A Sheets server on a free port with a folder of its own, and real Google clients that call it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drive, type drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import { auth, sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Json, JsonObject } from '../../../local/sheets/json.ts';
import { openSheetsServer, type SheetsServer, type SheetsServerOptions } from '../../../local/sheets/sheets-server.ts';

export interface Refusal {
  readonly code: number;
  readonly message: string;
}

export interface SheetsUnderTest {
  readonly root: string;
  readonly directory: string;
  readonly server: SheetsServer;
  sheets(token?: string): sheets_v4.Sheets;
  drive(token?: string): drive_v3.Drive;
  /** A request without Google's client: nothing is retried, nothing is added. */
  send(
    method: string,
    path: string,
    body?: Json | string,
    token?: string,
  ): Promise<{ status: number; body: JsonObject }>;
  /** A spreadsheet with one tab `Sheet1`, made by `token`. */
  create(token?: string, properties?: JsonObject): Promise<string>;
  close(): Promise<void>;
}

function credentials(token: string) {
  const client = new auth.OAuth2();
  client.setCredentials({ access_token: token });
  return client;
}

async function listen(server: SheetsServer) {
  const http = createServer((request, response) => void server.handle(request, response));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const { port } = http.address() as AddressInfo;
  return { http, root: `http://127.0.0.1:${port}` };
}

export async function startSheets(options: Partial<SheetsServerOptions> = {}): Promise<SheetsUnderTest> {
  const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'sheets-test-')));
  const server = await openSheetsServer({ quotas: false, ...options, directory });
  const { http, root } = await listen(server);
  const send: SheetsUnderTest['send'] = async (method, path, body, token) => {
    const response = await fetch(`${root}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as JsonObject) };
  };
  return {
    root,
    directory,
    server,
    sheets: (token) => sheets({ version: 'v4', rootUrl: root, ...(token && { auth: credentials(token) }) }),
    drive: (token) => drive({ version: 'v3', rootUrl: root, ...(token && { auth: credentials(token) }) }),
    send,
    async create(token, properties = {}) {
      const { body } = await send('POST', '/v4/spreadsheets', { properties: { title: 'Test', ...properties } }, token);
      return `${body.spreadsheetId}`;
    },
    async close() {
      http.close();
      http.closeAllConnections();
      await server.close();
      if (options.directory === undefined) await rm(directory, { recursive: true });
    },
  };
}

/** What a client's call was refused with. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  try {
    await call;
  } catch (error) {
    const { code, status, message } = error as { code?: number | string; status?: number; message: string };
    return { code: Number(status ?? code), message };
  }
  throw new Error('The call was not refused.');
}
