import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyBatch } from '../../../local/sheets/batch-update.ts';
import { draftOf } from '../../../local/sheets/draft.ts';
import { bytesOfWorkbook, workbookFrom } from '../../../local/sheets/file-format.ts';
import { GoogleError } from '../../../local/sheets/google-error.ts';
import type { JsonObject } from '../../../local/sheets/json.ts';
import type { Workbook } from '../../../local/sheets/model.ts';
import { newSpreadsheet } from '../../../local/sheets/new-spreadsheet.ts';
import { addTab } from '../../../local/sheets/requests/tabs.ts';

const SIZE = 8;
const caller = { email: 'a@b.vn', role: 'owner', fileOwner: 'a@b.vn' } as const;

const index = fc.nat(SIZE - 1);
const ranges = fc.tuple(index, index, index, index).map(([a, b, c, d]) => ({
  sheetId: 1,
  startRowIndex: Math.min(a, b),
  endRowIndex: Math.max(a, b) + 1,
  startColumnIndex: Math.min(c, d),
  endColumnIndex: Math.max(c, d) + 1,
}));
const stretches = fc.record({
  sheetId: fc.constant(1),
  dimension: fc.constantFrom('ROWS', 'COLUMNS'),
  startIndex: fc.nat(3),
  endIndex: fc.integer({ min: 4, max: 6 }),
});
const cells = fc.constantFrom<JsonObject>(
  {},
  { userEnteredValue: { numberValue: 5 }, note: 'n' },
  { userEnteredValue: { stringValue: 'a' }, userEnteredFormat: { backgroundColor: { red: 1 } } },
  { userEnteredFormat: { textFormat: { bold: true } }, dataValidation: { condition: { type: 'BOOLEAN' } } },
);

/** Requests of many kinds on a small tab; some of them cannot be carried out. */
const requests: fc.Arbitrary<JsonObject> = fc.oneof(
  fc
    .record({ range: ranges, cell: cells, fields: fc.constantFrom('*', 'note', 'userEnteredFormat') })
    .map((repeatCell) => ({ repeatCell })),
  ranges.map((range) => ({ mergeCells: { range, mergeType: 'MERGE_ALL' } })),
  ranges.map((range) => ({ addProtectedRange: { protectedRange: { range } } })),
  ranges.map((range) => ({ setBasicFilter: { filter: { range } } })),
  ranges.map((range) => ({ insertRange: { range, shiftDimension: 'ROWS' } })),
  ranges.map((range) => ({ deleteRange: { range, shiftDimension: 'COLUMNS' } })),
  ranges.map((range) => ({ sortRange: { range, sortSpecs: [{ dimensionIndex: range.startColumnIndex }] } })),
  fc.tuple(ranges, ranges).map(([source, destination]) => ({ copyPaste: { source, destination } })),
  stretches.map((range) => ({ insertDimension: { range } })),
  stretches.map((range) => ({ deleteDimension: { range } })),
  stretches.map((source) => ({ moveDimension: { source, destinationIndex: 0 } })),
  stretches.map((range) => ({
    updateDimensionProperties: { range, properties: { pixelSize: 50 }, fields: 'pixelSize' },
  })),
  index.map((startIndex) => ({
    createDeveloperMetadata: {
      developerMetadata: {
        metadataKey: 'k',
        visibility: 'DOCUMENT',
        location: { dimensionRange: { sheetId: 1, dimension: 'COLUMNS', startIndex, endIndex: startIndex + 1 } },
      },
    },
  })),
  fc.constant({ duplicateSheet: { sourceSheetId: 1 } }),
);

function workbook(): Workbook {
  const spreadsheet = newSpreadsheet('id', { title: 'T' });
  addTab(spreadsheet, { sheetId: 1, title: 'A', gridProperties: { rowCount: SIZE, columnCount: SIZE } });
  const file = {
    id: 'id',
    name: 'T',
    owner: caller.email,
    permissions: [],
    createdTime: '',
    modifiedTime: '',
    trashed: false,
    version: 1,
  };
  return { file, spreadsheet };
}

/** Applies a batch to a draft; a refused batch leaves the workbook that it was given. */
function after(before: Workbook, batch: JsonObject[]): Workbook {
  const draft = draftOf(before);
  try {
    applyBatch({ spreadsheet: draft.spreadsheet, caller }, batch);
    return draft;
  } catch (error) {
    if (error instanceof GoogleError) return before;
    throw error;
  }
}

describe('drafts', () => {
  it('whatever is done to a draft, the original stays as it was, and what is saved is what is loaded', () => {
    const batches = fc.array(fc.array(requests, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(batches, (all) => {
        let current = workbook();
        for (const batch of all) {
          const untouched = structuredClone(current);
          const next = after(current, batch);
          assert.deepEqual(current, untouched);
          const loaded = workbookFrom(bytesOfWorkbook(next).toString());
          assert.deepEqual(loaded, JSON.parse(JSON.stringify(next)));
          current = next;
        }
      }),
      { numRuns: 150 },
    );
  });
});
