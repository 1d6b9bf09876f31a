/** The form of a rule: what is wrong, why, how to put it right, since when, and examples that run as tests. */
import type { PlainDate } from './calendar.ts';
import type { CellValue } from './workbook.ts';

/**
 * error – a data mistake: the row is not counted until it is fixed. warning – counted, please check. finding – the plan
 * is not met: counted, shown to leaders, never blocks. info – shown, never mailed, the row keeps its `✓`.
 */
export type Severity = 'error' | 'warning' | 'finding' | 'info';

export type TabKey = 'teams' | 'members' | 'activities' | 'monthlyReport';

/**
 * One way in which a rule speaks. `sentence` says what is wrong and why, `fix` what to do; both are polite Vietnamese
 * with placeholders `{value}` (the cell, shortened), `{column}` (its header), `{help}` (the header's note),
 * `{suggestion}`, and whatever the rule's maker puts into `details`. Filled in, the two are at most 200 characters.
 */
export interface Variant {
  readonly severity: Severity;
  readonly sentence: string;
  readonly fix: string;
  /**
   * Another spelling of what is there already, or the plan's own words; nothing is guessed. Only then may an issue carry a
   * `replacement`, which staff can ask for by «Sửa giúp».
   */
  readonly mechanical?: true;
}

/**
 * An example that a test plays: a workbook of valid rows in which one thing is changed. `set` replaces raw cells of the
 * first data row of `tab`; `edit` changes the tab itself. `says` is the variant that must then be found, or null when the
 * rule must stay silent.
 */
export interface Example {
  readonly tab: TabKey;
  readonly set?: Readonly<Record<string, CellValue>>;
  readonly edit?: TabEdit;
  /** Rows that other tabs have besides. */
  readonly with?: readonly { readonly tab: TabKey; readonly row: Readonly<Record<string, CellValue>> }[];
  /** Earlier months as they were stored, the newest first: what the team of the first row had in each. */
  readonly before?: readonly PastExample[];
  /** Tabs that have no rows at all. */
  readonly without?: readonly TabKey[];
  /** What stands in the form's column `Ghi chú`, by line. */
  readonly remarks?: Readonly<Record<string, string>>;
  /** Default: 2022-08. */
  readonly period?: string;
  /** The month's tabs are no more what was sent, or what was frozen. */
  readonly edited?: 'after-submission' | 'after-lock';
  /** Default: Vĩnh Linh, `2022:464`. */
  readonly unit?: string;
  /** Day of the review. Default: 2022-08-25. */
  readonly today?: string;
  readonly says: string | null;
}

/** One earlier month of a team; what is left out was 0. Its activities were guidance on the first platform of the list. */
export interface PastExample {
  readonly members?: number;
  readonly activities?: number;
  readonly sessions?: number;
  readonly turns?: number;
}

/** What people do to a tab, as data. Columns are named by key. */
export type TabEdit =
  | { readonly do: 'delete-header'; readonly column: string }
  | { readonly do: 'rename-header'; readonly column: string; readonly to: string }
  | { readonly do: 'double-header'; readonly column: string }
  | { readonly do: 'rename-tab'; readonly to: string }
  | { readonly do: 'delete-tab' }
  | { readonly do: 'copy-tab' }
  | { readonly do: 'repeat-header' }
  | { readonly do: 'add-rows'; readonly rows: readonly Readonly<Record<string, CellValue>>[] }
  | { readonly do: 'repeat-row' }
  /** Other cells in a row of data, the first being 1. */
  | { readonly do: 'set-row'; readonly row: number; readonly set: Readonly<Record<string, CellValue>> }
  /** The same in several rows. */
  | {
      readonly do: 'set-rows';
      readonly from: number;
      readonly rows: number;
      readonly set: Readonly<Record<string, CellValue>>;
    }
  /** So many people in the team of the first row, and nobody elsewhere. */
  | { readonly do: 'people'; readonly count: number }
  | { readonly do: 'merge'; readonly column: string; readonly rows: number }
  | { readonly do: 'shift-columns'; readonly rows: number };

export interface Rule<Id extends string = string, V extends string = string> {
  /** A contract: stable, never reused. */
  readonly id: Id;
  /** What the rule asks, in a few Vietnamese words: the heading in the guide. */
  readonly title: string;
  /** The clause of KH 115 or the law that it rests on; null for plain good sense about data. */
  readonly clause: string | null;
  /** The rule is our reading rather than the plan's words. */
  readonly inferred?: boolean;
  readonly variants: Readonly<Record<V, Variant>>;
  /** First and last day on which the rule is in force; always, when left out. */
  readonly since?: PlainDate;
  readonly until?: PlainDate;
  readonly examples: readonly Example[];
}

export function defineRule<const Id extends string, const V extends string>(rule: Rule<Id, V>): Rule<Id, V> {
  return rule;
}

/** What a placeholder may be filled with. */
export type Details = Readonly<Record<string, string | number>>;

/** What the reader of one cell found, before it is known where the cell lies. */
export interface Issue {
  readonly rule: string;
  readonly variant: string;
  readonly details?: Details;
  /** The value that would be right, when it is safe to say one. */
  readonly suggestion?: string | number;
  /**
   * The raw cell, dates as serial numbers, that leaves nothing to say: read again it gives the same value in silence.
   * Written at staff's own asking only. Belongs to mechanical variants.
   */
  readonly replacement?: CellValue;
}

/** One thing found at one place of one workbook: data, rendered into words only at the edge. */
export interface Problem extends Issue {
  readonly severity: Severity;
  readonly tab: TabKey;
  /** Title of the tab as it stands in the workbook. */
  readonly title: string;
  /** Row of the sheet counted from 1, null for the tab as a whole. */
  readonly row: number | null;
  /** The last row of a block that has one problem in common. */
  readonly lastRow?: number;
  /** Key of the column, null for the row as a whole. */
  readonly column: string | null;
  /** The cell as people see it; empty for personal columns. */
  readonly value: string;
  /** A warning that staff have ticked as checked: shown in `Kết quả kiểm tra` only, until its cell changes. */
  readonly checked?: true;
}
