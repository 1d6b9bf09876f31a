import assert from 'node:assert/strict';
import type { Json, JsonObject } from '../../../../local/sheets/json.ts';
import { startTab, type TabUnderTest } from './tab-under-test.ts';

const COLUMN_A = { sheetId: 0, startColumnIndex: 0, endColumnIndex: 1 };
const ALL = { sheetId: 0 };

describe('requests on texts and rows', () => {
  let tab: TabUnderTest;
  before(async () => {
    tab = await startTab();
  });
  after(() => tab.close());

  const table: [name: string, cells: Json[][], request: JsonObject, reply: JsonObject, values: Json[][]][] = [
    [
      'trimWhitespace takes white space away at both ends and all but one in between',
      [['  a \n b '], ['c'], [" '=1"], [4]],
      { trimWhitespace: { range: ALL } },
      { trimWhitespace: { cellsChangedCount: 2 } },
      [['a b'], ['c'], ["'=1"], [4]],
    ],
    [
      'textToColumns splits at the first delimiter that occurs, and reads the parts as typed',
      [['Tổ 1;5'], ['Tổ 2;6;x'], ['none']],
      { textToColumns: { source: COLUMN_A } },
      {},
      [['Tổ 1', 5], ['Tổ 2', 6, 'x'], ['none']],
    ],
    [
      'textToColumns splits at a delimiter of one’s own',
      [['1,5 - 2']],
      { textToColumns: { source: COLUMN_A, delimiterType: 'CUSTOM', delimiter: ' - ' } },
      {},
      [['1,5', 2]],
    ],
    [
      'pasteData types rows from a corner on',
      [['x', 'x', 'x']],
      { pasteData: { coordinate: { sheetId: 0, rowIndex: 0, columnIndex: 1 }, data: 'a\t2\n3', delimiter: '\t' } },
      {},
      [
        ['x', 'a', 2],
        ['', 3],
      ],
    ],
    [
      'pasteData keeps quoted commas together',
      [],
      { pasteData: { coordinate: { sheetId: 0 }, data: '"a,b",c', delimiter: ',' } },
      {},
      [['a,b', 'c']],
    ],
    [
      'deleteDuplicates keeps the first of equal rows, whatever their case, and leaves what lies beside',
      [
        ['a', 1, 'I'],
        ['b', 1, 'II'],
        ['A', '=2-1', 'III'],
        ['b', 2, 'IV'],
      ],
      { deleteDuplicates: { range: { sheetId: 0, endColumnIndex: 2 } } },
      { deleteDuplicates: { duplicatesRemovedCount: 1 } },
      [
        ['a', 1, 'I'],
        ['b', 1, 'II'],
        ['b', 2, 'III'],
        ['', '', 'IV'],
      ],
    ],
    [
      'deleteDuplicates compares the columns that were named',
      [
        ['a', 1],
        ['a', 2],
        ['b', 2],
      ],
      {
        deleteDuplicates: {
          range: { sheetId: 0, endColumnIndex: 2 },
          comparisonColumns: [{ sheetId: 0, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 }],
        },
      },
      { deleteDuplicates: { duplicatesRemovedCount: 1 } },
      [
        ['a', 1],
        ['b', 2],
      ],
    ],
  ];
  for (const [name, cells, request, reply, values] of table) {
    it(name, async () => {
      const id = await tab.fill(cells);
      assert.deepEqual(await tab.apply(id, request), reply);
      assert.deepEqual(await tab.values(id), values);
    });
  }

  it('pasteData makes the grid grow', async () => {
    const id = await tab.fill([]);
    const coordinate = { sheetId: 0, rowIndex: 999, columnIndex: 25 };
    await tab.apply(id, { pasteData: { coordinate, data: 'a,b\nc,d', delimiter: ',' } });
    assert.deepEqual(await tab.values(id, 'Z1000:AA1001'), [
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  it('randomizeRange keeps every row once', async () => {
    const rows = Array.from({ length: 40 }, (_, row) => [row, `r${row}`]);
    const id = await tab.fill(rows);
    await tab.apply(id, { randomizeRange: { range: { sheetId: 0, endColumnIndex: 2 } } });
    const mixed = (await tab.values(id)) as [number, string][];
    assert.notDeepEqual(mixed, rows);
    assert.deepEqual(
      mixed.toSorted(([a], [b]) => a - b),
      rows,
    );
  });

  const refused: [request: JsonObject, message: RegExp][] = [
    [{ textToColumns: { source: { sheetId: 0 } } }, /source must span exactly one column/],
    [{ textToColumns: { source: COLUMN_A, delimiterType: 'CUSTOM' } }, /delimiter must be set/],
    [{ pasteData: { coordinate: { sheetId: 0 }, data: 'x' } }, /Either delimiter or html must be set/],
    [{ pasteData: { coordinate: { sheetId: 0 }, data: 'x', html: true } }, /HTML is not implemented/],
  ];
  for (const [request, message] of refused) {
    it(`refuses ${JSON.stringify(request)}`, async () => {
      assert.match(`${await tab.apply(await tab.fill([['x']]), request)}`, message);
    });
  }
});

describe('stored objects', () => {
  let tab: TabUnderTest;
  before(async () => {
    tab = await startTab();
  });
  after(() => tab.close());
  const shown = async (id: string, fields: string) =>
    (await tab.server.send('GET', `/v4/spreadsheets/${id}?fields=${fields}`)).body.sheets;

  it('a group that is collapsed hides its rows, and shows them again', async () => {
    const id = await tab.fill([['x']]);
    const range = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 };
    await tab.apply(id, { addDimensionGroup: { range } });
    const collapse = (collapsed: boolean) =>
      tab.apply(id, { updateDimensionGroup: { dimensionGroup: { range, depth: 1, collapsed }, fields: 'collapsed' } });
    assert.deepEqual(await collapse(true), {});
    const fields = 'sheets(rowGroups(collapsed),data.rowMetadata.hiddenByUser)&ranges=A1:A3';
    assert.deepEqual(await shown(id, fields), [
      { rowGroups: [{ collapsed: true }], data: [{ rowMetadata: [{}, { hiddenByUser: true }, {}] }] },
    ]);
    await collapse(false);
    assert.deepEqual(await shown(id, fields), [{ rowGroups: [{}], data: [{ rowMetadata: [{}, {}, {}] }] }]);
  });

  it('a filter view is doubled under a new id and name', async () => {
    const id = await tab.fill([['x']]);
    await tab.apply(id, { addFilterView: { filter: { filterViewId: 5, title: 'Xã', range: { sheetId: 0 } } } });
    const reply = (await tab.apply(id, { duplicateFilterView: { filterId: 5 } })) as JsonObject;
    const { filter } = reply.duplicateFilterView as { filter: JsonObject };
    assert.equal(filter.title, 'Copy of Xã');
    assert.notEqual(filter.filterViewId, 5);
    assert.deepEqual(await shown(id, 'sheets.filterViews.title'), [
      { filterViews: [{ title: 'Xã' }, { title: 'Copy of Xã' }] },
    ]);
  });

  it('a chart gets a border, its colour in both forms, and loses it', async () => {
    const id = await tab.fill([['x']]);
    await tab.apply(id, { addChart: { chart: { chartId: 3, spec: { title: 't' }, position: {} } } });
    const paint = (border: JsonObject) =>
      tab.apply(id, { updateEmbeddedObjectBorder: { objectId: 3, border, fields: 'color' } });
    assert.deepEqual(await paint({ color: { red: 1 } }), {});
    assert.deepEqual(await shown(id, 'sheets.charts.border'), [
      { charts: [{ border: { color: { red: 1 }, colorStyle: { rgbColor: { red: 1 } } } }] },
    ]);
    await paint({});
    assert.deepEqual(await shown(id, 'sheets.charts.border'), [{ charts: [{}] }]);
  });
});
