/** What people do to whole tabs: dealt out over the province, so that each is seen and none is seen too often. */
import type { Period } from '../../schemas/calendar.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import { type Draft, markMistake } from './drafts.ts';
import { between, pick, type Random, shuffled, stream } from './random.ts';
import recipe from './recipe.json' with { type: 'json' };
import type { SampleEdit } from './sample.ts';
import type { UnitDrafts } from './unit-drafts.ts';

type EditKind = SampleEdit['kind'];

/** Makes the edit and marks the rows that it makes uncountable; undefined where the workbook has no place for it. */
type Maker = (random: Random, drafts: UnitDrafts) => SampleEdit | undefined;

const COPY_PREFIX = 'Bản sao của ';
const SHIFTED_ROWS = 3;
const MEMBERS = { tab: 'members', period: null } as const;

const MAKERS: Readonly<Record<EditKind, Maker>> = {
  'merge-communes': mergeCommunes,
  'shift-block': shiftBlock,
  'repeat-header': (random, { members }) =>
    members.length > 10 ? { kind: 'repeat-header', ...MEMBERS, at: between(random, 5, members.length - 5) } : undefined,
  'copy-tab': () => ({ kind: 'copy-tab', tab: 'teams', period: null, titlePrefix: COPY_PREFIX }),
  'rename-header': () => ({ kind: 'rename-header', ...MEMBERS, column: 'phone', to: 'SĐT' }),
  'total-row': totalRow,
  'blank-rows': blankRows,
};

/** Goes round the shuffled units, so that no workbook gets two edits while another has none. */
export function editSheets(seed: number, units: readonly UnitDrafts[]): ReadonlyMap<ReportingUnit, SampleEdit[]> {
  const random = stream(seed, 'sheet edits');
  const queue = shuffled(random, units);
  const edits = new Map(units.map(({ unit }) => [unit, [] as SampleEdit[]]));
  for (const kind of Object.keys(MAKERS) as EditKind[]) {
    for (let left = recipe.mistakes.sheetEdits[kind]; left > 0; left--) editOne(random, queue, MAKERS[kind], edits);
  }
  return edits;
}

function editOne(random: Random, queue: UnitDrafts[], maker: Maker, edits: Map<ReportingUnit, SampleEdit[]>): void {
  for (const drafts of [...queue]) {
    queue.push(queue.shift() as UnitDrafts);
    const edit = maker(random, drafts);
    if (!edit) continue;
    edits.get(drafts.unit)?.push(edit);
    return;
  }
}

/** Members of one team under one merged commune cell: all but the first row lose their commune. */
function mergeCommunes(random: Random, { members }: UnitDrafts): SampleEdit | undefined {
  const rows = between(random, 3, 5);
  const from = cleanBlock(random, members, rows, (draft, first) => draft.team === first.team);
  if (from === undefined) return undefined;
  for (const draft of members.slice(from + 1, from + rows)) markMistake(draft, 'mergedCommuneCells');
  return { kind: 'merge-communes', ...MEMBERS, from, rows };
}

/** Rows pasted one column too far right. */
function shiftBlock(random: Random, { activities }: UnitDrafts): SampleEdit | undefined {
  const [period, drafts] = monthWithRows(random, activities);
  const from = drafts && cleanBlock(random, drafts, SHIFTED_ROWS, () => true);
  if (!period || !drafts || from === undefined) return undefined;
  for (const draft of drafts.slice(from, from + SHIFTED_ROWS)) markMistake(draft, 'shiftedBlock');
  return { kind: 'shift-block', tab: 'activities', period, from, rows: SHIFTED_ROWS, column: 'date' };
}

function totalRow(random: Random, { activities }: UnitDrafts): SampleEdit | undefined {
  const [period, drafts] = monthWithRows(random, activities);
  if (!period || !drafts) return undefined;
  const sum = (column: 'sessions' | 'turns') => drafts.reduce((total, { fact }) => total + (fact[column] ?? 0), 0);
  const cells = { date: 'Tổng cộng', sessions: sum('sessions'), turns: sum('turns') };
  return { kind: 'total-row', tab: 'activities', period, cells };
}

function blankRows(random: Random, { activities }: UnitDrafts): SampleEdit | undefined {
  const [period, drafts] = monthWithRows(random, activities);
  if (!period || !drafts) return undefined;
  // Not inside a shifted block: its rows lie together.
  const inside = (at: number) =>
    drafts[at]?.rejectedBy === 'shiftedBlock' && drafts[at - 1]?.rejectedBy === 'shiftedBlock';
  const places = drafts.keys().filter((at) => at > 0 && !inside(at));
  return { kind: 'blank-rows', tab: 'activities', period, at: pick(random, [...places]), count: between(random, 1, 3) };
}

type Month<Fact> = [Period, readonly Draft<Fact>[]] | [undefined, undefined];

function monthWithRows<Fact>(random: Random, activities: ReadonlyMap<Period, readonly Draft<Fact>[]>): Month<Fact> {
  const months = [...activities].filter(([, drafts]) => drafts.length > SHIFTED_ROWS);
  return months.length > 0 ? pick(random, months) : [undefined, undefined];
}

/** Index of the first of `rows` neighbouring rows without a rejecting mistake or a copy, fitting each other. */
function cleanBlock<Fact>(
  random: Random,
  drafts: readonly Draft<Fact>[],
  rows: number,
  fits: (draft: Draft<Fact>, first: Draft<Fact>) => boolean,
): number | undefined {
  const starts = drafts.flatMap((first, i) => {
    const block = drafts.slice(i, i + rows);
    const clean = block.every(
      (draft) => !draft.rejectedBy && !draft.duplicated && isPlain(draft) && fits(draft, first),
    );
    return clean && block.length === rows ? [i] : [];
  });
  return starts.length > 0 ? pick(random, starts) : undefined;
}

/** The commune is typed as in the list: merging wants equal cells. */
function isPlain(draft: Draft): boolean {
  return draft.cells.commune === draft.team.commune.fullName;
}
