/** Who wins when a tab is typed into while others change it. */
import assert from 'node:assert/strict';
import type { Change } from '../../../local/page/public/known-content.js';
import { createKnownContent } from '../../../local/page/public/known-content.js';
import { teams, textsOf } from './contents.ts';

const HO = ['✓', 'Vĩnh Hà', 'Cấp xã', ''];
const KIM = ['✓', 'Vĩnh Kim', 'Cấp xã', ''];
const LONG = ['✓', 'Vĩnh Long', 'Cấp thôn', ''];
const NOTE_OF_HO = { row: 1, column: 3 };
const NOTE_OF_KIM = { row: 2, column: 3 };

/** The cells that changed, or what becomes of the rows. */
const summary = (change: Change): unknown => (change.kind === 'cells' ? change.places : change.kind);

describe('what is known of a tab', () => {
  it('is taken over cell by cell where the rows are the same', () => {
    const known = createKnownContent(teams(HO, KIM));
    const { change, follow } = known.takeIn(teams([...HO.slice(0, 3), 'gấp'], ['✗', ...KIM.slice(1)]), null);
    assert.equal(follow, null);
    assert.deepEqual(summary(change), [NOTE_OF_HO, { row: 2, column: 0 }]);
    assert.deepEqual(textsOf(known.shown()), [
      ['✓', 'Vĩnh Hà', 'Cấp xã', 'gấp'],
      ['✗', 'Vĩnh Kim', 'Cấp xã', ''],
    ]);
  });

  it('is drawn anew where rows came, with the way to each row', () => {
    const known = createKnownContent(teams(HO, KIM));
    const { change, follow } = known.takeIn(teams(LONG, HO, KIM), null);
    assert.equal(summary(change), 'rows');
    assert.deepEqual(follow && [0, 1, 2].map(follow), [0, 2, 3]);
    assert.deepEqual(textsOf(known.shown()), [LONG, HO, KIM]);
  });

  it('stays as it is while a cell is typed into, when rows came; the end of typing brings them', () => {
    const known = createKnownContent(teams(HO, KIM));
    known.typingBegins();
    const { change, follow } = known.takeIn(teams(LONG, HO, KIM), NOTE_OF_HO);
    assert.equal(summary(change), 'held');
    assert.deepEqual(follow && [1, 2].map(follow), [2, 3], 'what waits for the server follows at once');
    assert.deepEqual(textsOf(known.shown()), [HO, KIM]);
    assert.equal(summary(known.typingEnds()), 'rows');
    assert.deepEqual(textsOf(known.shown()), [LONG, HO, KIM]);
    assert.deepEqual(summary(known.typingEnds()), [], 'once');
  });

  it('forgets rows that came and went while a cell was typed into', () => {
    const known = createKnownContent(teams(HO, KIM));
    known.typingBegins();
    known.takeIn(teams(LONG, HO, KIM), NOTE_OF_HO);
    const { change, follow } = known.takeIn(teams(HO, KIM), NOTE_OF_HO);
    assert.deepEqual(summary(change), []);
    assert.deepEqual(follow && [2, 3].map(follow), [1, 2], 'and so does what waits for the server');
    assert.deepEqual(summary(known.typingEnds()), []);
    assert.deepEqual(textsOf(known.shown()), [HO, KIM]);
  });

  it('shows what others wrote into the cell that is typed into once the typing ends', () => {
    const known = createKnownContent(teams(HO, KIM));
    known.typingBegins();
    known.takeIn(teams([...HO.slice(0, 3), 'khác'], [...KIM.slice(0, 3), 'khác']), NOTE_OF_KIM);
    assert.deepEqual(summary(known.typingEnds()), [NOTE_OF_KIM]);
    assert.deepEqual(summary(known.typingEnds()), [], 'once');
  });

  it('lands what was typed by the rows that stood there when typing began', () => {
    const known = createKnownContent(teams(HO, KIM));
    known.typingBegins();
    known.takeIn(teams(KIM, HO), NOTE_OF_KIM);
    const typed = [{ ...NOTE_OF_KIM, text: 'gấp' }];
    assert.deepEqual(known.land(typed, () => false).moved, [{ row: 1, column: 3, text: 'gấp' }]);
    assert.deepEqual(known.land(typed, () => false).moved, typed, 'the next typing begins with what is shown then');
  });

  it('lands what was typed in the rows that are held back', () => {
    const known = createKnownContent(teams(HO, KIM));
    known.typingBegins();
    known.takeIn(teams(LONG, HO, KIM), NOTE_OF_KIM);
    assert.deepEqual(known.land([{ ...NOTE_OF_KIM, text: 'gấp' }], () => false).moved, [
      { row: 3, column: 3, text: 'gấp' },
    ]);
  });

  it('follows rows from reading to reading while they are held back', () => {
    const known = createKnownContent(teams(HO, KIM));
    known.typingBegins();
    known.takeIn(teams(LONG, HO, KIM), NOTE_OF_KIM);
    const marked = known.takeIn(teams(LONG, HO, ['✗', ...KIM.slice(1)]), NOTE_OF_KIM);
    assert.equal(summary(marked.change), 'held');
    assert.equal(marked.follow, null);
    const shorter = known.takeIn(teams(LONG, KIM), NOTE_OF_KIM);
    assert.deepEqual(shorter.follow && [1, 2, 3].map(shorter.follow), [1, null, 2]);
  });

  it('has what the server took in the rows that are held back', () => {
    const known = createKnownContent(teams(HO, KIM));
    known.typingBegins();
    known.takeIn(teams(LONG, HO, KIM), NOTE_OF_HO);
    known.settle([{ row: 3, column: 3, text: 'gấp' }]);
    assert.deepEqual(textsOf(known.shown()), [HO, KIM]);
    known.typingEnds();
    assert.deepEqual(textsOf(known.shown()), [LONG, HO, [...KIM.slice(0, 3), 'gấp']]);
  });

  it('has what the server took, as it then shows', () => {
    const known = createKnownContent(teams(HO, KIM));
    known.settle([
      { row: 2, column: 3, text: '24/05/2022' },
      { row: 2, column: 2, text: 'Cấp thôn' },
    ]);
    assert.deepEqual(textsOf(known.shown()), [HO, ['✓', 'Vĩnh Kim', 'Cấp thôn', '24/05/2022']]);
    assert.deepEqual(known.shown().cells[2]?.[2]?.choices, {
      kind: 'list',
      values: ['Cấp xã', 'Cấp thôn'],
      strict: true,
    });
  });
});
