/** What a script may do here, and that it may wait for an answer: small scripts of the tests, run on the facade. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openProperties } from '../../../local/script/properties.ts';
import { type OpenSession, runScript, type ScriptServices } from '../../../local/script/run-script.ts';
import { draftOf } from '../../../local/sheets/draft.ts';
import type { Workbook } from '../../../local/sheets/model.ts';
import { sessionOn } from '../../../local/sheets/script-session.ts';
import { modelOf, STAFF, textOf } from '../../apps-script/support/sheets-model.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { makeTab, workbookOf } from '../../support/workbooks.ts';

const SCOPES = [
  'openid',
  'https://www.googleapis.com/auth/userinfo.email',
  'https://www.googleapis.com/auth/script.external_request',
];
const NOW = Date.parse('2022-08-25T02:00:00Z');
/** What every script of these tests may use. */
const HELPERS = `
  var sheet = () => SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
  var read = () => sheet().getRange(1, 1, 1, 1).getValues()[0][0];
  var write = (text) => sheet().getRange(1, 1, 1, 1).setValues([[text]]);
  var ask = (url, more) => UrlFetchApp.fetch(url, Object.assign({ method: 'post', contentType: 'text/plain',
    headers: {}, payload: 'x', muteHttpExceptions: true }, more || {}));
`;

describe('a script on the facade', () => {
  let server: Server;
  let root: string;
  let model: Workbook;
  let services: ScriptServices;
  /** What has reached the server, and what happens before it answers. */
  let requests: string[];
  let meanwhile: () => void;

  before(async () => {
    server = createServer((request, response) => {
      request.setEncoding('utf8');
      let body = '';
      request.on('data', (chunk: string) => {
        body += chunk;
      });
      request.on('end', () => {
        requests.push(`${request.method} ${request.url} ${request.headers.authorization ?? '-'} ${body}`);
        meanwhile();
        if (request.url === '/cut') return void request.socket.destroy();
        response.writeHead(request.url === '/403' ? 403 : 200).end(`answer ${requests.length}`);
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    root = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  after(() => server.close());

  beforeEach(() => {
    [requests, meanwhile] = [[], () => {}];
    model = modelOf({ ...workbookOf(), tabs: [makeTab({ sheetId: 1, title: 'Tổ', values: [['before']] })] });
    const tokenFor = (person: object) => JSON.stringify(person);
    services = { email: STAFF, functionsRoot: root, tokenFor, properties: new Map(), locks: new Map() };
  });

  const open: OpenSession = async (work) => {
    const draft = draftOf(model);
    const result = work(sessionOn(draft, model, { email: STAFF }));
    model = draft;
    return result;
  };
  const inCell = (): string => textOf(model.spreadsheet.sheets[0]?.data[0].rowData[0]?.values?.[0] ?? {});

  async function run(body: string, { name = 'deed', scopes = SCOPES, whitelist = null as string[] | null } = {}) {
    const manifest = { oauthScopes: scopes, ...(whitelist && { urlFetchWhitelist: whitelist }) };
    const files = new Map([
      ['main.js', `${HELPERS} function ${name}() { ${body} }`],
      ['appsscript.json', JSON.stringify(manifest)],
    ]);
    return (await runScript(open, files, { name, now: NOW }, services)).result;
  }

  describe('waits for an answer', () => {
    it('and is given it, once', async () => {
      assert.deepEqual(await run(`const r = ask('${root}a'); return [r.getResponseCode(), r.getContentText()];`), [
        200,
        'answer 1',
      ]);
      assert.deepEqual(requests, ['POST /a - x']);
    });

    it('several times', async () => {
      const body = `return ['a', 'b', 'c'].map((path) => ask('${root}' + path).getContentText());`;
      assert.deepEqual(await run(body), ['answer 1', 'answer 2', 'answer 3']);
      assert.equal(requests.length, 3);
    });

    it('sees the workbook as it was before, and as it is afterwards', async () => {
      meanwhile = () => void writeBehind('by the function');
      assert.deepEqual(await run(`const old = read(); ask('${root}a'); return [old, read()];`), [
        'before',
        'by the function',
      ]);
    });

    it('has written what it wrote before, once, and what it writes afterwards', async () => {
      let seen = '';
      meanwhile = () => {
        seen = inCell();
      };
      const body = `write(read() + '+'); ask('${root}a'); write(read() + '!'); return read();`;
      assert.equal(await run(body), 'before+!');
      assert.deepEqual([seen, inCell()], ['before+', 'before+!']);
    });

    it('and cannot go on without, even if it catches everything', async () => {
      const body = `try { ask('${root}a'); write('answered'); } catch (e) { write('caught'); } return read();`;
      assert.equal(await run(body), 'answered');
    });

    it('keeps its lock, its uuid and its token meanwhile', async () => {
      let isLocked = false;
      meanwhile = () => {
        isLocked = services.locks.size === 1;
      };
      const body = `const had = LockService.getDocumentLock().tryLock(1);
        const id = Utilities.getUuid(); PropertiesService.getUserProperties().setProperty('id', id);
        ask('${root}a', { payload: id }); return [had, id, PropertiesService.getUserProperties().getProperty('id')];`;
      const [had, id, kept] = (await run(body)) as [boolean, string, string];
      assert.deepEqual([had, kept, isLocked], [true, id, true]);
      assert.deepEqual(requests, [`POST /a - ${id}`]);
      assert.equal(services.locks.size, 0, 'let go at the end');
    });

    it('is told where nobody answered, and what is refused', async () => {
      const caught = `try { ask('${root}cut'); return 'answered'; } catch (e) { return e.message; }`;
      assert.equal(await run(caught), `Address unavailable: ${root}cut`);
      assert.equal(await run(`return ask('${root}403').getResponseCode();`), 403);
      await assert.rejects(run(`ask('${root}403', { muteHttpExceptions: false });`), /Request failed .*403/);
    });

    it('fails when chance makes it ask for something else the second time', async () => {
      await assert.rejects(run(`ask('${root}' + Math.random());`), /Run again, the script asked for fetch/);
      assert.equal(requests.length, 1);
    });
  });

  describe('reaches nobody else', () => {
    const addresses = ['https://example.com/', 'http://127.0.0.1:1/functions/', 'file:///etc/passwd'];
    for (const address of addresses) {
      it(`not ${address}, and says so`, async () => {
        await assert.rejects(run(`ask('${address}');`), new RegExp(`reaches ${root} alone, and not ${address}`));
        assert.deepEqual(requests, []);
      });
    }

    it('not an address that the manifest does not list', async () => {
      const whitelist = [`${root}submit-report`];
      assert.equal(await run(`return ask('${root}submit-report').getResponseCode();`, { whitelist }), 200);
      assert.equal(await run(`return ask('${root}submit-report?a=b').getResponseCode();`, { whitelist }), 200);
      for (const path of ['nightly', 'submit-reports']) {
        await assert.rejects(run(`ask('${root}${path}');`, { whitelist }), / is not in .*urlFetchWhitelist/);
      }
    });
  });

  describe('has no rights that the manifest does not ask for, and none in a simple trigger', () => {
    const token = 'return ScriptApp.getIdentityToken();';
    const address = 'return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()];';
    const request = () => `return ask('${root}a').getResponseCode();`;
    const [openid = '', email = ''] = SCOPES;

    it('a token names the person, and his address with its scope', async () => {
      assert.equal(await run(token), JSON.stringify({ sub: STAFF, email: STAFF }));
      assert.equal(await run(token, { scopes: [openid] }), JSON.stringify({ sub: STAFF }));
      assert.equal(await run(token, { scopes: [email] }), null);
    });

    it('no address without its scope', async () => {
      assert.deepEqual(await run(address), [STAFF, STAFF]);
      await assert.rejects(run(address, { scopes: [openid] }), /Required permissions: .*userinfo\.email/);
    });

    it('no request without its scope', async () => {
      assert.equal(await run(request()), 200);
      await assert.rejects(run(request(), { scopes: [openid, email] }), /Required permissions: .*external_request/);
    });

    for (const name of ['onOpen', 'onEdit']) {
      it(`${name} knows nobody and reaches nobody; locks and properties it has`, async () => {
        await assert.rejects(run(request(), { name }), /You do not have permission to call UrlFetchApp.fetch/);
        assert.equal(await run(token, { name }), null);
        assert.deepEqual(await run(address, { name }), ['', '']);
        const rest = `PropertiesService.getUserProperties().setProperty('a', 'b');
          return [LockService.getDocumentLock().tryLock(1), PropertiesService.getUserProperties().getProperty('a')];`;
        assert.deepEqual(await run(rest, { name }), [true, 'b']);
      });
    }
  });

  describe('shares its lock, and keeps its properties', () => {
    const lock = `const lock = LockService.getDocumentLock();`;

    it('a second run is refused while the first waits, and takes the lock after it', async () => {
      let second: Promise<unknown> = Promise.resolve();
      meanwhile = () => {
        meanwhile = () => {};
        second = run(`${lock} return lock.tryLock(1);`);
      };
      assert.equal(await run(`${lock} lock.tryLock(1); ask('${root}a'); return 'done';`), 'done');
      assert.equal(await second, false);
      assert.equal(await run(`${lock} return lock.tryLock(1);`), true);
    });

    it('a lock that was released is free, and one that was held by a run that failed', async () => {
      assert.equal(await run(`${lock} lock.tryLock(1); lock.releaseLock(); return lock.tryLock(1);`), true);
      await assert.rejects(run(`${lock} lock.tryLock(1); throw new Error('no');`), /no/);
      assert.equal(await run(`${lock} return lock.tryLock(1);`), true);
    });

    it('properties are a person’s, and stay when the script fails', async () => {
      const kept = `PropertiesService.getUserProperties()`;
      await assert.rejects(run(`${kept}.setProperty('a', '1'); throw new Error('no');`), /no/);
      assert.equal(await run(`return ${kept}.getProperty('a');`), '1');
      services = { ...services, email: 'khac@huyen.local' };
      assert.equal(await run(`return ${kept}.getProperty('a');`), null);
      services = { ...services, email: STAFF };
      assert.equal(await run(`${kept}.deleteProperty('a'); return ${kept}.getProperty('a');`), null);
    });
  });

  describe('properties on disk', () => {
    const folder = temporaryFolder();
    it('are found again by the next start', () => {
      const file = join(folder(), 'data', 'properties.json');
      const first = openProperties(file);
      first.set('a', '1');
      first.set('b', '2');
      first.delete('a');
      const next = openProperties(file);
      assert.deepEqual([next.get('a'), next.get('b')], [undefined, '2']);
    });
  });

  /** As a function writes: through the store, while the script waits. */
  function writeBehind(text: string): void {
    const draft = draftOf(model);
    const grid = draft.spreadsheet.sheets[0]?.data[0];
    if (grid) grid.rowData[0] = { values: [{ userEnteredValue: { stringValue: text } }] };
    model = draft;
  }
});
