import assert from 'node:assert/strict';
import { createHmac, createSign, generateKeyPairSync } from 'node:crypto';
import { googleIdentities } from '../../functions/adapters/google-identities.ts';

const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
const theirs = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = ours.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const KEYS = { k1: PEM };
const AUDIENCE = '123.apps.googleusercontent.com';
const MINUTE = 60;
const NOW = Math.floor(Date.now() / 1000);

const HEADER = { alg: 'RS256', kid: 'k1', typ: 'JWT' };
const CLAIMS = {
  iss: 'https://accounts.google.com',
  aud: AUDIENCE,
  sub: '1',
  email: 'Can-Bo@huyen.vn',
  email_verified: true,
  iat: NOW - 10,
  exp: NOW + 50 * MINUTE,
};
type Changes = Readonly<Record<string, unknown>>;

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const signedPart = (claims: Changes, header: Changes): string =>
  `${encode({ ...HEADER, ...header })}.${encode({ ...CLAIMS, ...claims })}`;

function tokenOf(claims: Changes = {}, { header = {} as Changes, key = ours.privateKey } = {}): string {
  const signed = signedPart(claims, header);
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key).toString('base64url')}`;
}

/** Signed with the public key as if it were a shared secret: the oldest trick against checks of such tokens. */
function hmacToken(): string {
  const signed = signedPart({}, { alg: 'HS256' });
  return `${signed}.${createHmac('sha256', PEM).update(signed).digest('base64url')}`;
}

/** A token of ours whose claims were exchanged under the signature. */
function tamperedToken(): string {
  const [header, , signature] = tokenOf().split('.');
  return [header, encode({ ...CLAIMS, email: 'giam-doc@so.vn' }), signature].join('.');
}

const verified = (token: string, audiences: readonly string[] = [AUDIENCE]) =>
  googleIdentities(audiences, async () => KEYS).verified(token);

describe('a staff member’s ID token, failing closed', () => {
  const taken: readonly [string, string][] = [
    ['just made', tokenOf()],
    ['made nine minutes ago', tokenOf({ iat: NOW - 9 * MINUTE })],
    ['of the issuer’s other spelling', tokenOf({ iss: 'accounts.google.com' })],
    ['for another of our scripts', tokenOf({ aud: '456.apps.googleusercontent.com' })],
  ];
  for (const [name, token] of taken) {
    it(`gives the address in lower case of one ${name}`, async () =>
      assert.equal(await verified(token, [AUDIENCE, '456.apps.googleusercontent.com']), 'can-bo@huyen.vn'));
  }

  const refused: readonly [string, string][] = [
    ['worn out', tokenOf({ iat: NOW - 9 * MINUTE, exp: NOW - 6 * MINUTE })],
    ['worn out long ago', tokenOf({ iat: NOW - 150 * MINUTE, exp: NOW - 90 * MINUTE })],
    ['that is not yet valid', tokenOf({ iat: NOW + 6 * MINUTE, exp: NOW + 60 * MINUTE })],
    ['made eleven minutes ago', tokenOf({ iat: NOW - 11 * MINUTE })],
    ['that does not say when it was made', tokenOf({ iat: undefined })],
    ['without an end', tokenOf({ exp: undefined })],
    ['that would last for days', tokenOf({ exp: NOW + 3 * 24 * 60 * MINUTE })],
    ['made for another program', tokenOf({ aud: 'somebody-else' })],
    ['made for nobody', tokenOf({ aud: undefined })],
    ['of another issuer', tokenOf({ iss: 'https://evil.example' })],
    ['without an issuer', tokenOf({ iss: undefined })],
    ['signed by another key', tokenOf({}, { key: theirs.privateKey })],
    ['signed by a key that nobody knows', tokenOf({}, { header: { kid: 'k2' } })],
    ['that names no key', tokenOf({}, { header: { kid: undefined } })],
    ['with an algorithm «none» and no signature', `${signedPart({}, { alg: 'none' })}.`],
    ['with an algorithm «none» and a signature', tokenOf({}, { header: { alg: 'none' } })],
    ['signed with our public key as a secret (HS256)', hmacToken()],
    ['whose claims were exchanged', tamperedToken()],
    ['with its signature taken off', tokenOf().replace(/[^.]+$/, 'SIGNATURE_REMOVED_BY_GOOGLE')],
    ['whose address is not verified', tokenOf({ email_verified: false })],
    ['whose verification is a text', tokenOf({ email_verified: 'true' })],
    ['that says nothing of a verification', tokenOf({ email_verified: undefined })],
    ['without an address', tokenOf({ email: undefined })],
    ['with an empty address', tokenOf({ email: '' })],
    ['that is none', 'abc'],
    ['that is empty', ''],
    ['of three empty parts', '..'],
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
