/** Every example of the rulebook, played in the built script: it marks what the night marks, in the oldest runtime too. */
import assert from 'node:assert/strict';
import { markChanges } from '../../functions/domain/marks.ts';
import { reviewWorkbook } from '../../functions/domain/review.ts';
import { RULES } from '../../schemas/rulebook.ts';
import type { CellChange } from '../../schemas/workbook.ts';
import { workbookOfExample } from '../support/examples.ts';
import { contextOf, unitOf } from '../support/workbooks.ts';
import { type Running, runScript } from './support/run-script.ts';

/** The months that are open on the script's day. */
const OPEN = ['2022-08', '2022-09'];

/** Every written property with what it is afterwards. */
const marks = (changes: readonly CellChange[]): string[] =>
  changes
    .flatMap(({ sheetId, row, column, value, note, fill }) => [
      ...(value === undefined ? [] : [`${sheetId} ${row},${column} value ${value ?? ''}`]),
      ...(note === undefined ? [] : [`${sheetId} ${row},${column} note ${note}`]),
      ...(fill === undefined ? [] : [`${sheetId} ${row},${column} fill ${fill ?? ''}`]),
    ])
    .sort();

const written = ({ written }: Running): string[] =>
  written.map(({ sheetId, row, column, property, text }) => `${sheetId} ${row},${column} ${property} ${text}`).sort();

describe('the rulebook in the script', () => {
  for (const { id, examples } of RULES) {
    it(`${id}: ${examples.length} examples`, async () => {
      for (const example of examples) {
        const unit = unitOf(example.unit ?? '2022:464');
        const workbook = workbookOfExample(example);
        const script = await runScript(workbook, { unitId: unit.id });
        script.call('checkAll');
        const wanted = markChanges(reviewWorkbook(workbook, contextOf(unit, OPEN)));
        assert.deepEqual(written(script), marks(wanted), JSON.stringify(example));
      }
    });
  }
});
