/** The local system's clock: set to a moment, it runs on from there. */
import { type Instant, toInstant } from '../../schemas/calendar.ts';

export interface LocalClock {
  now(): Instant;
  nowMs(): number;
  set(instant: Instant): void;
}

/** `realNow` is the machine's own clock in epoch milliseconds. */
export function openClock(start: Instant, realNow: () => number = Date.now): LocalClock {
  let offset = Date.parse(start) - realNow();
  const nowMs = () => realNow() + offset;
  return {
    nowMs,
    now: () => toInstant(nowMs()),
    set: (instant) => {
      offset = Date.parse(instant) - realNow();
    },
  };
}
