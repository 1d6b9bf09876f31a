import assert from 'node:assert/strict';
import type { JsonObject } from '../../../local/sheets/json.ts';
import { identifyByToken } from '../../../local/sheets/sheets-server.ts';
import { type SheetsUnderTest, startSheets } from './sheets-under-test.ts';

describe('the Sheets server', () => {
  describe('answers what it cannot read', () => {
    let server: SheetsUnderTest;
    let spreadsheetId: string;
    before(async () => {
      server = await startSheets();
      spreadsheetId = await server.create();
    });
    after(() => server.close());

    const codeOf = async (method: string, path: string, body?: string) => {
      const answer = await server.send(method, path, body);
      assert.equal((answer.body.error as JsonObject | undefined)?.code, answer.status);
      return { status: answer.status, message: `${(answer.body.error as JsonObject).message}` };
    };

    it('malformed JSON with 400', async () => {
      const { status, message } = await codeOf(
        'POST',
        `/v4/spreadsheets/${spreadsheetId}:batchUpdate`,
        '{"requests": [',
      );
      assert.equal(status, 400);
      assert.match(message, /^Invalid JSON payload received\./);
    });

    it('a list in place of an object with 400', async () => {
      assert.equal((await codeOf('POST', `/v4/spreadsheets/${spreadsheetId}:batchUpdate`, '[]')).status, 400);
    });

    it('a body over 10 MB with 413', async () => {
      const body = JSON.stringify({ requests: 'x'.repeat(10 * 1024 * 1024) });
      assert.equal((await codeOf('POST', `/v4/spreadsheets/${spreadsheetId}:batchUpdate`, body)).status, 413);
    });

    for (const [method, path] of [
      ['GET', '/v4/spreadsheets'],
      ['DELETE', '/v4/spreadsheets/x'],
      ['POST', '/v4/spreadsheets/x/values:batchMove'],
      ['PUT', '/drive/v3/files/x'],
    ] as const) {
      it(`${method} ${path} with 501 and its name`, async () => {
        const { status, message } = await codeOf(method, path);
        assert.equal(status, 501);
        assert.equal(message.includes(`${method} ${path}`), true);
      });
    }
  });

  it('knows its own paths', async () => {
    const { server, close } = await startSheets();
    const paths: [path: string, ours: boolean][] = [
      ['/v4/spreadsheets', true],
      ['/v4/spreadsheets/x:batchUpdate', true],
      ['/drive/v3/files', true],
      ['/drive/v3/files/x/permissions', true],
      ['/v4/spreadsheetsx', false],
      ['/functions/nightly', false],
      ['/', false],
    ];
    for (const [path, ours] of paths) assert.equal(server.accepts(path), ours, path);
    await close();
  });

  it('takes tokens for identities', () => {
    assert.deepEqual(identifyByToken(null), { email: 'person@local' });
    assert.deepEqual(identifyByToken('owner'), { email: 'owner@local', owner: true });
    assert.deepEqual(identifyByToken('a@b.vn'), { email: 'a@b.vn' });
  });

  it('counts the answered Sheets requests of each identity', async () => {
    const under = await startSheets();
    const id = await under.create('a@b.vn');
    await under.send('GET', `/v4/spreadsheets/${id}`, undefined, 'a@b.vn');
    await under.send('POST', `/v4/spreadsheets/${id}/developerMetadata:search`, { dataFilters: [] }, 'a@b.vn');
    await under.send('GET', '/drive/v3/files', undefined, 'a@b.vn');
    await under.send('GET', `/v4/spreadsheets/${id}`);
    assert.deepEqual(
      [...under.server.counts()],
      [
        ['a@b.vn', { reads: 2, writes: 1 }],
        ['person@local', { reads: 1, writes: 0 }],
      ],
    );
    await under.close();
  });

  it("refuses the 61st read of a minute with Google's body, and answers again when the window has passed", async () => {
    let quotaNow = 0;
    const under = await startSheets({ quotas: true, quotaNow: () => quotaNow });
    const id = await under.create();
    const read = (token?: string) => under.send('GET', `/v4/spreadsheets/${id}?fields=spreadsheetId`, undefined, token);
    for (let call = 0; call < 60; call += 1) assert.equal((await read()).status, 200);
    assert.deepEqual(await read(), {
      status: 429,
      body: {
        error: {
          code: 429,
          message:
            "Quota exceeded for quota metric 'Read requests' and limit 'Read requests per minute per user' of service 'sheets.googleapis.com' for consumer 'project_number:123456789012'.",
          status: 'RESOURCE_EXHAUSTED',
          details: [
            {
              '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
              reason: 'RATE_LIMIT_EXCEEDED',
              domain: 'googleapis.com',
              metadata: {
                consumer: 'projects/123456789012',
                quota_limit: 'ReadRequestsPerMinutePerUser',
                quota_metric: 'sheets.googleapis.com/read_requests',
                service: 'sheets.googleapis.com',
              },
            },
          ],
        },
      },
    });
    assert.equal((await read('owner')).status, 200);
    assert.equal((await under.send('POST', `/v4/spreadsheets/${id}/values/A1:clear`)).status, 200);
    quotaNow += 60_000;
    assert.equal((await read()).status, 200);
    await under.close();
  });
});
