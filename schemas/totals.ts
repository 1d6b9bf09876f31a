/** The figures of a month: what a team, a unit or the province counts. A count is of accepted rows, never of persons by name. */
import * as z from 'zod/mini';
import { ACTIVITY_KINDS, PLATFORMS } from './choice-lists.ts';

export const Count = z.int().check(z.nonnegative());

const ActivityKind = z.enum(ACTIVITY_KINDS.choices.map(({ value }) => value));
const Platform = z.enum(PLATFORMS.choices.map(({ value }) => value));

/** Rows by the seven duties of KH 115, III.3.2. */
export const ActivityCounts = z.record(ActivityKind, Count);
export type ActivityCounts = z.infer<typeof ActivityCounts>;

/** Turns by platform. A row that names two platforms counts at both, so the sum may exceed `turns`. */
export const PlatformCounts = z.record(Platform, Count);
export type PlatformCounts = z.infer<typeof PlatformCounts>;

/** What the teams did in the month. `turns` is lượt người: whoever comes twice counts twice. */
const activityFigures = {
  activities: ActivityCounts,
  sessions: Count,
  turns: Count,
  turnsByPlatform: PlatformCounts,
};

const reported = () => z.nullable(Count);

/** Figures that only the month's form gives. Null: not reported, which is no 0. Money in đồng. KH 115, IV and V. */
const formFigures = {
  educationInformed: reported(),
  educationTotal: reported(),
  fundingSocial: reported(),
  fundingOther: reported(),
  budgetProvince: reported(),
  budgetDistrict: reported(),
  budgetCommune: reported(),
  enterpriseClasses: reported(),
  enterpriseTrainees: reported(),
  mediaItems: reported(),
  rewarded: reported(),
};

export const FORM_FIGURES = Object.keys(formFigures) as readonly (keyof typeof formFigures)[];
export type FormFigure = (typeof FORM_FIGURES)[number];

/**
 * A unit's or the province's month. `members` and `collaborators` are seats in teams; `people` counts someone who sits in
 * two teams once.
 */
export const Totals = z.strictObject({
  communeTeams: Count,
  villageTeams: Count,
  members: Count,
  collaborators: Count,
  people: Count,
  ...activityFigures,
  ...formFigures,
});
export type Totals = z.infer<typeof Totals>;

/** The part of the figures that a single team has. */
export const TeamFigures = z.strictObject({ members: Count, collaborators: Count, ...activityFigures });
export type TeamFigures = z.infer<typeof TeamFigures>;
