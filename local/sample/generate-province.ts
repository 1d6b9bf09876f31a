/**
 * An invented province, the same for the same seed: the nine districts with communes, their teams along the roadmap of
 * KH 115, members, activities and mistakes as people make them, and the truth that a reader of it must come to.
 */
import type { Draft } from './drafts.ts';
import { fillReport } from './report-form.ts';
import type { SampleOptions, SampleRow, SampleUnit } from './sample.ts';
import { editSheets } from './sheet-edits.ts';
import { planTeams } from './team-plan.ts';
import { truthOf } from './truth.ts';
import { draftUnit, type UnitDrafts } from './unit-drafts.ts';

export type {
  MonthTruth,
  SampleEdit,
  SampleOptions,
  SamplePeriod,
  SampleRow,
  SampleTab,
  SampleTabKey,
  SampleTotals,
  SampleTruth,
  SampleUnit,
  TabTruth,
} from './sample.ts';

/** The units with communes, in code order. */
export function generateProvince(options: SampleOptions): readonly SampleUnit[] {
  const full = { mistakes: true, ...options };
  const planned = [...planTeams(options.seed)];
  const drafts = planned.map(([unit, teams], unitIndex) => draftUnit({ ...full, unit, unitIndex }, teams));
  const edits = full.mistakes ? editSheets(options.seed, drafts) : new Map();
  return drafts.map((unit) => ({ ...sampleOf(unit, options), edits: edits.get(unit.unit) ?? [] }));
}

function sampleOf(drafts: UnitDrafts, options: SampleOptions): Omit<SampleUnit, 'edits'> {
  const { unit } = drafts;
  return {
    unit,
    teams: rowsOf(drafts.teams),
    members: rowsOf(drafts.members),
    activities: new Map([...drafts.activities].map(([period, rows]) => [period, rowsOf(rows)])),
    reports: new Map(options.periods.map((period) => [period.period, fillReport(options, unit, period)])),
    truth: truthOf(drafts, options),
  };
}

function rowsOf(drafts: readonly Draft[]): SampleRow[] {
  return drafts.map(({ cells }) => cells);
}
