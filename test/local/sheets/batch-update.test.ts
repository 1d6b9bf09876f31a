import assert from 'node:assert/strict';
import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import type { JsonObject } from '../../../local/sheets/json.ts';
import { refusalOf, type SheetsUnderTest, startSheets } from './sheets-under-test.ts';

describe('spreadsheets.batchUpdate', () => {
  let server: SheetsUnderTest;
  let spreadsheetId: string;

  before(async () => {
    server = await startSheets();
  });
  after(() => server.close());
  beforeEach(async () => {
    spreadsheetId = await server.create();
  });

  const batch = async (...requests: JsonObject[]) =>
    (await server.sheets().spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } })).data;
  const get = async (fields: string, ranges?: string[]) =>
    (await server.sheets().spreadsheets.get({ spreadsheetId, fields, ...(ranges && { ranges }) })).data;
  const fill = (values: unknown[][]) =>
    server.sheets().spreadsheets.values.update({
      spreadsheetId,
      range: 'Sheet1!A1',
      valueInputOption: 'RAW',
      requestBody: { values },
    });
  const values = async (range = 'Sheet1', options: object = {}) =>
    (await server.sheets().spreadsheets.values.get({ spreadsheetId, range, ...options })).data.values;
  const cell = async (range: string): Promise<sheets_v4.Schema$CellData> =>
    (await get('sheets.data.rowData.values', [range])).sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0] ?? {};
  const textCell = (stringValue: string): JsonObject => ({ userEnteredValue: { stringValue } });
  const range = (top: number, bottom: number, left: number, right: number): JsonObject => ({
    sheetId: 0,
    startRowIndex: top,
    endRowIndex: bottom,
    startColumnIndex: left,
    endColumnIndex: right,
  });

  describe('as a whole', () => {
    it('applies all requests or none', async () => {
      const note = (rowIndex: number) => ({
        updateCells: { start: { sheetId: 0, rowIndex }, rows: [{ values: [{ note: 'x' }] }], fields: 'note' },
      });
      const refused = await refusalOf(batch(note(0), { addSheet: { properties: { title: 'new' } } }, note(5000)));
      assert.deepEqual(refused, {
        code: 400,
        message: 'Invalid requests[2].updateCells: GridCoordinate.rowIndex[5000] is after last row in grid[999]',
      });
      assert.deepEqual(await get('sheets(properties.title,data.rowData)'), {
        sheets: [{ properties: { title: 'Sheet1' }, data: [{}] }],
      });
    });

    it('takes a slash before the colon', async () => {
      const path = `/v4/spreadsheets/${spreadsheetId}/:batchUpdate`;
      const { status, body } = await server.send('POST', path, { requests: [{ clearBasicFilter: { sheetId: 0 } }] });
      assert.deepEqual({ status, body }, { status: 200, body: { spreadsheetId, replies: [{}] } });
    });

    it('gives the spreadsheet back when asked', async () => {
      const requestBody = {
        requests: [{ addSheet: { properties: { title: 'new', sheetId: 7 } } }],
        includeSpreadsheetInResponse: true,
      };
      const { data } = await server.sheets().spreadsheets.batchUpdate({ spreadsheetId, requestBody });
      const titles = data.updatedSpreadsheet?.sheets?.map(({ properties }) => properties?.title);
      assert.deepEqual(titles, ['Sheet1', 'new']);
    });

    it('refuses a kind that it does not carry out by its name', async () => {
      const refused = await refusalOf(batch({ addSlicer: { slicer: {} } }));
      assert.equal(refused.code, 501);
      assert.match(refused.message, /addSlicer/);
    });

    const malformed: [name: string, body: JsonObject, message: RegExp][] = [
      ['no requests', { requests: [] }, /Must specify at least one request/],
      ['an empty request', { requests: [{}] }, /Invalid requests\[0\]: No request set/],
      [
        'an unknown field',
        { requests: [{ updateCells: { rowz: [] } }] },
        /Unknown name "rowz" at 'requests\[0\]\.update_cells': Cannot find field/,
      ],
      [
        'an unknown name of an enum',
        { requests: [{ mergeCells: { mergeType: 'MERGE' } }] },
        /Invalid value at 'requests\[0\]\.merge_cells\.merge_type'/,
      ],
      [
        'a text for a number',
        { requests: [{ deleteSheet: { sheetId: 'x' } }] },
        /Invalid value at 'requests\[0\]\.delete_sheet\.sheet_id' \(TYPE_INT32\), "x"/,
      ],
      [
        'a negative index',
        { requests: [{ deleteConditionalFormatRule: { sheetId: 0, index: -1 } }] },
        /Invalid value at 'requests\[0\]\.delete_conditional_format_rule\.index' \(TYPE_INT32\), -1/,
      ],
      [
        'more cells than a spreadsheet may have',
        {
          requests: [
            { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 500000 } } },
          ],
        },
        /above the limit of 10000000 cells/,
      ],
      ['an unknown tab', { requests: [{ clearBasicFilter: { sheetId: 5 } }] }, /No grid with id: 5/],
      [
        'a misspelt mask',
        { requests: [{ repeatCell: { range: { sheetId: 0 }, cell: {}, fields: 'userEnteredFormat.bold' } }] },
        /Invalid requests\[0\]\.repeatCell: Invalid field: userEnteredFormat\.bold/,
      ],
      ['no mask', { requests: [{ repeatCell: { range: { sheetId: 0 }, cell: {} } }] }, /At least one field/],
    ];
    for (const [name, body, message] of malformed) {
      it(`refuses ${name}`, async () => {
        const answer = await server.send('POST', `/v4/spreadsheets/${spreadsheetId}:batchUpdate`, body);
        assert.equal(answer.status, 400);
        assert.match(JSON.stringify((answer.body.error as JsonObject).message).replaceAll('\\"', '"'), message);
      });
    }
  });

  describe('tabs', () => {
    const titles = async () =>
      (await get('sheets.properties(title,index)')).sheets?.map(({ properties }) => properties);

    it('are added, moved, copied and deleted, with their index kept', async () => {
      await batch(
        { addSheet: { properties: { title: 'B', sheetId: 2 } } },
        { addSheet: { properties: { title: 'A', index: 0 } } },
      );
      await batch({ updateSheetProperties: { properties: { sheetId: 2, index: 0 }, fields: 'index' } });
      await batch({ duplicateSheet: { sourceSheetId: 2, newSheetName: 'C', insertSheetIndex: 3 } });
      await batch({ deleteSheet: { sheetId: 0 } });
      assert.deepEqual(await titles(), [
        { title: 'B', index: 0 },
        { title: 'A', index: 1 },
        { title: 'C', index: 2 },
      ]);
    });

    it('get names of their own when none is given', async () => {
      const { replies } = await batch({ addSheet: {} });
      const properties = replies?.[0]?.addSheet?.properties;
      assert.deepEqual(properties, {
        sheetId: properties?.sheetId,
        title: 'Sheet2',
        index: 1,
        sheetType: 'GRID',
        gridProperties: { rowCount: 1000, columnCount: 26 },
      });
    });

    it('are copied with values, formats, protections and metadata', async () => {
      await batch(
        { updateCells: { start: { sheetId: 0 }, rows: [{ values: [{ ...textCell('x'), note: 'n' }] }], fields: '*' } },
        { addProtectedRange: { protectedRange: { range: { sheetId: 0 }, description: 'd' } } },
        { mergeCells: { range: range(1, 3, 0, 1), mergeType: 'MERGE_ALL' } },
        {
          createDeveloperMetadata: {
            developerMetadata: {
              metadataKey: 'col',
              metadataValue: 'v',
              visibility: 'DOCUMENT',
              location: { dimensionRange: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } },
            },
          },
        },
        { duplicateSheet: { sourceSheetId: 0, newSheetId: 9, newSheetName: 'Copy' } },
      );
      const { sheets } = await get(
        'sheets(properties.sheetId,merges,protectedRanges(range,description),data(rowData.values(note,formattedValue),columnMetadata.developerMetadata(metadataValue)))',
        ['Copy!A1:B4'],
      );
      assert.deepEqual(sheets, [
        {
          properties: { sheetId: 9 },
          merges: [{ sheetId: 9, startRowIndex: 1, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 1 }],
          protectedRanges: [{ range: { sheetId: 9 }, description: 'd' }],
          data: [
            {
              rowData: [{ values: [{ note: 'n', formattedValue: 'x' }] }],
              columnMetadata: [{}, { developerMetadata: [{ metadataValue: 'v' }] }],
            },
          ],
        },
      ]);
    });

    const refused: [name: string, request: JsonObject, message: string][] = [
      [
        'a title that exists',
        { addSheet: { properties: { title: 'sheet1' } } },
        'Invalid requests[0].addSheet: A sheet with the name "sheet1" already exists. Please enter another name.',
      ],
      [
        'deleting the only tab',
        { deleteSheet: { sheetId: 0 } },
        "Invalid requests[0].deleteSheet: You can't remove all the sheets in a document.",
      ],
      [
        'hiding the only tab',
        { updateSheetProperties: { properties: { sheetId: 0, hidden: true }, fields: 'hidden' } },
        "Invalid requests[0].updateSheetProperties: You can't hide all the sheets in a document.",
      ],
      [
        'deleting rows that do not exist',
        { deleteDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1000, endIndex: 1001 } } },
        "Invalid requests[0].deleteDimension: Cannot delete a row that doesn't exist. Tried to delete row index 1000 but there are only 1000 rows.",
      ],
      [
        'a range that starts past the grid',
        { repeatCell: { range: { sheetId: 0, startRowIndex: 1000 }, cell: {}, fields: 'note' } },
        'Invalid requests[0].repeatCell: Range (Sheet1!A1001) exceeds grid limits. Max rows: 1000, max columns: 26',
      ],
      [
        'more cells than the range has',
        { updateCells: { range: range(0, 1, 0, 1), rows: [{ values: [{}, {}] }], fields: 'note' } },
        'Invalid requests[0].updateCells: Attempting to write column: 1, beyond the last requested column of: 0',
      ],
    ];
    for (const [name, request, message] of refused) {
      it(`refuse ${name}`, async () => assert.deepEqual(await refusalOf(batch(request)), { code: 400, message }));
    }

    it('shrink with their cells and grow again empty', async () => {
      await fill([
        ['a', 'b'],
        ['c', 'd'],
      ]);
      const resize = (rowCount: number, columnCount: number) =>
        batch({
          updateSheetProperties: {
            properties: { sheetId: 0, gridProperties: { rowCount, columnCount } },
            fields: 'gridProperties(rowCount,columnCount)',
          },
        });
      await resize(1, 1);
      await resize(5, 5);
      assert.deepEqual(await values(), [['a']]);
    });

    it('lose their colour when its style names none', async () => {
      const paint = (tabColorStyle: JsonObject) =>
        batch({ updateSheetProperties: { properties: { sheetId: 0, tabColorStyle }, fields: 'tabColorStyle' } });
      const colour = () => get('sheets.properties(tabColor,tabColorStyle)');
      await paint({ rgbColor: { red: 1, green: 0, blue: 0.5 } });
      const pink = { red: 1, blue: 0.49803922 };
      assert.deepEqual(await colour(), {
        sheets: [{ properties: { tabColor: pink, tabColorStyle: { rgbColor: pink } } }],
      });
      await paint({ rgbColor: null as never });
      assert.deepEqual(await colour(), { sheets: [{ properties: {} }] });
    });

    it('leave defaults out when they are set back', async () => {
      const set = (frozenRowCount: number, hidden: boolean) =>
        batch({
          updateSheetProperties: {
            properties: { sheetId: 2, hidden, gridProperties: { frozenRowCount } },
            fields: 'hidden,gridProperties.frozenRowCount',
          },
        });
      await batch({ addSheet: { properties: { sheetId: 2, title: 'T' } } });
      await set(1, true);
      const fields = 'sheets.properties(hidden,gridProperties)';
      const size = { rowCount: 1000, columnCount: 26 };
      assert.deepEqual((await get(fields)).sheets?.[1]?.properties, {
        hidden: true,
        gridProperties: { ...size, frozenRowCount: 1 },
      });
      await set(0, false);
      assert.deepEqual((await get(fields)).sheets?.[1]?.properties, { gridProperties: size });
    });
  });

  describe('cells', () => {
    it('a text that starts with = stays a text', async () => {
      await batch({
        updateCells: { start: { sheetId: 0 }, rows: [{ values: [textCell('=1+1')] }], fields: 'userEnteredValue' },
      });
      const { userEnteredValue, effectiveValue, formattedValue } = await cell('A1');
      const value = { stringValue: '=1+1' };
      assert.deepEqual(
        { userEnteredValue, effectiveValue, formattedValue },
        {
          userEnteredValue: value,
          effectiveValue: value,
          formattedValue: '=1+1',
        },
      );
    });

    it('a range without rows clears the masked fields only', async () => {
      await batch({
        updateCells: { start: { sheetId: 0 }, rows: [{ values: [{ ...textCell('x'), note: 'n' }] }], fields: '*' },
      });
      await batch({ updateCells: { range: range(0, 1, 0, 1), fields: 'note' } });
      assert.deepEqual((await cell('A1')).note, undefined);
      assert.deepEqual(await values(), [['x']]);
    });

    it('give every colour twice, in single precision; clearing one form clears both', async () => {
      const paint = (cellFormat: JsonObject, fields: string) =>
        batch({ repeatCell: { range: range(0, 1, 0, 1), cell: { userEnteredFormat: cellFormat }, fields } });
      const fill = { red: 1, green: 0, blue: 0.4980392156862745 };
      const printed = { red: 1, blue: 0.49803922 };
      for (const format of [{ backgroundColor: fill }, { backgroundColorStyle: { rgbColor: fill } }]) {
        await paint(format, 'userEnteredFormat(backgroundColor,backgroundColorStyle)');
        assert.deepEqual((await cell('A1')).userEnteredFormat, {
          backgroundColor: printed,
          backgroundColorStyle: { rgbColor: printed },
        });
        await paint({}, 'userEnteredFormat.backgroundColor');
        assert.equal((await cell('A1')).userEnteredFormat, undefined);
      }
    });

    const channels: [name: string, sent: number, printed: number | undefined][] = [
      ['a tie falls to the lower of 256 steps', 0.5, 0.49803922],
      ['the nearest step', 0.2006, 0.2],
      ['what was printed comes back as it was', 0.94901961, 0.9490196],
      ['nearly nothing is nothing', 0.0001, undefined],
    ];
    for (const [name, sent, printed] of channels) {
      it(`keep eight bits of a channel: ${name}`, async () => {
        const cellFormat = { userEnteredFormat: { backgroundColor: { red: sent, blue: 1 } } };
        await batch({ repeatCell: { range: range(0, 1, 0, 1), cell: cellFormat, fields: 'userEnteredFormat' } });
        const colour = (await cell('A1')).userEnteredFormat?.backgroundColor;
        assert.deepEqual(colour, { ...(printed !== undefined && { red: printed }), blue: 1 });
      });
    }

    it('keep what the mask does not name', async () => {
      const bold = { userEnteredFormat: { textFormat: { bold: true, fontSize: 12 }, wrapStrategy: 'WRAP' } };
      await batch({ repeatCell: { range: range(0, 1, 0, 1), cell: bold, fields: 'userEnteredFormat' } });
      const plain = { userEnteredFormat: { textFormat: {} } };
      await batch({
        repeatCell: { range: range(0, 1, 0, 1), cell: plain, fields: 'userEnteredFormat.textFormat.bold' },
      });
      assert.deepEqual((await cell('A1')).userEnteredFormat, { textFormat: { fontSize: 12 }, wrapStrategy: 'WRAP' });
    });

    it('show links from their format and from HYPERLINK', async () => {
      const link = { userEnteredFormat: { textFormat: { link: { uri: 'https://a.vn' } } }, ...textCell('A') };
      const formula = { userEnteredValue: { formulaValue: '=HYPERLINK("#gid=0&range=A5", "dòng 5")' } };
      await batch({ updateCells: { start: { sheetId: 0 }, rows: [{ values: [link, formula] }], fields: '*' } });
      assert.equal((await cell('A1')).hyperlink, 'https://a.vn');
      const second = await cell('B1');
      assert.equal(second.hyperlink, '#gid=0&range=A5');
      assert.equal(second.formattedValue, 'dòng 5');
    });

    it('keep validations through values, and lose them when the rule is left out', async () => {
      const rule = {
        condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Cấp xã' }] },
        strict: true,
        showCustomUi: false,
      };
      await batch({ setDataValidation: { range: range(1, 3, 0, 1), rule } });
      await fill([['x'], ['not in the list']]);
      const { showCustomUi: _, ...printed } = rule;
      assert.deepEqual((await cell('A2')).dataValidation, printed);
      await batch({ setDataValidation: { range: range(1, 3, 0, 1) } });
      assert.equal((await cell('A2')).dataValidation, undefined);
      assert.deepEqual(await values(), [['x'], ['not in the list']]);
    });

    it('are appended below the last row with content', async () => {
      await fill([['a'], ['b']]);
      await batch({ appendCells: { sheetId: 0, rows: [{ values: [textCell('c')] }], fields: 'userEnteredValue' } });
      assert.deepEqual(await values(), [['a'], ['b'], ['c']]);
    });

    it('get borders on the sides that were asked for', async () => {
      const border = { style: 'SOLID' };
      await batch({ updateBorders: { range: range(0, 2, 0, 2), top: border, innerVertical: border } });
      const sides = async (at: string) => Object.keys((await cell(at)).userEnteredFormat?.borders ?? {}).sort();
      assert.deepEqual(await sides('A1'), ['right', 'top']);
      assert.deepEqual(await sides('B2'), ['left']);
    });
  });

  describe('rows and columns', () => {
    it('are inserted with the format of a neighbour, and deleted', async () => {
      await fill([
        ['a', 'b'],
        ['c', 'd'],
      ]);
      const bold = { userEnteredFormat: { textFormat: { bold: true } } };
      await batch({ repeatCell: { range: range(0, 1, 0, 2), cell: bold, fields: 'userEnteredFormat' } });
      const at = { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 };
      await batch({ insertDimension: { range: at, inheritFromBefore: true } });
      assert.deepEqual(await values(), [['a', 'b'], [], ['c', 'd']]);
      assert.equal((await cell('B2')).userEnteredFormat?.textFormat?.bold, true);
      await batch({ deleteDimension: { range: { ...at, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 } } });
      assert.deepEqual(await values(), [['b'], [], ['d']]);
    });

    it('are moved', async () => {
      await fill([['1'], ['2'], ['3'], ['4']]);
      const source = { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 };
      await batch({ moveDimension: { source, destinationIndex: 3 } });
      assert.deepEqual(await values(), [['3'], ['1'], ['2'], ['4']]);
    });

    it('take merges, filters, rules, charts and named ranges with them', async () => {
      const tied = range(4, 6, 1, 3);
      await batch(
        { mergeCells: { range: tied, mergeType: 'MERGE_ALL' } },
        { setBasicFilter: { filter: { range: tied } } },
        {
          addConditionalFormatRule: {
            rule: {
              ranges: [tied],
              booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
            },
          },
        },
        { addNamedRange: { namedRange: { name: 'Tied', range: tied } } },
        {
          addChart: {
            chart: {
              spec: { basicChart: { series: [{ series: { sourceRange: { sources: [tied] } } }] } },
              position: { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 5, columnIndex: 0 } } },
            },
          },
        },
      );
      await batch({ insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 2 } } });
      const { sheets, namedRanges } = await get(
        'namedRanges,sheets(merges,basicFilter,conditionalFormats.ranges,charts)',
      );
      const moved = { startRowIndex: 6, endRowIndex: 8, startColumnIndex: 1, endColumnIndex: 3 };
      const tab = sheets?.[0];
      assert.deepEqual(tab?.merges, [moved]);
      assert.deepEqual(tab?.basicFilter?.range, moved);
      assert.deepEqual(tab?.conditionalFormats, [{ ranges: [moved] }]);
      assert.deepEqual(namedRanges?.[0]?.range, moved);
      const chart = tab?.charts?.[0];
      assert.equal(chart?.position?.overlayPosition?.anchorCell?.rowIndex, 7);
      const source = chart?.spec?.basicChart?.series?.[0]?.series?.sourceRange?.sources?.[0];
      assert.equal(source?.startRowIndex, 6);
    });

    it('have sizes and can be hidden; defaults are left out', async () => {
      const properties = { pixelSize: 250, hiddenByUser: true };
      const target = { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 };
      await batch({ updateDimensionProperties: { range: target, properties, fields: 'pixelSize,hiddenByUser' } });
      const metadata = async () =>
        (await get('sheets.data.columnMetadata', ['A1:C1'])).sheets?.[0]?.data?.[0]?.columnMetadata;
      assert.deepEqual(await metadata(), [
        { pixelSize: 100 },
        { pixelSize: 250, hiddenByUser: true },
        { pixelSize: 100 },
      ]);
    });

    it('sort by kind, then by value, with empty cells last', async () => {
      await fill([['b'], [''], [2], [true], ['a'], [10]]);
      const sort = (sortOrder: string) =>
        batch({ sortRange: { range: range(0, 6, 0, 1), sortSpecs: [{ dimensionIndex: 0, sortOrder }] } });
      await sort('ASCENDING');
      assert.deepEqual(await values('Sheet1', { valueRenderOption: 'UNFORMATTED_VALUE' }), [
        [2],
        [10],
        ['a'],
        ['b'],
        [true],
      ]);
      await sort('DESCENDING');
      assert.deepEqual(await values('Sheet1', { valueRenderOption: 'UNFORMATTED_VALUE' }), [
        [true],
        ['b'],
        ['a'],
        [10],
        [2],
      ]);
    });

    it('part of them is inserted and deleted as a range', async () => {
      await fill([
        ['a', '1'],
        ['b', '2'],
        ['c', '3'],
      ]);
      await batch({ insertRange: { range: range(1, 2, 0, 1), shiftDimension: 'ROWS' } });
      assert.deepEqual(await values(), [['a', '1'], ['', '2'], ['b', '3'], ['c']]);
      await batch({ deleteRange: { range: range(0, 2, 0, 1), shiftDimension: 'ROWS' } });
      assert.deepEqual(await values(), [
        ['b', '1'],
        ['c', '2'],
        ['', '3'],
      ]);
      await batch({ deleteRange: { range: range(0, 1, 0, 1), shiftDimension: 'COLUMNS' } });
      assert.deepEqual((await values())?.[0], ['1']);
    });
  });

  describe('merging and pasting', () => {
    it('a merge keeps the value of its first cell', async () => {
      await fill([
        ['a', 'b'],
        ['c', 'd'],
      ]);
      await batch({ mergeCells: { range: range(0, 2, 0, 2), mergeType: 'MERGE_ROWS' } });
      assert.deepEqual(await values(), [['a'], ['c']]);
      const part = refusalOf(batch({ unmergeCells: { range: range(0, 1, 0, 1) } }));
      assert.match((await part).message, /You must select all cells in a merged range/);
    });

    it('copies fill a destination that is a multiple of the source', async () => {
      await fill([['a', 'b']]);
      await batch({
        copyPaste: { source: range(0, 1, 0, 2), destination: range(1, 3, 0, 4), pasteType: 'PASTE_NORMAL' },
      });
      assert.deepEqual((await values())?.slice(1), [
        ['a', 'b', 'a', 'b'],
        ['a', 'b', 'a', 'b'],
      ]);
    });

    it('a paste of values leaves the format, a cut empties the source', async () => {
      await fill([['a']]);
      const bold = { userEnteredFormat: { textFormat: { bold: true } } };
      await batch({ repeatCell: { range: range(1, 2, 0, 1), cell: bold, fields: 'userEnteredFormat' } });
      await batch({
        copyPaste: { source: range(0, 1, 0, 1), destination: range(1, 2, 0, 1), pasteType: 'PASTE_VALUES' },
      });
      assert.equal((await cell('A2')).userEnteredFormat?.textFormat?.bold, true);
      await batch({
        cutPaste: { source: range(0, 1, 0, 1), destination: { sheetId: 0, rowIndex: 4 }, pasteType: 'PASTE_NORMAL' },
      });
      assert.deepEqual(await values(), [[], ['a'], [], [], ['a']]);
    });
  });

  describe('stored objects', () => {
    it('rules come, change and go', async () => {
      const rule = (formula: string) => ({
        ranges: [range(0, 5, 0, 1)],
        booleanRule: {
          condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: formula }] },
          format: { backgroundColor: { red: 1 } },
        },
      });
      await batch({ addConditionalFormatRule: { rule: rule('=1'), index: 0 } });
      await batch({ addConditionalFormatRule: { rule: rule('=2'), index: 0 } });
      await batch({ updateConditionalFormatRule: { rule: rule('=3'), index: 1 } });
      await batch({ deleteConditionalFormatRule: { sheetId: 0, index: 0 } });
      const { sheets } = await get('sheets.conditionalFormats.booleanRule');
      assert.deepEqual(sheets?.[0]?.conditionalFormats, [
        {
          booleanRule: {
            condition: { type: 'CUSTOM_FORMULA', values: [{ userEnteredValue: '=3' }] },
            format: { backgroundColor: { red: 1 }, backgroundColorStyle: { rgbColor: { red: 1 } } },
          },
        },
      ]);
    });

    it('charts come, change, move and go', async () => {
      const position = { overlayPosition: { anchorCell: { sheetId: 0, rowIndex: 1, columnIndex: 1 } } };
      const { replies } = await batch({ addChart: { chart: { spec: { title: 'A' }, position } } });
      const chartId = replies?.[0]?.addChart?.chart?.chartId ?? 0;
      await batch({ updateChartSpec: { chartId, spec: { title: 'B' } } });
      await batch({
        updateEmbeddedObjectPosition: {
          objectId: chartId,
          newPosition: { overlayPosition: { widthPixels: 900 } },
          fields: 'widthPixels',
        },
      });
      const chart = (await get('sheets.charts')).sheets?.[0]?.charts?.[0];
      assert.equal(chart?.spec?.title, 'B');
      assert.equal(chart?.position?.overlayPosition?.widthPixels, 900);
      await batch({ deleteEmbeddedObject: { objectId: chartId } });
      assert.deepEqual(await get('sheets.charts'), { sheets: [{}] });
    });

    it('banding, filter views, groups and named ranges come and go', async () => {
      const { replies } = await batch(
        { addBanding: { bandedRange: { range: range(0, 5, 0, 2), rowProperties: { headerColor: { red: 1 } } } } },
        { addFilterView: { filter: { title: 'F', range: range(0, 5, 0, 2) } } },
        { addNamedRange: { namedRange: { name: 'Lists', range: range(0, 5, 0, 2) } } },
        { addDimensionGroup: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 5 } } },
        { addDimensionGroup: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 } } },
      );
      const depths = replies?.[4]?.addDimensionGroup?.dimensionGroups?.map(({ depth }) => depth);
      assert.deepEqual(depths, [1, 2]);
      const found = await values('Lists');
      assert.equal(found, undefined);
      await batch(
        { deleteBanding: { bandedRangeId: replies?.[0]?.addBanding?.bandedRange?.bandedRangeId ?? 0 } },
        { deleteFilterView: { filterId: replies?.[1]?.addFilterView?.filter?.filterViewId ?? 0 } },
        { deleteNamedRange: { namedRangeId: replies?.[2]?.addNamedRange?.namedRange?.namedRangeId ?? '' } },
        { deleteDimensionGroup: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 2, endIndex: 3 } } },
      );
      assert.deepEqual(await get('namedRanges,sheets(bandedRanges,filterViews,rowGroups.depth)'), {
        sheets: [{ rowGroups: [{ depth: 1 }] }],
      });
    });
  });
});
