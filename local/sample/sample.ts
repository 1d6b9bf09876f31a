/** What a generated province is made of. */
import type { DateRange, Period, PlainDate } from '../../schemas/calendar.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import type { CellValue } from '../../schemas/workbook.ts';
import type { SampleFindings } from './findings.ts';
import type { MistakeKind } from './mistakes.ts';

export interface SamplePeriod {
  readonly period: Period;
  readonly window: DateRange;
}

export interface SampleOptions {
  readonly seed: number;
  /** The last day that anything was typed on. */
  readonly asOf: PlainDate;
  /** The months that get an activities tab, oldest first. */
  readonly periods: readonly SamplePeriod[];
  /** Default true. Without them every row is countable. */
  readonly mistakes?: boolean;
}

/** Raw cells by column key, as a person would have typed them; blank cells are left out. */
export type SampleRow = Readonly<Record<string, CellValue>>;

export type SampleTabKey = 'teams' | 'members' | 'activities';

/** A tab of the workbook; `period` is null but for `activities`. */
export interface SampleTab {
  readonly tab: SampleTabKey;
  readonly period: Period | null;
}

/**
 * What was done to a tab as a whole, applied when the workbook is written (`lay-out.ts` does it). `at` and `from` are
 * indexes into the unit's list of rows of that tab, as if no other edit had been made.
 */
export type SampleEdit = SampleTab &
  (
    | { readonly kind: 'merge-communes'; readonly from: number; readonly rows: number }
    | { readonly kind: 'repeat-header'; readonly at: number }
    /** A sum typed by hand below the last row. */
    | { readonly kind: 'total-row'; readonly cells: SampleRow }
    | { readonly kind: 'blank-rows'; readonly at: number; readonly count: number }
    | { readonly kind: 'copy-tab'; readonly titlePrefix: string }
    | { readonly kind: 'rename-header'; readonly column: string; readonly to: string }
    /** From `column` on, the cells of these rows lie one column too far right. */
    | { readonly kind: 'shift-block'; readonly from: number; readonly rows: number; readonly column: string }
  );

/** The rows of one tab: typed = countable + rejected. Blank rows, repeated headers and total rows are no rows. */
export interface TabTruth {
  readonly typed: number;
  readonly countable: number;
  readonly rejected: number;
  /** Rejected rows by what rejects them first; sums to `rejected`. */
  readonly rejectedBy: Readonly<Partial<Record<MistakeKind, number>>>;
  /** Every mistake made, those that are only normalised or warned of too. */
  readonly mistakes: Readonly<Partial<Record<MistakeKind, number>>>;
  /** Countable rows whose team's own row is rejected: later rules judge them. */
  readonly dependsOnRejectedTeam: number;
}

/** Sums over countable rows. Teams and members: those in force on the window's last day, or on `asOf` if earlier. */
export interface SampleTotals {
  communeTeams: number;
  villageTeams: number;
  /** Official seats: collaborators apart. */
  members: number;
  collaborators: number;
  activities: Record<string, number>;
  sessions: number;
  /** Over all kinds of activity. */
  turns: number;
  turnsByPlatform: Record<string, number>;
}

export interface MonthTruth {
  readonly activities: TabTruth;
  readonly totals: SampleTotals;
  /** The part of `totals` that hangs on teams whose own row is rejected. */
  readonly totalsOfRejectedTeams: SampleTotals;
}

export interface SampleTruth {
  readonly teams: TabTruth;
  readonly members: TabTruth;
  readonly months: ReadonlyMap<Period, MonthTruth>;
  /** Teams and members on `asOf`; activities of all months. */
  readonly totals: SampleTotals;
  /** How often each rule on teams and members speaks on `asOf`, infos apart. */
  readonly findings: SampleFindings;
}

export interface SampleUnit {
  readonly unit: ReportingUnit;
  /** In sheet order. */
  readonly teams: readonly SampleRow[];
  readonly members: readonly SampleRow[];
  readonly activities: ReadonlyMap<Period, readonly SampleRow[]>;
  /** Values of the monthly form by line key, partly filled. */
  readonly reports: ReadonlyMap<Period, SampleRow>;
  readonly edits: readonly SampleEdit[];
  readonly truth: SampleTruth;
}
