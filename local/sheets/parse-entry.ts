/** What Google makes of a text that a person types (`USER_ENTERED`). The locale decides numbers and dates. */
import type { CellData, ExtendedValue } from './model.ts';
import { readEnglish } from './parse-entry-en.ts';
import { readVietnamese } from './parse-entry-vi.ts';

export interface Entry {
  readonly value?: ExtendedValue;
  /** The number format that typing such a text gives to a cell that has none. */
  readonly format?: { readonly type: string; readonly pattern: string };
}

const BOOLEAN = /^(?:true|false)$/i;

export const isPlainText = (cell: CellData): boolean => {
  const format = cell.userEnteredFormat?.numberFormat as { type?: string } | undefined;
  return format?.type === 'TEXT';
};

export function parseEntry(text: string, locale: string): Entry {
  if (text === '') return {};
  if (text.startsWith("'")) return { value: { stringValue: text.slice(1) } };
  if (text.startsWith('=') && text.length > 1) return { value: { formulaValue: text } };
  const trimmed = text.trim();
  if (BOOLEAN.test(trimmed)) return { value: { boolValue: trimmed.toLowerCase() === 'true' } };
  const read = locale.startsWith('vi') ? readVietnamese(trimmed) : readEnglish(trimmed);
  return read ?? { value: { stringValue: text } };
}
