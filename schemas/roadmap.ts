/** The phases of the roadmap. KH 115, III.2. */
import type { PlainDate } from './calendar.ts';

export interface Phase {
  readonly phase: 1 | 2 | 3;
  readonly from: PlainDate;
  readonly to: PlainDate;
  /** The document that the district writes by the end of the phase. III.2.2 and III.2.3. */
  readonly document: 'evaluation' | 'proposal';
}

/** Phase 1 counts decisions from 01/5/2022, although the plan is of 08/6/2022 and the first month reported is 06/2022. */
export const PHASES: readonly Phase[] = [
  { phase: 1, from: '2022-05-01' as PlainDate, to: '2022-07-31' as PlainDate, document: 'evaluation' },
  { phase: 2, from: '2022-08-01' as PlainDate, to: '2022-10-31' as PlainDate, document: 'evaluation' },
  { phase: 3, from: '2022-11-01' as PlainDate, to: '2022-12-31' as PlainDate, document: 'proposal' },
];

/** The phase that a day lies in; undefined before and after the roadmap. */
export function phaseOf(day: PlainDate): Phase | undefined {
  return PHASES.find(({ from, to }) => from <= day && day <= to);
}
