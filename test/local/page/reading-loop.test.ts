/** When the page reads a tab again. */
import assert from 'node:assert/strict';
import { type SinonFakeTimers, useFakeTimers } from 'sinon';
import { PageProblem } from '../../../local/page/public/origin.js';
import { createReadingLoop, type ReadingLoop } from '../../../local/page/public/reading-loop.js';

const ABORTED = new DOMException('Another tab was opened.', 'AbortError');

describe('the reading loop', () => {
  let clock: SinonFakeTimers;
  let left: AbortController;
  let loop: ReadingLoop;
  /** When each reading began, in ms. */
  let begun: number[];
  let said: string[];
  /** What the readings come to, one after the other; then all is well. */
  let outcomes: Error[];
  let readingMs: number;

  beforeEach(() => {
    clock = useFakeTimers();
    left = new AbortController();
    [begun, said, outcomes, readingMs] = [[], [], [], 0];
    const read = async () => {
      begun.push(Date.now());
      if (readingMs > 0) await new Promise((resolve) => setTimeout(resolve, readingMs));
      const outcome = outcomes.shift();
      if (outcome) throw outcome;
    };
    loop = createReadingLoop(read, { gone: ({ message }) => said.push(message), signal: left.signal });
  });
  afterEach(() => clock.restore());

  it('reads once for changes that come in quick succession, 400 ms after the last', async () => {
    for (let change = 0; change < 3; change += 1) {
      loop.soon();
      await clock.tickAsync(300);
    }
    await clock.tickAsync(10_000);
    assert.deepEqual(begun, [1_000]);
  });

  it('never reads twice at once; what changes during a reading is read afterwards, once', async () => {
    readingMs = 1_000;
    void loop.now();
    const ended: number[] = [];
    for (const _ of 'both') void loop.now().then(() => ended.push(Date.now()));
    loop.soon();
    await clock.tickAsync(10_000);
    assert.deepEqual(begun, [0, 1_000]);
    assert.deepEqual(ended, [2_000, 2_000, 2_000, 2_000], 'whoever asked meanwhile has what stood there then');
  });

  it('reads again after a reading that failed', async () => {
    readingMs = 1_000;
    outcomes = [new PageProblem('Bận.', 503)];
    const first = assert.rejects(loop.now(), { message: 'Bận.' });
    const second = loop.now();
    await clock.tickAsync(10_000);
    await Promise.all([first, second]);
    assert.deepEqual(begun, [0, 1_000]);
  });

  it('stops when it is told to', async () => {
    loop.soon();
    loop.stop();
    await clock.tickAsync(10_000);
    assert.deepEqual(begun, []);
  });

  it('reads no more for a tab that was left', async () => {
    readingMs = 1_000;
    void loop.now();
    loop.soon();
    await clock.tickAsync(500);
    left.abort();
    await clock.tickAsync(10_000);
    assert.deepEqual(begun, [0]);
  });

  it('tells whoever asks for a reading at once that it failed', async () => {
    outcomes = [new PageProblem('Hệ thống đang bận.', 503)];
    await assert.rejects(loop.now(), { message: 'Hệ thống đang bận.' });
    await clock.tickAsync(10_000);
    assert.deepEqual(begun, [0], 'and leaves it to them');
  });

  const failures: readonly [why: string, problem: Error, begun: number[], said: string[]][] = [
    ['busy: again after 5 s', new PageProblem('Bận.', 503), [400, 5_400], []],
    ['too many readings: again after 5 s', new PageProblem('Quá số lần.', 429), [400, 5_400], []],
    ['unreachable: again after 5 s', new PageProblem('Không kết nối được.'), [400, 5_400], []],
    ['a mistake of the page: again after 5 s', new TypeError('undefined'), [400, 5_400], []],
    ['deleted: said, and not tried again', new PageProblem('Không tìm thấy.', 404), [400], ['Không tìm thấy.']],
    ['left for another tab: nothing', ABORTED, [400], []],
  ];
  for (const [why, problem, expected, words] of failures) {
    it(why, async () => {
      outcomes = [problem];
      loop.soon();
      await clock.tickAsync(20_000);
      assert.deepEqual(begun, expected);
      assert.deepEqual(said, words);
    });
  }

  it('tries again as long as it takes', async () => {
    outcomes = [503, 503, 429].map((status) => new PageProblem('Bận.', status));
    loop.soon();
    await clock.tickAsync(30_000);
    assert.deepEqual(begun, [400, 5_400, 10_400, 15_400]);
  });
});
