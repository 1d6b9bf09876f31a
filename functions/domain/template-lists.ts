/** `Danh mục`: the choice lists and the unit's communes side by side, which the dropdowns take their values from. */
import { CHOICE_LISTS, type ChoiceList } from '../../schemas/choice-lists.ts';
import { SYSTEM_TABS } from '../../schemas/tabs.ts';
import type { TextTemplate } from '../../schemas/template.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import { columnLetters } from '../../schemas/workbook.ts';

interface ListColumn {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly string[];
}

/** Where the entries of each list lie, as dropdowns name them. */
export interface ListRanges {
  readonly ofList: (list: ChoiceList) => string;
  readonly communes: string;
}

const COMMUNES = 'communes';
const WIDTH = 220;

const LIST_COLUMNS: readonly ListColumn[] = CHOICE_LISTS.map(({ id, title, choices }) => ({
  id,
  title,
  entries: choices.map(({ label }) => label),
}));

/** The communes come last, since their number is the unit's own. */
function columnsOf(unit: ReportingUnit): readonly ListColumn[] {
  const communes = {
    id: COMMUNES,
    title: 'Xã/phường/thị trấn',
    entries: unit.communes.map(({ fullName }) => fullName),
  };
  return [...LIST_COLUMNS, communes];
}

export function listRanges(unit: ReportingUnit): ListRanges {
  const ranges = new Map(
    columnsOf(unit).map(({ id, entries }, column) => {
      const letters = columnLetters(column);
      return [id, `'${SYSTEM_TABS.lists}'!$${letters}$2:$${letters}$${entries.length + 1}`];
    }),
  );
  const rangeOf = (id: string) => {
    const range = ranges.get(id);
    if (range === undefined) throw new Error(`Danh mục has no list ${id}: add it to CHOICE_LISTS`);
    return range;
  };
  return { ofList: (list) => rangeOf(list.id), communes: rangeOf(COMMUNES) };
}

export function listsTab(unit: ReportingUnit): TextTemplate {
  const columns = columnsOf(unit);
  const depth = Math.max(...columns.map(({ entries }) => entries.length));
  const rows = Array.from({ length: depth }, (_, row) => columns.map(({ entries }) => entries[row] ?? ''));
  return {
    kind: 'text',
    key: 'lists',
    title: SYSTEM_TABS.lists,
    period: null,
    rowCount: depth + 1,
    frozenRows: 1,
    rows: [columns.map(({ title }) => title), ...rows],
    widths: columns.map(() => WIDTH),
    headings: [0],
    whole: true,
  };
}
