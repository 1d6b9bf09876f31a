/** Where reports go by call: a file of its own beside `main.js`, so that one bundle serves every deployment. */

/**
 * What the call needs beyond the sheet itself: the person's ID token, the address in it, and the way out. A script without
 * an address asks for none of them. https://developers.google.com/apps-script/reference/script/script-app#getidentitytoken
 */
const SUBMIT_SCOPES = [
  'openid',
  'https://www.googleapis.com/auth/userinfo.email',
  'https://www.googleapis.com/auth/script.external_request',
];

interface Manifest {
  readonly oauthScopes: readonly string[];
}

/**
 * The script of a deployment whose `submit-report` stands at `address`. Google lets it fetch that address and no other: a
 * token shown to somebody else could be used by him. Throws for an address that is not HTTPS, other than this machine's.
 */
export function withSubmitAddress(files: ReadonlyMap<string, string>, address: string): ReadonlyMap<string, string> {
  const { protocol, hostname, href } = new URL(address);
  if (protocol !== 'https:' && hostname !== '127.0.0.1') {
    throw new Error(`${address} is not HTTPS: whoever reads on the way could use the token.`);
  }
  const manifest = JSON.parse(files.get('appsscript.json') ?? '{}') as Manifest;
  const oauthScopes = [...manifest.oauthScopes, ...SUBMIT_SCOPES];
  return new Map([
    ...files,
    ['appsscript.json', `${JSON.stringify({ ...manifest, oauthScopes, urlFetchWhitelist: [href] }, null, 2)}\n`],
    ['address.js', `var SUBMIT_ADDRESS = ${JSON.stringify(href)};\n`],
  ]);
}
