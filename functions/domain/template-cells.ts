/** Repairs of single headers and of what is typed below or beside them, the same for lists and for the form. */
import type { Area, CellRule, EntryTemplate, Repair, Step, TabState } from '../../schemas/template.ts';
import { placeKey } from '../../schemas/workbook.ts';
import { fold } from './text.ts';

/** Header or label: its cell, and whether its text is still one that it is known by. */
export interface HeaderPlace {
  readonly row: number;
  readonly column: number;
  readonly isKnown: boolean;
}

/** What is typed: `sample` stands for all of `area`, so that one row says whether a whole column is right. */
export interface EntryPlace {
  readonly sample: { readonly row: number; readonly column: number };
  readonly area: Area;
}

export function isNameOf(entry: EntryTemplate, text: unknown): boolean {
  if (typeof text !== 'string') return false;
  const key = fold(text);
  return [entry.header, ...entry.aliases].some((name) => fold(name) === key);
}

export const said = (tab: TabState, what: string, steps: readonly Step[]): Repair => ({
  said: `Trang «${tab.title}»: ${what}.`,
  steps,
});

/** The header's text only when nobody would know it; its note unless ours is there, with or without marks below it. */
export function headerRepairs(tab: TabState, entry: EntryTemplate, place: HeaderPlace): Repair[] {
  const { sheetId } = tab;
  const { row, column, isKnown } = place;
  const repairs: Repair[] = [];
  if (!isKnown) {
    const step: Step = { do: 'write', sheetId, row, column, value: entry.header };
    repairs.push(said(tab, `đã ghi lại tiêu đề «${entry.header}»`, [step]));
  }
  const note = tab.notes.get(placeKey(row, column)) ?? '';
  if (entry.note !== '' && !note.startsWith(entry.note)) {
    const step: Step = { do: 'write', sheetId, row, column, note: entry.note };
    repairs.push(said(tab, `đã ghi lại chú thích của «${entry.header}»`, [step]));
  }
  return repairs;
}

/** A new row or column takes over what its neighbour looks like and asks for: both are taken off again. */
export const bareSteps = (sheetId: number, area: Area): readonly Step[] => [
  { do: 'validate', sheetId, area, rule: null },
  { do: 'format', sheetId, area, format: null },
];

/** The steps that make `area` ask for what the entry says. */
export const entrySteps = (sheetId: number, area: Area, { format, rule }: EntryTemplate): readonly Step[] => [
  ...(format ? [{ do: 'format', sheetId, area, format } as const] : []),
  ...(rule ? [{ do: 'validate', sheetId, area, rule } as const] : []),
];

export function entryRepairs(tab: TabState, entry: EntryTemplate, { sample, area }: EntryPlace): Repair[] {
  const { sheetId } = tab;
  const place = placeKey(sample.row, sample.column);
  const repairs: Repair[] = [];
  if (entry.format && tab.formats.get(place) !== entry.format.type) {
    const step: Step = { do: 'format', sheetId, area, format: entry.format };
    repairs.push(said(tab, `đã đặt lại định dạng của «${entry.header}»`, [step]));
  }
  if (entry.rule && !sameRule(tab.rules.get(place), entry.rule)) {
    const what = entry.rule.kind === 'checkbox' ? 'ô đánh dấu' : 'danh sách chọn';
    const step: Step = { do: 'validate', sheetId, area, rule: entry.rule };
    repairs.push(said(tab, `đã đặt lại ${what} của «${entry.header}»`, [step]));
  }
  return repairs;
}

function sameRule(has: CellRule | undefined, wanted: CellRule): boolean {
  if (has?.kind !== wanted.kind) return false;
  if (has.kind === 'checkbox' || wanted.kind === 'checkbox') return true;
  return has.strict === wanted.strict && sameRange(has.range, wanted.range);
}

/** Google may answer a range without its quotes, dollars or equals sign. */
const sameRange = (one: string, other: string): boolean => plainRange(one) === plainRange(other);
const plainRange = (range: string): string => range.replace(/[$'=]/g, '').normalize('NFC');
