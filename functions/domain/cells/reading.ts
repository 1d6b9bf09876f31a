/** What the reader of a cell gives back: the value beside the original, and what is to be said about it. */
import type { PlainDate } from '../../../schemas/calendar.ts';
import type { Details, Issue } from '../../../schemas/rule.ts';
import type { ReportingUnit } from '../../../schemas/units.ts';
import type { CellValue } from '../../../schemas/workbook.ts';

/** `value` is null when the cell is blank or cannot be used; then an error issue says why, unless it is just blank. */
export interface Reading<T> {
  readonly original: CellValue;
  readonly value: T | null;
  readonly issues: readonly Issue[];
}

/** What a reader may ask about the place where the cell lies. */
export interface ReadingContext {
  readonly today: PlainDate;
  readonly unit: ReportingUnit;
  /** Days that a date without a year most likely lies near: the period's window, or the day of the run. */
  readonly near: PlainDate;
}

const NO_ISSUES: readonly Issue[] = [];

export function accept<T>(original: CellValue, value: T | null): Reading<T> {
  return { original, value, issues: NO_ISSUES };
}

/** Understood, with something to say about it. */
export function say<T>(
  original: CellValue,
  value: T,
  rule: string,
  variant: string,
  details: Details = {},
  suggestion?: string | number,
): Reading<T> {
  return { original, value, issues: [issue(rule, variant, details, suggestion)] };
}

/** Not usable: the value is null and the issue says why. */
export function reject<T>(
  original: CellValue,
  rule: string,
  variant: string,
  details: Details = {},
  suggestion?: string | number,
): Reading<T> {
  return { original, value: null, issues: [issue(rule, variant, details, suggestion)] };
}

/** The issue with the cell that would leave nothing to say; `read-cell.ts` takes it off where it would not. */
export function replaceBy(found: Issue, replacement: CellValue): Issue {
  return { ...found, replacement };
}

export function issue(rule: string, variant: string, details: Details = {}, suggestion?: string | number): Issue {
  return suggestion === undefined ? { rule, variant, details } : { rule, variant, details, suggestion };
}
