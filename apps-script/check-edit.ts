/** What a person has just typed is judged at once, in the words that the night would use. */

import { readMemory, rememberedPeriods } from '../functions/domain/review-memory.ts';
import { checkTabs, isJudged } from './check-tabs.ts';
import type { ScriptRange } from './google.ts';
import type { SheetPort } from './sheet-port.ts';

/**
 * Marks the tab that was edited: the rows that were touched, and rows whose verdict depends on them (a row doubled above, a
 * total gone wrong). Silent where nothing is judged, and in a workbook that is nobody's: a trigger that complained at every
 * keystroke would be switched off. Inserting and deleting rows fires no simple trigger; the next edit or the night follows.
 * https://developers.google.com/apps-script/guides/triggers#onedite
 */
export function checkEdit(port: SheetPort, edited: Pick<ScriptRange, 'getSheet'>): void {
  const sheet = edited.getSheet();
  if (!isJudged(sheet.getName(), rememberedPeriods(readMemory(port.memory), port.today))) return;
  checkTabs(port, sheet.getSheetId());
}
