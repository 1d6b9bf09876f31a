import assert from 'node:assert/strict';
import type { Calls } from '../../functions/ports.ts';
import { settleChange } from '../../functions/workflows/settle-change.ts';
import type { Workbook, WorkbookChange } from '../../schemas/workbook.ts';
import { keptLog, type MemorySheets, memorySheets, newCalls } from '../support/province-workbook.ts';
import { makeTab, workbookOf } from '../support/workbooks.ts';

const bookOf = (value: string): Workbook => ({
  ...workbookOf(),
  tabs: [makeTab({ sheetId: 1, title: 'T', values: [[value]] })],
});

/** Wants B1 to say what A1 says. */
function copy({ tabs }: Workbook): WorkbookChange {
  const [from = null, to = null] = tabs[0]?.values[0] ?? [];
  const cells = from === to ? [] : [{ sheetId: 1, row: 0, column: 1, value: from }];
  return { cells, rowCounts: new Map() };
}

describe('settleChange', () => {
  let calls: Calls;
  let sheets: MemorySheets;
  const { log, lines } = keptLog();
  beforeEach(() => {
    calls = newCalls();
    sheets = memorySheets(bookOf('một'), calls);
  });
  const settle = () => settleChange('workbook-1', copy, { sheets, log });

  it('writes what is wanted: two reads, one write', async () => {
    const { workbook, cellsWritten } = await settle();
    assert.deepEqual(workbook.tabs[0]?.values, [['một', 'một']]);
    assert.deepEqual([cellsWritten, calls.sheetsReads, calls.sheetsWrites], [1, 2, 1]);
  });

  it('an unchanged workbook costs one read', async () => {
    await settle();
    Object.assign(calls, newCalls());
    assert.equal((await settle()).cellsWritten, 0);
    assert.deepEqual([calls.sheetsReads, calls.sheetsWrites], [1, 0]);
  });

  it('plans anew for what a person wrote meanwhile', async () => {
    sheets.beforeRead = (read) => {
      if (read === 2) sheets.workbook = bookOf('hai');
    };
    assert.deepEqual((await settle()).workbook.tabs[0]?.values, [['hai', 'hai']]);
    assert.deepEqual([calls.sheetsReads, calls.sheetsWrites], [3, 2]);
  });

  it('gives up on a workbook that is never quiet, and says so', async () => {
    sheets.beforeRead = (read) => {
      sheets.workbook = bookOf(`lần ${read}`);
    };
    await settle();
    assert.equal(calls.sheetsReads, 6);
    assert.match(lines.join(), /kept changing/);
  });
});
