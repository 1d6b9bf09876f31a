/** What a team did in one month: Poisson counts, kinds as real teams report them. KH 115, III.3.2. */
import { addDays, type DateRange, type Period, type PlainDate } from '../../schemas/calendar.ts';
import type { ACTIVITY_KINDS, PLATFORMS } from '../../schemas/choice-lists.ts';
import { kindWord } from './labels.ts';
import { between, chance, logNormal, pick, poisson, type Random, weighted } from './random.ts';
import recipe from './recipe.json' with { type: 'json' };
import { capitalised } from './spelling.ts';
import type { PlannedTeam } from './team-plan.ts';
import { daysBetween, laterOf } from './workdays.ts';

const { activities: facts } = recipe;

export type ActivityKind = (typeof ACTIVITY_KINDS)['choices'][number]['value'];
export type PlatformValue = (typeof PLATFORMS)['choices'][number]['value'];

export interface SampleActivity {
  readonly team: PlannedTeam;
  readonly date: PlainDate;
  readonly kind: ActivityKind;
  readonly content: string;
  readonly platforms: readonly PlatformValue[];
  readonly sessions: number | null;
  readonly turns: number | null;
  readonly participants: number | null;
  readonly evidence: string | null;
}

/** Activities of one team, by day, at most one a day. `sizeOn` says how many members the team has on a day. */
export function activitiesOf(
  random: Random,
  team: PlannedTeam,
  period: Period,
  window: DateRange,
  sizeOn: (date: PlainDate) => number,
): SampleActivity[] {
  const from = laterOf(window.from, addDays(team.decisionDate, 1));
  if (from > window.to) return [];
  const count = poisson(random, meanOf(team, period, window, from));
  return distinctDays(random, from, window.to, count).map((date) => activity(random, team, date, sizeOn(date)));
}

function meanOf(team: PlannedTeam, period: Period, window: DateRange, from: PlainDate): number {
  const share = (daysBetween(from, window.to) + 1) / (daysBetween(window.from, window.to) + 1);
  const isFirst = daysBetween(team.decisionDate, window.to) <= 31;
  return (
    facts.mean[team.village === null ? 'commune' : 'village'] *
    share *
    season(period) *
    (isFirst ? facts.boost.firstMonth : 1)
  );
}

/** October has the national day of digital transformation, January and February have Tết. */
function season(period: Period): number {
  const month = period.slice(5);
  return month === '10' ? facts.boost.october : month === '01' || month === '02' ? facts.boost.januaryFebruary : 1;
}

function distinctDays(random: Random, from: PlainDate, to: PlainDate, count: number): PlainDate[] {
  const length = daysBetween(from, to);
  const offsets = new Set<number>();
  while (offsets.size < Math.min(count, length + 1)) offsets.add(between(random, 0, length));
  return [...offsets].toSorted((a, b) => a - b).map((offset) => addDays(from, offset));
}

function activity(random: Random, team: PlannedTeam, date: PlainDate, size: number): SampleActivity {
  const way = weighted(random, facts.kinds);
  const what = isPlace(way) ? guidance(random, team, date, way) : other(random, date, way);
  return {
    team,
    date,
    ...what,
    sessions: chance(random, facts.blankCount) ? null : Number(weighted(random, facts.sessions)),
    participants: chance(random, facts.blankCount) ? null : between(random, 1, size),
    evidence: chance(random, facts.evidence) ? `https://anh.example.com/${team.commune.code}/${date}` : null,
  };
}

type Place = keyof typeof facts.places;

function isPlace(way: keyof typeof facts.kinds): way is Place {
  return way in facts.places;
}

type What = Pick<SampleActivity, 'kind' | 'content' | 'platforms' | 'turns'>;

function guidance(random: Random, team: PlannedTeam, date: PlainDate, place: Place): What {
  const platforms = platformsFor(random, date);
  const action = pick(random, facts.guidance[platforms[0] as PlatformValue]);
  const where = pick(random, facts.places[place]).replace('UBND', `UBND ${kindWord(team.commune)}`);
  const content = capitalised(`hướng dẫn người dân ${action} ${where}`);
  return { kind: 'guidance', content, platforms, turns: logNormal(random, facts.turns) };
}

function other(random: Random, date: PlainDate, kind: Exclude<keyof typeof facts.kinds, Place>): What {
  if (kind !== 'outreach') return { kind, content: pick(random, facts.contents[kind]), platforms: [], turns: null };
  const platforms = chance(random, facts.outreachWithPlatform) ? platformsFor(random, date) : [];
  // A loudspeaker counts no heads.
  if (chance(random, facts.outreachWithoutHeads)) {
    return { kind, content: pick(random, facts.contents.loudspeaker), platforms, turns: null };
  }
  const turns = logNormal(random, facts.outreachTurns);
  return { kind, content: pick(random, facts.contents.outreach), platforms, turns };
}

function platformsFor(random: Random, date: PlainDate): PlatformValue[] {
  const shares = date < '2023' ? facts.platforms['2022'] : facts.platforms['2023'];
  const chosen = new Set<PlatformValue>([weighted(random, shares)]);
  while (chance(random, facts.furtherPlatform)) chosen.add(weighted(random, shares));
  return [...chosen];
}
