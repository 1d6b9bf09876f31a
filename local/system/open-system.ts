/** Opens all parts of the local system behind one port, and fills an empty data folder with the sample. */
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { readConfig } from '../../functions/config.ts';
import { register } from '../../functions/index.ts';
import { type LocalFirestore, openFirestore } from '../firestore/open-firestore.ts';
import { type MailSink, openMailSink } from '../mail/mail-sink.ts';
import { metadataEnvironment } from '../sheets/metadata-server.ts';
import { openSheetsServer, type SheetsServer } from '../sheets/sheets-server.ts';
import { openChanges } from './changes.ts';
import { type LocalClock, openClock } from './clock.ts';
import { hostFunctions } from './functions-host.ts';
import { type IdTokens, isScriptToken, openIdTokens, SCRIPT_CLIENT_ID } from './id-tokens.ts';
import { identify, SERVICE_ACCOUNT } from './identities.ts';
import type { LocalOptions } from './options.ts';
import { overviewOf } from './overview.ts';
import { prepareData } from './prepare-data.ts';
import { openQuotaClock, type QuotaClock } from './quota-clock.ts';
import { type Progress, type Routes, route } from './router.ts';
import { openScriptRunner } from './script-runner.ts';
import { type LocalState, readState } from './state-file.ts';

export interface LocalSystem {
  /** `http://127.0.0.1:8080/` */
  readonly address: string;
  close(): Promise<void>;
}

/** Whom the mails come from on this machine. */
const SENDER = 'to-cong-nghe-so@tinh.example';

interface Parts {
  /** Null when mails go to a server of one's own. */
  readonly sink: MailSink | null;
  readonly sheets: SheetsServer;
  readonly firestore: LocalFirestore;
  readonly clock: LocalClock;
  readonly quotaClock: QuotaClock;
  readonly idTokens: IdTokens;
}

async function openParts(options: LocalOptions): Promise<Parts> {
  const clock = openClock(options.asOf);
  const quotaClock = openQuotaClock();
  const sheets = await openSheetsServer({
    directory: join(options.data, 'workbooks'),
    now: clock.nowMs,
    identify,
    quotas: options.quotas,
    quotaNow: quotaClock.nowMs,
  });
  // biome-ignore lint/style/noProcessEnv: the local system is started from a shell, like a deployment
  const environment = process.env;
  const firestore = await openFirestore({ environment, kind: options.firestore, dataFolder: options.data });
  const directory = join(options.data, 'mails');
  const sink = environment.SMTP_URL ? null : await openMailSink({ directory, now: () => clock.now() });
  return { sheets, firestore, clock, quotaClock, sink, idTokens: openIdTokens() };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new Error(`Cổng ${port} đang bận; hãy chọn --port khác.`) : error);
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}

function registerFunctions(
  parts: Parts,
  address: string,
  options: LocalOptions,
  say: (line: string) => void,
  onProgress: (progress: Progress) => void,
): readonly string[] {
  // biome-ignore lint/style/noProcessEnv: a mail server of one's own is named as in a deployment
  const { SMTP_URL = parts.sink?.url, MAIL_FROM = SENDER } = process.env;
  const { projectId } = parts.firestore;
  const pace = options.quotas ? {} : { SHEETS_CALLS_PER_MINUTE: 'unlimited' };
  const google = { GOOGLE_ROOT_URL: address, GOOGLE_CLOUD_PROJECT: projectId, ...pace };
  const config = readConfig({ ...google, AUDIENCES: SCRIPT_CLIENT_ID, SMTP_URL, MAIL_FROM });
  return register(config, {
    openFirestore: async () => parts.firestore.firestore,
    clock: parts.clock.now,
    quotaNow: parts.quotaClock.nowMs,
    log: (severity, message, fields) => {
      if (severity !== 'INFO') say(JSON.stringify({ ...fields, severity, message }));
    },
    isOperator: ({ headers }) => !isScriptToken(headers.authorization),
    certificates: async () => parts.idTokens.certificates(),
    onQuotaWait: (waitMs) => {
      const seconds = Math.round(waitMs / 1000);
      if (seconds > 0) say(`  chờ hạn mức của Google Sheets: còn ${seconds} giây`);
    },
    onProgress: (done, of, name) => {
      onProgress({ done, of, name });
      say(`  [${done + 1}/${of}] kiểm tra ${name}`);
    },
  });
}

function endpointsOf(address: string, { clock, firestore }: Parts, state: LocalState): unknown {
  const workbooks = Object.entries(state.units).map(([unit, { workbookId }]) => [unit, workbookId]);
  return {
    sheetsRoot: address,
    functionsRoot: `${address}functions/`,
    workbooks: { ...Object.fromEntries(workbooks), ...(state.province && { province: state.province }) },
    inbox: `${address}_local/inbox`,
    firestore: { host: firestore.host, projectId: firestore.projectId },
    asOf: clock.now(),
  };
}

/** `say` gets progress lines, for standard error. */
export async function openSystem(options: LocalOptions, say: (line: string) => void): Promise<LocalSystem> {
  const parts = await openParts(options);
  const { sheets, firestore, clock, quotaClock } = parts;
  const changes = openChanges(sheets);
  let routes: Routes | undefined;
  const server = createServer((request, response) => {
    if (routes) void route(request, response, routes);
    else response.writeHead(503).end();
  });
  const port = await listen(server, options.port);
  const address = `http://127.0.0.1:${port}/`;
  // biome-ignore lint/style/noProcessEnv: Google's libraries look for their credentials here and nowhere else
  Object.assign(process.env, metadataEnvironment(port));
  const stateFile = join(options.data, 'local.json');
  let state = (await readState(stateFile)) ?? { sample: options.sample, units: {} };
  let progress: Progress | null = null;
  const names = registerFunctions(parts, address, options, say, (now) => {
    progress = now;
  });
  const saved = async (): Promise<void> => {
    progress = null;
    await firestore.save();
  };
  routes = {
    sheets,
    firestore,
    clock,
    quotaClock,
    changes,
    functions: hostFunctions(names, saved),
    progress: () => progress,
    serviceAccount: SERVICE_ACCOUNT,
    endpoints: () => endpointsOf(address, parts, state),
    overview: () => overviewOf(state, parts, names),
    inbox: async () => (await parts.sink?.inbox()) ?? [],
    script: openScriptRunner({
      sheets,
      clock,
      idTokens: parts.idTokens,
      functionsRoot: `${address}functions/`,
      propertiesFile: join(options.data, 'script-properties.json'),
    }),
  };
  say(firestore.describe);
  state = await prepareData({ options, state, stateFile, address, clock, quotaClock, firestore, say });
  await firestore.save();
  return {
    address,
    close: async () => {
      changes.close();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      await sheets.close();
      await parts.sink?.close();
      await firestore.close();
    },
  };
}
