/** Mistakes within one cell: a table of small functions, at most one hit per cell, each at the recipe's rate. */
import { DATE_MISTAKES } from './date-mistakes.ts';
import { type Draft, markMistake } from './drafts.ts';
import type { CellMistake, CellPlace } from './mistakes.ts';
import { NUMBER_MISTAKES } from './number-mistakes.ts';
import type { Random } from './random.ts';
import recipe from './recipe.json' with { type: 'json' };
import { TEXT_MISTAKES } from './text-mistakes.ts';

const BY_COLUMN = Map.groupBy(
  [...TEXT_MISTAKES, ...DATE_MISTAKES, ...NUMBER_MISTAKES].flatMap((mistake) =>
    mistake.columns.map((column) => ({ column, mistake, rate: recipe.mistakes.perCell[mistake.kind] })),
  ),
  ({ column }) => column,
);

export function mistypeCells(draft: Draft, place: Omit<CellPlace, 'column' | 'commune'>): void {
  for (const [column, value] of Object.entries(draft.cells)) {
    const mistake = drawn(place.random, column);
    const typed = mistake?.mistype(value, { ...place, column, commune: draft.team.commune });
    if (!mistake || typed === undefined || typed === value) continue;
    draft.cells[column] = typed;
    markMistake(draft, mistake.kind, column);
  }
}

function drawn(random: Random, column: string): CellMistake | undefined {
  const candidates = BY_COLUMN.get(column);
  if (!candidates) return undefined;
  let rest = random();
  return candidates.find(({ rate }) => {
    rest -= rate;
    return rest < 0;
  })?.mistake;
}
