import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Dimension, GridRange, Sheet, Spreadsheet } from '../../../../local/sheets/model.ts';
import { newSheet, newSpreadsheet } from '../../../../local/sheets/new-spreadsheet.ts';
import { deleteDimension, insertDimension, moveDimension } from '../../../../local/sheets/requests/shift.ts';

const SIZE = 12;

/** A tab of 12 × 12 in which each filled cell, row and column knows where it was. */
function numbered(): { spreadsheet: Spreadsheet; sheet: Sheet } {
  const spreadsheet = newSpreadsheet('id');
  const gridProperties = { rowCount: SIZE, columnCount: SIZE };
  const sheet = newSheet({ sheetId: 0, title: 'T', index: 0, sheetType: 'GRID', gridProperties });
  spreadsheet.sheets.push(sheet);
  const indexes = Array.from({ length: SIZE }, (_, index) => index);
  sheet.data[0].rowData = indexes.map((row) => ({
    values: indexes.map((column) => ({ userEnteredValue: { stringValue: `${row},${column}` } })),
  }));
  sheet.data[0].rowMetadata = indexes.map((index) => ({ pixelSize: index + 1 }));
  sheet.data[0].columnMetadata = indexes.map((index) => ({ pixelSize: index + 1 }));
  return { spreadsheet, sheet };
}

const firstCells = (sheet: Sheet, dimension: Dimension): (string | undefined)[] => {
  const { rowData } = sheet.data[0];
  const cells = dimension === 'ROWS' ? rowData.map(({ values }) => values?.[0]) : (rowData[0]?.values ?? []);
  return cells.map((cell) => cell?.userEnteredValue?.stringValue);
};

const dimensions = fc.constantFrom<Dimension>('ROWS', 'COLUMNS');
const spans = fc.record({ start: fc.nat(SIZE - 1), count: fc.integer({ min: 1, max: 5 }) });

describe('rows and columns that shift', () => {
  it('deleting what was inserted leaves everything as it was', () => {
    fc.assert(
      fc.property(dimensions, spans, (dimension, span) => {
        const { spreadsheet, sheet } = numbered();
        sheet.merges = [{ startRowIndex: 2, endRowIndex: 9, startColumnIndex: 1, endColumnIndex: 8 }];
        const before = structuredClone(sheet);
        insertDimension(spreadsheet, sheet, { dimension, ...span }, false);
        deleteDimension(spreadsheet, sheet, { dimension, ...span });
        assert.deepEqual(sheet, before);
      }),
    );
  });

  it('moving keeps every row or column once, the moved ones together', () => {
    fc.assert(
      fc.property(dimensions, spans, fc.nat(SIZE), (dimension, { start, count }, destination) => {
        fc.pre(start + count <= SIZE && (destination < start || destination > start + count));
        const { spreadsheet, sheet } = numbered();
        const before = firstCells(sheet, dimension);
        moveDimension(spreadsheet, sheet, { dimension, start, count }, destination);
        const after = firstCells(sheet, dimension);
        assert.deepEqual(after.toSorted(), before.toSorted());
        const target = destination > start ? destination - count : destination;
        assert.deepEqual(after.slice(target, target + count), before.slice(start, start + count));
      }),
    );
  });

  const deletions: [name: string, start: number, count: number, left: GridRange | null][] = [
    ['before it', 0, 2, { startRowIndex: 2, endRowIndex: 5 }],
    ['over its start', 3, 2, { startRowIndex: 3, endRowIndex: 5 }],
    ['inside it', 5, 1, { startRowIndex: 4, endRowIndex: 6 }],
    ['over its end', 6, 4, { startRowIndex: 4, endRowIndex: 6 }],
    ['after it', 7, 2, { startRowIndex: 4, endRowIndex: 7 }],
    ['all of it', 4, 3, null],
  ];
  for (const [name, start, count, left] of deletions) {
    it(`a range loses rows that are deleted ${name}`, () => {
      const { spreadsheet, sheet } = numbered();
      sheet.protectedRanges = [{ protectedRangeId: 1, range: { startRowIndex: 4, endRowIndex: 7 } }];
      deleteDimension(spreadsheet, sheet, { dimension: 'ROWS', start, count });
      assert.deepEqual(sheet.protectedRanges, left ? [{ protectedRangeId: 1, range: left }] : undefined);
    });
  }

  it('frozen rows go with deleted ones and grow with inserted ones', () => {
    const { spreadsheet, sheet } = numbered();
    const grid = sheet.properties.gridProperties;
    grid.frozenRowCount = 2;
    insertDimension(spreadsheet, sheet, { dimension: 'ROWS', start: 1, count: 2 }, false);
    assert.equal(grid.frozenRowCount, 4);
    insertDimension(spreadsheet, sheet, { dimension: 'ROWS', start: 4, count: 1 }, false);
    assert.equal(grid.frozenRowCount, 4);
    deleteDimension(spreadsheet, sheet, { dimension: 'ROWS', start: 3, count: 5 });
    assert.equal(grid.frozenRowCount, 3);
  });

  it('a range without ends on that side, and ranges of other tabs, stay', () => {
    const { spreadsheet, sheet } = numbered();
    sheet.protectedRanges = [
      { protectedRangeId: 1, range: {} },
      { protectedRangeId: 2, range: { startColumnIndex: 1, endColumnIndex: 2 } },
    ];
    spreadsheet.namedRanges = [
      { namedRangeId: '1', name: 'N', range: { sheetId: 5, startRowIndex: 3, endRowIndex: 4 } },
    ];
    const before = structuredClone({ protectedRanges: sheet.protectedRanges, namedRanges: spreadsheet.namedRanges });
    insertDimension(spreadsheet, sheet, { dimension: 'ROWS', start: 0, count: 3 }, false);
    assert.deepEqual({ protectedRanges: sheet.protectedRanges, namedRanges: spreadsheet.namedRanges }, before);
  });
});
