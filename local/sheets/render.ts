/** A value as people see it, under a number format and a locale. */
import { format, getLocale } from 'numfmt';
import type { JsonObject } from './json.ts';
import type { ExtendedValue } from './model.ts';

export interface NumberFormat {
  readonly type?: string;
  readonly pattern?: string;
}

const ERROR_TEXTS: Readonly<Record<string, string>> = {
  DIVIDE_BY_ZERO: '#DIV/0!',
  ERROR: '#ERROR!',
  NAME: '#NAME?',
  NULL_VALUE: '#NULL!',
  NUM: '#NUM!',
  N_A: '#N/A',
  REF: '#REF!',
  VALUE: '#VALUE!',
};

const isVietnamese = (locale: string): boolean => locale.startsWith('vi');

/** The pattern that Google uses for a type without one. Only DATE and the like depend on the locale. */
function defaultPattern(type: string | undefined, locale: string): string | null {
  switch (type) {
    case 'NUMBER':
      return '#,##0.00';
    case 'PERCENT':
      return '0.00%';
    case 'CURRENCY':
      return isVietnamese(locale) ? '#,##0.00 "₫"' : '"$"#,##0.00';
    case 'SCIENTIFIC':
      return '0.00E+00';
    case 'DATE':
      return isVietnamese(locale) ? 'dd/mm/yyyy' : 'm/d/yyyy';
    case 'TIME':
      return 'h:mm:ss';
    case 'DATE_TIME':
      return isVietnamese(locale) ? 'dd/mm/yyyy hh:mm:ss' : 'm/d/yyyy h:mm:ss';
    default:
      return null;
  }
}

export const numberFormatOf = (cellFormat: JsonObject | undefined): NumberFormat =>
  (cellFormat?.numberFormat ?? {}) as NumberFormat;

export function patternOf({ type, pattern }: NumberFormat, locale: string): string | null {
  if (type === 'TEXT') return null;
  return pattern === undefined || pattern === '' ? defaultPattern(type, locale) : pattern;
}

const DATE_TYPES = new Set(['DATE', 'TIME', 'DATE_TIME']);
export const isDateFormat = ({ type }: NumberFormat): boolean => DATE_TYPES.has(type ?? '');

const SIGNIFICANT_DIGITS = 10;
const TOO_LARGE = 1e15;
const TOO_SMALL = 1e-9;

/** A number without a format: whole numbers in full, others with ten significant digits. */
function generalNumber(value: number, locale: string): string {
  const magnitude = Math.abs(value);
  const text =
    magnitude !== 0 && (magnitude >= TOO_LARGE || magnitude < TOO_SMALL) ? scientific(value) : plainNumber(value);
  return isVietnamese(locale) ? text.replace('.', ',') : text;
}

const scientific = (value: number): string =>
  format('0.######E+00', value)
    .replace(/\.?0*E/, 'E')
    .replace(/\.E/, 'E');

function plainNumber(value: number): string {
  if (Number.isInteger(value)) return value.toFixed(0);
  const whole = Math.trunc(Math.abs(value)).toString().length;
  const rounded = Number(value.toPrecision(Math.max(SIGNIFICANT_DIGITS, whole)));
  const text = rounded.toString();
  return text.includes('e') ? rounded.toFixed(20).replace(/0+$/, '') : text;
}

function formattedNumber(value: number, numberFormat: NumberFormat, locale: string): string {
  const pattern = patternOf(numberFormat, locale);
  if (pattern === null || pattern === '@' || /^general$/i.test(pattern)) return generalNumber(value, locale);
  const language = getLocale(locale) ? locale : 'en';
  try {
    return format(pattern, value, { locale: language, leap1900: false });
  } catch {
    // A pattern that the formatter cannot read must not make the cell unreadable.
    return generalNumber(value, locale);
  }
}

export function formattedValue(value: ExtendedValue, numberFormat: NumberFormat, locale: string): string {
  if (value.numberValue !== undefined) return formattedNumber(value.numberValue, numberFormat, locale);
  if (value.boolValue !== undefined) return value.boolValue ? 'TRUE' : 'FALSE';
  if (value.errorValue) return ERROR_TEXTS[value.errorValue.type] ?? '#ERROR!';
  return value.stringValue ?? '';
}
