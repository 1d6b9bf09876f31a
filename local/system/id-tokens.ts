/** ID tokens as Google gives them to scripts, signed with a key of this machine; the functions check them as they check Google's. */
import { createSign, generateKeyPairSync } from 'node:crypto';

export interface IdTokens {
  /** Public keys by their id, in PEM, as Google publishes its own. */
  certificates(): Readonly<Record<string, string>>;
  /** For the script's OAuth client, an hour long. Without an address where the script may not know it. */
  tokenFor(person: { readonly sub: string; readonly email?: string }): string;
}

/** The audience of the script's tokens. At Google every script project has a client of its own. */
export const SCRIPT_CLIENT_ID = 'to-cong-nghe-so-local.apps.googleusercontent.com';

const KEY_ID = 'local';
const LIFE_SECONDS = 3600;

/**
 * Whether a token says that it was made for the script: who shows one is whoever it says, once it is checked, and nobody's
 * operator. Any other caller is the operator here, whatever is shown.
 */
export function isScriptToken(authorization: string | undefined): boolean {
  const payload = /^Bearer [\w-]+\.([\w-]+)\.[\w-]*$/.exec(authorization ?? '')?.[1];
  if (payload === undefined) return false;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return (claims as { readonly aud?: unknown } | null)?.aud === SCRIPT_CLIENT_ID;
  } catch {
    return false;
  }
}

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');

/** The key is made with the first token or check, and anew with each start: no token outlives the process. */
export function openIdTokens(): IdTokens {
  let made: ReturnType<typeof newKeys> | undefined;
  const keys = () => {
    made ??= newKeys();
    return made;
  };
  return {
    certificates: () => ({ [KEY_ID]: keys().publicKey }),
    tokenFor({ sub, email }) {
      // The machine's clock, as in the functions' check: the local system's own may stand in another year.
      const now = Math.floor(Date.now() / 1000);
      const times = { iat: now, exp: now + LIFE_SECONDS };
      const person = { sub, ...(email !== undefined && { email, email_verified: true }) };
      const claims = { iss: 'https://accounts.google.com', azp: SCRIPT_CLIENT_ID, aud: SCRIPT_CLIENT_ID };
      const signed = `${encode({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })}.${encode({ ...claims, ...person, ...times })}`;
      return `${signed}.${createSign('RSA-SHA256').update(signed).sign(keys().privateKey).toString('base64url')}`;
    },
  };
}

const newKeys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
