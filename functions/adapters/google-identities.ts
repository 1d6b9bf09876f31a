/** Google's ID tokens: whether one is genuine, meant for us, and whose it is. */
import { AppError } from '../errors.ts';
import type { Identities } from '../ports.ts';
import { toGoogleError } from './google-error.ts';

/** https://developers.google.com/identity/gsi/web/guides/verify-google-id-token */
const ISSUERS = ['https://accounts.google.com', 'accounts.google.com'];

/** Public keys by their id, in PEM. */
export type Certificates = Readonly<Record<string, string>>;

async function newClient() {
  const { auth } = await import('googleapis/build/src/apis/sheets/index.js');
  return new auth.OAuth2();
}

type Client = Awaited<ReturnType<typeof newClient>>;

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
  return {
    async verified(idToken) {
      if (audiences.length === 0) return null;
      const client = await newClient();
      const keys = await certificates(client);
      const claims = await claimsOf(client, idToken, keys, audiences);
      return claims?.email && claims.email_verified === true ? claims.email.toLowerCase() : null;
    },
  };
}

/** Null for a token that is forged, worn out, made for others, or none at all. */
async function claimsOf(client: Client, idToken: string, keys: Certificates, audiences: readonly string[]) {
  try {
    const ticket = await client.verifySignedJwtWithCertsAsync(idToken, keys, [...audiences], ISSUERS);
    return ticket.getPayload();
  } catch {
    return undefined;
  }
}
