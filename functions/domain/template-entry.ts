/** How a cell of each kind is to be typed: number format, dropdown, note. */
import type { Cell } from '../../schemas/cells.ts';
import type { CellRule, EntryTemplate, NumberFormat } from '../../schemas/template.ts';
import type { ListRanges } from './template-lists.ts';

const DATE: NumberFormat = { type: 'DATE', pattern: 'dd/mm/yyyy' };
/** Figures in groups of three. */
export const COUNT: NumberFormat = { type: 'NUMBER', pattern: '#,##0' };
/** Without separator, or 1985 reads 1.985. */
const YEAR: NumberFormat = { type: 'NUMBER', pattern: '0' };
/** As typed: a phone keeps its leading zero, `3/4` is no date, and a bullet `- …` no formula. */
const TEXT: NumberFormat = { type: 'TEXT', pattern: '@' };

export function formatOf(cell: Cell): NumberFormat | null {
  switch (cell.kind) {
    case 'date':
      return DATE;
    case 'count':
      return COUNT;
    case 'year':
      return YEAR;
    case 'choice':
    case 'choices':
    case 'commune':
    case 'checkbox':
      return null;
    default:
      return TEXT;
  }
}

/** A cell that takes several values of a list cannot be strict: the list has the single ones only. */
export function ruleOf(cell: Cell, ranges: ListRanges): CellRule | null {
  switch (cell.kind) {
    case 'checkbox':
      return { kind: 'checkbox' };
    case 'choice':
      return { kind: 'list', range: ranges.ofList(cell.list), strict: true };
    case 'choices':
      return { kind: 'list', range: ranges.ofList(cell.list), strict: false };
    case 'commune':
      return { kind: 'list', range: ranges.communes, strict: false };
    default:
      return null;
  }
}

/** What columns and the form's lines have in common. */
export interface EntrySource {
  readonly cell: Cell;
  readonly aliases?: readonly string[];
  readonly help: string;
  readonly clause?: string;
}

/** `extra` is said after help and clause, on a line of its own. */
export function entryOf(
  key: string,
  header: string,
  source: EntrySource,
  ranges: ListRanges,
  extra = '',
): EntryTemplate {
  return {
    key,
    header,
    aliases: source.aliases ?? [],
    note: noteOf(source.help, source.clause, extra),
    format: formatOf(source.cell),
    rule: ruleOf(source.cell, ranges),
  };
}

function noteOf(help: string, clause: string | undefined, extra: string): string {
  const basis = clause === undefined ? '' : `Căn cứ: Kế hoạch 115/KH-UBND, mục ${clause}.`;
  return [help, basis, extra].filter((line) => line !== '').join('\n');
}
