/** Promise 4: one bad workbook never stops the others, and each kind of damage is said once, clearly. */
import assert from 'node:assert/strict';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { NightlyResult } from '../../functions/workflows/nightly.ts';
import { openTestSystem, readTab, type TestSystem } from '../support/local-system.ts';

type Request = sheets_v4.Schema$Request;
/** What is done to a workbook, given the ids of its tabs by title. */
type Damage = (ids: ReadonlyMap<string, number>) => readonly Request[];

const id = (ids: ReadonlyMap<string, number>, title: string): number => ids.get(title) ?? -1;
const cells = (sheetId: number, rowIndex: number, columnIndex: number, ...values: (string | number)[]): Request => ({
  updateCells: {
    start: { sheetId, rowIndex, columnIndex },
    rows: [
      {
        values: values.map((value) => ({
          userEnteredValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value },
        })),
      },
    ],
    fields: 'userEnteredValue',
  },
});
const member = (name: string): (string | number)[] => ['', '', name, 1980, 'Nam', 'Thành viên', 'Giáo viên'];

/** One district each: what happens to it, and what its list of problems must then say, rule by rule. */
const DAMAGES: readonly [unit: string, what: string, damage: Damage, rules: readonly string[]][] = [
  ['2022:461', 'a missing tab', (ids) => [{ deleteSheet: { sheetId: id(ids, 'Thành viên') } }], ['tab.missing']],
  [
    '2022:462',
    'a renamed tab',
    (ids) => [
      { updateSheetProperties: { properties: { sheetId: id(ids, 'Thành viên'), title: 'DS TV' }, fields: 'title' } },
    ],
    ['tab.missing'],
  ],
  [
    '2022:464',
    'a copied tab',
    (ids) => [
      { duplicateSheet: { sourceSheetId: id(ids, 'Tổ'), newSheetName: 'Bản sao của Tổ', insertSheetIndex: 1 } },
    ],
    ['tab.copied'],
  ],
  ['2022:465', 'a doubled header', (ids) => [cells(id(ids, 'Tổ'), 0, 9, 'Ngày quyết định')], ['tab.header-doubled']],
  [
    '2022:466',
    'merged cells',
    (ids) => [
      ...[1, 2, 3].map((row) =>
        cells(id(ids, 'Thành viên'), row, 1, ...member(`Lê Văn ${['Một', 'Hai', 'Ba'][row - 1]}`)),
      ),
      cells(id(ids, 'Thành viên'), 1, 1, 'Xã Gio Mai'),
      ...[1, 2, 3].map((row) => cells(id(ids, 'Thành viên'), row, 10, 44718)),
      {
        mergeCells: {
          range: {
            sheetId: id(ids, 'Thành viên'),
            startRowIndex: 1,
            endRowIndex: 4,
            startColumnIndex: 1,
            endColumnIndex: 2,
          },
          mergeType: 'MERGE_ALL',
        },
      },
    ],
    ['member.team-unknown', 'tab.merged-cells'],
  ],
  [
    '2022:467',
    '50,000 characters, and a formula as text',
    (ids) => [
      cells(id(ids, 'Tổ'), 1, 1, 'Xã Ba Lòng', 'Cấp xã'),
      cells(id(ids, 'Tổ'), 1, 4, '=IMPORTXML("http://x","//a")', 44718, 'Chủ tịch UBND cấp xã'),
      cells(id(ids, 'Tổ'), 1, 10, 'x'.repeat(50_000)),
    ],
    ['cell.formula-text', 'cell.too-long'],
  ],
  [
    '2022:469',
    '5,000 blank rows',
    (ids) => [
      { appendDimension: { sheetId: id(ids, 'Tổ'), dimension: 'ROWS', length: 5_000 } },
      cells(id(ids, 'Tổ'), 5_200, 1, ' '),
    ],
    [],
  ],
];
const EMPTIED = '2022:470';
const DELETED = '2022:468';

describe('one bad workbook never stops the others', function () {
  this.timeout(120_000);
  let local: TestSystem;
  let result: NightlyResult;

  async function structure(unit: string): Promise<ReadonlyMap<string, number>> {
    const spreadsheetId = local.workbooks[unit] ?? '';
    const { data } = await local.owner.spreadsheets.get({ spreadsheetId, fields: 'sheets.properties(sheetId,title)' });
    return new Map((data.sheets ?? []).map(({ properties }) => [properties?.title ?? '', properties?.sheetId ?? 0]));
  }

  async function change(unit: string, requests: readonly Request[]): Promise<void> {
    const spreadsheetId = local.workbooks[unit] ?? '';
    await local.owner.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [...requests] } });
  }

  async function rulesOf(unit: string): Promise<string[]> {
    const rows = await readTab(local.owner, local.workbooks[unit] ?? '', 'Kết quả kiểm tra');
    const rules = rows.slice(1).map((row) => row.values?.[9]?.formattedValue ?? '');
    return rules.filter((rule) => rule !== '').sort();
  }

  before(async () => {
    local = await openTestSystem(['--sample', 'empty', '--as-of', '2022-08-25T21:00+07:00']);
    for (const [unit, , damage] of DAMAGES) await change(unit, damage(await structure(unit)));
    const tabs = [...(await structure(EMPTIED)).values()];
    await change(EMPTIED, [
      { addSheet: { properties: { title: 'Trang tính1' } } },
      ...tabs.map((sheetId) => ({ deleteSheet: { sheetId } })),
    ]);
    await fetch(`${local.system.address}drive/v3/files/${local.workbooks[DELETED]}`, {
      method: 'DELETE',
      headers: { authorization: 'Bearer owner' },
    });
    result = (await local.call('nightly')).body as NightlyResult;
  });
  after(() => local.close());

  it('checks all others and names the one that is gone', () => {
    const failed = result.units.filter(({ outcome }) => outcome === 'failed');
    assert.deepEqual(
      failed.map(({ unit, error }) => [unit, error?.code]),
      [[DELETED, 'not-found']],
    );
    assert.equal(result.units.length, 9);
  });

  for (const [unit, what, , rules] of DAMAGES) {
    it(`${what}: ${rules.join(', ') || 'nothing to say'}`, async () => {
      const others = new Set(['member.team-unknown', 'member.consent-missing', 'team.no-members', 'cell.required']);
      const found = (await rulesOf(unit)).filter((rule) => rules.includes(rule) || !others.has(rule));
      assert.deepEqual(found, [...rules]);
    });
  }

  it('an empty workbook: each tab that is missing is said once, and the night goes on', async () => {
    const { periods, outcome } = result.units.find(({ unit }) => unit === EMPTIED) ?? {};
    assert.equal(outcome, 'checked');
    assert.equal(periods?.[0]?.problems.error, 4, 'Tổ, Thành viên, Hoạt động, Báo cáo');
  });

  it('a second night changes nothing', async () => {
    const again = (await local.call('nightly')).body as NightlyResult;
    const { sheetsWrites, cellsWritten, documentsWritten } = again.summary.calls;
    assert.deepEqual([sheetsWrites, cellsWritten, documentsWritten], [0, 0, 0]);
  });
});
