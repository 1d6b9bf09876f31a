/** The receipt of a sent month: an id that stands for its content, and what it says. */
import type { Instant, Period } from '../../schemas/calendar.ts';
import type { ProblemCounts, ReportDocument, TabCounts } from '../../schemas/documents.ts';
import type { ReportStatus } from '../../schemas/report-status.ts';

export interface Receipt {
  /** `464-0822-7KQ4M2-H`: unit, month, content, check character. */
  readonly id: string;
  readonly unit: string;
  readonly period: Period;
  /** The moment of the tick. */
  readonly receivedAt: Instant;
  readonly status: ReportStatus;
  readonly counts: TabCounts;
  readonly problems: ProblemCounts;
  /** SHA-256 of the month's content. */
  readonly contentHash: string;
}

/** Figures and letters that nobody mixes up by hand or on the phone: no I, O, S, U, Z. Their number is prime. */
const SYMBOLS = '0123456789ABCDEFGHJKLMNPQRTVWXY';
const CONTENT_LENGTH = 6;
/** Hexadecimal figures of the hash that are used: 48 bits, which a number holds exactly. */
const HASH_FIGURES = 12;

function contentPart(contentHash: string): string {
  let left = Number.parseInt(contentHash.slice(0, HASH_FIGURES), 16);
  let part = '';
  while (part.length < CONTENT_LENGTH) {
    part = SYMBOLS.charAt(left % SYMBOLS.length) + part;
    left = Math.floor(left / SYMBOLS.length);
  }
  return part;
}

/** Each place has its own weight, so one wrong character and two that changed places are both found. */
function checkOf(body: string): string {
  const symbols = [...body].filter((symbol) => symbol !== '-');
  const sum = symbols.reduce((total, symbol, place) => total + SYMBOLS.indexOf(symbol) * (place + 1), 0);
  return SYMBOLS.charAt(sum % SYMBOLS.length);
}

/** The id of a unit's month with this content: the same content always has the same. */
export function receiptId(unit: string, period: Period, contentHash: string): string {
  const code = unit.slice(unit.indexOf(':') + 1);
  const body = `${code}-${period.slice(5)}${period.slice(2, 4)}-${contentPart(contentHash)}`;
  return `${body}-${checkOf(body)}`;
}

const FORM = new RegExp(`^\\d{1,5}-\\d{4}-[${SYMBOLS}]{${CONTENT_LENGTH}}-[${SYMBOLS}]$`);

/** Whether a text that someone wrote down or read out is a receipt's id without a slip; case and spaces do not matter. */
export function isReceiptId(text: string): boolean {
  const id = text.replace(/\s/g, '').toUpperCase();
  return FORM.test(id) && checkOf(id.slice(0, -2)) === id.slice(-1);
}

/** Whether the receipt that a report bears stands for the content that was last seen: false once it was edited. */
export function isReceiptCurrent({
  unit,
  period,
  receipt,
  sentHash,
}: Pick<ReportDocument, 'unit' | 'period' | 'receipt' | 'sentHash'>): boolean {
  return receipt !== null && sentHash !== null && receipt === receiptId(unit, period, sentHash);
}

type Received = Pick<ReportDocument, 'unit' | 'period' | 'status' | 'counts' | 'problems'>;

/** The receipt of a report that was just found valid. `contentHash` is that of `monthContent`. */
export function makeReceipt(report: Received, receivedAt: Instant, contentHash: string): Receipt {
  const { unit, period, status, counts, problems } = report;
  return { id: receiptId(unit, period, contentHash), unit, period, receivedAt, status, counts, problems, contentHash };
}
