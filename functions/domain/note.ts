/** Notes carry staff's words and ours. Ours go below theirs, behind a line of their own, and theirs stay to the letter. */

/** The line that our part of a note begins with. */
export const NOTE_MARK = '⚠ Kiểm tra';

/** Lines of ours begin so; anything else below the mark was written by a person and is kept. */
const OUR_LINE = /^[✗!✓] /;

export interface SplitNote {
  readonly theirs: string;
  /** Whether the note carries our mark. */
  readonly marked: boolean;
}

/** Staff's own words in a note: what stands above our mark, and what they may have added below our lines. */
export function splitNote(note: string): SplitNote {
  const lines = note.split('\n');
  const mark = lines.indexOf(NOTE_MARK);
  if (mark < 0) return { theirs: note, marked: false };
  let end = mark + 1;
  while (end < lines.length && OUR_LINE.test(lines[end] ?? '')) end += 1;
  return { theirs: [...lines.slice(0, mark), ...lines.slice(end)].join('\n'), marked: true };
}

/** The note with our lines below staff's words; without lines of ours it is staff's note again. */
export function joinNote(theirs: string, lines: readonly string[]): string {
  if (lines.length === 0) return theirs;
  return [...(theirs === '' ? [] : [theirs]), NOTE_MARK, ...lines].join('\n');
}
