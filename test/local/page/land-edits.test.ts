/** What becomes of a person's edits when others changed the tab meanwhile. */
import assert from 'node:assert/strict';
import { landEdits } from '../../../local/page/public/land-edits.js';
import type { Edit, Place } from '../../../local/page/public/load-editor.js';
import type { SheetContent } from '../../../local/page/public/sheet-content.js';
import { teams } from './contents.ts';

const HO = ['✓', 'Vĩnh Hà', 'Cấp xã', ''];
const KIM = ['✓', 'Vĩnh Kim', 'Cấp xã', ''];
const LONG = ['✓', 'Vĩnh Long', 'Cấp thôn', ''];

const BEGUN = teams(HO, KIM);
const INSERTED = teams(LONG, HO, KIM);
const DELETED = teams(HO);
const SORTED = teams(KIM, HO);
const note = (row: number, text: string): Edit => ({ row, column: 3, text });

interface Case {
  why: string;
  edits: Edit[];
  shown?: SheetContent;
  newest?: SheetContent;
  moved?: Edit[];
  lost?: Edit[];
  elsewhere?: Edit[];
  refused?: Edit[];
  reason?: string;
  /** An edit that is not yet saved. */
  waiting?: Edit;
}

const CASES: readonly Case[] = [
  { why: 'nobody else was there: written where it was typed', edits: [note(2, 'gấp')], moved: [note(2, 'gấp')] },
  { why: 'what the cell shows already is no edit', edits: [{ row: 2, column: 1, text: 'Vĩnh Kim' }] },
  {
    why: 'the same text, but another was shown when it was typed: an edit',
    edits: [{ row: 1, column: 1, text: 'Vĩnh Hà' }],
    shown: teams(['✓', 'Vĩnh Hòa', 'Cấp xã', ''], KIM),
    moved: [{ row: 1, column: 1, text: 'Vĩnh Hà' }],
  },
  {
    why: 'back to the text that is shown, while another one is on its way: an edit',
    edits: [note(2, '')],
    waiting: note(2, 'gấp'),
    moved: [note(2, '')],
  },
  {
    why: 'and so in the row where the cell is by now',
    edits: [note(2, '')],
    waiting: note(3, 'gấp'),
    newest: INSERTED,
    moved: [note(3, '')],
    elsewhere: [note(2, '')],
  },
  { why: 'another cell is on its way: none', edits: [note(2, '')], waiting: note(1, 'gấp') },
  {
    why: 'a row was inserted above: written one row below',
    edits: [note(2, 'gấp')],
    newest: INSERTED,
    moved: [note(3, 'gấp')],
    elsewhere: [note(2, 'gấp')],
  },
  {
    why: 'its row was deleted: lost, and not written into another one',
    edits: [note(2, 'gấp')],
    newest: DELETED,
    lost: [note(2, 'gấp')],
    elsewhere: [note(2, 'gấp')],
  },
  {
    why: 'rows were sorted: each follows its own',
    edits: [note(1, 'hà'), note(2, 'kim')],
    newest: SORTED,
    moved: [note(2, 'hà'), note(1, 'kim')],
    elsewhere: [note(1, 'hà'), note(2, 'kim')],
  },
  {
    why: 'a row above alone was deleted: the row below it is still found',
    edits: [note(1, 'hà'), note(2, 'kim')],
    newest: teams(KIM),
    moved: [note(1, 'kim')],
    lost: [note(1, 'hà')],
    elsewhere: [note(1, 'hà'), note(2, 'kim')],
  },
  {
    why: 'a choice that is not offered goes back, the others of the block are taken',
    edits: [{ row: 1, column: 2, text: 'Cấp tỉnh' }, note(1, 'gấp')],
    moved: [note(1, 'gấp')],
    refused: [{ row: 1, column: 2, text: 'Cấp tỉnh' }],
    reason: '«Cấp tỉnh» không có trong danh sách của ô C2 · Cấp tổ. Vui lòng chọn một trong: «Cấp xã», «Cấp thôn».',
  },
  {
    why: 'a block with a closed cell goes back whole',
    edits: [{ row: 1, column: 0, text: 'x' }, note(1, 'gấp')],
    refused: [{ row: 1, column: 0, text: 'x' }, note(1, 'gấp')],
    reason: 'Ô A2 do hệ thống giữ nên không sửa được. Vui lòng sửa ở các ô khác của trang.',
  },
];

describe('where a person’s edits land', () => {
  for (const { why, edits, shown = BEGUN, newest = shown, moved = [], lost = [], elsewhere = [], ...back } of CASES) {
    it(why, () => {
      const { refused = [], reason = null, waiting } = back;
      const waits = ({ row, column }: Place) => row === waiting?.row && column === waiting.column;
      const landing = landEdits(edits, { begun: BEGUN, shown, newest }, waits);
      assert.deepEqual(landing, { moved, lost, elsewhere, refused, reason });
    });
  }
});
