/** Joins real things; nothing else does. Deployed, `deployed.ts` calls it with the environment; locally, `local/start.ts`. */

import type { Firestore } from '@google-cloud/firestore';
import { http, type Request } from '@google-cloud/functions-framework';
import { type Instant, toInstant } from '../schemas/calendar.ts';
import { firestoreStore } from './adapters/firestore-store.ts';
import { type Google, openGoogle } from './adapters/google-client.ts';
import { googleChanges } from './adapters/google-drive-changes.ts';
import { type Certificates, googleIdentities } from './adapters/google-identities.ts';
import { googleSheets } from './adapters/google-sheets.ts';
import { googleTemplates } from './adapters/google-template.ts';
import { jsonLog } from './adapters/json-log.ts';
import { openPace, type PacedCall } from './adapters/pace.ts';
import { smtpMailer } from './adapters/smtp-mailer.ts';
import type { Config } from './config.ts';
import { checkUnitEndpoint } from './entry/check-unit.ts';
import { closePeriodEndpoint } from './entry/close-period.ts';
import { collectSubmissionsEndpoint } from './entry/collect-submissions.ts';
import { correctReportEndpoint, extendReportEndpoint, reopenReportEndpoint } from './entry/department.ts';
import type { EndpointContext, Handler } from './entry/endpoint.ts';
import { nightlyEndpoint } from './entry/nightly.ts';
import { addressInToken, operatorCheck } from './entry/operator.ts';
import { publishSummaryEndpoint } from './entry/publish-summary.ts';
import { remindEndpoint } from './entry/remind.ts';
import { sendMailEndpoint } from './entry/send-mail.ts';
import { submitReportEndpoint } from './entry/submit-report.ts';
import type { Calls, Clock, Log, Mailer, Store } from './ports.ts';
import type { CheckPorts } from './workflows/check-unit.ts';
import type { NightlyPorts } from './workflows/nightly.ts';

/** What the caller brings: the store's connection, and where it differs from a deployment. */
export interface Parts {
  readonly openFirestore: () => Promise<Firestore>;
  readonly clock?: Clock;
  readonly log?: Log;
  /** Epoch milliseconds of the clock by which Google's quotas refill. */
  readonly quotaNow?: () => number;
  /** Who is an operator; those who are listed, when left out. */
  readonly isOperator?: EndpointContext['isOperator'];
  /** The keys that ID tokens are checked with; Google's own, when left out. */
  readonly certificates?: () => Promise<Certificates>;
  readonly onProgress?: NightlyPorts['onProgress'];
  /** Called when a call has to wait for the minute of the quota, for a progress line. */
  readonly onQuotaWait?: (waitMs: number) => void;
}

const systemClock: Clock = (): Instant => toInstant(Date.now());
const standardOutput = jsonLog((line) => process.stdout.write(line));

/** A store that connects with its first call: loading Firestore costs more than the start of a function may. */
function lazyStore(open: () => Promise<Firestore>): Store {
  let store: Promise<Store> | undefined;
  const get = () => (store ??= open().then(firestoreStore));
  return {
    get: async (paths) => (await get()).get(paths),
    list: async (collection) => (await get()).list(collection),
    transact: async (path, decide) => (await get()).transact(path, decide),
    write: async (documents, deletions) => (await get()).write(documents, deletions),
  };
}

function openCheck(client: Google, store: Store, log: Log): (calls: Calls) => CheckPorts {
  return (calls) => {
    const parts = { client, calls, log };
    const changes = googleChanges(client);
    return { sheets: googleSheets(parts), templates: googleTemplates(parts), changes, store, log, calls };
  };
}

/** Without a mail server every mail stays where it is, and whoever asks is told why. */
const NO_MAILER: Mailer = {
  send: async () => ({ outcome: 'down', error: 'SMTP_URL is not set' }),
  close: async () => {},
};

const mailerOf = ({ smtp }: Config): Mailer => (smtp ? smtpMailer(smtp) : NO_MAILER);

/** All cloud functions by name. */
export function makeHandlers(config: Config, parts: Parts): Readonly<Record<string, Handler>> {
  const { clock = systemClock, log = standardOutput, quotaNow: now = Date.now, onProgress } = parts;
  const store = lazyStore(parts.openFirestore);
  const onWait = (kind: PacedCall, waitMs: number): void => {
    log('INFO', 'Waiting for the quota of Sheets.', { kind, waitMs });
    parts.onQuotaWait?.(waitMs);
  };
  const pace = openPace(config.sheetsCallsPerMinute, { now, onWait });
  const { googleRootUrl: rootUrl, projectId } = config;
  const client = openGoogle({ rootUrl, projectId, auth: 'ambient', log, pace });
  const isOperator = parts.isOperator ?? operatorCheck(config.operators);
  const identities = googleIdentities(config.audiences, parts.certificates);
  const callerOf = (request: Request) => addressInToken(request.headers.authorization);
  const context: EndpointContext = { clock, log, isOperator, callerOf };
  // Cloud Run checks no caller of a public function, so a token that was not verified makes nobody an operator there.
  const publicContext: EndpointContext = { ...context, isOperator: parts.isOperator ?? (() => false) };
  const check = openCheck(client, store, log);
  const { codeVersion } = config;
  const changes = googleChanges(client);
  const ports = { store, log, clock, changes, codeVersion, openCheck: check, ...(onProgress && { onProgress }) };
  return {
    nightly: nightlyEndpoint(context, ports),
    'check-unit': checkUnitEndpoint(context, ports),
    'collect-submissions': collectSubmissionsEndpoint(context, ports),
    'submit-report': submitReportEndpoint(publicContext, identities, ports),
    'close-period': closePeriodEndpoint(context, ports),
    'reopen-report': reopenReportEndpoint(context, ports),
    'extend-report': extendReportEndpoint(context, ports),
    'correct-report': correctReportEndpoint(context, ports),
    remind: remindEndpoint(context, ports),
    'publish-summary': publishSummaryEndpoint(context, check),
    'send-mail': sendMailEndpoint(context, { store, log, clock, mailer: mailerOf(config) }),
  };
}

/** Registers every cloud function with the functions framework. */
export function register(config: Config, parts: Parts): readonly string[] {
  const handlers = makeHandlers(config, parts);
  for (const [name, handler] of Object.entries(handlers)) http(name, handler);
  return Object.keys(handlers);
}
