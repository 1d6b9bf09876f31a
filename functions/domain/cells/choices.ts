import type { ChoicesCell } from '../../../schemas/cells.ts';
import type { Choice, ChoiceList } from '../../../schemas/choice-lists.ts';
import type { CellValue } from '../../../schemas/workbook.ts';
import { isBlank, shorten } from '../text.ts';
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
import { accept, type Reading, type ReadingContext, reject, say } from './reading.ts';

/** `2. Tuyên truyền`: the number that the plan gives it. */
const LISTED = /^\d{1,2}\s*[.)]\s*(?=\p{L})/u;
const BETWEEN = /\s*[,;\n]\s*/;
/** Signs that some labels have inside (`Zalo - mạng xã hội`), tried only where a part is not known as a whole. */
const BETWEEN_PARTS = /\s*(?:[/+&]|\s[-–]\s|\svà\s)\s*/iu;

interface Part {
  readonly text: string;
  readonly choice: Choice | null;
  readonly guessed: boolean;
}

function know(list: ChoiceList, text: string): Part {
  const key = choiceKey(text);
  const known = choiceIndex(list).get(key);
  if (known !== undefined) return { text, ...known };
  const leading = choiceByBeginning(list, key);
  return { text, choice: leading, guessed: leading !== null };
}

function knowParts(list: ChoiceList, text: string): readonly Part[] {
  const whole = know(list, text);
  const pieces = text.split(BETWEEN_PARTS).filter((piece) => choiceKey(piece) !== '');
  if ((whole.choice !== null && !whole.guessed) || pieces.length < 2) return [whole];
  const parts = pieces.map((piece) => know(list, piece));
  return parts.every((part) => part.choice !== null) ? parts : [whole];
}

/** One or several of a closed list, each once, in the order typed. One that is not known makes the cell unreadable. */
export function readChoices(original: CellValue, cell: ChoicesCell, _context: ReadingContext): Reading<string[]> {
  if (original === null || isBlank(original)) return readBlank(original);
  const found = openText(asTyped(original));
  if (isIssue(found)) return refuse(original, found);
  const opened = { ...found, text: found.text.replace(LISTED, '') };
  if (isNone(opened.text)) return readNone(original);
  if (isDitto(opened.text)) return reject(original, 'cell.not-in-list', 'ditto');
  const texts = opened.text.split(BETWEEN).filter((text) => choiceKey(text) !== '');
  const parts = texts.flatMap((text) => knowParts(cell.list, text.replace(/^[-+*•]\s*/, '')));
  const unknown = parts.find((part) => part.choice === null);
  if (unknown !== undefined || parts.length === 0) return refusePart(original, cell.list, unknown?.text ?? opened.text);
  return settleParts(original, opened, parts);
}

function refusePart(original: CellValue, list: ChoiceList, part: string): Reading<string[]> {
  const nearest = nearestLabel(list, choiceKey(part));
  const details = { part: shorten(part) };
  if (nearest === null) return reject(original, 'cell.not-in-list', 'unknownPart', details);
  return reject(original, 'cell.not-in-list', 'nearestPart', details, nearest);
}

function settleParts(original: CellValue, opened: Opened, parts: readonly Part[]): Reading<string[]> {
  const chosen = [...new Set(parts.flatMap((part) => part.choice ?? []))];
  const values = chosen.map((choice) => choice.value);
  const labels = chosen.map((choice) => choice.label).join(', ');
  if (parts.some((part) => part.guessed)) {
    return say(original, values, 'cell.guessed', 'synonym', { understood: shorten(labels, 80) });
  }
  const asLabels = opened.text.replace(/\s*[,;]\s*/g, ', ') === labels;
  return asLabels && opened.text === original ? accept(original, values) : settle(original, opened, values, labels);
}
