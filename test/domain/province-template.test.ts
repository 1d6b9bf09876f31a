import assert from 'node:assert/strict';
import { provinceTemplate } from '../../functions/domain/province-template.ts';
import { chartRepairs, OVERVIEW_CHARTS } from '../../functions/domain/province-template-charts.ts';
import { settingsRowRepairs } from '../../functions/domain/province-template-repairs.ts';
import { settingsFrom } from '../../functions/domain/settings.ts';
import { workbookRepairs } from '../../functions/domain/template-diff.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import type { Step, TabState, WorkbookState } from '../../schemas/template.ts';
import { type CellValue, placeKey } from '../../schemas/workbook.ts';
import { SETTINGS_HEADER } from '../support/province-workbook.ts';

const settings = { ...settingsFrom(DEFAULT_CALENDAR), mailTo: { '2022:464': ['a@example.vn', 'b@example.vn'] } };

const stateOf = (part: Partial<TabState>): WorkbookState => ({
  locale: 'vi_VN',
  timeZone: 'Asia/Ho_Chi_Minh',
  tabs: [
    {
      sheetId: 5,
      title: 'Cấu hình',
      key: 'settings',
      rowCount: 500,
      columnCount: 5,
      frozenRows: 1,
      columnKeys: new Map(),
      protections: [],
      values: [],
      notes: new Map(),
      formats: new Map(),
      rules: new Map(),
      ...part,
    },
  ],
});

const stepsOf = (state: WorkbookState) => settingsRowRepairs(state, settings).flatMap(({ steps }) => steps);
const written = (steps: readonly Step[]) =>
  steps.flatMap((step) => (step.do === 'write' ? [[step.row, step.column, step.value]] : []));

describe("the template of the province's workbook", () => {
  const { tabs, title } = provinceTemplate();
  it('names the province', () => assert.equal(title, 'Tổ công nghệ số cộng đồng – tỉnh Quảng Trị'));

  it('lets people fill in Cấu hình alone', () => {
    assert.deepEqual(
      tabs.map((tab) => [tab.title, tab.kind === 'list' && tab.staff]),
      [
        ['Tổng quan', false],
        ['Theo huyện', false],
        ['Tiến độ nộp', false],
        ['Nhiệm vụ tháng', false],
        ['Chất lượng số liệu', false],
        ['Cấu hình', true],
        ['Danh mục', false],
      ],
    );
  });

  it('takes the dropdown of Mục from Danh mục, strictly; values stay text as typed', () => {
    const tab = tabs.find(({ key }) => key === 'settings');
    assert.ok(tab?.kind === 'list');
    const [, item, scope, value] = tab.columns;
    assert.deepEqual(item?.rule, { kind: 'list', range: "'Danh mục'!$A$2:$A$9", strict: true });
    assert.deepEqual([scope?.format?.type, value?.format?.type], ['TEXT', 'TEXT']);
  });
});

describe('the rows of Cấu hình', () => {
  it('an empty tab gets everything, each value as text', () => {
    const cells = written(stepsOf(stateOf({ values: [SETTINGS_HEADER] })));
    assert.deepEqual(cells.slice(0, 4), [
      [1, 1, 'Kỳ số liệu'],
      [1, 3, 'Từ ngày 15 tháng trước đến ngày 14'],
      [2, 1, 'Số ngày làm việc chờ sau hạn nộp'],
      [2, 3, '3'],
    ]);
    assert.ok(cells.some(([, , value]) => value === 'b@example.vn'));
    assert.ok(cells.some(([, , value]) => String(value).startsWith('04/05/2024')));
  });

  it('a tab in use gets only the rows that must always be there, below the last one', () => {
    const rows: CellValue[][] = [['✓', 'kỳ số liệu', null, '15-14'], [], ['!', 'Thư của đơn vị', 'huyen vinh linh']];
    const cells = written(stepsOf(stateOf({ values: [SETTINGS_HEADER, ...rows] })));
    assert.deepEqual(cells[0], [4, 1, 'Số ngày làm việc chờ sau hạn nộp']);
    const items = cells.filter(([, column]) => column === 1).map(([, , item]) => item);
    assert.deepEqual(
      [...Map.groupBy(items, String)].map(([item, all]) => [item, all.length]),
      [
        ['Số ngày làm việc chờ sau hạn nộp', 1],
        ['Thư của Sở', 1],
        ['Thư của đơn vị', 8],
      ],
    );
    assert.ok(!cells.some(([, , value]) => value === 'Huyện Vĩnh Linh'), 'it has its row');
  });

  it('columns that were moved are followed; a tab without them waits for its columns', () => {
    const moved = ['Giá trị', 'Đơn vị, tháng, năm', 'Mục'];
    assert.deepEqual(written(stepsOf(stateOf({ values: [moved] })))[0], [1, 2, 'Kỳ số liệu']);
    assert.deepEqual(stepsOf(stateOf({ values: [['x']] })), []);
  });

  it('a full tab gets room first', () => {
    const [first] = stepsOf(stateOf({ values: [SETTINGS_HEADER], rowCount: 3 }));
    assert.ok(first?.do === 'resize' && first.rowCount > 15);
  });
});

describe('the figures of the province', () => {
  const { tabs } = provinceTemplate();
  const overview = (part: Partial<TabState>) => stateOf({ sheetId: 6, title: 'Tổng quan', columnCount: 9, ...part });

  const formatsSet = (state: WorkbookState) =>
    workbookRepairs(provinceTemplate(), state, [], ({ key }) => key === 'overview')
      .flatMap(({ steps }) => steps)
      .filter((step) => step.do === 'format');

  it('are shown in groups of three', () => {
    const area = { startRow: 5, startColumn: 1 };
    const wanted = [{ do: 'format', sheetId: 6, area, format: { type: 'NUMBER', pattern: '#,##0' } }];
    assert.deepEqual(formatsSet(overview({})), wanted);
    assert.deepEqual(formatsSet(overview({ formats: new Map([[placeKey(5, 1), 'NUMBER']]) })), []);
  });

  const tableOf = (wanted: string) => {
    const tab = tabs.find(({ key }) => key === wanted);
    assert.ok(tab?.kind === 'text');
    return { figures: tab.figures, widths: tab.widths.slice(0, 4) };
  };
  for (const [key, figures, widths] of [
    ['overview', { startRow: 5, startColumn: 1 }, [340, 130, 130, 130]],
    ['districts', { startRow: 5, startColumn: 3 }, [90, 200, 250, 130]],
    ['progress', undefined, [200, 130, 250, 250]],
    ['tasks', undefined, [90, 340, 200, 340]],
    ['quality', { startRow: 5, startColumn: 2 }, [340, 220, 130, 130]],
  ] as const) {
    it(`stand behind words that are as wide as they need: ${key}`, () =>
      assert.deepEqual(tableOf(key), { figures, widths }));
  }

  it('are drawn: a chart that is missing is made, one whose figures moved is put right', () => {
    const charts = OVERVIEW_CHARTS.map(({ title, figuresRow }, index) => ({ id: index + 1, title, figuresRow }));
    assert.deepEqual(chartRepairs(overview({ charts })), []);
    assert.deepEqual(
      chartRepairs(overview({ charts: charts.slice(1) })).map(({ said }) => said),
      ['Trang «Tổng quan»: đã đặt lại biểu đồ «Số lượt người theo tháng».'],
    );
    const moved = charts.map((chart) => (chart.id === 2 ? { ...chart, figuresRow: 40 } : chart));
    const [step] = chartRepairs(overview({ charts: moved })).flatMap(({ steps }) => steps);
    assert.ok(step?.do === 'chart' && step.id === 2);
  });

  it('a tab that is too narrow is widened before it gets its charts', () => {
    assert.deepEqual(chartRepairs(overview({ columnCount: 8 })), []);
  });
});
