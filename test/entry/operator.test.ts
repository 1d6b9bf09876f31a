import assert from 'node:assert/strict';
import { addressInToken } from '../../functions/entry/operator.ts';

const token = (claims: unknown): string =>
  `Bearer e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.SIGNATURE_REMOVED_BY_GOOGLE`;

describe('who is calling, failing closed', () => {
  const cases: [string, string | undefined, string | null][] = [
    ['a verified address, lower case', token({ email: 'Operator@So.vn', email_verified: true }), 'operator@so.vn'],
    ['an address that is not verified', token({ email: 'operator@so.vn', email_verified: false }), null],
    ['verified is a text', token({ email: 'operator@so.vn', email_verified: 'true' }), null],
    ['no address', token({ email_verified: true }), null],
    ['claims that are null', token(null), null],
    ['no token', undefined, null],
    ['another scheme', 'Basic abc', null],
    ['a token of one part', 'Bearer abc', null],
    ['claims that are not JSON', 'Bearer a.b.c', null],
  ];
  for (const [name, header, expected] of cases) it(name, () => assert.equal(addressInToken(header), expected));
});
