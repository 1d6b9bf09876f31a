/** The province's workbook over HTTP: the real googleapis client, the local Sheets server, figures against the sample's truth. */
import assert from 'node:assert/strict';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { googleChanges } from '../../functions/adapters/google-drive-changes.ts';
import { googleFiles } from '../../functions/adapters/google-files.ts';
import { googleSheets } from '../../functions/adapters/google-sheets.ts';
import { googleTemplates } from '../../functions/adapters/google-template.ts';
import { memoryStore } from '../../functions/adapters/memory-store.ts';
import { describePeriod } from '../../functions/domain/period.ts';
import type { Calls, Store } from '../../functions/ports.ts';
import { checkUnit } from '../../functions/workflows/check-unit.ts';
import { loadSettings } from '../../functions/workflows/load-settings.ts';
import { provisionProvince } from '../../functions/workflows/provision-province.ts';
import { provisionUnits } from '../../functions/workflows/provision-units.ts';
import { publishSummaries, publishSummary } from '../../functions/workflows/publish-summary.ts';
import { generateProvince, type SampleUnit } from '../../local/sample/generate-province.ts';
import { type CallSheets, writeSample } from '../../local/sample/write-sample.ts';
import type { Instant, Period, PlainDate } from '../../schemas/calendar.ts';
import { SETTINGS_PATH } from '../../schemas/document-paths.ts';
import type { SettingsDocument, UnitDocument } from '../../schemas/documents.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import type { WorkbookPeople } from '../../schemas/template.ts';
import { UNITS_2022 } from '../../schemas/units.ts';
import { type LocalGoogle, noCalls, OWNER, SERVICE_ACCOUNT, STAFF, startLocalGoogle } from '../support/local-google.ts';

const asOf = '2022-08-25T21:00:00+07:00' as Instant;
const today = '2022-08-25' as PlainDate;
const [JULY, AUGUST] = ['2022-07', '2022-08'] as Period[] as [Period, Period];
const months = [JULY, AUGUST].map((period) => describePeriod(period, DEFAULT_CALENDAR));
/** Two districts and the one without communes. */
const REPORTING = ['2022:468', '2022:462'];
const units = UNITS_2022.filter(({ id, communes }) => REPORTING.includes(id) || communes.length === 0);
const people: WorkbookPeople = { owner: OWNER, serviceAccount: SERVICE_ACCOUNT, staff: [STAFF] };
const silent = () => {};

describe("the province's workbook", function () {
  this.timeout(120_000);
  let google: LocalGoogle;
  let store: Store;
  let calls: Calls;
  let workbookId: string;
  let sample: readonly SampleUnit[];
  let owner: sheets_v4.Sheets;
  let staff: sheets_v4.Sheets;

  before(async () => {
    google = await startLocalGoogle();
    store = memoryStore();
    calls = noCalls();
    owner = await google.as(OWNER).sheets();
    staff = await google.as(STAFF).sheets();
    const made = await provision();
    assert.deepEqual({ ...made, workbookId: '' }, { workbookId: '', created: true, repaired: [] });
    workbookId = made.workbookId;
  });
  after(() => google.close());
  beforeEach(() => {
    calls = noCalls();
  });

  function owned() {
    const client = google.as(OWNER);
    return { templates: googleTemplates({ client, calls }), files: googleFiles(client), store, log: silent };
  }
  function robot() {
    const parts = { client: google.as(SERVICE_ACCOUNT), calls, log: silent };
    const changes = googleChanges(parts.client);
    return { sheets: googleSheets(parts), templates: googleTemplates(parts), changes, store, log: silent, calls };
  }
  const provision = () => provisionProvince({ people, calendar: DEFAULT_CALENDAR }, owned());
  const settings = async () => (await store.get([SETTINGS_PATH])).get(SETTINGS_PATH) as SettingsDocument;

  async function cells(title: string): Promise<unknown[][]> {
    const range = `'${title}'`;
    const params = { spreadsheetId: workbookId, range, valueRenderOption: 'UNFORMATTED_VALUE' };
    return (await owner.spreadsheets.values.get(params)).data.values ?? [];
  }
  const type = (client: sheets_v4.Sheets, range: string, values: unknown[][]) =>
    client.spreadsheets.values.update({
      spreadsheetId: workbookId,
      range,
      valueInputOption: 'USER_ENTERED',
      requestBody: { values },
    });
  async function rowOf(item: string, scope = ''): Promise<number> {
    const rows = await cells('Cấu hình');
    return rows.findIndex((row) => row[1] === item && (row[2] ?? '') === scope) + 1;
  }

  it('has its tabs in order, in Vietnamese', async () => {
    const { data } = await owner.spreadsheets.get({ spreadsheetId: workbookId });
    assert.deepEqual(
      data.sheets?.map(({ properties }) => properties?.title),
      ['Tổng quan', 'Theo huyện', 'Tiến độ nộp', 'Nhiệm vụ tháng', 'Chất lượng số liệu', 'Cấu hình', 'Danh mục'],
    );
    const { title, locale, timeZone } = data.properties ?? {};
    assert.deepEqual(
      [title, locale, timeZone],
      ['Tổ công nghệ số cộng đồng – tỉnh Quảng Trị', 'vi_VN', 'Asia/Ho_Chi_Minh'],
    );
  });

  it('has a row for the address of each of the nine units, and is noted in the settings', async () => {
    const rows = (await cells('Cấu hình')).filter((row) => row[1] === 'Thư của đơn vị');
    assert.equal(new Set(rows.map((row) => row[2])).size, 9);
    assert.equal((await settings()).workbookId, workbookId);
  });

  it('provisioning it again changes nothing', async () => {
    assert.deepEqual(await provision(), { workbookId, created: false, repaired: [] });
    assert.equal(calls.sheetsWrites, 0);
  });

  it('draws the months: each chart takes the line that its title says', async () => {
    const { data } = await owner.spreadsheets.get({ spreadsheetId: workbookId });
    const charts = data.sheets?.[0]?.charts ?? [];
    assert.deepEqual(
      charts.map(({ spec }) => spec?.title),
      ['Số lượt người theo tháng', 'Số tổ cấp thôn theo tháng', 'Số đơn vị đã nộp theo tháng'],
    );
    await publishSummary({ period: AUGUST, asOf }, robot());
    const overview = await cells('Tổng quan');
    const rows = charts.map(
      ({ spec }) => spec?.basicChart?.series?.[0]?.series?.sourceRange?.sources?.[0]?.startRowIndex,
    );
    assert.deepEqual(
      rows.map((row) => overview[row ?? 0]?.[0]),
      ['Số lượt người', 'Tổ cấp thôn', 'Số đơn vị đã nộp'],
    );
  });

  it('a chart that was deleted comes back', async () => {
    const { data } = await owner.spreadsheets.get({ spreadsheetId: workbookId });
    const objectId = data.sheets?.[0]?.charts?.[0]?.chartId ?? 0;
    const requests = [{ deleteEmbeddedObject: { objectId } }];
    await owner.spreadsheets.batchUpdate({ spreadsheetId: workbookId, requestBody: { requests } });
    assert.deepEqual((await provision()).repaired, [
      'Trang «Tổng quan»: đã đặt lại biểu đồ «Số lượt người theo tháng».',
    ]);
    assert.deepEqual((await provision()).repaired, []);
  });

  it('a row and a tab that were lost come back', async () => {
    const { data } = await owner.spreadsheets.get({ spreadsheetId: workbookId });
    const idOf = (title: string) =>
      data.sheets?.find(({ properties }) => properties?.title === title)?.properties?.sheetId;
    const row = await rowOf('Thư của đơn vị', 'Huyện Cam Lộ');
    const range = { sheetId: idOf('Cấu hình') ?? 0, dimension: 'ROWS', startIndex: row - 1, endIndex: row };
    const requests = [{ deleteDimension: { range } }, { deleteSheet: { sheetId: idOf('Theo huyện') ?? 0 } }];
    await owner.spreadsheets.batchUpdate({ spreadsheetId: workbookId, requestBody: { requests } });
    assert.equal(await rowOf('Thư của đơn vị', 'Huyện Cam Lộ'), 0);
    assert.ok((await provision()).repaired.length >= 2);
    assert.ok((await rowOf('Thư của đơn vị', 'Huyện Cam Lộ')) > 0);
    assert.deepEqual((await provision()).repaired, []);
  });

  it('the Department edits Cấu hình, and neither its header nor the figures', async () => {
    await type(staff, `'Cấu hình'!D${await rowOf('Số ngày làm việc chờ sau hạn nộp')}`, [['5']]);
    await type(staff, `'Cấu hình'!D${await rowOf('Thư của đơn vị', 'Huyện Cam Lộ')}`, [['phong-vhtt@example.vn']]);
    await assert.rejects(type(staff, "'Cấu hình'!B1", [['x']]));
    for (const title of [
      'Tổng quan',
      'Theo huyện',
      'Tiến độ nộp',
      'Nhiệm vụ tháng',
      'Chất lượng số liệu',
      'Danh mục',
    ]) {
      await assert.rejects(type(staff, `'${title}'!B7`, [['1']]), title);
    }
  });

  it('what they typed is in force, and every row says so', async () => {
    const { settings: loaded, calendar, problems } = await loadSettings(robot(), { now: asOf });
    assert.deepEqual([loaded.version, calendar.graceWorkingDays], [2, 5]);
    assert.deepEqual(loaded.mailTo, { '2022:468': ['phong-vhtt@example.vn'] });
    assert.deepEqual(new Set(problems.map(({ rule }) => rule)), new Set(['settings.address-blank']));
    assert.deepEqual([calls.sheetsReads, calls.sheetsWrites], [2, 1]);
    const verdicts = (await cells('Cấu hình')).slice(1).map(([verdict]) => String(verdict).slice(0, 1));
    assert.deepEqual(new Set(verdicts), new Set(['✓', '!']));
    assert.deepEqual(await settings(), loaded);
  });

  it('loading again: one read, nothing written; provisioning leaves the verdicts alone', async () => {
    await loadSettings(robot(), { now: asOf });
    assert.deepEqual([calls.sheetsReads, calls.sheetsWrites, calls.documentsWritten], [1, 0, 0]);
    assert.deepEqual((await provision()).repaired, []);
  });

  it('takes the figures of the districts that were checked', async () => {
    const all = generateProvince({ seed: 7, asOf: today, periods: months, mistakes: false });
    sample = all.filter(({ unit }) => REPORTING.includes(unit.id));
    const call: CallSheets = async (method, path, body) => {
      const response = await fetch(new URL(path, google.rootUrl), {
        method,
        headers: { authorization: `Bearer ${OWNER}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      assert.ok(response.ok, await response.clone().text());
      return response.json();
    };
    await provisionUnits(
      { units, periods: months, peopleOf: () => people },
      owned(),
      async ({ unit, workbookId: id }) => {
        const rows = sample.find((one) => one.unit.id === unit.id);
        assert.ok(rows);
        await writeSample(rows, id, call);
      },
    );
    const documents = [...(await store.list('units')).values()] as UnitDocument[];
    for (const { unit, workbookId: id } of documents) {
      const found = units.find((one) => one.id === unit);
      if (id === null || !found) continue;
      const look = {
        now: asOf,
        today,
        calendar: DEFAULT_CALENDAR,
        reports: new Map(),
        looksFor: 'everything',
      } as const;
      await checkUnit({ unit: found, workbookId: id, periods: months, tasks: {}, to: [], ...look }, robot());
    }
    calls = noCalls();
    const { documentsWritten, cellsWritten } = await publishSummaries({ periods: [JULY, AUGUST], asOf }, robot());
    assert.equal(documentsWritten, 2, 'July and August');
    assert.ok(cellsWritten > 300, String(cellsWritten));
    assert.deepEqual([calls.sheetsReads, calls.sheetsWrites], [2, 1]);
  });

  it('the figures equal an independent count', async () => {
    const overview = await cells('Tổng quan');
    const column = overview[4]?.indexOf('08/2022') ?? -1;
    const shown = (label: string) => overview.find(([first]) => first === label)?.[column];
    const truths = sample.map(({ truth }) => truth.months.get(AUGUST)?.totals);
    const expected = (pick: (totals: NonNullable<(typeof truths)[number]>) => number) =>
      truths.reduce((sum, totals) => sum + (totals ? pick(totals) : Number.NaN), 0);
    assert.equal(overview[2]?.[0], '0/2 huyện đã nộp. Số liệu tạm tính.');
    const figures: [label: string, number][] = [
      ['Tổ cấp xã', expected(({ communeTeams }) => communeTeams)],
      ['Tổ cấp thôn', expected(({ villageTeams }) => villageTeams)],
      ['Thành viên chính thức (lượt tham gia tổ)', expected(({ members }) => members)],
      ['Cộng tác viên (lượt tham gia tổ)', expected(({ collaborators }) => collaborators)],
      ['Số buổi', expected(({ sessions }) => sessions)],
      ['Số lượt người', expected(({ turns }) => turns)],
      ['Số dòng hoạt động: Tuyên truyền', expected(({ activities }) => activities.outreach ?? 0)],
      ['Lượt người: VNeID', expected(({ turnsByPlatform }) => turnsByPlatform.vneid ?? 0)],
    ];
    for (const [label, figure] of figures) assert.equal(shown(label), figure, label);
    assert.ok(figures.every(([, figure]) => Number.isInteger(figure)) && expected(({ turns }) => turns) > 0);
  });

  it('each district has its own row, month by month', async () => {
    const [header = [], ...rows] = (await cells('Theo huyện')).slice(4);
    const turns = header.indexOf('Số lượt người');
    for (const { unit, truth } of sample) {
      for (const [period, name] of [
        [JULY, '07/2022'],
        [AUGUST, '08/2022'],
      ] as const) {
        const row = rows.find(([month, district]) => month === name && district === unit.fullName);
        assert.equal(row?.[turns], truth.months.get(period)?.totals.turns, `${unit.name} ${name}`);
      }
    }
    const conCo = rows.find(([, district]) => String(district).includes('Cồn Cỏ'));
    assert.deepEqual(conCo?.slice(2), ['Không áp dụng']);
  });

  it('publishing again: one read, nothing written', async () => {
    const published = await publishSummary({ period: AUGUST, asOf }, robot());
    assert.deepEqual(published, { period: AUGUST, cellsWritten: 0, documentsWritten: 0 });
    assert.deepEqual([calls.sheetsReads, calls.sheetsWrites], [1, 0]);
  });

  it('provisioning leaves the figures alone', async () => {
    assert.deepEqual((await provision()).repaired, []);
    assert.equal((await publishSummary({ period: AUGUST, asOf }, robot())).cellsWritten, 0);
  });

  it('names nobody: no member, no phone', async () => {
    const tabs = await Promise.all(
      ['Tổng quan', 'Theo huyện', 'Tiến độ nộp', 'Nhiệm vụ tháng', 'Chất lượng số liệu'].map(cells),
    );
    const words = tabs.flat(2).filter((cell): cell is string => typeof cell === 'string');
    const names = sample.flatMap(({ members }) => members.map(({ name }) => String(name)));
    assert.ok(names.length > 50);
    assert.deepEqual(
      words.filter((word) => names.some((name) => word.includes(name)) || /\d{9,}/.test(word)),
      [],
    );
  });
});
