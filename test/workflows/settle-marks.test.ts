/** The discipline of a check that also does what staff asked for: reads, writes, races with people, lost answers. */
import assert from 'node:assert/strict';
import { AppError } from '../../functions/errors.ts';
import type { Calls, Templates } from '../../functions/ports.ts';
import { settleMarks } from '../../functions/workflows/settle-marks.ts';
import type { CellValue, Workbook, WorkbookChange } from '../../schemas/workbook.ts';
import { keptLog, type MemorySheets, memorySheets, newCalls } from '../support/province-workbook.ts';
import { afterNight, editRows, linesOf, setCell, tabTitled, tick } from '../support/results.ts';
import { contextOf, type RawRow, validRow, workbookOf } from '../support/workbooks.ts';

const ACTIVITIES = 'Hoạt động 08-2022';
const TURNS = 8;
const activity = (content: string, turns: CellValue): RawRow => ({ ...validRow('activities'), content, turns });
const ROWS = [
  activity('Buổi một', 11),
  activity('Buổi hai', '25 người'),
  activity('Buổi ba', 33),
  activity('Buổi bốn', 44),
];

/** Nobody opens a month here. */
const templates = {
  inspect: () => Promise.reject(new Error('not asked for')),
} as unknown as Templates;

describe('a check that does what staff asked for', () => {
  const ticked = tick(afterNight(workbookOf({ activities: ROWS })), 'replace', () => true);
  let calls: Calls;
  let sheets: MemorySheets;
  const { log } = keptLog();
  beforeEach(() => {
    calls = newCalls();
    sheets = memorySheets(ticked, calls);
  });

  const settle = () =>
    settleMarks({ ...contextOf(), workbookId: 'workbook-1', earlier: [], tasks: {} }, { sheets, templates, log });
  const turns = () =>
    tabTitled(sheets.workbook, ACTIVITIES)
      .values.slice(1)
      .map((cells) => cells[TURNS] ?? null);
  const outcomes = () =>
    tabTitled(sheets.workbook, 'Nhật ký sửa giúp')
      .values.slice(1)
      .map((cells) => String(cells[6]).slice(0, 8));

  /** What happens at the moment of the write: before it is applied, or instead. */
  function atWrite(number: number, happen: (write: () => Promise<void>) => Promise<void>): void {
    const { write } = sheets;
    let writes = 0;
    sheets.write = (id, change) => {
      writes += 1;
      return writes === number ? happen(() => write(id, change)) : write(id, change);
    };
  }
  const edit = (change: (workbook: Workbook) => Workbook) => async (write: () => Promise<void>) => {
    sheets.workbook = change(sheets.workbook);
    await write();
  };

  it('three reads, one write', async () => {
    const { replacements } = await settle();
    assert.deepEqual(turns(), [11, 25, 33, 44]);
    assert.deepEqual(replacements, { written: 1, refused: 0 });
    assert.deepEqual([calls.sheetsReads, calls.sheetsWrites], [3, 1]);
  });

  it('twice is once: one read, nothing written', async () => {
    await settle();
    Object.assign(calls, newCalls());
    const { replacements, cellsWritten } = await settle();
    assert.deepEqual([replacements, cellsWritten, calls.sheetsReads], [{ written: 0, refused: 0 }, 0, 1]);
  });

  it('a cell that changes between the two reads is not written', async () => {
    sheets.beforeRead = (read) => {
      if (read === 2) sheets.workbook = setCell(sheets.workbook, ACTIVITIES, 2, TURNS, '26 người');
    };
    const { replacements } = await settle();
    assert.deepEqual(turns(), [11, '26 người', 33, 44]);
    assert.deepEqual([replacements, outcomes()], [{ written: 0, refused: 1 }, ['Chưa sửa']]);
  });

  it('what is sent with staff’s cells is sent once', async () => {
    const sent: WorkbookChange[] = [];
    const { write } = sheets;
    sheets.write = (id, change) => {
      sent.push(change);
      return write(id, change);
    };
    await settle();
    assert.deepEqual(
      sent.map(({ once }) => once),
      [true],
    );
  });

  const slips: [string, (rows: readonly (readonly CellValue[])[]) => readonly (readonly CellValue[])[], CellValue[]][] =
    [
      ['a row inserted above it', (rows) => [[], ...rows], [null, 11, 25, 33, 44]],
      ['a row inserted in its place', (rows) => rows.toSpliced(1, 0, []), [11, null, 25, 33, 44]],
      ['rows turned round', (rows) => [...rows].reverse(), [44, 33, 25, 11]],
      ['it swapped with another', ([a = [], b = [], c = [], d = []]) => [a, c, b, d], [11, 33, 25, 44]],
      ['a row deleted above it', (rows) => rows.slice(1), [25, 33, 44]],
    ];
  for (const [name, move, expected] of slips) {
    it(`${name} between read and write: the cell that was hit gets its own back, the right one is written`, async () => {
      atWrite(
        1,
        edit((workbook) => editRows(workbook, ACTIVITIES, move)),
      );
      const { replacements } = await settle();
      assert.deepEqual(turns(), expected);
      assert.equal(replacements.written, 1);
      assert.deepEqual(outcomes(), ['Đã sửa t', 'Dòng vừa', 'Đã sửa t']);
      assert.deepEqual(
        linesOf(sheets.workbook).filter(({ replace }) => replace !== null),
        [],
      );
    });
  }

  it('another cell of its row edited between read and write is no slip', async () => {
    atWrite(
      1,
      edit((workbook) => setCell(workbook, ACTIVITIES, 2, 11, 'ghi chú mới')),
    );
    await settle();
    assert.deepEqual(turns(), [11, 25, 33, 44]);
    assert.deepEqual(outcomes(), ['Đã sửa t']);
  });

  const lost = new AppError('unavailable', 'lost');
  it('an answer that is lost after the write: nothing is done twice', async () => {
    atWrite(1, async (write) => {
      await write();
      throw lost;
    });
    const { replacements } = await settle();
    assert.deepEqual(turns(), [11, 25, 33, 44]);
    assert.deepEqual([replacements, outcomes()], [{ written: 1, refused: 0 }, ['Đã sửa t']]);
  });

  it('a write that never arrives is judged again, and made once', async () => {
    atWrite(1, async () => {
      sheets.workbook = setCell(sheets.workbook, ACTIVITIES, 1, TURNS, 12);
      throw lost;
    });
    const { replacements } = await settle();
    assert.deepEqual(turns(), [12, 25, 33, 44]);
    assert.deepEqual([replacements, outcomes()], [{ written: 1, refused: 0 }, ['Đã sửa t']]);
  });

  it('without anything asked for, a write that is lost is the adapter’s to repeat', async () => {
    sheets = memorySheets(workbookOf({ activities: ROWS }), calls);
    atWrite(1, async () => {
      throw lost;
    });
    await assert.rejects(settle(), lost);
  });

  it('a death at any moment leaves all of it or nothing, and the next run ends the same', async () => {
    for (const moment of ['before', 'after'] as const) {
      sheets = memorySheets(ticked, newCalls());
      const { write } = sheets;
      sheets.write = async (id, change) => {
        if (moment === 'after') await write(id, change);
        throw new Error('killed');
      };
      await assert.rejects(settle(), /killed/);
      assert.deepEqual(turns(), moment === 'after' ? [11, 25, 33, 44] : [11, '25 người', 33, 44]);
      sheets = memorySheets(sheets.workbook, newCalls());
      await settle();
      assert.deepEqual(turns(), [11, 25, 33, 44]);
      assert.deepEqual(outcomes(), ['Đã sửa t']);
    }
  });
});
