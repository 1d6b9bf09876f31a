/**
 * What is other in a corrected month, in the words of its columns: figures first, then lines of the form, then rows. Free
 * text is said to have changed and never repeated: a correction is mailed.
 */
import { formatDate, type PlainDate } from '../../schemas/calendar.ts';
import type { Cell } from '../../schemas/cells.ts';
import type { Difference } from '../../schemas/documents.ts';
import type { Line } from '../../schemas/form.ts';
import { lineOfKey } from '../../schemas/form-lines.ts';
import { type FrozenMonth, type FrozenRow, PERSON, WITHHELD } from '../../schemas/frozen-month.ts';
import { INDICATORS } from '../../schemas/province/indicators.ts';
import type { Column, Sheet } from '../../schemas/sheet.ts';
import { MonthlyReport } from '../../schemas/tabs/monthly-report.ts';
import { fieldOf, SHEETS, type SheetKey } from '../../schemas/tabs.ts';
import { findUnit } from '../../schemas/units.ts';
import { canonicalJson } from './canonical.ts';
import { teamKey } from './duplicates.ts';
import { figureOf } from './summary-figures.ts';

type Shown = Difference['before'];
type Value = FrozenRow[string] | undefined;

/** A document has room for no more; the snapshots themselves have all. */
const MAX_DIFFERENCES = 300;

const OLD_TEXT = 'nội dung cũ';
const NEW_TEXT = 'nội dung mới';

interface Place {
  readonly unit: string;
  /** Which text stands for free text on this side. */
  readonly text: string;
}

const communeName = (unit: string, code: string): string =>
  findUnit(unit)?.communes.find((commune) => commune.code === code)?.fullName ?? code;

/** A value in the words of its cell; free text only as there or not. */
function show(value: Value, cell: Cell, { unit, text }: Place): Shown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'boolean') return value ? 'có' : 'không';
  switch (cell.kind) {
    case 'date':
      return formatDate(value as PlainDate);
    case 'choice':
      return labelOf(cell.list, value);
    case 'choices':
      return (value as readonly string[]).map((one) => labelOf(cell.list, one)).join(', ');
    case 'commune':
      return communeName(unit, String(value));
    case 'count':
    case 'year':
      return value as number;
    case 'village':
    case 'decisionNumber':
      return String(value);
    case 'checkbox':
    case 'text':
    case 'link':
    case 'personName':
    case 'phone':
    case 'zaloLink':
      return text;
  }
}

function labelOf(list: Extract<Cell, { kind: 'choice' }>['list'], value: unknown): string {
  return list.choices.find((choice) => choice.value === value)?.label ?? String(value);
}

const same = (one: unknown, other: unknown): boolean => canonicalJson(one ?? null) === canonicalJson(other ?? null);

function figureDifferences(before: FrozenMonth, after: FrozenMonth): readonly Difference[] {
  return INDICATORS.map((indicator) => ({
    field: indicator.label,
    before: figureOf(before.totals, indicator),
    after: figureOf(after.totals, indicator),
  })).filter((figure) => figure.before !== figure.after);
}

const INDICATED: ReadonlySet<string> = new Set(INDICATORS.map(({ path }) => path[0]));
const FORM_LINES: Readonly<Record<string, Line>> = MonthlyReport.lines;

/** Lines of the form that are no figures, and the remarks beside all of them. */
function formDifferences(before: FrozenMonth, after: FrozenMonth): readonly Difference[] {
  const keysOf = (one: FrozenRow, other: FrozenRow) =>
    [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => key !== WITHHELD);
  const labelOfKey = (key: string): string => fieldOf('monthlyReport', key)?.header ?? key;
  const { unit } = after;
  const lines = keysOf(before.form, after.form)
    .filter((key) => !INDICATED.has(key) && !same(before.form[key], after.form[key]))
    .flatMap((key): Difference[] => {
      const cell = (FORM_LINES[key] ?? lineOfKey(key))?.cell;
      if (!cell) return [];
      const [old, now] = [before.form[key], after.form[key]];
      return [
        {
          field: labelOfKey(key),
          before: show(old, cell, { unit, text: OLD_TEXT }),
          after: show(now, cell, { unit, text: NEW_TEXT }),
        },
      ];
    });
  const remarks = keysOf(before.remarks, after.remarks)
    .filter((key) => !same(before.remarks[key], after.remarks[key]))
    .map((key) => ({
      field: `${labelOfKey(key)} – Ghi chú`,
      before: before.remarks[key] === undefined ? null : OLD_TEXT,
      after: after.remarks[key] === undefined ? null : NEW_TEXT,
    }));
  return [...lines, ...remarks];
}

/** By what two versions of a row are known as the same row. Members have no names here: their team and role must do. */
const KEYS: Readonly<Record<SheetKey, readonly string[]>> = {
  teams: [],
  members: ['role'],
  activities: ['date', 'kind'],
};

const keyOf = (tab: SheetKey, row: FrozenRow): string =>
  [teamKey(row), ...KEYS[tab].map((column) => String(row[column] ?? ''))].join('|');

/** «Hoạt động – Thôn Cổ Mỹ, Thị trấn Hồ Xá, 02/08/2022, Hướng dẫn người dân». */
function nameOf(tab: SheetKey, row: FrozenRow, unit: string): string {
  const columns = (SHEETS[tab] as Sheet).columns;
  const more = KEYS[tab].map((key) => show(row[key], (columns[key] as Column).cell, { unit, text: '' }));
  const place = [row.village, communeName(unit, String(row.commune))].filter((part) => part !== null);
  return `${SHEETS[tab].title} – ${[...place, ...more].join(', ')}`;
}

/** The rows of one side that the other does not have, each as often as it has more. */
function without(rows: readonly FrozenRow[], others: readonly FrozenRow[]): readonly FrozenRow[] {
  const left = new Map<string, number>();
  for (const row of others) left.set(canonicalJson(row), (left.get(canonicalJson(row)) ?? 0) + 1);
  return rows.filter((row) => {
    const text = canonicalJson(row);
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

function cellDifferences(tab: SheetKey, old: FrozenRow, now: FrozenRow, unit: string): readonly Difference[] {
  const name = nameOf(tab, now, unit);
  return Object.entries((SHEETS[tab] as Sheet).columns)
    .filter(([key]) => !same(old[key], now[key]))
    .map(([key, { header, cell }]) => ({
      field: `${name}: ${header}`,
      before: show(old[key], cell, { unit, text: OLD_TEXT }),
      after: show(now[key], cell, { unit, text: NEW_TEXT }),
    }));
}

function rowDifferences(tab: SheetKey, before: FrozenMonth, after: FrozenMonth): readonly Difference[] {
  const { unit } = after;
  // A number of a person follows what all rows say: alone it is no change.
  const bare = (rows: readonly FrozenRow[]) => rows.map(({ [PERSON]: _, ...row }) => row);
  const gone = Map.groupBy(without(bare(before[tab]), bare(after[tab])), (row) => keyOf(tab, row));
  const come = Map.groupBy(without(bare(after[tab]), bare(before[tab])), (row) => keyOf(tab, row));
  const keys = [...new Set([...gone.keys(), ...come.keys()])].sort();
  return keys.flatMap((key) => {
    const [old, now] = [gone.get(key) ?? [], come.get(key) ?? []];
    const pairs = Math.min(old.length, now.length);
    return [
      ...now.slice(0, pairs).flatMap((row, at) => cellDifferences(tab, old[at] as FrozenRow, row, unit)),
      ...old.slice(pairs).map((row) => ({ field: nameOf(tab, row, unit), before: '1 dòng', after: null })),
      ...now.slice(pairs).map((row) => ({ field: nameOf(tab, row, unit), before: null, after: '1 dòng' })),
    ];
  });
}

/** All that differs between two versions of a month; empty for equal ones. The last entry says how many more there are. */
export function diffMonths(before: FrozenMonth, after: FrozenMonth): readonly Difference[] {
  const all = [
    ...figureDifferences(before, after),
    ...formDifferences(before, after),
    ...(['teams', 'members', 'activities'] as const).flatMap((tab) => rowDifferences(tab, before, after)),
  ];
  if (all.length <= MAX_DIFFERENCES) return all;
  const shown = all.slice(0, MAX_DIFFERENCES - 1);
  return [...shown, { field: `… và ${all.length - shown.length} thay đổi khác`, before: null, after: null }];
}
