/** Provisioning over HTTP, with the real Google client against the local server. */
import assert from 'node:assert/strict';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { googleFiles } from '../../functions/adapters/google-files.ts';
import { googleSheets } from '../../functions/adapters/google-sheets.ts';
import { googleTemplates } from '../../functions/adapters/google-template.ts';
import { describePeriod } from '../../functions/domain/period.ts';
import type { PeriodTemplate } from '../../functions/domain/template.ts';
import type { Calls } from '../../functions/ports.ts';
import { openPeriodTabs, provisionWorkbook } from '../../functions/workflows/provision-workbook.ts';
import type { Period } from '../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import type { WorkbookPeople } from '../../schemas/template.ts';
import { findUnit, type ReportingUnit } from '../../schemas/units.ts';
import { columnLetters } from '../../schemas/workbook.ts';
import { type LocalGoogle, noCalls, OWNER, SERVICE_ACCOUNT, STAFF, startLocalGoogle } from '../support/local-google.ts';

const unit = findUnit('2022:464') as ReportingUnit;
const people: WorkbookPeople = { owner: OWNER, serviceAccount: SERVICE_ACCOUNT, staff: [STAFF] };
const august: PeriodTemplate = describePeriod('2022-08' as Period, DEFAULT_CALENDAR);
const september: PeriodTemplate = describePeriod('2022-09' as Period, DEFAULT_CALENDAR);
const silent = () => {};

describe('provisionWorkbook', () => {
  let google: LocalGoogle;
  let raw: sheets_v4.Sheets;
  let staff: sheets_v4.Sheets;
  let workbookId: string;
  let calls: Calls;

  before(async () => {
    google = await startLocalGoogle();
    raw = await google.as(OWNER).sheets();
    staff = await google.as(STAFF).sheets();
  });

  after(() => google.close());

  beforeEach(async () => {
    google.intercept = null;
    calls = noCalls();
    const made = await provision({ people });
    assert.equal(made.created, true);
    assert.deepEqual(made.repaired, []);
    workbookId = made.workbookId;
    calls = noCalls();
  });

  function provision(options: Parameters<typeof provisionWorkbook>[2], periods: readonly PeriodTemplate[] = [august]) {
    const client = google.as(OWNER);
    const ports = { templates: googleTemplates({ client, calls }), files: googleFiles(client), log: silent };
    return provisionWorkbook(unit, periods, options, ports);
  }

  const repair = async (periods?: readonly PeriodTemplate[]) =>
    (await provision({ people, workbookId }, periods)).repaired;

  const spreadsheet = async (params: sheets_v4.Params$Resource$Spreadsheets$Get) =>
    (await raw.spreadsheets.get({ spreadsheetId: workbookId, ...params })).data;

  async function sheet(title: string): Promise<sheets_v4.Schema$Sheet> {
    const ranges = [`'${title}'`];
    const found = (await spreadsheet({ ranges, includeGridData: true })).sheets?.find(
      ({ properties }) => properties?.title === title,
    );
    assert.ok(found, `no tab ${title}`);
    return found;
  }

  async function sheetId(title: string): Promise<number> {
    const { sheets = [] } = await spreadsheet({ fields: 'sheets.properties(sheetId,title)' });
    return sheets.find(({ properties }) => properties?.title === title)?.properties?.sheetId ?? 0;
  }

  async function cellAt(title: string, row: number, column: number): Promise<sheets_v4.Schema$CellData | undefined> {
    const ranges = [`'${title}'!${columnLetters(column)}${row + 1}`];
    const { sheets } = await spreadsheet({ ranges, includeGridData: true });
    return sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0];
  }

  const as = (client: sheets_v4.Sheets, ...requests: sheets_v4.Schema$Request[]) =>
    client.spreadsheets.batchUpdate({ spreadsheetId: workbookId, requestBody: { requests } });
  const type = (client: sheets_v4.Sheets, range: string, ...values: unknown[][]) =>
    client.spreadsheets.values.update({
      spreadsheetId: workbookId,
      range,
      valueInputOption: 'RAW',
      requestBody: { values },
    });
  const titles = async () =>
    (await spreadsheet({ fields: 'sheets.properties.title' })).sheets?.map((tab) => tab.properties?.title);

  /** After the repair there must be nothing left to do. */
  async function assertSettled() {
    calls = noCalls();
    assert.deepEqual(await repair(), []);
    assert.equal(calls.sheetsWrites, 0);
  }

  it('makes the tabs in their order, Vietnamese in locale and zone', async () => {
    assert.deepEqual(await titles(), [
      'Hướng dẫn',
      'Tổ',
      'Thành viên',
      'Hoạt động 08-2022',
      'Báo cáo 08-2022',
      'Kết quả kiểm tra',
      'Nhật ký sửa giúp',
      'Tổng hợp',
      'Danh mục',
    ]);
    const { properties } = await spreadsheet({ fields: 'properties(title,locale,timeZone)' });
    assert.deepEqual(properties, {
      title: 'Tổ công nghệ số cộng đồng – Huyện Vĩnh Linh',
      locale: 'vi_VN',
      timeZone: 'Asia/Ho_Chi_Minh',
    });
  });

  it('writes nothing the second time', assertSettled);

  it('gives each column header, note, format, dropdown and key', async () => {
    const tab = await sheet('Tổ');
    assert.equal(tab.properties?.gridProperties?.frozenRowCount, 1);
    const header = await cellAt('Tổ', 0, 2);
    assert.equal(header?.userEnteredValue?.stringValue, 'Cấp tổ');
    assert.equal(header?.note, 'Chọn «Cấp xã» hoặc «Cấp thôn».\nCăn cứ: Kế hoạch 115/KH-UBND, mục III.1.');
    const { dataValidation } = (await cellAt('Tổ', 1, 2)) ?? {};
    assert.equal(dataValidation?.strict, true);
    assert.equal(dataValidation?.condition?.type, 'ONE_OF_RANGE');
    assert.equal((await cellAt('Tổ', 299, 5))?.userEnteredFormat?.numberFormat?.pattern, 'dd/mm/yyyy');
    const workbook = await googleSheets({ client: google.as(SERVICE_ACCOUNT), calls, log: silent }).read(workbookId);
    const keys = workbook.tabs.find(({ title }) => title === 'Tổ')?.columnKeys;
    assert.deepEqual([keys?.get(0), keys?.get(1), keys?.get(10)], ['check', 'commune', 'remark']);
  });

  it('lets staff fill in rows and the form, sort rows, and write no header, no label and no result', async () => {
    await type(staff, "'Tổ'!B2:C2", ['Thị trấn Hồ Xá', 'Cấp xã']);
    await type(staff, "'Báo cáo 08-2022'!B3", [true]);
    await type(staff, "'Kết quả kiểm tra'!K2:L2", [true, true]);
    await assert.rejects(type(staff, "'Tổ'!B1", ['Xã']));
    await assert.rejects(type(staff, "'Báo cáo 08-2022'!A3", ['khác']));
    await assert.rejects(type(staff, "'Báo cáo 08-2022'!B25", ['Đúng hạn']));
    await assert.rejects(type(staff, "'Kết quả kiểm tra'!A2", ['khác']));
    await assert.rejects(type(staff, "'Kết quả kiểm tra'!M2", ['khác']));
    await assert.rejects(type(staff, "'Nhật ký sửa giúp'!A2", ['khác']));
    await assert.rejects(type(staff, "'Danh mục'!A2", ['khác']));
    const range = { sheetId: await sheetId('Tổ'), startRowIndex: 1 };
    await as(staff, { sortRange: { range, sortSpecs: [{ dimensionIndex: 1, sortOrder: 'ASCENDING' }] } });
    await as(staff, {
      deleteDimension: { range: { sheetId: range.sheetId, dimension: 'ROWS', startIndex: 1, endIndex: 2 } },
    });
  });

  it('lets the service account write everywhere', async () => {
    const robot = await google.as(SERVICE_ACCOUNT).sheets();
    await type(robot, "'Tổ'!A1:A2", ['Kiểm tra'], ['✓']);
    await type(robot, "'Kết quả kiểm tra'!A2", ['Tổ']);
    await type(robot, "'Báo cáo 08-2022'!B25", ['Đúng hạn']);
  });

  it('leaves rows, notes, colours, columns and tabs of staff as they are', async () => {
    await type(staff, "'Tổ'!B2:D3", ['Xã Vĩnh Thái', 'Cấp thôn', 'Thử Luật'], ['xa vinh tu', '', 44713]);
    await type(staff, "'Báo cáo 08-2022'!B5:C6", [120, 'theo Phòng GD'], ['135 người', '']);
    const teams = await sheetId('Tổ');
    const own = { rgbColor: { red: 1, green: 1 } };
    await as(
      staff,
      { addSheet: { properties: { title: 'Của phòng' } } },
      { appendDimension: { sheetId: teams, dimension: 'COLUMNS', length: 1 } },
      {
        updateCells: {
          start: { sheetId: teams, rowIndex: 2, columnIndex: 1 },
          rows: [{ values: [{ note: 'hỏi lại', userEnteredFormat: { backgroundColorStyle: own } }] }],
          fields: 'note,userEnteredFormat.backgroundColorStyle',
        },
      },
    );
    await type(staff, "'Tổ'!L1:L2", ['Cột riêng'], ['giữ nguyên']);
    const header = await sheetId('Thành viên');
    const before = [await sheet('Tổ'), await sheet('Báo cáo 08-2022'), await sheet('Của phòng')];
    await as(raw, { deleteSheet: { sheetId: header } });
    await type(raw, "'Danh mục'!A2", ['sai']);
    assert.deepEqual(await repair(), ['Đã thêm trang «Thành viên».', 'Trang «Danh mục»: đã ghi lại nội dung.']);
    const after = [await sheet('Tổ'), await sheet('Báo cáo 08-2022'), await sheet('Của phòng')];
    assert.deepEqual(
      after.map(({ data }) => JSON.stringify(data)),
      before.map(({ data }) => JSON.stringify(data)),
    );
  });

  it('adds a tab that is gone, at its place', async () => {
    await as(raw, { deleteSheet: { sheetId: await sheetId('Thành viên') } });
    assert.deepEqual(await repair(), ['Đã thêm trang «Thành viên».']);
    assert.equal((await titles())?.[2], 'Thành viên');
    await assertSettled();
  });

  it('names a renamed tab as before, rows and all', async () => {
    await type(staff, "'Tổ'!B2", ['Thị trấn Hồ Xá']);
    const id = await sheetId('Tổ');
    await as(staff, { updateSheetProperties: { properties: { sheetId: id, title: 'DS tổ' }, fields: 'title' } });
    assert.deepEqual(await repair(), ['Đã đổi tên trang «DS tổ» trở lại «Tổ».']);
    assert.equal(await sheetId('Tổ'), id);
    assert.equal((await cellAt('Tổ', 1, 1))?.userEnteredValue?.stringValue, 'Thị trấn Hồ Xá');
    await assertSettled();
  });

  it('puts back a header that nobody would know, and leaves a known other name', async () => {
    await type(raw, "'Tổ'!B1:C1", ['Tên xã', 'Loại']);
    assert.deepEqual(await repair(), ['Trang «Tổ»: đã ghi lại tiêu đề «Cấp tổ».']);
    assert.equal((await cellAt('Tổ', 0, 1))?.userEnteredValue?.stringValue, 'Tên xã');
    assert.equal((await cellAt('Tổ', 0, 2))?.userEnteredValue?.stringValue, 'Cấp tổ');
    await assertSettled();
  });

  it('puts back a column that is gone, between the others and without touching them', async () => {
    await type(staff, "'Tổ'!F2:H2", [44713, 'Khác', 'https://zalo.me/g/abc']);
    const range = { sheetId: await sheetId('Tổ'), dimension: 'COLUMNS', startIndex: 6, endIndex: 7 };
    await as(raw, { deleteDimension: { range } });
    assert.deepEqual(await repair(), ['Trang «Tổ»: đã thêm lại cột «Người ký».']);
    const row = (await sheet('Tổ')).data?.[0]?.rowData?.[1]?.values ?? [];
    assert.equal(row[5]?.userEnteredValue?.numberValue, 44713);
    assert.equal(row[6]?.userEnteredValue, undefined);
    assert.equal(row[7]?.userEnteredValue?.stringValue, 'https://zalo.me/g/abc');
    assert.equal(row[6]?.dataValidation?.condition?.type, 'ONE_OF_RANGE');
    assert.equal(row[6]?.userEnteredFormat?.numberFormat, undefined);
    await assertSettled();
  });

  it('gives a tab of ours from before a column was added that column', async () => {
    const range = { sheetId: await sheetId('Kết quả kiểm tra'), dimension: 'COLUMNS', startIndex: 11 };
    await as(raw, { deleteDimension: { range } });
    const repaired = await repair();
    assert.equal(repaired[0], 'Trang «Kết quả kiểm tra»: đã thêm cột «Sửa giúp», «Mã đối chiếu».');
    assert.equal((await cellAt('Kết quả kiểm tra', 0, 11))?.userEnteredValue?.stringValue, 'Sửa giúp');
    await type(staff, "'Kết quả kiểm tra'!L2", [true]);
    await assert.rejects(type(staff, "'Kết quả kiểm tra'!M2", ['khác']));
    await assertSettled();
  });

  it('puts back a note, a format, a dropdown and a frozen row', async () => {
    const id = await sheetId('Tổ');
    const column = (index: number) => ({
      sheetId: id,
      startRowIndex: 1,
      startColumnIndex: index,
      endColumnIndex: index + 1,
    });
    await as(
      raw,
      { setDataValidation: { range: column(2) } },
      { repeatCell: { range: column(5), cell: {}, fields: 'userEnteredFormat.numberFormat' } },
      {
        updateCells: {
          start: { sheetId: id, rowIndex: 0, columnIndex: 3 },
          rows: [{ values: [{}] }],
          fields: 'note',
        },
      },
      {
        updateSheetProperties: {
          properties: { sheetId: id, gridProperties: { frozenRowCount: 0 } },
          fields: 'gridProperties.frozenRowCount',
        },
      },
    );
    assert.deepEqual(await repair(), [
      'Trang «Tổ»: đã đặt lại danh sách chọn của «Cấp tổ».',
      'Trang «Tổ»: đã ghi lại chú thích của «Thôn/bản/khu phố».',
      'Trang «Tổ»: đã đặt lại định dạng của «Ngày quyết định».',
      'Trang «Tổ»: đã cố định lại dòng tiêu đề.',
    ]);
    await assertSettled();
  });

  it('puts back protection that was removed or given to others, and leaves people’s own', async () => {
    const { protectedRanges = [] } = await sheet('Tổ');
    const header = protectedRanges.find(({ description }) => description === 'Hệ thống: dòng tiêu đề');
    const check = protectedRanges.find(({ description }) => description === 'Hệ thống: cột Kiểm tra');
    assert.equal(check?.warningOnly, true);
    const own = { range: { sheetId: await sheetId('Tổ'), startRowIndex: 4, endRowIndex: 5 }, description: 'của phòng' };
    const editors = { users: [OWNER, SERVICE_ACCOUNT, STAFF] };
    const protectedRange = { protectedRangeId: header?.protectedRangeId ?? null, editors };
    await as(
      raw,
      { deleteProtectedRange: { protectedRangeId: check?.protectedRangeId ?? null } },
      { updateProtectedRange: { protectedRange, fields: 'editors' } },
      { addProtectedRange: { protectedRange: own } },
    );
    assert.deepEqual(await repair(), [
      'Trang «Tổ»: đã đặt lại phần bảo vệ «Hệ thống: dòng tiêu đề».',
      'Trang «Tổ»: đã đặt lại phần bảo vệ «Hệ thống: cột Kiểm tra».',
    ]);
    const descriptions = ((await sheet('Tổ')).protectedRanges ?? []).map(({ description }) => description);
    assert.deepEqual(descriptions.sort(), ['Hệ thống: cột Kiểm tra', 'Hệ thống: dòng tiêu đề', 'của phòng']);
    await assertSettled();
  });

  it('puts locale and time zone right', async () => {
    const properties = { locale: 'en_US', timeZone: 'Etc/GMT' };
    await as(raw, { updateSpreadsheetProperties: { properties, fields: 'locale,timeZone' } });
    assert.deepEqual(await repair(), ['Đã đặt lại ngôn ngữ và múi giờ của bảng tính.']);
    await assertSettled();
  });

  it('shares with whom it is not shared yet, and with readers', async () => {
    const { permissions } = await google.as(OWNER).drive();
    const reader = { type: 'user', role: 'reader', emailAddress: 'moi@example.vn' };
    await permissions.create({ fileId: workbookId, requestBody: reader });
    const more = { ...people, staff: [STAFF, 'moi@example.vn'] };
    const { repaired } = await provision({ people: more, workbookId });
    assert.deepEqual(repaired, ['Đã chia sẻ lại bảng tính cho 1 tài khoản.']);
    assert.equal((await googleFiles(google.as(OWNER)).writers(workbookId)).get('moi@example.vn'), 'writer');
  });

  it('gives a new task of the month a line of its own; what stands in the others stays beside its label', async () => {
    await type(staff, "'Báo cáo 08-2022'!B5:B7", [10], [12], [5_000_000]);
    const tasks = ['Cài đặt VNeID', 'Đăng ký dịch vụ công'];
    assert.deepEqual(await repair([{ ...august, tasks }]), [
      'Trang «Báo cáo 08-2022»: đã ghi lại dòng «Nhiệm vụ: Cài đặt VNeID».',
      'Trang «Báo cáo 08-2022»: đã ghi lại dòng «Nhiệm vụ: Đăng ký dịch vụ công».',
    ]);
    const rows = (await sheet('Báo cáo 08-2022')).data?.[0]?.rowData ?? [];
    const lines = rows.slice(4, 9).map(({ values }) => {
      const value = values?.[1]?.userEnteredValue;
      return [values?.[0]?.userEnteredValue?.stringValue, value?.numberValue ?? value?.stringValue ?? null];
    });
    assert.deepEqual(lines, [
      ['Số cán bộ quản lý, giáo viên, nhân viên đã được phổ biến Kế hoạch', 10],
      ['Tổng số cán bộ quản lý, giáo viên, nhân viên', 12],
      ['Nhiệm vụ: Cài đặt VNeID', null],
      ['Nhiệm vụ: Đăng ký dịch vụ công', null],
      ['Kinh phí xã hội hóa', 5_000_000],
    ]);
    await type(staff, "'Báo cáo 08-2022'!B7", ['đã xong']);
  });

  it('goes on after an answer that was lost, without making a tab twice', async () => {
    await as(raw, { deleteSheet: { sheetId: await sheetId('Thành viên') } });
    let lost = 1;
    google.intercept = (request, response) => {
      if (lost === 0 || !request.url?.includes(':batchUpdate')) return false;
      lost -= 1;
      // The write is applied, and the caller never hears of it.
      const end = response.end.bind(response);
      response.writeHead = (() => response) as typeof response.writeHead;
      response.end = (() => {
        request.socket.destroy();
        return end();
      }) as typeof response.end;
      return false;
    };
    assert.deepEqual(await repair(), ['Đã thêm trang «Thành viên».']);
    assert.equal((await titles())?.filter((title) => title === 'Thành viên').length, 1);
    await assertSettled();
  });

  it('refuses a workbook that is gone', async () => {
    await assert.rejects(provision({ people, workbookId: 'khong-co' }), { code: 'not-found' });
  });

  describe('openPeriodTabs', () => {
    const open = (periods: readonly PeriodTemplate[]) =>
      openPeriodTabs(workbookId, unit, periods, {
        templates: googleTemplates({ client: google.as(SERVICE_ACCOUNT), calls }),
        log: silent,
      });

    it('adds the tabs of a month as the service account, protected like the others', async () => {
      assert.deepEqual(await open([september]), [
        'Đã thêm trang «Hoạt động 09-2022».',
        'Đã thêm trang «Báo cáo 09-2022».',
      ]);
      await assert.rejects(type(staff, "'Hoạt động 09-2022'!B1", ['x']));
      await type(staff, "'Hoạt động 09-2022'!B2", [44800]);
      assert.deepEqual(await repair([august, september]), []);
    });

    it('writes nothing the second time', async () => {
      await open([september]);
      calls = noCalls();
      assert.deepEqual(await open([september]), []);
      assert.equal(calls.sheetsWrites, 0);
    });

    it('touches no other tab', async () => {
      await type(raw, "'Tổ'!C1", ['Loại']);
      await open([september]);
      assert.equal((await cellAt('Tổ', 0, 2))?.userEnteredValue?.stringValue, 'Loại');
    });
  });
});
