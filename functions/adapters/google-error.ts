/** Google's errors become ours here and nowhere else. */
import { AppError, type ErrorCode } from '../errors.ts';
import type { RetryAdvice } from './backoff.ts';

/** Failures of the connection, as Node and undici name them. */
const CONNECTION_CODES = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
  'EAI_AGAIN',
  'ENETUNREACH',
  'UND_ERR_SOCKET',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'TimeoutError',
]);
const PASSING_STATUS = new Set([500, 502, 503, 504]);
/** Drive answers 403 where Sheets answers 429. https://developers.google.com/workspace/drive/api/guides/handle-errors */
const DRIVE_QUOTA_REASONS = new Set(['rateLimitExceeded', 'userRateLimitExceeded']);
const MAX_MESSAGE = 300;
const MAX_CAUSES = 5;

/** What a thrown thing says about a failed request. */
export interface GoogleFailure {
  /** Null when no answer came. */
  readonly status: number | null;
  readonly isConnection: boolean;
  readonly isQuota: boolean;
  /** Google's words without what it quotes: a quoted value may be the content of a cell. */
  readonly message: string;
  readonly retryAfterMs: number;
}

interface Thrown {
  readonly message?: unknown;
  readonly code?: unknown;
  readonly name?: unknown;
  readonly status?: unknown;
  readonly cause?: unknown;
  readonly response?: { readonly status?: unknown; readonly headers?: unknown; readonly data?: unknown };
}

const asThrown = (error: unknown): Thrown => (typeof error === 'object' && error !== null ? error : {});

function causes(error: unknown): Thrown[] {
  const chain: Thrown[] = [];
  for (let next = error; chain.length < MAX_CAUSES && typeof next === 'object' && next !== null; ) {
    const thrown: Thrown = next;
    chain.push(thrown);
    next = thrown.cause;
  }
  return chain;
}

const isConnectionFailure = ({ code, name }: Thrown): boolean =>
  (typeof code === 'string' && CONNECTION_CODES.has(code)) || name === 'TimeoutError';

function statusOf({ status, response }: Thrown): number | null {
  const found = response?.status ?? status;
  return typeof found === 'number' ? found : null;
}

interface GoogleBody {
  readonly error?: { readonly message?: unknown; readonly errors?: readonly { readonly reason?: unknown }[] };
}

const bodyOf = ({ response }: Thrown): GoogleBody =>
  typeof response?.data === 'object' && response.data !== null ? response.data : {};

function withoutQuotes(message: string): string {
  return message.replace(/"[^"]*"/g, '"…"').slice(0, MAX_MESSAGE);
}

/** Seconds, or an HTTP date. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
function retryAfter({ response }: Thrown, now: number): number {
  const value = response?.headers instanceof Headers ? response.headers.get('retry-after') : null;
  if (value === null) return 0;
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

export function describeFailure(error: unknown, now: number = Date.now()): GoogleFailure {
  const thrown = asThrown(error);
  const status = statusOf(thrown);
  const body = bodyOf(thrown);
  const reasons = body.error?.errors?.map(({ reason }) => String(reason)) ?? [];
  return {
    status,
    isConnection: status === null && causes(error).some(isConnectionFailure),
    isQuota: status === 429 || (status === 403 && reasons.some((reason) => DRIVE_QUOTA_REASONS.has(reason))),
    message: withoutQuotes(String(body.error?.message ?? thrown.message ?? error)),
    retryAfterMs: retryAfter(thrown, now),
  };
}

/** For requests that may be sent twice: whatever may have passed the next time. */
export function adviseRepeatable(error: unknown): RetryAdvice {
  const failure = describeFailure(error);
  const passing = failure.isConnection || PASSING_STATUS.has(failure.status ?? 0);
  return passing ? { waitAtLeastMs: failure.retryAfterMs } : adviseOnce(error);
}

/** For requests that must not be sent twice: only what Google refused before it did anything. A quota refills in a minute. */
export function adviseOnce(error: unknown): RetryAdvice {
  const failure = describeFailure(error);
  return failure.isQuota ? { waitAtLeastMs: failure.retryAfterMs, passesInTime: true } : null;
}

function codeOf({ status, isConnection, isQuota }: GoogleFailure): ErrorCode {
  if (isConnection || isQuota || (status !== null && status >= 500)) return 'unavailable';
  if (status === 404) return 'not-found';
  if (status === 403) return 'forbidden';
  return 'internal';
}

/**
 * The error for our callers. Its cause is rebuilt: Google's own holds the request, with the content of cells and the
 * caller's token, which must reach no log.
 */
export function toGoogleError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const failure = describeFailure(error);
  const status = failure.status === null ? 'no answer' : String(failure.status);
  const cause = new Error(failure.message);
  cause.name = 'GoogleFailure';
  return new AppError(codeOf(failure), `Google: ${failure.message} (${status})`, { cause });
}
