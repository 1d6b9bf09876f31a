/** Tries a request again after failures that may pass. https://developers.google.com/workspace/sheets/api/limits */
import { setTimeout as delay } from 'node:timers/promises';

export interface Backoff {
  readonly attempts: number;
  /** Longest first wait; it doubles with every attempt up to the cap. */
  readonly baseMs: number;
  readonly capMs: number;
  /** After this long no further attempt is begun. */
  readonly deadlineMs: number;
  /** 0 ≤ random < 1. */
  readonly random: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  readonly now: () => number;
}

export const GOOGLE_BACKOFF: Backoff = {
  attempts: 6,
  baseMs: 1_000,
  capMs: 64_000,
  deadlineMs: 180_000,
  random: Math.random,
  sleep: (ms) => delay(ms),
  now: Date.now,
};

/** What the failure of an attempt allows: null when trying again cannot help. */
export type RetryAdvice = {
  /** What the answer asks for. */
  readonly waitAtLeastMs: number;
  /** Whether it passes for certain, if not soon: then only the deadline ends the attempts. */
  readonly passesInTime?: boolean;
} | null;

export interface Retry {
  readonly attempt: number;
  readonly waitMs: number;
  readonly error: unknown;
}

/**
 * Calls `attempt` until it succeeds, with full jitter: a wait is anything between 0 and the doubled base, so that callers
 * that failed together do not come back together. `attempt` gets the milliseconds that are left. Throws the last failure.
 */
export async function withBackoff<T>(
  attempt: (remainingMs: number) => Promise<T>,
  advise: (error: unknown) => RetryAdvice,
  backoff: Backoff,
  onRetry: (retry: Retry) => void = () => {},
): Promise<T> {
  const deadline = backoff.now() + backoff.deadlineMs;
  for (let count = 1; ; count += 1) {
    try {
      return await attempt(deadline - backoff.now());
    } catch (error) {
      const advice = advise(error);
      if (advice === null || (count >= backoff.attempts && !advice.passesInTime)) throw error;
      const waitMs = Math.max(jittered(count, backoff), advice.waitAtLeastMs);
      if (backoff.now() + waitMs >= deadline) throw error;
      onRetry({ attempt: count, waitMs, error });
      await backoff.sleep(waitMs);
    }
  }
}

function jittered(count: number, { baseMs, capMs, random }: Backoff): number {
  return Math.round(random() * Math.min(capMs, baseMs * 2 ** (count - 1)));
}
