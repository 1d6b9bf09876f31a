/** The built script in a workbook of the local system: what it marks at once is what the night would mark, cell for cell. */
import assert from 'node:assert/strict';
import type { NightlyResult } from '../../functions/workflows/nightly.ts';
import type { ScriptOutcome } from '../../local/script/run-script.ts';
import { openTestSystem, readTab, type TestSystem } from '../support/local-system.ts';

const UNIT = '2022:464';
const AS_OF = '2022-08-25T21:00+07:00';
/** The verdicts of the form are closed to staff, as whom the script runs: they are the night's. */
const STAFF_TABS = ['Tổ', 'Thành viên', 'Hoạt động 08-2022', 'Hoạt động 09-2022'];

interface Cell {
  readonly value: string;
  readonly note: string;
  readonly fill: unknown;
}

describe('the script marks as the night does: the sample province', function () {
  this.timeout(120_000);
  let local: TestSystem;
  let workbook: string;

  before(async () => {
    local = await openTestSystem(['--sample', 'demo', '--units', '464', '--as-of', AS_OF]);
    workbook = local.workbooks[UNIT] ?? '';
  });
  after(() => local.close());

  async function run(body: object): Promise<ScriptOutcome> {
    const response = await fetch(`${local.system.address}_local/script/${workbook}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    assert.equal(response.status, 200, JSON.stringify(answer));
    return answer as ScriptOutcome;
  }

  /** Everything that a mark can change, tab by tab. */
  async function marks(): Promise<Readonly<Record<string, readonly (readonly Cell[])[]>>> {
    const tabs = await Promise.all(
      STAFF_TABS.map(async (title) => {
        const rows = await readTab(local.person, workbook, title);
        const cells = rows.map(({ values = [] }) =>
          values.map(({ formattedValue, note, userEnteredFormat }) => ({
            value: formattedValue ?? '',
            note: note ?? '',
            fill: userEnteredFormat?.backgroundColor ?? null,
          })),
        );
        return [title, cells] as const;
      }),
    );
    return Object.fromEntries(tabs);
  }
  const verdictsOf = (rows: readonly (readonly Cell[])[] | undefined): string[] =>
    (rows ?? []).slice(1).map(([verdict]) => verdict?.value ?? '');

  async function night(): Promise<NightlyResult> {
    const { status, body } = await local.call('nightly');
    assert.equal(status, 200, JSON.stringify(body));
    return body as NightlyResult;
  }

  async function sheetIdOf(title: string): Promise<number> {
    const { data } = await local.person.spreadsheets.get({ spreadsheetId: workbook, fields: 'sheets.properties' });
    const found = data.sheets?.find(({ properties }) => properties?.title === title)?.properties?.sheetId;
    assert.equal(typeof found, 'number', title);
    return found ?? -1;
  }

  /** What a person does in the grid: the cell changes, then Google fires the trigger. */
  async function typeIn(title: string, a1: string, rows: readonly (readonly unknown[])[]): Promise<void> {
    await local.person.spreadsheets.values.update({
      spreadsheetId: workbook,
      range: `'${title}'!${a1}`,
      valueInputOption: 'USER_ENTERED',
      requestBody: { values: rows.map((row) => [...row]) },
    });
    const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(a1) ?? [];
    const [startRowIndex, startColumnIndex] = [Number(row) - 1, letter.charCodeAt(0) - 65];
    const range = {
      startRowIndex,
      endRowIndex: startRowIndex + rows.length,
      startColumnIndex,
      endColumnIndex: startColumnIndex + Math.max(...rows.map(({ length }) => length)),
    };
    await run({ name: 'onEdit', edited: { sheetId: await sheetIdOf(title), range } });
  }

  it('has the menu «Tổ công nghệ số»', async () => {
    const { menus } = await run({ name: 'onOpen' });
    assert.deepEqual(
      menus.map(({ title, items }) => [title, items[0]?.run]),
      [['Tổ công nghệ số', 'checkThisTab']],
    );
  });

  it('«Kiểm tra tất cả» leaves the marks of the night: the night changes none of them', async () => {
    await run({ name: 'checkAll' });
    const before = await marks();
    assert.ok(verdictsOf(before.Tổ).filter((verdict) => verdict.startsWith('✗')).length > 0);
    await night();
    assert.deepEqual(await marks(), before);
  });

  it('an edit is judged at once: the night finds nothing left to mark', async () => {
    await typeIn('Tổ', 'F2', [['31/02/2022']]);
    const [wrong] = verdictsOf((await marks()).Tổ);
    assert.match(wrong ?? '', /^✗ .*31\/02\/2022/);
    const before = await marks();
    await night();
    assert.deepEqual(await marks(), before);
    await typeIn('Tổ', 'F2', [['23/05/2022']]);
    assert.equal(verdictsOf((await marks()).Tổ)[0], '✓');
  });

  it('a block that is pasted is judged as a whole', async () => {
    const rows = [
      ['Xã Vĩnh Long', 'Cấp thôn', 'Thôn Dán 1', '51/QĐ-UBND', '23/05/2022', 'Chủ tịch UBND cấp xã'],
      ['Xã Không Có', 'Cấp thôn', 'Thôn Dán 2', '51/QĐ-UBND', '23/05/2022', 'Chủ tịch UBND cấp xã'],
      ['Xã Vĩnh Long', 'Cấp thôn', 'Thôn Dán 3', '51/QĐ-UBND', '2022', 'Chủ tịch UBND cấp xã'],
    ];
    await typeIn('Tổ', 'B40', rows);
    const verdicts = verdictsOf((await marks()).Tổ).slice(38, 41);
    assert.deepEqual(
      verdicts.map((verdict) => verdict.startsWith('✗')),
      [false, true, true],
    );
    const before = await marks();
    await night();
    assert.deepEqual(await marks(), before);
  });

  it('an edit of a tab that is not judged costs nothing and changes nothing', async () => {
    const before = await marks();
    const { toasts } = await run({
      name: 'onEdit',
      edited: {
        sheetId: await sheetIdOf('Danh mục'),
        range: { startRowIndex: 1, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 1 },
      },
    });
    assert.deepEqual(toasts, []);
    assert.deepEqual(await marks(), before);
  });

  for (const [what, body, status] of [
    ['a function that is not there', { name: 'deleteEverything' }, 404],
    ['a function of JavaScript itself', { name: 'eval' }, 404],
    ['a body of another shape', { run: 'onOpen' }, 400],
  ] as const) {
    it(`refuses ${what}: ${status}`, async () => {
      const response = await fetch(`${local.system.address}_local/script/${workbook}`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
      assert.equal(response.status, status);
    });
  }

  it('refuses a workbook that is not there: 404', async () => {
    const response = await fetch(`${local.system.address}_local/script/none`, {
      method: 'POST',
      body: '{"name":"onOpen"}',
    });
    assert.equal(response.status, 404);
  });
});
