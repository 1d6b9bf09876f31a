import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { servePage } from '../../../local/page/serve-page.ts';

const CSP =
  "default-src 'self'; img-src 'self' data:; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

describe('servePage', () => {
  let server: Server;
  let origin: string;

  before(async () => {
    server = createServer(async (request, response) => {
      const served = await servePage(new URL(request.url ?? '', 'http://127.0.0.1').pathname, response);
      if (!served) response.writeHead(404).end('left to the caller');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.close());

  const found: readonly [path: string, type: string, begins: string][] = [
    ['/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/page/index.html', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/page/page.css', 'text/css; charset=utf-8', '/* The frame'],
    ['/page/main.js', 'text/javascript; charset=utf-8', '/** Joins the page'],
    ['/page/icon.svg', 'image/svg+xml', '<svg'],
  ];
  for (const [path, type, begins] of found) {
    it(`answers ${path} as ${type}, under a policy that loads nothing from outside`, async () => {
      const response = await fetch(origin + path);
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('content-type'), type);
      assert.equal(response.headers.get('content-security-policy'), CSP);
      assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
      assert.ok((await response.text()).startsWith(begins));
    });
  }

  const leftAlone: readonly [pathname: string, why: string][] = [
    ['/page/', 'a folder'],
    ['/page/no-such-file.js', 'a file that does not exist'],
    ['/page/main.js/more.js', 'a path below a file'],
    ['/page/main', 'a name without a type'],
    ['/page/main.ts', 'a type that the page does not have'],
    ['/pages/main.js', 'another path'],
    ['/local.json', 'a route of the local system'],
    ['/page/../serve-page.ts', 'a way up'],
    ['/page/../public/main.js', 'a way up and down again'],
    ['/page/%2e%2e/public/main.js', 'an encoded way up'],
    ['/page/..%2fpublic%2fmain.js', 'an encoded slash'],
    ['/page//etc/passwd', 'an absolute path'],
    ['/page/file:///etc/hosts.html', 'an address'],
    ['/page/\\..\\public\\main.js', 'backslashes'],
    ['/page/main.js\0.html', 'a zero byte'],
    ['/page/.hidden.js', 'a hidden file'],
  ];
  for (const [pathname, why] of leftAlone) {
    it(`leaves ${JSON.stringify(pathname)} to the caller: ${why}`, async () => {
      const untouched = new Proxy({}, { get: (_, name) => assert.fail(`response.${String(name)} was used`) });
      assert.equal(await servePage(pathname, untouched as never), false);
    });
  }
});
