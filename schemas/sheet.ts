/** `defineSheet`: one tab of a workbook as data. Headers, dropdowns, formats, record type and reading follow from it. */
import * as z from 'zod/mini';
import type { Cell } from './cells.ts';

export interface Column<C extends Cell = Cell, R extends boolean = boolean> {
  readonly cell: C;
  readonly header: string;
  /** Other texts that the header is recognised by; compared without marks and case. */
  readonly aliases?: readonly string[];
  /** A blank is `cell.required`, or what `whenBlank` says. */
  readonly required: R;
  /** The rule and variant that speak of a blank instead. */
  readonly whenBlank?: { readonly rule: string; readonly variant: string };
  /** What to type, in a sentence: the note on the header. */
  readonly help: string;
  /** The clause of KH 115 that asks for it, `III.3.1.1`. */
  readonly clause?: string;
  /** Pixels. */
  readonly width?: number;
  /** Names people or reaches them: stays in the workbook, and is never echoed in a message. Law 91/2025/QH15. */
  readonly personal?: boolean;
}

type ColumnOptions = Omit<Column, 'cell' | 'required'>;

/** A column that must be filled in. */
export const required = <C extends Cell>(cell: C, options: ColumnOptions): Column<C, true> => ({
  cell,
  required: true,
  ...options,
});

/** A column that may stay blank; its value is then null, which is not zero. */
export const optional = <C extends Cell>(cell: C, options: ColumnOptions): Column<C, false> => ({
  cell,
  required: false,
  ...options,
});

export type Columns = Readonly<Record<string, Column>>;

type ValueType<C> =
  C extends Column<infer K, infer R>
    ? K['kind'] extends 'checkbox'
      ? K['type']
      : R extends true
        ? K['type']
        : z.ZodMiniNullable<K['type']>
    : never;

type RecordType<C extends Columns> = z.ZodMiniObject<{ [K in keyof C]: ValueType<C[K]> }>;

/** One staff tab. `record` is the Zod type of an accepted row. */
export interface Sheet<Key extends string = string, C extends Columns = Columns> {
  readonly key: Key;
  /** Title of the tab; the tabs of a month add ` MM-YYYY`. */
  readonly title: string;
  readonly monthly: boolean;
  /** Rows of a new tab. The functions add more before they are used up. */
  readonly rows: number;
  readonly columns: C;
  readonly record: RecordType<C>;
}

/** The column A of every staff tab, owned by the functions. */
export const CHECK_HEADER = 'Kiểm tra';

function recordOf<C extends Columns>(columns: C): RecordType<C> {
  const shape = Object.entries(columns).map(([key, { cell, required }]) => [
    key,
    required || cell.kind === 'checkbox' ? cell.type : z.nullable(cell.type),
  ]);
  return z.object(Object.fromEntries(shape)) as RecordType<C>;
}

export function defineSheet<const Key extends string, const C extends Columns>(sheet: {
  key: Key;
  title: string;
  monthly: boolean;
  rows: number;
  columns: C;
}): Sheet<Key, C> {
  return { ...sheet, record: recordOf(sheet.columns) };
}
