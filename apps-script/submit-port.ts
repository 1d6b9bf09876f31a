/** The way to `submit-report`: the person's own ID token and a request that is the same until it is answered. No secret. */
import type { Google } from './google.ts';

/** Rows of a tab, as they were counted. */
interface Rows {
  readonly accepted: number;
}

export interface Received {
  readonly receipt: string;
  /** ISO 8601 instant. */
  readonly receivedAt: string;
  readonly counts: { readonly teams: Rows; readonly members: Rows; readonly activities: Rows };
}

export type SubmitAnswer =
  | ({ readonly is: 'received' } & Received)
  /** What is left to do, line by line. */
  | { readonly is: 'blocked'; readonly left: readonly string[] }
  /** The month takes no report now: why, in a sentence. */
  | { readonly is: 'refused'; readonly sentence: string }
  /** The tick remains. */
  | { readonly is: 'no-way'; readonly why: 'no-address' | 'no-token' | 'not-known' | 'not-listed' | 'no-answer' };

export interface SubmitPort {
  /** Does the work while nobody else does it in this workbook; null when somebody does. */
  alone<T>(work: () => T): T | null;
  submit(unit: string, period: string): SubmitAnswer;
  /** The account that the script runs as; «này» where Google does not say. */
  account(): string;
}

/** A second press comes within a second; whoever sends at the same time may try again. */
const LOCK_MS = 1_000;

/** `address` is null in a script that was built without one. */
export function openSubmitPort(google: Google, address: string | null): SubmitPort {
  return {
    alone(work) {
      const lock = google.locks.getDocumentLock();
      if (!lock.tryLock(LOCK_MS)) return null;
      try {
        return work();
      } finally {
        lock.releaseLock();
      }
    },
    submit: (unit, period) => (address === null ? noWay('no-address') : call(google, address, unit, period)),
    account: () => granted(() => google.person.getActiveUser().getEmail()) || 'này',
  };
}

type NoWay = Extract<SubmitAnswer, { is: 'no-way' }>;
const noWay = (why: NoWay['why']): NoWay => ({ is: 'no-way', why });

function call(google: Google, address: string, unit: string, period: string): SubmitAnswer {
  const token = granted(() => google.script.getIdentityToken());
  if (!token) return noWay('no-token');
  const kept = google.properties.getUserProperties();
  const key = `submit ${unit} ${period}`;
  const requestId = kept.getProperty(key) ?? google.utilities.getUuid();
  kept.setProperty(key, requestId);
  const answer = ask(google, address, token, JSON.stringify({ unit, period, requestId }));
  // Without an answer nobody knows what became of the request: the next press is the same one.
  if (answer.is !== 'no-way' || answer.why !== 'no-answer') kept.deleteProperty(key);
  return answer;
}

/** Null for what the person did not grant: Google gives nothing, or throws. */
function granted<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch {
    return null;
  }
}

function ask({ web }: Google, address: string, token: string, payload: string): SubmitAnswer {
  try {
    const response = web.fetch(address, {
      method: 'post',
      contentType: 'application/json',
      headers: { Authorization: `Bearer ${token}` },
      payload,
      muteHttpExceptions: true,
    });
    return read(response.getResponseCode(), response.getContentText());
  } catch {
    return noWay('no-answer');
  }
}

/** Throws for an answer of another form: a page of whoever stands in between. */
function read(status: number, text: string): SubmitAnswer {
  if (status === 401) return noWay('not-known');
  if (status === 403) return noWay('not-listed');
  if (status !== 200 && status !== 409 && status !== 422) return noWay('no-answer');
  const { error, ...received } = JSON.parse(text);
  if (status === 200) return { is: 'received', ...(received as Received) };
  return status === 409
    ? { is: 'refused', sentence: String(error.message) }
    : { is: 'blocked', left: (error.problems as unknown[]).map(String) };
}
