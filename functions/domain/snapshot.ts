/** Freezes a month: its accepted rows without names and phones, in an order of their own, and what they add up to. */
import type { PlainDate } from '../../schemas/calendar.ts';
import type { Cell } from '../../schemas/cells.ts';
import type { Line } from '../../schemas/form.ts';
import { lineOfKey } from '../../schemas/form-lines.ts';
import { FrozenMonth, type FrozenRow, PERSON, WITHHELD } from '../../schemas/frozen-month.ts';
import type { Column, Sheet } from '../../schemas/sheet.ts';
import type { ActivityRecord } from '../../schemas/tabs/activities.ts';
import type { MemberRecord } from '../../schemas/tabs/members.ts';
import { MonthlyReport, type MonthlyReportRecord } from '../../schemas/tabs/monthly-report.ts';
import type { TeamRecord } from '../../schemas/tabs/teams.ts';
import { SHEETS, type SheetKey } from '../../schemas/tabs.ts';
import { canonicalJson } from './canonical.ts';
import type { OpenPeriod } from './period.ts';
import { mayLeave } from './personal-data.ts';
import type { ReportDraft } from './report.ts';
import { countableRows } from './report.ts';
import type { WorkbookReview } from './review.ts';
import type { FormReview } from './review-form.ts';
import { type RosterNames, rosterNames } from './roster-names.ts';
import { isBlank } from './text.ts';
import { type CountableRows, personKey, totalTeams, totalUnit } from './total.ts';

type Values = Readonly<Record<string, unknown>>;

/** Free text, where a name or a phone may stand; what other kinds hold was read from a list, a register or a calendar. */
const FREE_TEXT: ReadonlySet<Cell['kind']> = new Set(['text', 'link']);

const FORM_LINES: Readonly<Record<string, Line>> = MonthlyReport.lines;

type Field = Pick<Column | Line, 'cell' | 'personal'>;

/** A row without its personal columns and without text that names or reaches people. */
function outwardRow(
  values: Values,
  fields: readonly (readonly [string, Field])[],
  names: RosterNames | null,
): FrozenRow {
  const row: FrozenRow = {};
  const withheld: string[] = [];
  for (const [key, { cell, personal }] of fields) {
    if (personal) continue;
    const value = (values[key] ?? null) as FrozenRow[string];
    const stays = FREE_TEXT.has(cell.kind) && typeof value === 'string' && !mayLeave(value, names);
    if (stays) withheld.push(key);
    row[key] = stays ? null : value;
  }
  return withheld.length === 0 ? row : { ...row, [WITHHELD]: withheld };
}

const columnsOf = (key: SheetKey) => Object.entries((SHEETS[key] as Sheet).columns);

/** By what rows say, so that sorting a tab is no change. */
const sorted = (rows: readonly FrozenRow[]): FrozenRow[] =>
  rows
    .map((row) => [canonicalJson(row), row] as const)
    .sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
    .map(([, row]) => row);

/**
 * Members without their names. Who sits in several teams is told by a number, or one could not count people again. Numbers
 * follow what the rows of a person say, never the name.
 */
function frozenMembers(members: readonly MemberRecord[], names: RosterNames | null): FrozenRow[] {
  const rows = members.map((member) => ({
    person: personKey(member),
    row: outwardRow(member, columnsOf('members'), names),
  }));
  const ofPerson = Map.groupBy(rows, ({ person }) => person);
  const several = [...ofPerson]
    .filter(([, own]) => own.length > 1)
    .map(([person, own]) => ({ person, says: canonicalJson(sorted(own.map(({ row }) => row))) }))
    .sort((one, other) => (one.says < other.says ? -1 : one.says > other.says ? 1 : 0));
  const numbers = new Map(several.map(({ person }, index) => [person, index + 1]));
  return sorted(rows.map(({ person, row }) => ({ ...row, [PERSON]: numbers.get(person) ?? null })));
}

/** Lines of the form that say something of the month: neither the sender's nor the tick that sends. */
function formFields({ lines }: FormReview): readonly (readonly [string, Field])[] {
  const tasks = lines.flatMap(({ key }): (readonly [string, Field])[] => {
    const line = lineOfKey(key);
    return line ? [[key, line]] : [];
  });
  const own = Object.entries(FORM_LINES).filter(([key, line]) => !line.owned && key !== 'submit');
  return [...own, ...tasks];
}

function frozenForm(form: FormReview, names: RosterNames | null): Pick<FrozenMonth, 'form' | 'remarks'> {
  const fields = formFields(form);
  const answers = form.tasks.map(({ task, answer }) => [`task:${task}`, answer]);
  const remarks = form.lines.map(({ key, remark }) => [key, isBlank(remark) ? null : String(remark)]);
  const remarkFields = fields.map(([key, { personal }]): readonly [string, Field] => {
    return [key, { cell: { kind: 'text' } as Cell, ...(personal ? { personal } : {}) }];
  });
  const said = outwardRow(Object.fromEntries(remarks), remarkFields, names);
  return {
    form: outwardRow({ ...form.values, ...Object.fromEntries(answers) }, fields, names),
    remarks: Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)),
  };
}

/** The month as it is frozen. `report` is its draft: what was counted and found. Pure: the same review gives the same text. */
export function freezeMonth(
  review: WorkbookReview,
  { period, window }: OpenPeriod,
  { report }: Pick<ReportDraft, 'report'>,
  today: PlainDate,
): FrozenMonth {
  const rows = countableRows(review, period);
  const names = rosterNames(review.tabs.find(({ expected }) => expected.key === 'members'));
  const form = review.forms.find(({ expected }) => expected.period === period);
  const on = window.to < today ? window.to : today;
  return {
    format: 1,
    unit: review.unit.id,
    period,
    window,
    on,
    teams: sorted(rows.teams.map((team) => outwardRow(team, columnsOf('teams'), names))),
    members: frozenMembers(rows.members, names),
    activities: sorted(rows.activities.map((activity) => outwardRow(activity, columnsOf('activities'), names))),
    ...(form?.tab ? frozenForm(form, names) : { form: {}, remarks: {} }),
    counts: report.counts,
    problems: report.problems,
    problemsByRule: report.problemsByRule ?? {},
    totals: totalUnit(rows, on),
    teamTotals: Object.fromEntries(totalTeams(rows, on)),
  };
}

/** The text that is hashed and stored. */
export const frozenText = (month: FrozenMonth): string => canonicalJson(month);

/** A frozen month from its text. Throws where the text is none. */
export const parseFrozen = (text: string): FrozenMonth => FrozenMonth.parse(JSON.parse(text));

/** Whoever counts by name and year counts by the name alone, wherever its rows lie. */
const ANY_YEAR = 0;

/** Rows that can be counted again: someone without a number is someone else in each row. */
function countableAgain({ teams, members, activities, form }: FrozenMonth): CountableRows {
  return {
    teams: teams as unknown as readonly TeamRecord[],
    members: members.map((member, index) => ({
      ...(member as unknown as MemberRecord),
      name: member[PERSON] === null ? `row ${index}` : `person ${member[PERSON]}`,
      birthYear: ANY_YEAR,
    })),
    activities: activities as unknown as readonly ActivityRecord[],
    form: Object.keys(form).length === 0 ? null : (form as unknown as MonthlyReportRecord),
  };
}

/** The month with its figures counted anew from its own rows: the same text, or something is not as it was. */
export function recount(month: FrozenMonth): FrozenMonth {
  const rows = countableAgain(month);
  return { ...month, totals: totalUnit(rows, month.on), teamTotals: Object.fromEntries(totalTeams(rows, month.on)) };
}
