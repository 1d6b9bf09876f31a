/** `defineForm`: the month's report as data: lines under one another, found by their label in column A. */
import * as z from 'zod/mini';
import type { Cell } from './cells.ts';
import { CHECK_HEADER } from './sheet.ts';

export interface Line<C extends Cell = Cell, Owned extends boolean = boolean> {
  readonly cell: C;
  /** The text in column A that the line is found by. */
  readonly label: string;
  /** Other texts that the label is recognised by; compared without marks and case. */
  readonly aliases?: readonly string[];
  /** What to type, in a sentence: the note on the label. */
  readonly help: string;
  /** The clause of KH 115 that asks for it, `V.5`. */
  readonly clause?: string;
  /** The functions write the value (†); staff only read it. */
  readonly owned: Owned;
  /** A blank stops GỬI BÁO CÁO. Nothing is required while typing, and other blank lines count as not reported, never 0. */
  readonly requiredAtSubmit?: boolean;
  /** Names people: stays in the workbook, and is never echoed in a message. Law 91/2025/QH15. */
  readonly personal?: boolean;
}

type LineOptions = Omit<Line, 'cell' | 'owned'>;

/** A line that staff fill in. */
export const asked = <C extends Cell>(cell: C, options: LineOptions): Line<C, false> => ({
  cell,
  owned: false,
  ...options,
});

/** A line that the functions fill in. */
export const owned = <C extends Cell>(cell: C, options: LineOptions): Line<C, true> => ({
  cell,
  owned: true,
  ...options,
});

export type Lines = Readonly<Record<string, Line>>;

type ValueType<L> =
  L extends Line<infer C, boolean> ? (C['kind'] extends 'checkbox' ? C['type'] : z.ZodMiniNullable<C['type']>) : never;

/** Keys of the lines that staff fill in. */
export type AskedKey<L extends Lines> = { [K in keyof L]: L[K] extends Line<Cell, true> ? never : K }[keyof L];

type RecordType<L extends Lines> = z.ZodMiniObject<{ [K in AskedKey<L>]: ValueType<L[K]> }>;

/** A form of one month. `record` is the Zod type of staff's figures; blank is null, and unticked false. */
export interface Form<Key extends string = string, L extends Lines = Lines> {
  readonly key: Key;
  /** Title of the tab, which adds ` MM-YYYY`. */
  readonly title: string;
  readonly lines: L;
  /** The month's task lines stand below this one. */
  readonly tasksBelow: keyof L & string;
  readonly record: RecordType<L>;
}

/**
 * Row 1 states the window («Số liệu từ … đến …, nộp trước ngày …»), row 2 has the headers, the lines follow. Row 1 stays
 * free of anything else, so that the table below can be copied as a whole.
 */
export const FORM_LAYOUT = { statementRow: 0, headerRow: 1, firstLineRow: 2 } as const;

/** Columns of the form in their order. Unlike the lists, a form is read down column A, so its columns keep their places. */
export const FORM_COLUMNS = {
  label: { column: 0, header: 'Chỉ tiêu', width: 380 },
  value: { column: 1, header: 'Giá trị', width: 260 },
  remark: { column: 2, header: 'Ghi chú', width: 260 },
  check: { column: 3, header: CHECK_HEADER, width: 420 },
} as const;

function recordOf<L extends Lines>(lines: L): RecordType<L> {
  const shape = Object.entries(lines)
    .filter(([, line]) => !line.owned)
    .map(([key, { cell }]) => [key, cell.kind === 'checkbox' ? cell.type : z.nullable(cell.type)]);
  return z.object(Object.fromEntries(shape)) as RecordType<L>;
}

export function defineForm<const Key extends string, const L extends Lines>(form: {
  key: Key;
  title: string;
  tasksBelow: keyof L & string;
  lines: L;
}): Form<Key, L> {
  return { ...form, record: recordOf(form.lines) };
}
