/** The operator's `verify`, joined with the store: reads what was frozen and nothing else. */
import type { Firestore } from 'firebase-admin/firestore';
import type { Period } from '../schemas/calendar.ts';
import { firestoreStore } from './adapters/firestore-store.ts';
import { type Verified, verifyMonth } from './workflows/verify-month.ts';

export type { Finding, Verified } from './workflows/verify-month.ts';

export const verify = (unit: string, period: Period, firestore: Firestore): Promise<Verified> =>
  verifyMonth({ unit, period }, firestoreStore(firestore));
