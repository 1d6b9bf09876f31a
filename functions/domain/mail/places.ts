/** Where a problem is, as a mail says it: rows that lead into the workbook. */
import type { Piece } from './blocks.ts';
import type { RowRange } from './problem-groups.ts';

/** Of one group; a list of two hundred rows helps nobody on a phone. */
const MAX_RANGES = 20;

export const workbookUrl = (workbookId: string): string => `https://docs.google.com/spreadsheets/d/${workbookId}/edit`;

function rangePiece([from, to]: RowRange, sheetId: number | null, url: string): Piece {
  const text = from === to ? String(from) : `${from}–${to}`;
  if (sheetId === null) return { text };
  const range = from === to ? `A${from}` : `A${from}:A${to}`;
  return { text, url: `${url}#gid=${sheetId}&range=${range}` };
}

/** «Dòng 5, 8, 12–15», or the tab as a whole; nothing of a tab that is missing. */
export function placesOf(rows: readonly RowRange[], sheetId: number | null, url: string): readonly Piece[] {
  if (rows.length === 0) return sheetId === null ? [] : [{ text: 'Cả trang', url: `${url}#gid=${sheetId}` }];
  const shown = rows.slice(0, MAX_RANGES).map((range) => rangePiece(range, sheetId, url));
  const rest = rows.slice(MAX_RANGES).reduce((sum, [from, to]) => sum + to - from + 1, 0);
  const separated = shown.flatMap((piece, index) => (index === 0 ? [piece] : [{ text: ', ' }, piece]));
  return [{ text: 'Dòng ' }, ...separated, ...(rest > 0 ? [{ text: ` và ${rest} dòng khác` }] : [])];
}
