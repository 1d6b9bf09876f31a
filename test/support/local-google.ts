/** The local Sheets server behind real HTTP, with the real Google client before it. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Google, openGoogle } from '../../functions/adapters/google-client.ts';
import type { Calls } from '../../functions/ports.ts';
import { openSheetsServer } from '../../local/sheets/sheets-server.ts';

export const OWNER = 'owner@example.vn';
export const SERVICE_ACCOUNT = 'robot@example.vn';
export const STAFF = 'staff@example.vn';

/** What is answered in place of the server, or null to let it answer. */
export type Interception = (request: IncomingMessage, response: ServerResponse) => boolean;

export interface LocalGoogle {
  readonly rootUrl: string;
  /** Whose address is the token calls under that address. */
  readonly as: (address: string) => Google;
  /** Sees every request first; `true` means that it has answered. */
  intercept: Interception | null;
  close(): Promise<void>;
}

/** `now`: epoch milliseconds, for Drive's times. */
export async function startLocalGoogle(options: { readonly now?: () => number } = {}): Promise<LocalGoogle> {
  const directory = await mkdtemp(path.join(tmpdir(), 'local-google-'));
  const sheets = await openSheetsServer({ directory, quotas: false, ...options });
  const server = createServer((request, response) => {
    if (google.intercept?.(request, response)) return;
    void sheets.handle(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const rootUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const google: LocalGoogle = {
    rootUrl,
    intercept: null,
    as: (address) => openGoogle({ rootUrl, auth: { accessToken: address }, backoff: { baseMs: 1 } }),
    async close() {
      server.closeAllConnections();
      server.close();
      await sheets.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
  return google;
}

export const noCalls = (): Calls => ({
  sheetsReads: 0,
  sheetsWrites: 0,
  cellsWritten: 0,
  documentsRead: 0,
  documentsWritten: 0,
});
