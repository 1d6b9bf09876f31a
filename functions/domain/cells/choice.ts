import type { ChoiceCell } from '../../../schemas/cells.ts';
import type { Choice } from '../../../schemas/choice-lists.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { isBlank } from '../text.ts';
import { choiceByBeginning, choiceIndex, choiceKey, nearestLabel } from './choice-index.ts';
import {
  asTyped,
  isDitto,
  isIssue,
  isNone,
  type Opened,
  openText,
  readBlank,
  readNone,
  refuse,
  settle,
} from './opening.ts';
import { type Reading, type ReadingContext, reject, say } from './reading.ts';

/** `2. Tuyên truyền`: the number that the plan gives it. */
const LISTED = /^\d{1,2}\s*[.)]\s*(?=\p{L})/u;
const BETWEEN = /\s*(?:[,;/\n+&]|\s[-–]\s|\svà\s|\skiêm\s)\s*/iu;

/** One choice of a closed list, by label or alias. Of several kinds in a cell the first is used, and said. */
export function readChoice(original: CellValue, cell: ChoiceCell, _context: ReadingContext): Reading<string> {
  if (original === null || isBlank(original)) return readBlank(original);
  const found = openText(asTyped(original));
  if (isIssue(found)) return refuse(original, found);
  const opened = { ...found, text: found.text.replace(LISTED, '') };
  const known = choiceIndex(cell.list).get(choiceKey(opened.text));
  if (known !== undefined) {
    if (known.guessed) return guess(original, known.choice, 'synonym');
    return settle(original, opened, known.choice.value, known.choice.label);
  }
  return readLoosely(original, opened, cell);
}

function guess(original: CellValue, choice: Choice, variant: 'synonym' | 'severalKinds'): Reading<string> {
  return say(original, choice.value, 'cell.guessed', variant, { understood: choice.label });
}

function readLoosely(original: CellValue, opened: Opened, cell: ChoiceCell): Reading<string> {
  const { list } = cell;
  const parts = opened.text.split(BETWEEN).filter((part) => part !== '');
  const named = parts.flatMap(
    (part) => choiceIndex(list).get(choiceKey(part))?.choice ?? choiceByBeginning(list, choiceKey(part)) ?? [],
  );
  const [first] = named;
  if (parts.length > 1 && first !== undefined) {
    return guess(original, first, named.some((choice) => choice !== first) ? 'severalKinds' : 'synonym');
  }
  const key = choiceKey(opened.text);
  const leading = choiceByBeginning(list, key);
  if (leading !== null) return guess(original, leading, 'synonym');
  if (isNone(opened.text)) return readNone(original);
  if (isDitto(opened.text)) return reject(original, 'cell.not-in-list', 'ditto');
  return unknown(original, nearestLabel(list, key));
}

function unknown(original: CellValue, nearest: string | null): Reading<string> {
  if (nearest === null) return reject(original, 'cell.not-in-list', 'unknown');
  return reject(original, 'cell.not-in-list', 'nearest', {}, nearest);
}
