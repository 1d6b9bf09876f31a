/** The contract of the port `Changes`, kept by the real Google client over HTTP against the local server. */
import assert from 'node:assert/strict';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { googleChanges } from '../../functions/adapters/google-drive-changes.ts';
import type { Instant } from '../../schemas/calendar.ts';
import { type LocalGoogle, OWNER, SERVICE_ACCOUNT, STAFF, startLocalGoogle } from '../support/local-google.ts';

const at = (text: string): Instant => text as Instant;

describe('googleChanges', () => {
  let google: LocalGoogle;
  let raw: sheets_v4.Sheets;
  let now: number;

  beforeEach(async () => {
    now = Date.parse('2022-08-29T08:00:00+07:00');
    google = await startLocalGoogle({ now: () => now });
    raw = await google.as(OWNER).sheets();
  });
  afterEach(() => google.close());

  const open = (pageSize?: number) => googleChanges(google.as(SERVICE_ACCOUNT), pageSize);

  async function make(moment: string, { shared = true } = {}): Promise<string> {
    now = Date.parse(moment);
    const { data } = await raw.spreadsheets.create({ requestBody: { properties: { title: 'Sổ' } } });
    const fileId = data.spreadsheetId ?? '';
    const { permissions } = await google.as(OWNER).drive();
    const addresses = shared ? [SERVICE_ACCOUNT, STAFF] : [STAFF];
    for (const emailAddress of addresses) {
      await permissions.create({ fileId, requestBody: { type: 'user', role: 'writer', emailAddress } });
    }
    return fileId;
  }

  async function type(spreadsheetId: string, moment: string): Promise<void> {
    now = Date.parse(moment);
    const staff = await google.as(STAFF).sheets();
    const requestBody = { values: [['x']] };
    await staff.spreadsheets.values.update({ spreadsheetId, range: 'A1', valueInputOption: 'RAW', requestBody });
  }

  it('lists what changed at or after a moment, with the moment of the change in Viet Nam’s offset', async () => {
    const early = await make('2022-08-29T08:00:00+07:00');
    const late = await make('2022-08-29T08:00:00+07:00');
    await type(late, '2022-08-29T23:55:00+07:00');
    assert.deepEqual(
      await open().since(at('2022-08-29T23:55:00+07:00')),
      new Map([[late, '2022-08-29T23:55:00.000+07:00']]),
    );
    assert.deepEqual(await open().since(at('2022-08-29T23:55:00.001+07:00')), new Map());
    assert.deepEqual(
      await open().since(at('2022-08-29T01:00:00Z')),
      new Map([
        [early, '2022-08-29T08:00:00.000+07:00'],
        [late, '2022-08-29T23:55:00.000+07:00'],
      ]),
    );
  });

  it('brings all pages', async () => {
    const ids: string[] = [];
    for (const minute of [1, 2, 3, 4, 5]) ids.push(await make(`2022-08-29T08:0${minute}:00+07:00`));
    let requests = 0;
    google.intercept = () => {
      requests += 1;
      return false;
    };
    assert.deepEqual([...(await open(2).since(at('2022-08-29T00:00:00+07:00'))).keys()], ids);
    assert.equal(requests, 3);
  });

  it('leaves out what is not shared with the functions, and what lies in the bin', async () => {
    await make('2022-08-29T08:00:00+07:00', { shared: false });
    const binned = await make('2022-08-29T08:00:00+07:00');
    await (await google.as(OWNER).drive()).files.update({ fileId: binned, requestBody: { trashed: true } });
    assert.deepEqual(await open().since(at('2022-08-29T00:00:00+07:00')), new Map());
  });

  it('counts a search that left drives out as none', async () => {
    google.intercept = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ incompleteSearch: true, files: [] }));
      return true;
    };
    await assert.rejects(open().since(at('2022-08-29T00:00:00+07:00')), { code: 'unavailable' });
  });

  it('tells the moment of one workbook’s last change', async () => {
    const id = await make('2022-08-29T08:00:00+07:00');
    await type(id, '2022-08-29T23:58:30+07:00');
    assert.equal(await open().of(id), '2022-08-29T23:58:30.000+07:00');
    await assert.rejects(open().of('nobody-has-this'), { code: 'not-found' });
  });
});
