/** How a request to Sheets is sent: what it counts for and waits for is the same of every adapter. */
import type { Calls } from '../ports.ts';
import type { CallOptions } from './google-client.ts';
import type { PacedCall } from './pace.ts';

const COUNTED = { read: 'sheetsReads', write: 'sheetsWrites' } as const;

/** Every attempt is counted in `calls`, the repeated ones too, and keeps to the pace: that is what the quota sees. */
export const sheetsCall = (kind: PacedCall, calls: Calls, repeatable: boolean): CallOptions => ({
  kind,
  repeatable,
  onAttempt: () => {
    calls[COUNTED[kind]] += 1;
  },
});
