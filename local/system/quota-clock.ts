/** The clock by which the quotas of Sheets refill: it runs with the machine's own, and a minute can be let pass at once. */

export interface QuotaClock {
  nowMs(): number;
  /** A negative number sets it back. */
  advance(ms: number): void;
}

/** `realNow` is the machine's own clock in epoch milliseconds. */
export function openQuotaClock(realNow: () => number = Date.now): QuotaClock {
  let ahead = 0;
  return {
    nowMs: () => realNow() + ahead,
    advance: (ms) => {
      ahead += ms;
    },
  };
}
