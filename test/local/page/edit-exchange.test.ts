/** A person types, others change rows, the server is slow: everything that was typed is written, shown, or said to be lost. */
import assert from 'node:assert/strict';
import { type SinonFakeTimers, useFakeTimers } from 'sinon';
import { createEditExchange, type EditExchange } from '../../../local/page/public/edit-exchange.js';
import { createEditQueue, type EditQueue } from '../../../local/page/public/edit-queue.js';
import { createKnownContent, type KnownContent } from '../../../local/page/public/known-content.js';
import type { Place } from '../../../local/page/public/load-editor.js';
import { PageProblem } from '../../../local/page/public/origin.js';
import { teams, textsOf } from './contents.ts';

const HO = ['✓', 'Vĩnh Hà', 'Cấp xã', ''];
const KIM = ['✓', 'Vĩnh Kim', 'Cấp xã', ''];
const LONG = ['✓', 'Vĩnh Long', 'Cấp thôn', ''];
const noted = (row: string[], text: string) => [...row.slice(0, 3), text];

const BUSY = new PageProblem('Hệ thống đang bận.', 503);
const WAIT = 'Người khác vừa đổi các dòng của trang. Trang sẽ hiện lại ngay khi gõ xong ô này.';
const LOST = 'Dòng vừa sửa đã bị người khác xóa hoặc đổi chỗ nên chưa lưu được. Nội dung đã gõ: «gấp».';

describe('the exchange between a person and everyone else', () => {
  let clock: SinonFakeTimers;
  let known: KnownContent;
  let queue: EditQueue;
  let exchange: EditExchange;
  let typing: Place | null;
  /** What the grid shows, without its header. */
  let grid: string[][];
  let line: string;
  /** Each write: its ranges with their texts. */
  let written: string[];
  let answer: PromiseWithResolvers<void>[];

  beforeEach(() => {
    clock = useFakeTimers();
    known = createKnownContent(teams(HO, KIM));
    [typing, grid, line, written, answer] = [null, [[...HO], [...KIM]], '', [], []];
    queue = createEditQueue("'Tổ'", {
      async write(data) {
        written.push(...data.map(({ range, values }) => `${range} ${values.flat().join('|')}`));
        const answered = Promise.withResolvers<void>();
        answer.push(answered);
        await answered.promise;
        return data.map(({ values }) => values);
      },
      settled: (edits) => exchange.settled(edits),
      lost: (edits) => exchange.lost(edits),
      refused: (edits, problem) => exchange.refused(edits, problem),
      state: () => {},
    });
    exchange = createEditExchange({
      known,
      queue,
      editor: {
        editing: () => typing,
        selection: () => null,
        select: () => {},
        show: (content) => {
          grid = textsOf(content);
        },
        update(content, places) {
          for (const { row, column } of places) {
            const cells = grid[row - 1] ?? assert.fail(`row ${row} is not on the grid`);
            cells[column] = content.cells[row]?.[column]?.text ?? '';
          }
        },
      },
      bar: {
        say: (text) => {
          line = text;
        },
        unsay: (text) => {
          if (line === text) line = '';
        },
      },
      chosen: { nameAgain: () => {} },
      isClosed: false,
    });
  });

  afterEach(() => clock.restore());

  function begin(row: number): void {
    typing = { row, column: 3 };
    known.typingBegins();
  }

  /** As the grid does it: what was typed is told first, the end of the typing somewhat later. */
  async function enter(text: string): Promise<void> {
    const at = typing;
    typing = null;
    if (at) exchange.typed([{ ...at, text }]);
    await settle();
    exchange.typingEnded();
  }

  const settle = () => clock.tickAsync(1);

  /** The server takes what was asked, and what is asked then. */
  async function answerAll(): Promise<void> {
    for (let next = answer.shift(); next; next = answer.shift()) {
      next.resolve();
      await settle();
    }
  }

  /** The server is too busy for what was asked; the page asks again, and is answered. */
  async function refuseOnce(): Promise<void> {
    answer.shift()?.reject(BUSY);
    await clock.tickAsync(1_000);
    await answerAll();
  }

  it('writes in the row where it was typed', async () => {
    begin(2);
    await enter('gấp');
    await answerAll();
    assert.deepEqual(written, ["'Tổ'!D3:D3 gấp"]);
    assert.deepEqual(textsOf(known.shown()), [HO, noted(KIM, 'gấp')]);
  });

  it('writes back what was there before, though the first edit of the cell is still on its way', async () => {
    begin(2);
    await enter('gấp');
    begin(2);
    await enter('');
    await answerAll();
    assert.deepEqual(written, ["'Tổ'!D3:D3 gấp", "'Tổ'!D3:D3 "]);
    assert.deepEqual(textsOf(known.shown()), [HO, KIM]);
  });

  it('writes in its own row, when one came above during the typing', async () => {
    begin(2);
    exchange.takeIn(teams(LONG, HO, KIM));
    assert.equal(line, WAIT);
    assert.deepEqual(grid, [HO, KIM], 'the grid stands still');
    await enter('gấp');
    await answerAll();
    assert.deepEqual(written, ["'Tổ'!D4:D4 gấp"]);
    assert.deepEqual(grid, [LONG, HO, noted(KIM, 'gấp')]);
    assert.equal(line, '');
  });

  it('writes in its own row, even if the server is slow and the edit waits for another', async () => {
    begin(1);
    await enter('chờ');
    begin(2);
    exchange.takeIn(teams(LONG, noted(HO, 'chờ'), KIM));
    await enter('gấp');
    await answerAll();
    assert.deepEqual(written, ["'Tổ'!D2:D2 chờ", "'Tổ'!D4:D4 gấp"]);
    assert.deepEqual(grid, [LONG, noted(HO, 'chờ'), noted(KIM, 'gấp')]);
  });

  it('sends what waits to where its row is now, while another cell is typed into', async () => {
    begin(1);
    await enter('chờ');
    begin(2);
    await enter('gấp');
    begin(1);
    exchange.takeIn(teams(LONG, HO, KIM));
    await answerAll();
    assert.deepEqual(written, ["'Tổ'!D2:D2 chờ", "'Tổ'!D4:D4 gấp"]);
  });

  it('says what was typed into a row that is gone, and goes on saying it', async () => {
    begin(2);
    exchange.takeIn(teams(HO));
    await enter('gấp');
    assert.equal(line, LOST);
    assert.deepEqual(written, []);
    assert.deepEqual(grid, [HO]);
  });

  it('says what waited for the server when its row is gone', async () => {
    begin(1);
    await enter('chờ');
    begin(2);
    await enter('gấp');
    exchange.takeIn(teams(HO));
    assert.equal(line, LOST);
    await answerAll();
    assert.deepEqual(written, ["'Tổ'!D2:D2 chờ"]);
  });

  it('sends again to where its row is now what was on its way to a busy server', async () => {
    begin(2);
    await enter('gấp');
    exchange.takeIn(teams(LONG, HO, KIM));
    assert.deepEqual(grid, [LONG, HO, noted(KIM, 'gấp')], 'it stays on the screen meanwhile');
    await refuseOnce();
    assert.deepEqual(written, ["'Tổ'!D3:D3 gấp", "'Tổ'!D4:D4 gấp"]);
    assert.deepEqual(grid, [LONG, HO, noted(KIM, 'gấp')]);
    assert.equal(line, '');
  });

  it('says what was on its way to a busy server when its row is gone', async () => {
    begin(2);
    await enter('gấp');
    exchange.takeIn(teams(HO));
    assert.equal(line, '', 'the server may take it yet');
    await refuseOnce();
    assert.deepEqual(written, ["'Tổ'!D3:D3 gấp"]);
    assert.equal(line, LOST);
  });

  it('says nothing of what the server took before its row was gone', async () => {
    begin(2);
    await enter('gấp');
    exchange.takeIn(teams(HO));
    await answerAll();
    assert.deepEqual(written, ["'Tổ'!D3:D3 gấp"]);
    assert.deepEqual(grid, [HO]);
    assert.equal(line, '');
  });

  it('gives the cell back what the server has, when the typing is given up', () => {
    begin(1);
    exchange.takeIn(teams(noted(HO, 'khác'), noted(KIM, 'khác')));
    assert.deepEqual(grid, [HO, noted(KIM, 'khác')], 'the cell that is typed into stays');
    typing = null;
    exchange.typingEnded();
    assert.deepEqual(grid, [noted(HO, 'khác'), noted(KIM, 'khác')]);
  });

  it('shows the rows that others changed, when the typing is given up, and no longer says that they wait', () => {
    begin(1);
    exchange.takeIn(teams(KIM, HO, LONG));
    assert.equal(line, WAIT);
    typing = null;
    exchange.typingEnded();
    assert.deepEqual(grid, [KIM, HO, LONG]);
    assert.equal(line, '');
  });

  it('gives the cell back what it had, when the server refuses, and says why', () => {
    grid = [noted(HO, 'gấp'), KIM];
    exchange.refused([{ row: 1, column: 3, text: 'gấp' }], { message: 'Ô này do hệ thống giữ.' });
    assert.deepEqual(grid, [HO, KIM]);
    assert.equal(line, 'Chưa lưu được ô D2. Ô này do hệ thống giữ.');
  });
});
