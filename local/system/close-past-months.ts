/** The sample begins where a real province stands: the months before are closed, each at the time when it was. */
import { closableFrom, deadlinesOf } from '../../functions/provision.ts';
import { formatPeriod, type Instant, isBefore, type Period } from '../../schemas/calendar.ts';
import { DEFAULT_CALENDAR } from '../../schemas/settings.ts';
import type { QuotaClock } from './quota-clock.ts';

export interface PastRequest {
  /** The earliest first. */
  readonly periods: readonly Period[];
  readonly now: Instant;
  readonly address: string;
  readonly quotaClock: QuotaClock;
  readonly say: (line: string) => void;
}

/** What lay in the past is in no quota's minute any more. */
const BEYOND_THE_MINUTE_MS = 120_000;

/** A month that cannot be closed now is said, and closed by the next night. */
export async function closePastMonths({ periods, now, address, quotaClock, say }: PastRequest): Promise<void> {
  for (const period of periods) {
    const asOf = closableFrom(deadlinesOf(period, DEFAULT_CALENDAR).lockAt);
    if (isBefore(now, asOf)) continue;
    say(`  khóa sổ tháng ${formatPeriod(period)}`);
    await closeMonth(period, asOf, address, say);
    quotaClock.advance(BEYOND_THE_MINUTE_MS);
  }
}

interface CloseAnswer {
  readonly units?: readonly { readonly unit: string; readonly error?: { readonly message: string } }[];
  readonly error?: { readonly message: string };
}

async function closeMonth(period: Period, asOf: Instant, address: string, say: PastRequest['say']): Promise<void> {
  const response = await fetch(`${address}functions/close-period`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ period, asOf }),
  });
  const { units = [], error } = (await response.json()) as CloseAnswer;
  for (const failed of [...(error ? [{ unit: '', error }] : []), ...units.filter((unit) => unit.error)])
    say(`  chưa khóa được ${formatPeriod(period)} ${failed.unit}: ${failed.error?.message}`);
}
