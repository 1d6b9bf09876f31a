/** The real Google clients, made when first needed: loading them costs more than the start of a function may. */
import type { drive_v3 } from 'googleapis/build/src/apis/drive/index.js';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { Log } from '../ports.ts';
import { type Backoff, GOOGLE_BACKOFF, withBackoff } from './backoff.ts';
import { adviseOnce, adviseRepeatable, describeFailure, toGoogleError } from './google-error.ts';
import { type Pace, type PacedCall, UNPACED } from './pace.ts';

/** What a function may do: read and write the workbooks shared with it, and ask Drive which of them changed. */
const FUNCTION_SCOPES = [
  'https://www.googleapis.com/auth/spreadsheets',
  'https://www.googleapis.com/auth/drive.metadata.readonly',
];

/** A request that takes longer is given up; Google's own limit is 180 s. */
const ATTEMPT_TIMEOUT_MS = 90_000;

/** `ambient`: application default credentials. A token is a person's own, for operator commands. */
export type GoogleIdentity = 'ambient' | { readonly accessToken: string } | 'anonymous';

export interface GoogleOptions {
  /** Another server that speaks Google's protocol; Google itself when left out. */
  readonly rootUrl?: string | undefined;
  readonly auth: GoogleIdentity;
  /** Left out, Google's library looks for it: it runs `gcloud`, then asks the metadata server. */
  readonly projectId?: string | undefined;
  readonly log?: Log;
  readonly backoff?: Partial<Backoff>;
  /** One for all calls of an identity; none when left out. */
  readonly pace?: Pace;
}

/** What one attempt passes to the client's method. */
export interface AttemptOptions {
  readonly signal: AbortSignal;
}

export interface CallOptions {
  /** May be sent again after a failure that does not say whether it was applied. */
  readonly repeatable: boolean;
  /** Which quota of Sheets it counts for; left out for Drive, whose quota is far off. */
  readonly kind?: PacedCall;
  /** Called before every attempt, the first included. */
  readonly onAttempt?: () => void;
}

export interface Google {
  sheets(): Promise<sheets_v4.Sheets>;
  drive(): Promise<drive_v3.Drive>;
  /** Sends a request, again where that is safe and may help; throws our errors only. */
  call<T>(request: (attempt: AttemptOptions) => Promise<{ data: T }>, options: CallOptions): Promise<T>;
}

export function openGoogle(options: GoogleOptions): Google {
  let sheets: Promise<sheets_v4.Sheets> | undefined;
  let drive: Promise<drive_v3.Drive> | undefined;
  return {
    sheets: () => (sheets ??= openSheets(options)),
    drive: () => (drive ??= openDrive(options)),
    call: (request, call) => callGoogle(request, call, options),
  };
}

/** The client's own retries are off: it never retries a POST, and elsewhere the attempts would multiply. */
const clientOptions = ({ rootUrl }: GoogleOptions) => ({
  ...(rootUrl === undefined ? {} : { rootUrl }),
  retry: false,
  // Node's own fetch, or the client loads node-fetch beside it.
  fetchImplementation: fetch,
});

async function openSheets(options: GoogleOptions): Promise<sheets_v4.Sheets> {
  const { auth, sheets } = await import('googleapis/build/src/apis/sheets/index.js');
  return sheets({ version: 'v4', ...clientOptions(options), ...credentials(auth, options) });
}

async function openDrive(options: GoogleOptions): Promise<drive_v3.Drive> {
  const { auth, drive } = await import('googleapis/build/src/apis/drive/index.js');
  return drive({ version: 'v3', ...clientOptions(options), ...credentials(auth, options) });
}

type Auth = typeof import('googleapis/build/src/apis/sheets/index.js').auth;

/** Made from the API module's own `auth`: another copy of google-auth-library does not fit its types. */
function credentials(auth: Auth, { auth: identity, projectId }: GoogleOptions) {
  if (identity === 'anonymous') return {};
  if (identity === 'ambient') {
    return { auth: new auth.GoogleAuth({ scopes: FUNCTION_SCOPES, ...(projectId && { projectId }) }) };
  }
  const client = new auth.OAuth2();
  client.setCredentials({ access_token: identity.accessToken });
  return { auth: client };
}

async function callGoogle<T>(
  request: (attempt: AttemptOptions) => Promise<{ data: T }>,
  { repeatable, kind, onAttempt }: CallOptions,
  { backoff, log, pace = UNPACED }: GoogleOptions,
): Promise<T> {
  const attempt = async (remainingMs: number) => {
    if (kind !== undefined) await pace.take(kind);
    onAttempt?.();
    const signal = AbortSignal.timeout(Math.max(1, Math.min(ATTEMPT_TIMEOUT_MS, remainingMs)));
    return (await request({ signal })).data;
  };
  try {
    const advise = repeatable ? adviseRepeatable : adviseOnce;
    return await withBackoff(attempt, advise, { ...GOOGLE_BACKOFF, ...backoff }, ({ attempt, waitMs, error }) => {
      log?.('WARNING', 'Google request failed, trying again', {
        attempt,
        waitMs,
        status: describeFailure(error).status,
      });
    });
  } catch (error) {
    throw toGoogleError(error);
  }
}
