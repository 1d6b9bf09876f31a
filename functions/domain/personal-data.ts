/** Phone numbers, identity numbers and names of members in free text. Law 91/2025/QH15. */
import { holdsName, type RosterNames } from './roster-names.ts';
import { cleanText } from './text.ts';

export type PersonalData = 'phone' | 'identity' | 'name';

/** `07.08.2022` and the figure after it look like a number of ten digits. */
const DATE = /(?<!\d)(?:0?[1-9]|[12]\d|3[01]) ?[./-] ?(?:0?[1-9]|1[0-2]) ?[./-] ?(?:19|20)\d{2}(?!\d)/g;
const PHONES = [
  // Mobile numbers, and ten-digit ones of Quảng Trị until 2017: 0905 123 456, +84 905.123.456, (0)905-123-456.
  /(?<!\d)(?:(?:\+|00)?84[ .-]?(?:\(0\)|0)?|\(?0\)?)[ .-]?[35789](?:[ .)-]{0,3}\d){8}(?!\d)/,
  // Landlines: 0233 3852 123, (0233) 3852123.
  /(?<!\d)\(?02(?:[ .)-]{0,3}\d){9}(?!\d)/,
  // Mobile numbers of eleven digits until 2018.
  /(?<!\d)01[2689](?:[ .)-]{0,3}\d){8}(?!\d)/,
  // The zero was lost, but it is called a phone.
  /(?:sđt|đt|điện thoại|zalo|tel|phone)[^\p{L}\d]{0,4}[35789](?:[ .-]?\d){8}(?!\d)/iu,
];
/** Twelve digits: province, century and sex, year, number. */
const IDENTITY = /(?<!\d)0\d{2}[0-3]\d{8}(?!\d)/;
const ENOUGH_DIGITS = /\d(?:\D{0,4}\d){8}/;

/** What there is in a text; without a list of names only numbers can be found. */
export function findPersonalData(typed: string, names: RosterNames | null): readonly PersonalData[] {
  const text = cleanText(typed);
  const found: PersonalData[] = ENOUGH_DIGITS.test(text) ? findNumbers(text.replace(DATE, ' / ')) : [];
  return names !== null && holdsName(text, names) ? [...found, 'name'] : found;
}

function findNumbers(text: string): PersonalData[] {
  if (IDENTITY.test(text)) return ['identity'];
  return PHONES.some((phone) => phone.test(text)) ? ['phone'] : [];
}

/**
 * Whether a text may be carried out of the workbook: it holds no number that reaches a person and no name of the list.
 * Where the list cannot be read nobody can say so, and nothing is carried.
 */
export function mayLeave(text: string, names: RosterNames | null): boolean {
  return names !== null && findPersonalData(text, names).length === 0;
}
