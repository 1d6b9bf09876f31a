/** Every example of the rulebook, played in the built script: it marks what the night marks, in the oldest runtime too. */
import assert from 'node:assert/strict';
import { markChanges } from '../../functions/domain/marks.ts';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import { RULES } from '../../schemas/rulebook.ts';
import { workbookOfExample } from '../support/examples.ts';
import { contextOf, unitOf } from '../support/workbooks.ts';
import { loadOnce, openScript, wantedMarks, writtenMarks } from './support/script-in-workbook.ts';

/** The months that are open on the script's day. */
const OPEN = ['2022-08', '2022-09'];

describe('the rulebook in the script', () => {
  const load = loadOnce();

  for (const { id, examples } of RULES) {
    it(`${id}: ${examples.length} examples`, async () => {
      for (const example of examples) {
        const unit = unitOf(example.unit ?? '2022:464');
        const workbook = workbookOfExample(example);
        const script = await openScript(workbook, { unitId: unit.id, load });
        await script.call('checkAll');
        const wanted = markChanges(reviewWorkbook(workbook, contextOf(unit, OPEN)));
        assert.deepEqual(writtenMarks(script), wantedMarks(wanted), JSON.stringify(example));
      }
    });
  }
});
