/** What is new and what is solved since the mail before: what a reader wants to know first. */
import { formatDate, type PlainDate } from '../../../schemas/calendar.ts';
import type { ToldGroup } from '../../../schemas/documents.ts';
import type { TabKey } from '../../../schemas/rule.ts';
import { RULES } from '../../../schemas/rulebook.ts';
import { fieldOf, SHEETS } from '../../../schemas/tabs.ts';
import { type Block, heading, type Item, items, paragraph, section } from './blocks.ts';
import { placesOf } from './places.ts';
import type { Changes, Fresh, Solved } from './told.ts';

/** Of each list; all problems follow below. */
const MAX_ITEMS = 12;

const TAB_KEYS: readonly TabKey[] = [...(Object.keys(SHEETS) as TabKey[]), 'monthlyReport'];

const titleOfRule = (rule: string): string => RULES.find(({ id }) => id === rule)?.title ?? rule;

type Named = Pick<ToldGroup, 'title' | 'rule' | 'column'>;

/** Place, rule and number of a group, in our own words, whatever the rulebook has become since. */
function itemOf({ title, rule, column }: Named, count: number): Item {
  const header = TAB_KEYS.flatMap((tab) => fieldOf(tab, column)?.header ?? [])[0];
  const lead = header === undefined ? `Trang «${title}»` : `Trang «${title}», cột «${header}»`;
  const said = titleOfRule(rule);
  return { lead, text: said === header ? `${count} điều.` : `${said} (${count}).` };
}

function freshItem({ group, count, rows }: Fresh, url: string): Item {
  const { title, sheetId, problems } = group;
  const [{ rule, column }] = problems;
  const isWhole = problems.every(({ row }) => row === null);
  const places = rows.length === 0 && !isWhole ? [] : placesOf(rows, sheetId, url);
  return { ...itemOf({ title, rule, column }, count), places };
}

const solvedItem = ({ group, count }: Solved): Item => itemOf(group, count);

function listed(title: string, total: number, list: readonly Item[]): readonly Block[] {
  if (list.length === 0) return [];
  const rest = list.length - MAX_ITEMS;
  const more = rest > 0 ? [paragraph(`… và ${rest} nhóm khác.`)] : [];
  return [heading(`${title} (${total})`), items(list.slice(0, MAX_ITEMS)), ...more];
}

export interface ChangeCounts {
  readonly fresh: number;
  readonly solved: number;
}

export function countChanges({ fresh, solved }: Changes): ChangeCounts {
  const sum = (list: readonly { readonly count: number }[]) => list.reduce((total, { count }) => total + count, 0);
  return { fresh: sum(fresh), solved: sum(solved) };
}

/** «3 mới, 5 đã xong»; empty when neither. */
export function changesText({ fresh, solved }: ChangeCounts): string {
  return [...(fresh > 0 ? [`${fresh} mới`] : []), ...(solved > 0 ? [`${solved} đã xong`] : [])].join(', ');
}

/** `on`: the day on which the district was told last. */
export function changeBlocks(changes: Changes, on: PlainDate, url: string): readonly Block[] {
  const { fresh, solved } = countChanges(changes);
  if (fresh + solved === 0) return [];
  return [
    section(`Thay đổi so với ngày ${formatDate(on)}`),
    ...listed(
      'Mới',
      fresh,
      changes.fresh.map((one) => freshItem(one, url)),
    ),
    ...listed('Đã xong', solved, changes.solved.map(solvedItem)),
  ];
}
