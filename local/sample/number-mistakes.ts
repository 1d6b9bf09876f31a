/** How counts get mistyped. */
import type { CellValue } from '../../schemas/workbook.ts';
import type { CellMistake, CellPlace } from './mistakes.ts';
import { pick } from './random.ts';
import { inWords } from './spelling.ts';

const UNITS: Readonly<Record<string, readonly string[]>> = {
  zaloHeadCount: ['người'],
  sessions: ['buổi'],
  turns: ['người', 'lượt', 'lượt người'],
  participants: ['người', 'thành viên'],
};
const COUNTS = Object.keys(UNITS);

export const NUMBER_MISTAKES: readonly CellMistake[] = [
  { kind: 'numberWithUnit', columns: COUNTS, mistype: numberWithUnit },
  { kind: 'approximate', columns: ['turns'], mistype: approximate },
  { kind: 'negative', columns: COUNTS, mistype: (value) => (Number(value) > 0 ? -Number(value) : undefined) },
  { kind: 'numberAsWords', columns: ['turns', 'participants'], mistype: numberAsWords },
  { kind: 'formulaError', columns: COUNTS, mistype: () => '#REF!' },
];

function numberWithUnit(value: CellValue, { random, column }: CellPlace): string {
  return `${value} ${pick(random, UNITS[column] as string[])}`;
}

function approximate(value: CellValue, { random }: CellPlace): string {
  return pick(random, [`khoảng ${value}`, `~${value}`, `hơn ${value}`]);
}

function numberAsWords(value: CellValue): string | undefined {
  const number = Number(value);
  return number >= 1 && number <= 99 ? inWords(number) : undefined;
}
