/** How a workbook should look, how one looks, and the steps from the one to the other: shared by the diff and by Google. */
import type { Period } from './calendar.ts';
import type { CellValue, NumberFormat } from './workbook.ts';

/** Rows and columns of a tab, counted from 0, ends outside; a limit that is left out is the tab's edge. */
export interface Area {
  readonly startRow?: number;
  readonly endRow?: number;
  readonly startColumn?: number;
  readonly endColumn?: number;
}

export type { NumberFormat } from './workbook.ts';

/** `range` names the cells of a list, `'Danh mục'!$A$2:$A$4`. Not strict: another value is taken with a warning. */
export type CellRule =
  | { readonly kind: 'checkbox' }
  | { readonly kind: 'list'; readonly range: string; readonly strict: boolean };

/** What a cell, or every cell of a column, asks of what is typed into it. */
export interface EntryTemplate {
  readonly key: string;
  /** The column's header, or the label of the form's line. */
  readonly header: string;
  readonly aliases: readonly string[];
  /** The note on the header; empty for none. */
  readonly note: string;
  readonly format: NumberFormat | null;
  readonly rule: CellRule | null;
}

export interface ColumnTemplate extends EntryTemplate {
  /** Pixels. Used for new columns; people may change it. */
  readonly width: number;
}

export interface LineTemplate extends EntryTemplate {
  /** Staff fill in the value. */
  readonly asked: boolean;
}

export interface Protection {
  /** The description, by which it is found again. */
  readonly name: string;
  readonly area: Area;
  /** Parts of a protected tab that all may edit. */
  readonly open: readonly Area[];
  /** Editing asks first, and is then allowed. */
  readonly warningOnly: boolean;
}

interface TabBase {
  /** Stays with the tab as metadata, so that a renamed tab is known: `teams`, `activities:2022-08`. */
  readonly key: string;
  readonly title: string;
  /** The month that the tab belongs to. */
  readonly period: Period | null;
  readonly rowCount: number;
  readonly frozenRows: number;
}

/** Rows that people or functions add, under a header in row 1. */
export interface ListTemplate extends TabBase {
  readonly kind: 'list';
  readonly columns: readonly ColumnTemplate[];
  /** Staff fill it in: its columns are found by header, and only its header is protected. */
  readonly staff: boolean;
  /** In a tab that is not staff's: the columns that they may tick. */
  readonly openColumns: readonly string[];
}

export interface FormTemplate extends TabBase {
  readonly kind: 'form';
  /** The text of row 1. */
  readonly statement: string;
  readonly columns: readonly ColumnTemplate[];
  readonly lines: readonly LineTemplate[];
}

/** Words of ours, to be read only. */
export interface TextTemplate extends TabBase {
  readonly kind: 'text';
  readonly rows: readonly (readonly string[])[];
  readonly widths: readonly number[];
  /** Rows that are headings. */
  readonly headings: readonly number[];
  /** The header row of the table that the functions write. */
  readonly headerRow?: number;
  /** Where counts stand, which are shown in groups of three. */
  readonly figures?: Area & { readonly startRow: number; readonly startColumn: number };
  /** The text is all of the tab: what else lies there is cleared. */
  readonly whole: boolean;
}

export type TabTemplate = ListTemplate | FormTemplate | TextTemplate;

export interface WorkbookTemplate {
  /** Given when the workbook is made; its owner may change it. */
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly tabs: readonly TabTemplate[];
}

export interface ProtectionState extends Protection {
  readonly id: number;
  /** E-mail addresses; null when the caller may not see them. */
  readonly editors: readonly string[] | null;
  readonly domainUsersCanEdit: boolean;
}

/** A column chart of one row of figures over its header row. The newest month stands first in the cells and last in it. */
export interface Chart {
  /** By it a chart is found again. */
  readonly title: string;
  readonly headerRow: number;
  readonly figuresRow: number;
  /** Columns of the months, the end outside. */
  readonly startColumn: number;
  readonly endColumn: number;
  /** The cell of its upper left corner. */
  readonly anchor: { readonly row: number; readonly column: number };
}

export interface ChartState extends Pick<Chart, 'title'> {
  readonly id: number;
  /** Null when it is no chart of one row. */
  readonly figuresRow: number | null;
}

/** What is there of one tab, as far as the template speaks of it. Cells are those of the first rows only. */
export interface TabState {
  readonly sheetId: number;
  readonly title: string;
  readonly key: string | null;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  readonly columnKeys: ReadonlyMap<number, string>;
  readonly protections: readonly ProtectionState[];
  readonly charts?: readonly ChartState[];
  readonly hidden?: boolean;
  readonly values: readonly (readonly CellValue[])[];
  /** By `placeKey`. */
  readonly notes: ReadonlyMap<number, string>;
  readonly formats: ReadonlyMap<number, NumberFormat['type']>;
  readonly rules: ReadonlyMap<number, CellRule>;
}

export interface WorkbookState {
  readonly locale: string;
  readonly timeZone: string;
  readonly tabs: readonly TabState[];
}

export type CellStyle = 'header' | 'heading' | 'statement' | 'wrapped';

/** One thing to be done; the steps of a repair are done together or not at all. */
export type Step =
  | { readonly do: 'set-locale'; readonly locale: string; readonly timeZone: string }
  | {
      readonly do: 'add-tab';
      readonly sheetId: number;
      readonly title: string;
      readonly key: string;
      readonly index: number;
      readonly rowCount: number;
      readonly columnCount: number;
      readonly frozenRows: number;
    }
  | { readonly do: 'remove-tab'; readonly sheetId: number }
  | { readonly do: 'rename-tab'; readonly sheetId: number; readonly title: string }
  | { readonly do: 'hide-tab'; readonly sheetId: number; readonly hidden: boolean }
  | { readonly do: 'tag-tab'; readonly sheetId: number; readonly key: string }
  | {
      readonly do: 'resize';
      readonly sheetId: number;
      readonly rowCount: number;
      readonly columnCount: number;
    }
  /** At the end; a size would cut off what staff pasted there since it was read. */
  | { readonly do: 'add-rows'; readonly sheetId: number; readonly count: number }
  | { readonly do: 'freeze'; readonly sheetId: number; readonly rows: number }
  | { readonly do: 'insert-row'; readonly sheetId: number; readonly row: number }
  | { readonly do: 'insert-column'; readonly sheetId: number; readonly column: number }
  | { readonly do: 'set-width'; readonly sheetId: number; readonly column: number; readonly width: number }
  | {
      readonly do: 'write';
      readonly sheetId: number;
      readonly row: number;
      readonly column: number;
      readonly value?: CellValue;
      readonly note?: string;
    }
  | { readonly do: 'style'; readonly sheetId: number; readonly area: Area; readonly style: CellStyle }
  /** Null gives cells their first looks back, colours included. */
  | { readonly do: 'format'; readonly sheetId: number; readonly area: Area; readonly format: NumberFormat | null }
  | { readonly do: 'validate'; readonly sheetId: number; readonly area: Area; readonly rule: CellRule | null }
  | { readonly do: 'tag-column'; readonly sheetId: number; readonly column: number; readonly key: string }
  | {
      readonly do: 'protect';
      readonly sheetId: number;
      /** The protection to be put right; a new one when null. */
      readonly id: number | null;
      readonly protection: Protection;
      readonly editors: readonly string[];
    }
  | { readonly do: 'unprotect'; readonly id: number }
  /** The chart to be put right; a new one when `id` is null. */
  | { readonly do: 'chart'; readonly sheetId: number; readonly id: number | null; readonly chart: Chart };

/** Steps that belong together, and what they put right, in Vietnamese. */
export interface Repair {
  readonly said: string;
  readonly steps: readonly Step[];
}

/** Who a workbook is shared with. Addresses of accounts. */
export interface WorkbookPeople {
  readonly owner: string;
  readonly serviceAccount: string;
  readonly staff: readonly string[];
}
