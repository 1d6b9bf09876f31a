import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import sinon from 'sinon';
import { type Google, type GoogleIdentity, openGoogle } from '../../functions/adapters/google-client.ts';
import type { PacedCall } from '../../functions/adapters/pace.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const refuse =
  (status: number): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ error: { code: status, message: 'busy' } }));
  };

const accept: Answer = (_request, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ spreadsheetId: 'x' }));
};

describe('openGoogle', () => {
  let server: Server;
  let rootUrl: string;
  let requests: IncomingMessage[];
  let answers: Answer[];

  beforeEach(async () => {
    requests = [];
    answers = [];
    server = createServer((request, response) => {
      requests.push(request);
      (answers.shift() ?? accept)(request, response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    rootUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });

  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const open = (auth: GoogleIdentity, options: Partial<Parameters<typeof openGoogle>[0]> = {}) =>
    openGoogle({ rootUrl, auth, backoff: { baseMs: 1 }, ...options });

  async function read(google: Google, repeatable = true, onAttempt = () => {}) {
    const { spreadsheets } = await google.sheets();
    const request = { spreadsheetId: 'x', fields: 'spreadsheetId' };
    return google.call((attempt) => spreadsheets.get(request, attempt), { repeatable, onAttempt });
  }

  it('takes the project that it is told: nobody else is asked for it', async () => {
    for (const client of ['sheets', 'drive'] as const) {
      const { context } = await openGoogle({ auth: 'ambient', projectId: 'tinh' })[client]();
      assert.equal(await (context._options.auth as { getProjectId(): Promise<string> }).getProjectId(), 'tinh');
    }
  });

  it('sends the token of a person', async () => {
    assert.deepEqual(await read(open({ accessToken: 'abc' })), { spreadsheetId: 'x' });
    assert.equal(requests[0]?.headers.authorization, 'Bearer abc');
  });

  it('sends no token without an identity', async () => {
    await read(open('anonymous'));
    assert.equal(requests[0]?.headers.authorization, undefined);
  });

  it('calls Drive at the same place', async () => {
    const google = open({ accessToken: 'abc' });
    const { files } = await google.drive();
    await google.call((attempt) => files.get({ fileId: 'x' }, attempt), { repeatable: true });
    assert.equal(requests[0]?.url, '/drive/v3/files/x');
  });

  it('makes each client once', async () => {
    const google = open('anonymous');
    assert.equal(await google.sheets(), await google.sheets());
  });

  it('tries a repeatable request again, each attempt one HTTP request', async () => {
    answers = [refuse(503), refuse(500), refuse(429)];
    const onAttempt = sinon.spy();
    await read(open('anonymous'), true, onAttempt);
    assert.equal(requests.length, 4);
    assert.equal(onAttempt.callCount, 4);
  });

  it('takes its place in the minute before every attempt, the repeated ones too', async () => {
    answers = [refuse(503), refuse(429)];
    const taken: string[] = [];
    const pace = { take: async (kind: PacedCall) => void taken.push(`${kind} after ${requests.length} requests`) };
    const google = open('anonymous', { pace });
    const { spreadsheets } = await google.sheets();
    const read = (attempt: object) => spreadsheets.get({ spreadsheetId: 'x' }, attempt);
    await google.call(read, { repeatable: true, kind: 'read' });
    assert.deepEqual(taken, ['read after 0 requests', 'read after 1 requests', 'read after 2 requests']);
  });

  it('asks Drive without waiting for the minute of Sheets', async () => {
    const google = open('anonymous', { pace: { take: () => Promise.reject(new Error('was asked')) } });
    const { files } = await google.drive();
    await google.call((attempt) => files.get({ fileId: 'x' }, attempt), { repeatable: true });
  });

  it('leaves the retries to us: six requests for six attempts', async () => {
    answers = Array.from({ length: 9 }, () => refuse(503));
    await assert.rejects(read(open('anonymous')), { code: 'unavailable', message: 'Google: busy (503)' });
    assert.equal(requests.length, 6);
  });

  it('sends another request once when its fate is unknown, and again when Google refused it', async () => {
    answers = [refuse(429), refuse(503)];
    await assert.rejects(read(open('anonymous'), false), { code: 'unavailable' });
    assert.equal(requests.length, 2);
  });

  it('logs every retry without what was sent', async () => {
    answers = [refuse(503)];
    const log = sinon.spy();
    await read(open({ accessToken: 'secret' }, { log, backoff: { baseMs: 1, random: () => 0 } }));
    assert.deepEqual(log.args, [
      ['WARNING', 'Google request failed, trying again', { attempt: 1, waitMs: 0, status: 503 }],
    ]);
  });

  it('waits no longer than the deadline for an answer that does not come', async () => {
    answers = [() => {}];
    const google = open('anonymous', { backoff: { deadlineMs: 100 } });
    await assert.rejects(read(google), { code: 'unavailable' });
    assert.equal(requests.length, 1);
  });

  it('takes a body that breaks off for a lost connection', async () => {
    answers = [
      (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '500' });
        response.write('{"spreadsheetId":');
        setImmediate(() => response.destroy());
      },
    ];
    assert.deepEqual(await read(open('anonymous')), { spreadsheetId: 'x' });
    assert.equal(requests.length, 2);
  });
});
