import assert from 'node:assert/strict';
import { createSign, generateKeyPairSync } from 'node:crypto';
import { googleIdentities } from '../../functions/adapters/google-identities.ts';

const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
const theirs = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KEYS = { k1: ours.publicKey.export({ type: 'spki', format: 'pem' }).toString() };
const AUDIENCE = '123.apps.googleusercontent.com';
const SECONDS = Math.floor(Date.now() / 1000);

const CLAIMS = {
  iss: 'https://accounts.google.com',
  aud: AUDIENCE,
  sub: '1',
  email: 'Can-Bo@huyen.vn',
  email_verified: true,
  iat: SECONDS - 10,
  exp: SECONDS + 3_000,
};

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function tokenOf(changes: Record<string, unknown> = {}, key = ours.privateKey): string {
  const signed = `${encode({ alg: 'RS256', kid: 'k1', typ: 'JWT' })}.${encode({ ...CLAIMS, ...changes })}`;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key).toString('base64url')}`;
}

const verified = (token: string, audiences: readonly string[] = [AUDIENCE]) =>
  googleIdentities(audiences, async () => KEYS).verified(token);

describe('a staff member’s ID token, failing closed', () => {
  it('gives the verified address in lower case', async () => {
    assert.equal(await verified(tokenOf()), 'can-bo@huyen.vn');
  });

  const refused: readonly [string, string][] = [
    ['made for another program', tokenOf({ aud: 'somebody-else' })],
    ['of another issuer', tokenOf({ iss: 'https://evil.example' })],
    ['worn out', tokenOf({ iat: SECONDS - 9_000, exp: SECONDS - 4_000 })],
    ['signed by another key', tokenOf({}, theirs.privateKey)],
    ['with its signature taken off', tokenOf().replace(/[^.]+$/, 'SIGNATURE_REMOVED_BY_GOOGLE')],
    ['whose address is not verified', tokenOf({ email_verified: false })],
    ['whose verification is a text', tokenOf({ email_verified: 'true' })],
    ['without an address', tokenOf({ email: undefined })],
    ['that is none', 'abc'],
  ];
  for (const [name, token] of refused) {
    it(`refuses one ${name}`, async () => assert.equal(await verified(token), null));
  }

  it('takes none when no audience is set', async () => assert.equal(await verified(tokenOf(), []), null));

  it('fails rather than refuses when the keys cannot be read', async () => {
    const failing = googleIdentities([AUDIENCE], async () => {
      throw new Error('no network');
    });
    await assert.rejects(failing.verified(tokenOf()));
  });
});
