/** A number in figures as Vietnamese staff type it: a point groups thousands, a comma is the decimal sign. */

export type Figures =
  | { readonly is: 'whole'; readonly value: number }
  | { readonly is: 'fraction'; readonly value: number; readonly perhaps?: number };

const PLAIN = /^\d+$/;
const GROUPED = /^\d{1,3}(?:(?:\.\d{3})+|(?: \d{3})+|(?:,\d{3}){2,}|(?:'\d{3})+)$/;
/** `1.250,00` and `1,250.00`: both signs show which is which. */
const GROUPED_WITH_ZEROS = /^(\d{1,3}(?:\.\d{3})+),0+$|^(\d{1,3}(?:,\d{3})+)\.0+$/;
const WHOLE_WITH_ZEROS = /^(\d+)[.,]0{1,2}$/;
/** 1.250 under English habits, 1,25 under ours. */
const COMMA_THOUSANDS = /^\d{1,3},\d{3}$/;
const DECIMAL = /^\d+[.,]\d+$/;
const GROUPED_DECIMAL = /^(\d{1,3}(?:\.\d{3})+),(\d+)$/;

const digitsOf = (text: string) => Number(text.replace(/\D/g, ''));

/** The number, or null when the text is not one number in figures. `perhaps`: the whole number that may be meant. */
export function parseFigures(text: string): Figures | null {
  if (PLAIN.test(text) || GROUPED.test(text)) return { is: 'whole', value: digitsOf(text) };
  const zeros = GROUPED_WITH_ZEROS.exec(text);
  if (zeros !== null) return { is: 'whole', value: digitsOf(zeros[1] ?? zeros[2] ?? '') };
  const whole = WHOLE_WITH_ZEROS.exec(text);
  if (whole !== null) return { is: 'whole', value: Number(whole[1]) };
  const grouped = GROUPED_DECIMAL.exec(text);
  if (grouped !== null) return { is: 'fraction', value: Number(`${digitsOf(grouped[1] ?? '')}.${grouped[2]}`) };
  if (!DECIMAL.test(text)) return null;
  const value = Number(text.replace(',', '.'));
  return COMMA_THOUSANDS.test(text) ? { is: 'fraction', value, perhaps: digitsOf(text) } : { is: 'fraction', value };
}

/** 1250 → `1.250`, 1.25 → `1,25`. `Intl` is slow to start and dear in Apps Script. */
export function formatNumber(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}
