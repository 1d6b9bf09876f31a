/** The words of a day, put into figures: Vietnamese and English months, weekdays, times, and what stands around them. */
import { parseNumeral } from './numerals.ts';

const TIME =
  /\b\d{1,2}:\d{2}(?::\d{2})?\s+(?:sa|ch)\b|\b\d{1,2}\s*(?:gio|g|h)(?:\s*\d{1,2}(?![\d/.]))?(?:\s*(?:phut|p)\b)?(?![a-z])|\b\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m\b)?/g;
const WEEKDAY = /\b(?:thu\s*(?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu\s*nhat|cn)\b(?!\s*\/)/g;
const SMALL_WORDS =
  /\b(?:ngay|ng|mung|mong|sang|trua|chieu|toi|dem|luc|vao|buoi|ky|sa|ch|khoang thoi gian)\b:?|\bn(?=\d)|[()[\]"“”«»]/g;
/** `ngày mười lăm`, before the month. */
const DAY_IN_WORDS = /^(?:ngay )?([a-z ]+?) (?=\/?\d|thang\b)/;
const WEEKDAY_EN = /\b(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b,?/g;

const MONTH_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bthang (?:muoi hai|chap)\b/g, '/12'],
  [/\bthang muoi mot\b/g, '/11'],
  [/\bthang muoi\b/g, '/10'],
  [/\bthang (?:mot|gieng)\b/g, '/1'],
  [/\bthang hai\b/g, '/2'],
  [/\bthang ba\b/g, '/3'],
  [/\bthang (?:tu|bon)\b/g, '/4'],
  [/\bthang nam (?=nam\b)/g, '/5 '],
  [/\bthang sau\b/g, '/6'],
  [/\bthang bay\b/g, '/7'],
  [/\bthang tam\b/g, '/8'],
  [/\bthang chin\b/g, '/9'],
];

/** Files exported in English. */
const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ENGLISH_DAY_FIRST = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)?[\\s-]*(${ENGLISH.join('|')})[a-z]*\\.?[\\s,-]*(\\d{2,4})\\b`,
);
const ENGLISH_MONTH_FIRST = new RegExp(
  `\\b(${ENGLISH.join('|')})[a-z]*\\.?[\\s-]+(\\d{1,2})(?:st|nd|rd|th)?[\\s,-]+(\\d{4})\\b`,
);

const englishMonth = (name: string) => String(ENGLISH.indexOf(name) + 1);

function withoutEnglish(text: string): string {
  return text
    .replace(WEEKDAY_EN, ' ')
    .replace(
      ENGLISH_DAY_FIRST,
      (_, day: string, month: string, year: string) => `${day}/${englishMonth(month)}/${year}`,
    )
    .replace(
      ENGLISH_MONTH_FIRST,
      (_, month: string, day: string, year: string) => `${day}/${englishMonth(month)}/${year}`,
    );
}

/** `8h ngày 5/6, chủ nhật` → `ngày 5/6,`. */
export const withoutTime = (plain: string): string =>
  plain.replace(TIME, ' ').replace(WEEKDAY, ' ').replace(/\s+/g, ' ').trim();

/** `tháng sáu` → `/6`. */
export const monthsInFigures = (plain: string): string =>
  MONTH_WORDS.reduce((text, [word, figure]) => text.replace(word, figure), plain);

/** `ngày 5 tháng 6 năm 2022` → `5/6/2022`; one kind of dash, no spaces around separators. */
export function toFigures(plain: string): string {
  return monthsInFigures(withoutEnglish(plain))
    .replace(/(\d)\s*-?\s*(?:thg|th|t)\s*(\d{1,2})\s*-?\s*(?=\d{2})/g, '$1/$2/')
    .replace(SMALL_WORDS, ' ')
    .replace(/\s*\b(?:thang|thg|th)\b\s*[.:]?\s*|\b(?:t|th|thg)(?=\d{1,2}\b)/g, '/')
    .replace(/\s*\bnam\b\s*/g, '/')
    .replace(/[\\|_]/g, '/')
    .replace(/[–—−]/g, '-')
    .replace(/\s*([/.,-])\s*/g, '$1')
    .replace(/([.-])\1+/g, '$1')
    .replace(/[,.]?\/+[,.]?/g, '/')
    .replace(/^[\s,.:;-]+|[\s,.:;/]+$/g, '')
    .replace(/\s+/g, ' ');
}

/** `ngày mười lăm tháng 6` → `15 tháng 6`. */
export function dayInFigures(text: string): string {
  const words = DAY_IN_WORDS.exec(text);
  const day = words === null ? null : parseNumeral(words[1] ?? '');
  return words === null || day === null ? text : `${day} ${text.slice(words[0].length)}`;
}
