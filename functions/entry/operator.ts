/** Who is calling a private function, by the identity that Cloud Run has already verified. */
import type { Request } from '@google-cloud/functions-framework';

/**
 * The verified address in an OIDC token, or null. Cloud Run checks the token before the request reaches us and hands it
 * on with its signature taken off, so it is only read here; a function open to the public must verify it itself.
 * https://docs.cloud.google.com/run/docs/authenticating/service-to-service
 */
export function addressInToken(authorization: string | undefined): string | null {
  const payload = /^Bearer [^.]+\.([^.]+)\./.exec(authorization ?? '')?.[1];
  if (payload === undefined) return null;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    const { email, email_verified: verified } = claims as { email?: unknown; email_verified?: unknown };
    return typeof email === 'string' && verified === true ? email.toLowerCase() : null;
  } catch {
    return null;
  }
}

/** Nobody is an operator unless listed. */
export function operatorCheck(operators: ReadonlySet<string>): (request: Request) => boolean {
  return (request) => {
    const address = addressInToken(request.headers.authorization);
    return address !== null && operators.has(address);
  };
}
