/** `npm run sheets`: the Sheets server alone. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { notImplemented } from './google-error.ts';
import { sendJson } from './http.ts';
import { openSheetsServer } from './sheets-server.ts';

const HELP = `A stand-in for the Google Sheets API v4 and a few calls of Drive v3.

  npm run sheets -- [--port N] [--data DIR] [--quotas on|off]

  --port N         port on 127.0.0.1; 0 takes any free one (default 8081)
  --data DIR       folder of the workbooks, one JSON file each (default .data/sheets)
  --quotas on|off  Google's limits of calls a minute (default on)
  --help           this text
`;

const { values: options } = parseArgs({
  options: {
    port: { type: 'string', default: '8081' },
    data: { type: 'string', default: '.data/sheets' },
    quotas: { type: 'string', default: 'on' },
    help: { type: 'boolean', default: false },
  },
});

if (!['on', 'off'].includes(options.quotas)) throw new Error(`--quotas takes on or off, not ${options.quotas}.`);

async function serve(): Promise<void> {
  const sheets = await openSheetsServer({ directory: options.data, quotas: options.quotas !== 'off' });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (sheets.accepts(pathname)) return void sheets.handle(request, response);
    return sendJson(response, 501, notImplemented(`${request.method} ${pathname}`).body);
  });
  server.listen(Number(options.port), '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo;
    console.log(`Sheets server listening on http://127.0.0.1:${port}`);
  });
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
    void sheets.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

if (options.help) console.log(HELP);
else await serve();
