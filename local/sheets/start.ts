/** `npm run sheets`: the Sheets server alone. */
import { parseArgs } from 'node:util';

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

const LARGEST_PORT = 65_535;

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > LARGEST_PORT)
    throw new Error(`--port takes a number from 0 to 65535, not ${text}.`);
  return port;
}

if (!['on', 'off'].includes(options.quotas)) throw new Error(`--quotas takes on or off, not ${options.quotas}.`);

async function serve(): Promise<void> {
  const port = portOf(options.port);
  // Loaded here: neither --help nor a wrong flag waits for it.
  const { serveSheets } = await import('./serve.ts');
  const served = await serveSheets({ directory: options.data, quotas: options.quotas !== 'off' }, port).catch(
    (error: NodeJS.ErrnoException) => {
      throw error.code === 'EADDRINUSE' ? new Error(`Port ${port} is taken; choose another with --port.`) : error;
    },
  );
  const stop = (): void => void served.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Last: whoever waits for the address may ask it to stop at once.
  console.log(`Sheets server listening on ${served.root}`);
}

if (options.help) console.log(HELP);
else await serve();
