/** Numbers, percentages, amounts, dates and times as typed under en_US: month first, decimal point. */
import type { Entry } from './parse-entry.ts';
import { partOfDay, serialOfDay } from './serial-date.ts';

const NUMBER = /^([-+]?)(\$?)((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?)(e[-+]?\d+)?(%?)$/i;
const ISO = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;
const MONTH_FIRST = /^(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})$/;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([ap])m)?$/i;
const PIVOT_YEAR = 30;
const NOON = 12;

function numberEntry(text: string): Entry | null {
  const match = NUMBER.exec(text);
  const digits = match?.[3];
  if (!match || !digits || digits === '.') return null;
  const [, sign, dollar, , exponent = '', percent] = match;
  const amount = Number(`${sign}${digits.replaceAll(',', '')}${exponent}`);
  const value = { numberValue: percent ? amount / 100 : amount };
  const hasDecimals = digits.includes('.');
  if (percent) return { value, format: { type: 'PERCENT', pattern: hasDecimals ? '0.00%' : '0%' } };
  if (dollar) return { value, format: { type: 'CURRENCY', pattern: hasDecimals ? '"$"#,##0.00' : '"$"#,##0' } };
  if (exponent) return { value, format: { type: 'SCIENTIFIC', pattern: '0.00E+00' } };
  if (!digits.includes(',')) return { value };
  return { value, format: { type: 'NUMBER', pattern: hasDecimals ? '#,##0.00' : '#,##0' } };
}

const fullYear = (digits: string): number => {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < PIVOT_YEAR ? 2000 + year : 1900 + year;
};

function dayOf(text: string): { serial: number; pattern: string } | null {
  const iso = ISO.exec(text);
  if (iso) {
    const serial = serialOfDay(Number(iso[1]), Number(iso[3]), Number(iso[4]));
    return serial === null ? null : { serial, pattern: `yyyy${iso[2]}mm${iso[2]}dd` };
  }
  const local = MONTH_FIRST.exec(text);
  if (!local) return null;
  const serial = serialOfDay(fullYear(local[4] ?? ''), Number(local[1]), Number(local[3]));
  return serial === null ? null : { serial, pattern: `m${local[2]}d${local[2]}yyyy` };
}

function timeOf(text: string): { part: number; pattern: string } | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, hour = '', minute, second = '0', half] = match;
  if (half && (Number(hour) > NOON || Number(hour) === 0)) return null;
  const shift = half?.toLowerCase() === 'p' ? NOON : 0;
  const part = partOfDay(half ? (Number(hour) % NOON) + shift : Number(hour), Number(minute), Number(second));
  if (part === null) return null;
  return { part, pattern: `h:mm${match[3] ? ':ss' : ''}${half ? ' AM/PM' : ''}` };
}

function momentEntry(text: string): Entry | null {
  const day = dayOf(text);
  if (day) return { value: { numberValue: day.serial }, format: { type: 'DATE', pattern: day.pattern } };
  const time = timeOf(text);
  if (time) return { value: { numberValue: time.part }, format: { type: 'TIME', pattern: time.pattern } };
  const space = text.indexOf(' ');
  const [dayPart, timePart] = space < 0 ? [null, null] : [dayOf(text.slice(0, space)), timeOf(text.slice(space + 1))];
  if (!dayPart || !timePart) return null;
  return {
    value: { numberValue: dayPart.serial + timePart.part },
    format: { type: 'DATE_TIME', pattern: `${dayPart.pattern} ${timePart.pattern}` },
  };
}

/** The entry, or null when it is plain text. */
export const readEnglish = (text: string): Entry | null => numberEntry(text) ?? momentEntry(text);
