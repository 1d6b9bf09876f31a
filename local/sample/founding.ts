/**
 * Which team is founded when: the plan of a whole district up to the end of 2023, along the roadmap of KH 115, III.2. A
 * sample of an earlier day shows the teams founded until then, so a later day only adds.
 */
import { addDays, type PlainDate } from '../../schemas/calendar.ts';
import type { Commune, ReportingUnit } from '../../schemas/units.ts';
import { decisionRegister, type SignerValue } from './decisions.ts';
import { between, type Random, shuffled, stream, weighted } from './random.ts';
import recipe from './recipe.json' with { type: 'json' };
import { communesInOrder, inventVillages, leftOut } from './villages.ts';
import { daysBetween, laterOf, randomWorkday, workdayFrom } from './workdays.ts';

const { phase1, phase2, growth, perOpening, signers } = recipe.founding;
const day = (text: string) => text as PlainDate;
const byName = new Intl.Collator('vi', { numeric: true }).compare;

export interface Founding {
  readonly commune: Commune;
  /** Null for the commune's own team. */
  readonly village: string | null;
  readonly decisionNumber: string;
  readonly decisionDate: PlainDate;
  readonly signer: SignerValue;
}

/** A commune and its villages in the order in which they get their teams. */
interface Queue {
  readonly commune: Commune;
  readonly phase: 1 | 2 | 3;
  readonly villages: string[];
}

/** Villages that get their teams at once, with the commune's own team or without. */
interface Step {
  readonly queue: Queue;
  readonly villages: readonly string[];
  readonly opens: boolean;
  readonly on: PlainDate;
  /** Last day of the roadmap's phase. */
  readonly until: PlainDate;
}

/** All teams of a district in the order of their decisions. */
export function planFoundings(seed: number, unit: ReportingUnit): Founding[] {
  const random = stream(seed, unit.code, 'founding');
  const steps = queues(seed, random, unit).flatMap((queue, i, all) => stepsOf(random, queue, i, all));
  const byCommune = Map.groupBy(steps, (step) => step.queue.commune.code);
  const foundings = [...byCommune.values()].flatMap((own) =>
    decide(stream(seed, unit.code, 'decisions', codeOf(own)), own),
  );
  return foundings.toSorted((a, b) => a.decisionDate.localeCompare(b.decisionDate));
}

function codeOf(steps: readonly Step[]): string {
  return steps[0]?.queue.commune.code ?? '';
}

function queues(seed: number, random: Random, unit: ReportingUnit): Queue[] {
  const villages = inventVillages(seed, unit);
  const { opened, never } = communesInOrder(random, unit, villages);
  const lastOfPhase2 = phase1.communes + between(random, phase2.communes[0] as number, phase2.communes[1] as number);
  const all = opened.map((commune, i): Queue => {
    const phase = i < phase1.communes ? 1 : i < lastOfPhase2 ? 2 : 3;
    return { commune, phase, villages: shuffled(random, villages.get(commune.code) ?? []) };
  });
  const neverOpened = never.reduce((sum, commune) => sum + (villages.get(commune.code)?.length ?? 0), 0);
  leaveOut(all, leftOut(unit).villages - neverOpened);
  return all;
}

/** Takes away villages that never get a team: from the longest queues, but not where phase 2 asks for 5 to 10. */
function leaveOut(all: readonly Queue[], count: number): void {
  for (let left = count; left > 0; left--) {
    const candidates = all.filter((queue) => queue.phase !== 2 && queue.villages.length > phase1.villageTeams);
    const longest = (candidates.length > 0 ? candidates : all).toSorted(
      (a, b) => b.villages.length - a.villages.length,
    )[0];
    longest?.villages.pop();
  }
}

function stepsOf(random: Random, queue: Queue, index: number, all: readonly Queue[]): Step[] {
  const opening = openingOf(random, queue, index, all);
  const rest = queue.villages.slice(opening.villages.length);
  if (rest.length === 0) return [opening];
  const from = laterOf(day(growth.from), addDays(opening.on, 30));
  const on = randomWorkday(random, from, day(growth.to));
  return [opening, { queue, villages: rest.toSorted(byName), opens: false, on, until: day(growth.to) }];
}

function openingOf(random: Random, queue: Queue, index: number, all: readonly Queue[]): Step {
  const take = (count: number) => queue.villages.slice(0, count);
  const step = (villages: string[], from: PlainDate, to: PlainDate, until: PlainDate): Step => {
    return { queue, villages: villages.toSorted(byName), opens: true, on: randomWorkday(random, from, to), until };
  };
  if (queue.phase === 1) return step(take(phase1.villageTeams), day(phase1.from), day(phase1.to), day(phase1.to));
  const range = queue.phase === 2 ? phase2.villageTeams : growth.villageTeams;
  const villages = take(between(random, range[0] as number, range[1] as number));
  if (queue.phase === 2) return step(villages, day(phase2.from), day(phase2.to), day(phase2.to));
  const [from, to] = slotOf(index, all);
  return step(villages, from, to, day(growth.to));
}

/** The communes that open after phase 2 spread evenly over the rest of the roadmap and the year after it. */
function slotOf(index: number, all: readonly Queue[]): [PlainDate, PlainDate] {
  const before = all.filter((queue) => queue.phase !== 3).length;
  const width = daysBetween(day(growth.from), day(growth.openTo)) / (all.length - before);
  const start = addDays(day(growth.from), Math.floor((index - before) * width));
  return [start, addDays(start, Math.floor(width))];
}

/** Steps into decisions: one for all, one for the commune and one for its villages, or one for each team. */
function decide(random: Random, steps: readonly Step[]): Founding[] {
  const numberFor = decisionRegister(random);
  return steps.flatMap((step) => {
    const way = weighted(random, perOpening);
    let current: Pick<Founding, 'decisionNumber' | 'decisionDate' | 'signer'> | undefined;
    const next = (on: PlainDate) => {
      current = { decisionNumber: numberFor(on), decisionDate: on, signer: weighted(random, signers) };
      return current;
    };
    const { commune } = step.queue;
    const teams: Founding[] = step.opens ? [{ commune, village: null, ...next(step.on) }] : [];
    const later = workdayFrom(addDays(step.on, between(random, 1, 9)));
    const villagesOn = way === 'together' || later > step.until ? step.on : later;
    if (way !== 'together') current = undefined;
    for (const village of step.villages) {
      const decision = current && way !== 'onePerTeam' ? current : next(villagesOn);
      teams.push({ commune, village, ...decision });
    }
    return teams;
  });
}
