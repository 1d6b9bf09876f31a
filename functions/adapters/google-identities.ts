/** Google's ID tokens: whether one is genuine, fresh, meant for us, and whose it is. */
import { AppError } from '../errors.ts';
import type { Identities } from '../ports.ts';
import { toGoogleError } from './google-error.ts';

/** https://developers.google.com/identity/gsi/web/guides/verify-google-id-token */
const ISSUERS = ['https://accounts.google.com', 'accounts.google.com'];

/** Google's tokens last an hour. The script asks for one with each call, so an older one was kept by somebody. */
const MAX_AGE_SECONDS = 600;

/** Public keys by their id, in PEM. */
export type Certificates = Readonly<Record<string, string>>;

async function newClient() {
  const { auth } = await import('googleapis/build/src/apis/sheets/index.js');
  return new auth.OAuth2();
}

type Client = Awaited<ReturnType<typeof newClient>>;
type Claims = Awaited<ReturnType<typeof claimsOf>>;

/** The client keeps them for as long as Google says that they hold. */
async function googleCertificates(client: Client): Promise<Certificates> {
  try {
    return (await client.getFederatedSignonCertsAsync()).certs as Certificates;
  } catch (cause) {
    throw new AppError('unavailable', 'Google’s keys for ID tokens could not be read.', {
      cause: toGoogleError(cause),
    });
  }
}

/** Without an audience no token is taken: one made for another program would do. `certificates` default to Google's own. */
export function googleIdentities(
  audiences: readonly string[],
  certificates: (client: Client) => Promise<Certificates> = googleCertificates,
): Identities {
  let opened: Promise<Client> | undefined;
  return {
    async verified(idToken) {
      if (audiences.length === 0) return null;
      opened ??= newClient();
      const client = await opened;
      const keys = await certificates(client);
      const claims = await claimsOf(client, idToken, keys, audiences);
      return claims?.email && claims.email_verified === true && isFresh(claims) ? claims.email.toLowerCase() : null;
    },
  };
}

/** Null for a token that is forged, worn out, made for others, or none at all. */
async function claimsOf(client: Client, idToken: string, keys: Certificates, audiences: readonly string[]) {
  try {
    const ticket = await client.verifySignedJwtWithCertsAsync(idToken, keys, [...audiences], ISSUERS);
    // The library takes a good signature whatever its header calls it; Google calls it RS256. Its types say string.
    const envelope: unknown = ticket.getEnvelope();
    return (envelope as { readonly alg?: unknown } | undefined)?.alg === 'RS256' ? ticket.getPayload() : undefined;
  } catch {
    return undefined;
  }
}

/** By the machine's clock, as the library measures the token's life; a local system's own time is another. */
const isFresh = ({ iat }: NonNullable<Claims>): boolean => Date.now() / 1000 - iat <= MAX_AGE_SECONDS;
