/**
 * Numbers, percentages, amounts, dates and times as typed under vi_VN: day first, decimal comma, grouping point.
 * No recording covers this locale: everything here is an assumption, kept in this one file.
 */
import type { Entry } from './parse-entry.ts';
import { partOfDay, serialOfDay } from './serial-date.ts';

const NUMBER = /^([-+]?)((?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d*)?)(e[-+]?\d+)?\s?([%₫đ]?)$/i;
const ISO = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;
const TIME = /^(\d{1,2})(?::|h)(\d{2})(?::(\d{2}))?$/i;

function numberEntry(text: string): Entry | null {
  const match = NUMBER.exec(text);
  if (!match) return null;
  const [, sign, digits = '', exponent = '', unit = ''] = match;
  const amount = Number(`${sign}${digits.replaceAll('.', '').replace(',', '.')}${exponent}`);
  const value = { numberValue: unit === '%' ? amount / 100 : amount };
  const hasDecimals = digits.includes(',');
  if (unit === '%') return { value, format: { type: 'PERCENT', pattern: hasDecimals ? '0.00%' : '0%' } };
  if (unit) return { value, format: { type: 'CURRENCY', pattern: '#,##0 "₫"' } };
  if (exponent) return { value, format: { type: 'SCIENTIFIC', pattern: '0.00E+00' } };
  if (!digits.includes('.')) return { value };
  return { value, format: { type: 'NUMBER', pattern: hasDecimals ? '#,##0.00' : '#,##0' } };
}

/** Leading zeros that were typed stay visible: `05/06/2022` is not shown as `5/6/2022`. */
const shown = (digits: string, letter: string): string => (digits.length > 1 ? letter + letter : letter);

function dayOf(text: string): { serial: number; pattern: string } | null {
  const iso = ISO.exec(text);
  if (iso) {
    const serial = serialOfDay(Number(iso[1]), Number(iso[3]), Number(iso[4]));
    return serial === null ? null : { serial, pattern: `yyyy${iso[2]}mm${iso[2]}dd` };
  }
  const local = DAY_FIRST.exec(text);
  if (!local) return null;
  const [, day = '', separator, month = '', year] = local;
  const serial = serialOfDay(Number(year), Number(month), Number(day));
  return serial === null
    ? null
    : { serial, pattern: `${shown(day, 'd')}${separator}${shown(month, 'm')}${separator}yyyy` };
}

function timeOf(text: string): { part: number; pattern: string } | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const part = partOfDay(Number(match[1]), Number(match[2]), Number(match[3] ?? 0));
  return part === null ? null : { part, pattern: match[3] ? 'hh:mm:ss' : 'hh:mm' };
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
export const readVietnamese = (text: string): Entry | null => momentEntry(text) ?? numberEntry(text);
