/** Locking a month's tabs over HTTP, with the real Google client against the local server. */
import assert from 'node:assert/strict';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { googleFiles } from '../../functions/adapters/google-files.ts';
import { googleTemplates } from '../../functions/adapters/google-template.ts';
import { describePeriod } from '../../functions/domain/period.ts';
import type { Calls } from '../../functions/ports.ts';
import { lockMonth, unlockMonth } from '../../functions/workflows/lock-month.ts';
import { provisionWorkbook } from '../../functions/workflows/provision-workbook.ts';
import type { Period } from '../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import { type LocalGoogle, noCalls, OWNER, SERVICE_ACCOUNT, STAFF, startLocalGoogle } from '../support/local-google.ts';
import { VINH_LINH } from '../support/workbooks.ts';

const AUGUST = '2022-08' as Period;
const august = describePeriod(AUGUST, DEFAULT_CALENDAR);
const september = describePeriod('2022-09' as Period, DEFAULT_CALENDAR);
const silent = () => {};

describe('the lock of a month’s tabs', () => {
  let google: LocalGoogle;
  let owner: sheets_v4.Sheets;
  let staff: sheets_v4.Sheets;
  let robot: sheets_v4.Sheets;
  let workbookId: string;
  let calls: Calls;

  before(async () => {
    google = await startLocalGoogle();
    owner = await google.as(OWNER).sheets();
    staff = await google.as(STAFF).sheets();
    robot = await google.as(SERVICE_ACCOUNT).sheets();
  });
  after(() => google.close());

  beforeEach(async () => {
    google.intercept = null;
    const client = google.as(OWNER);
    const people = { owner: OWNER, serviceAccount: SERVICE_ACCOUNT, staff: [STAFF] };
    const ports = { templates: googleTemplates({ client, calls: noCalls() }), files: googleFiles(client), log: silent };
    ({ workbookId } = await provisionWorkbook(VINH_LINH, [august, september], { people }, ports));
    calls = noCalls();
  });

  const ports = () => ({ templates: googleTemplates({ client: google.as(SERVICE_ACCOUNT), calls }), log: silent });
  const lock = () => lockMonth(workbookId, AUGUST, ports());

  const type = (client: sheets_v4.Sheets, range: string) =>
    client.spreadsheets.values.update({
      spreadsheetId: workbookId,
      range,
      valueInputOption: 'RAW',
      requestBody: { values: [['x']] },
    });
  const refused = (client: sheets_v4.Sheets, range: string) =>
    assert.rejects(type(client, range), /You are trying to edit a protected cell/, range);

  async function tabs(): Promise<sheets_v4.Schema$Sheet[]> {
    const fields = 'sheets(properties(sheetId,title,hidden),protectedRanges)';
    return (await owner.spreadsheets.get({ spreadsheetId: workbookId, fields })).data.sheets ?? [];
  }
  const tabNamed = async (title: string) => (await tabs()).find(({ properties }) => properties?.title === title);
  async function idOf(title: string, name: string): Promise<number> {
    const { protectedRanges = [] } = (await tabNamed(title)) ?? {};
    return protectedRanges.find(({ description }) => description === name)?.protectedRangeId ?? 0;
  }
  const as = (client: sheets_v4.Sheets, ...requests: sheets_v4.Schema$Request[]) =>
    client.spreadsheets.batchUpdate({ spreadsheetId: workbookId, requestBody: { requests } });

  it('shuts staff out of the month’s tabs and of no other; the functions and the owner still write', async () => {
    await lock();
    await refused(staff, "'Hoạt động 08-2022'!C5");
    await refused(staff, "'Báo cáo 08-2022'!B4");
    await type(staff, "'Hoạt động 09-2022'!C5");
    await type(staff, "'Tổ'!C5");
    await type(robot, "'Hoạt động 08-2022'!A2");
    await type(robot, "'Báo cáo 08-2022'!B28");
    await type(owner, "'Báo cáo 08-2022'!B4");
    const [lockOfTab] = ((await tabNamed('Hoạt động 08-2022'))?.protectedRanges ?? []).filter(
      ({ description }) => description === 'Hệ thống: khóa kỳ',
    );
    assert.deepEqual(lockOfTab?.editors?.users?.toSorted(), [OWNER, SERVICE_ACCOUNT].toSorted());
  });

  it('locking twice is locking once: the second look writes nothing', async () => {
    await lock();
    const before = await tabs();
    Object.assign(calls, noCalls());
    await lock();
    assert.deepEqual([calls.sheetsReads, calls.sheetsWrites], [1, 0]);
    assert.deepEqual(await tabs(), before);
  });

  it('a write that was applied although its answer was lost locks once', async () => {
    let lost = false;
    google.intercept = (request, response) => {
      if (lost || !request.url?.includes(':batchUpdate')) return false;
      lost = true;
      const end = response.end.bind(response) as () => typeof response;
      response.end = (() => {
        response.statusCode = 503;
        return end();
      }) as typeof response.end;
      response.writeHead = ((_status: number) => {
        response.statusCode = 503;
        return response;
      }) as typeof response.writeHead;
      return false;
    };
    await lock();
    assert.equal(lost, true);
    const names = ((await tabNamed('Hoạt động 08-2022'))?.protectedRanges ?? []).map(({ description }) => description);
    assert.equal(names.filter((name) => name === 'Hệ thống: khóa kỳ').length, 1, names.join());
  });

  it('is put back when the owner has taken it off or let staff in', async () => {
    await lock();
    await as(owner, {
      deleteProtectedRange: { protectedRangeId: await idOf('Hoạt động 08-2022', 'Hệ thống: khóa kỳ') },
    });
    await as(owner, {
      updateProtectedRange: {
        protectedRange: {
          protectedRangeId: await idOf('Báo cáo 08-2022', 'Hệ thống: cả trang'),
          editors: { users: [SERVICE_ACCOUNT, STAFF] },
        },
        fields: 'editors',
      },
    });
    await type(staff, "'Báo cáo 08-2022'!B4");
    await lock();
    await refused(staff, "'Hoạt động 08-2022'!C5");
    await refused(staff, "'Báo cáo 08-2022'!B4");
  });

  it('says so when the workbook has lost every protection, and shuts nobody out', async () => {
    const all = (await tabs()).flatMap(({ protectedRanges = [] }) => protectedRanges);
    await as(
      owner,
      ...all.map(({ protectedRangeId }) => ({ deleteProtectedRange: { protectedRangeId: protectedRangeId ?? 0 } })),
    );
    await assert.rejects(lock(), { code: 'conflict' });
    await type(robot, "'Hoạt động 08-2022'!A2");
  });

  it('says so when someone has shut the functions out of the lock', async () => {
    await lock();
    await as(owner, {
      updateProtectedRange: {
        protectedRange: {
          protectedRangeId: await idOf('Hoạt động 08-2022', 'Hệ thống: khóa kỳ'),
          editors: { users: [OWNER] },
        },
        fields: 'editors',
      },
    });
    await assert.rejects(lock(), { code: 'forbidden' });
  });

  it('comes off on reopening: the month’s tabs are what they were, and in sight', async () => {
    const before = await tabs();
    await lock();
    const hide = before
      .filter(({ properties }) => properties?.title?.endsWith('08-2022'))
      .map(({ properties }) => ({
        updateSheetProperties: { properties: { sheetId: properties?.sheetId ?? 0, hidden: true }, fields: 'hidden' },
      }));
    await as(owner, ...hide);
    await unlockMonth(workbookId, VINH_LINH, august, ports());
    assert.deepEqual(await tabs(), before);
    await type(staff, "'Hoạt động 08-2022'!C5");
    await type(staff, "'Báo cáo 08-2022'!B4");
    await refused(staff, "'Báo cáo 08-2022'!A4");
  });
});
