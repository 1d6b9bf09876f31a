/** Mistakes of whole rows and teams: blanks where something is required, rows typed twice, leaders missing or doubled. */
import { addDays, type PlainDate, toSerial } from '../../schemas/calendar.ts';
import { ROLES } from '../../schemas/choice-lists.ts';
import type { SampleActivity } from './activities.ts';
import { type Draft, markMistake } from './drafts.ts';
import { labelOf } from './labels.ts';
import type { SampleMember } from './members.ts';
import type { MistakeKind } from './mistakes.ts';
import { chance, pick, type Random } from './random.ts';
import recipe from './recipe.json' with { type: 'json' };
import type { PlannedTeam } from './team-plan.ts';

const { perTeam, perRow } = recipe.mistakes;
const PHASE_1 = recipe.founding.phase1.to;
/** Of a team's rows that are typed twice, so many are the team's own row, the others a member's. */
const DUPLICATED_TEAM_SHARE = 0.3;

function blank(draft: Draft, column: string, kind: MistakeKind): void {
  delete draft.cells[column];
  markMistake(draft, kind, column);
}

export function mistakeTeam(random: Random, draft: Draft<PlannedTeam>): void {
  const number = chance(random, 0.5) ? 'decisionNumber' : 'decisionDate';
  if (chance(random, perTeam.decisionMissing)) blank(draft, number, 'decisionMissing');
  if (chance(random, perTeam.villageMissing) && draft.team.village !== null) blank(draft, 'village', 'villageMissing');
  if (chance(random, perRow.requiredBlank)) blank(draft, 'signer', 'requiredBlank');
}

/** The month of the decision misread, in phase 1, where it then lies before the roadmap. KH 115, III.2. */
export function mistakeDecision(random: Random, draft: Draft<PlannedTeam>): void {
  const { decisionDate } = draft.team;
  const typed = draft.cells.decisionDate;
  if (decisionDate > PHASE_1 || typeof typed !== 'number' || draft.unread.has('decisionDate')) return;
  if (!chance(random, perTeam.earlyDecision)) return;
  draft.cells.decisionDate = toSerial(earlyDecision(decisionDate));
  markMistake(draft, 'earlyDecision');
}

/** What a decision of phase 1 becomes when it is typed three months too early. */
export const earlyDecision = (decided: PlainDate): PlainDate => addDays(decided, -91);

export function mistakeMember(random: Random, draft: Draft<SampleMember>): void {
  const column = pick(random, ['role', 'position', 'joinedOn']);
  if (chance(random, perRow.requiredBlank)) blank(draft, column, 'requiredBlank');
}

export function mistakeActivity(random: Random, draft: Draft<SampleActivity>): void {
  const needed = draft.fact.kind === 'guidance' ? ['content', 'platforms', 'turns'] : ['content', 'kind'];
  const column = pick(random, needed);
  if (chance(random, perRow.requiredBlank)) blank(draft, column, 'requiredBlank');
}

/** `guest`: a member of the commune's own team who is written into this village team too. */
export function mistakeRoles(
  random: Random,
  drafts: readonly Draft<SampleMember>[],
  guest?: Draft<SampleMember>,
): void {
  const [leader, second] = drafts;
  const last = drafts.at(-1);
  const [missing, two, guested] = [random(), random(), random()];
  if (leader && missing < perTeam.missingLeader) setRole(leader, 'member', 'missingLeader');
  else if (second && two < perTeam.twoLeaders) setRole(second, 'leader', 'twoLeaders');
  if (guest && last && drafts.length > 2 && guested < perTeam.memberInTwoTeams) copyPerson(guest, last);
}

function setRole(draft: Draft<SampleMember>, role: 'leader' | 'member', kind: MistakeKind): void {
  draft.cells.role = labelOf(ROLES, role);
  markMistake(draft, kind);
}

function copyPerson(from: Draft<SampleMember>, to: Draft<SampleMember>): void {
  for (const column of ['name', 'birthYear', 'gender', 'phone']) {
    const value = from.cells[column];
    if (value === undefined) delete to.cells[column];
    else to.cells[column] = value;
  }
  to.person = from.person;
  markMistake(to, 'memberInTwoTeams');
}

/** Which of a team's rows are typed twice, if any: its own, or one of its members'. */
export function duplicatesIn(random: Random): 'none' | 'team' | 'member' {
  if (!chance(random, perTeam.duplicateRow)) return 'none';
  return chance(random, DUPLICATED_TEAM_SHARE) ? 'team' : 'member';
}

/** The row and its copy below it; a row that is rejected anyway is not copied. */
export function typedTwice<Fact>(draft: Draft<Fact>): Draft<Fact>[] {
  if (draft.rejectedBy) return [draft];
  draft.duplicated = true;
  const copy: Draft<Fact> = { ...draft, cells: { ...draft.cells }, mistakes: [], unread: new Set(), duplicated: true };
  markMistake(copy, 'duplicateRow');
  return [draft, copy];
}
