/** What a deployment says about itself, read once from its environment; every mistake is listed before anything starts. */
import * as z from 'zod/mini';
import { AppError } from './errors.ts';

/** For one identity. https://developers.google.com/workspace/sheets/api/limits */
const GOOGLE_CALLS_PER_MINUTE = 60;

const Environment = z.object({
  /** Another server that speaks Google's protocols; Google itself when left out. */
  GOOGLE_ROOT_URL: z.optional(z.string().check(z.regex(/^https?:\/\/\S+$/))),
  GOOGLE_CLOUD_PROJECT: z.optional(z.string().check(z.minLength(1))),
  /** The mail server, `smtps://user:password@host`, from Secret Manager; without it no mail is sent. */
  SMTP_URL: z.optional(z.string().check(z.regex(/^smtps?:\/\/\S+$/))),
  /** The address that mails come from. */
  MAIL_FROM: z.optional(z.string().check(z.regex(/^\S+@\S+$/))),
  /** Accounts of the operators, split by commas: who may say `asOf`, reopen, correct. Nobody, when left out. */
  OPERATORS: z.optional(z.string()),
  /** Client ids that staff's ID tokens may be made for, split by commas. No token is taken, when left out. */
  AUDIENCES: z.optional(z.string()),
  /** The quota of Sheets calls, where Google has granted another than the usual; `unlimited` on a server without one. */
  SHEETS_CALLS_PER_MINUTE: z.optional(z.string().check(z.regex(/^([1-9]\d{0,5}|unlimited)$/))),
  /** The commit that was deployed: what a frozen month is said to have been frozen by. */
  CODE_VERSION: z.optional(z.string().check(z.regex(/^[\w.+-]{1,64}$/))),
});

export interface Config {
  readonly googleRootUrl: string | undefined;
  readonly projectId: string | undefined;
  readonly operators: ReadonlySet<string>;
  readonly audiences: readonly string[];
  readonly codeVersion: string;
  /** Reads, and as many writes. Infinity on a server without a quota. */
  readonly sheetsCallsPerMinute: number;
  readonly smtp: { readonly url: string; readonly from: string } | undefined;
}

/** The version in package.json; a test holds the two together. */
export const PACKAGE_VERSION = '0.1.0';

const listOf = (list: string | undefined): readonly string[] =>
  (list ?? '').split(',').flatMap((entry) => entry.trim() || []);

const addresses = (list: string | undefined): ReadonlySet<string> =>
  new Set(listOf(list).map((address) => address.toLowerCase()));

/** Throws an `AppError` that names every variable that cannot be used. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = Environment.safeParse(environment);
  if (!parsed.success) {
    const mistakes = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    throw new AppError('internal', `The environment cannot be used: ${mistakes}`);
  }
  const { GOOGLE_ROOT_URL, GOOGLE_CLOUD_PROJECT, OPERATORS, AUDIENCES, CODE_VERSION, SMTP_URL, MAIL_FROM } =
    parsed.data;
  const { SHEETS_CALLS_PER_MINUTE = GOOGLE_CALLS_PER_MINUTE } = parsed.data;
  if (SMTP_URL !== undefined && MAIL_FROM === undefined) {
    throw new AppError(
      'internal',
      'The environment cannot be used: SMTP_URL needs MAIL_FROM, the address that mails come from',
    );
  }
  return Object.freeze({
    googleRootUrl: GOOGLE_ROOT_URL,
    projectId: GOOGLE_CLOUD_PROJECT,
    operators: addresses(OPERATORS),
    audiences: listOf(AUDIENCES),
    codeVersion: CODE_VERSION ?? PACKAGE_VERSION,
    sheetsCallsPerMinute: SHEETS_CALLS_PER_MINUTE === 'unlimited' ? Infinity : Number(SHEETS_CALLS_PER_MINUTE),
    smtp: SMTP_URL !== undefined && MAIL_FROM !== undefined ? { url: SMTP_URL, from: MAIL_FROM } : undefined,
  });
}
