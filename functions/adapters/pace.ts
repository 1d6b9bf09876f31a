/** Keeps below Google's quota instead of running into it: a refused request costs a wait of unknown length. */
import { setTimeout as delay } from 'node:timers/promises';

export type PacedCall = 'read' | 'write';

export interface Pace {
  /** Waits until one more call of this kind fits into the minute. */
  take(kind: PacedCall): Promise<void>;
}

const WINDOW_MS = 60_000;
/** Google counts a call when it arrives, which is later than it is sent here, and not always by as much. */
const MARGIN_MS = 1_000;

export const UNPACED: Pace = { take: async () => undefined };

interface PaceClock {
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
  /** Told of a wait that a person would notice. */
  readonly onWait: (kind: PacedCall, ms: number) => void;
}

const SYSTEM: PaceClock = { now: Date.now, sleep: (ms) => delay(ms), onWait: () => undefined };

/** `perMinute` reads, and as many writes. Whoever waits keeps its place: calls go out in the order that they asked. */
export function openPace(perMinute: number, clock: Partial<PaceClock> = {}): Pace {
  if (perMinute === Infinity) return UNPACED;
  const { now, sleep, onWait } = { ...SYSTEM, ...clock };
  const lanes = { read: openLane(), write: openLane() };

  async function wait(kind: PacedCall, sent: number[]): Promise<void> {
    const oldest = sent.length < perMinute ? undefined : sent.shift();
    const waitMs = oldest === undefined ? 0 : oldest + WINDOW_MS + MARGIN_MS - now();
    if (waitMs > 0) {
      onWait(kind, waitMs);
      await sleep(waitMs);
    }
    sent.push(now());
  }

  return {
    take(kind) {
      const lane = lanes[kind];
      lane.last = lane.last.then(() => wait(kind, lane.sent));
      return lane.last;
    },
  };
}

/** When its last calls were sent, and the one that waits last. */
const openLane = (): { sent: number[]; last: Promise<void> } => ({ sent: [], last: Promise.resolve() });
