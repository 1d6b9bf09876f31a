/** What a failure of SMTP means for the mail. Told by code and reply, never by message, which holds addresses. */
import type { Delivery } from '../ports.ts';

/** The parts of nodemailer's errors that we go by. https://nodemailer.com/errors */
interface SmtpFailure {
  readonly code?: unknown;
  /** The three figures of the server's reply. */
  readonly responseCode?: unknown;
  /** The SMTP command that failed, `RCPT TO`. */
  readonly command?: unknown;
  /** Of the socket below: `ECONNREFUSED`. */
  readonly syscall?: unknown;
  readonly errno?: unknown;
}

/** What it means, or `ask` when that depends on whether the server still answers. */
export type Verdict = 'refused' | 'delayed' | 'down' | 'ask';

/** The mail itself was turned down, by the server or before it got there. */
const OF_THE_MAIL: ReadonlySet<unknown> = new Set(['EENVELOPE', 'EMESSAGE']);
/** Wrong or missing credentials, RFC 4954: as true of every other mail. */
const CREDENTIALS: ReadonlySet<unknown> = new Set([530, 534, 535, 538]);
/** The server is closing the connection, RFC 5321 §3.8. */
const CLOSING = 421;

export function judgeFailure(cause: unknown): Verdict {
  const { code, responseCode } = failureOf(cause);
  if (code === 'EAUTH' || CREDENTIALS.has(responseCode)) return 'down';
  if (!OF_THE_MAIL.has(code) || responseCode === CLOSING) return 'ask';
  if (typeof responseCode !== 'number') return 'refused';
  return responseCode >= 500 ? 'refused' : 'delayed';
}

/** `EENVELOPE 550 RCPT TO`: codes only. */
export function describeFailure(cause: unknown): string {
  const { code, responseCode, command } = failureOf(cause);
  const parts = [code, responseCode, command].filter((part) => typeof part === 'string' || typeof part === 'number');
  return parts.length === 0 ? 'SMTP' : parts.join(' ');
}

export const failed = (outcome: Delivery['outcome'], cause: unknown): Delivery => ({
  outcome,
  error: describeFailure(cause),
});

const failureOf = (cause: unknown): SmtpFailure => (typeof cause === 'object' && cause !== null ? cause : {});
