/** Numbers of decisions as a commune's register gives them: rising over the year, from 1 again in January. */
import type { PlainDate } from '../../schemas/calendar.ts';
import type { SIGNERS } from '../../schemas/choice-lists.ts';
import { between, type Random } from './random.ts';
import recipe from './recipe.json' with { type: 'json' };
import { daysBetween } from './workdays.ts';

export type SignerValue = (typeof SIGNERS)['choices'][number]['value'];

const JITTER = 12;

/** A register of one commune; it is to be asked in the order of the days. */
export function decisionRegister(random: Random): (on: PlainDate) => string {
  const last = new Map<string, number>();
  return (on) => {
    const year = on.slice(0, 4);
    const number = Math.max((last.get(year) ?? 0) + 1, likelyNumber(random, on));
    last.set(year, number);
    return `${number}/QĐ-UBND`;
  };
}

function likelyNumber(random: Random, on: PlainDate): number {
  const span = recipe.founding.numbers.find(({ from, to }) => from <= on && on <= to);
  if (!span) throw new Error(`The recipe has no decision numbers for ${on}.`);
  const [least, most] = span.range as [number, number];
  const [from, to] = [span.from as PlainDate, span.to as PlainDate];
  const share = daysBetween(from, on) / daysBetween(from, to);
  return Math.min(most, Math.max(least, Math.round(least + share * (most - least)) + between(random, -JITTER, JITTER)));
}
