/** Vietnamese phone numbers: what a row of digits is, today and before the changes of 2017 and 2018. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';

/** Eleven-digit mobile numbers that changed from 15/09/2018, by their first four digits. */
const NEW_PREFIXES: Readonly<Record<string, string>> = {
  '0162': '032',
  '0163': '033',
  '0164': '034',
  '0165': '035',
  '0166': '036',
  '0167': '037',
  '0168': '038',
  '0169': '039',
  '0120': '070',
  '0121': '079',
  '0122': '077',
  '0126': '076',
  '0128': '078',
  '0123': '083',
  '0124': '084',
  '0125': '085',
  '0127': '081',
  '0129': '082',
  '0186': '056',
  '0188': '058',
  '0199': '059',
};

export type PhoneKind =
  | { readonly is: 'mobile' | 'landline' | 'unknownPrefix'; readonly number: string }
  | { readonly is: 'oldElevenDigits' | 'oldAreaCode'; readonly now: string }
  | { readonly is: 'filler' }
  | { readonly is: 'wrongLength'; readonly digits: number };

/** The country code and the zero that Sheets drops from numbers: always a national number that starts with 0. */
export function nationalNumber(digits: string): string {
  const local = digits.replace(/^(?:00840?|840(?=\d{9})|84(?=[235-9]\d{8,9}$|1[2689]\d{8}$))/, '0');
  const lostZero = /^[35-9]\d{8}$|^2\d{9}$|^1[2689]\d{8}$/.test(local);
  return lostZero ? `0${local}` : local;
}

const KNOWN_PREFIX_LENGTH = 5;
const knownPrefixes = new Map<string, boolean>();

/** Whether an operator has the prefix. A Vietnamese mobile number is decided by its first five digits. */
function isKnownMobile(number: string): boolean {
  const prefix = number.slice(0, KNOWN_PREFIX_LENGTH);
  let known = knownPrefixes.get(prefix);
  if (known === undefined) {
    known = parsePhoneNumberFromString(number, 'VN')?.isValid() ?? false;
    knownPrefixes.set(prefix, known);
  }
  return known;
}

const FILLERS = new Set(['0123456789', '1234567890', '123456789', '0987654321']);

export function judgePhone(digits: string): PhoneKind {
  if (/^(\d)\1+$/.test(digits) || FILLERS.has(digits) || /^0(\d)\1{8}$|^0\d0{8}$/.test(digits)) return { is: 'filler' };
  const number = nationalNumber(digits);
  const newPrefix = NEW_PREFIXES[number.slice(0, 4)];
  if (number.length === 11 && newPrefix !== undefined)
    return { is: 'oldElevenDigits', now: newPrefix + number.slice(4) };
  // The area code of Quảng Trị until 2017.
  if (/^053[2-9]\d{6}$/.test(number)) return { is: 'oldAreaCode', now: `0233${number.slice(3)}` };
  if (/^02\d{9}$/.test(number)) return { is: 'landline', number };
  if (!/^0\d{9}$/.test(number)) return { is: 'wrongLength', digits: number.length };
  return { is: isKnownMobile(number) ? 'mobile' : 'unknownPrefix', number };
}
