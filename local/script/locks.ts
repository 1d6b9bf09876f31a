/** `LockService`: https://developers.google.com/apps-script/reference/lock/lock */
import type { ScriptLockService } from '../../apps-script/google.ts';
import type { Journal } from './journal.ts';

/** The document locks that runs hold, by workbook. */
export type HeldLocks = Map<string, Journal>;

/** A run is known by its journal. Nobody lets go of a lock while a script runs, so nothing is waited for. */
export function makeLockService(workbookId: string, held: HeldLocks, journal: Journal): ScriptLockService {
  return {
    getDocumentLock: () => ({
      tryLock: () =>
        journal.once('the lock', () => {
          const holder = held.get(workbookId) ?? journal;
          if (holder === journal) held.set(workbookId, journal);
          return holder === journal;
        }),
      releaseLock: () => journal.once('no lock', () => releaseLocks(held, journal)),
    }),
  };
}

/** Google lets go of what a script holds when it ends. */
export function releaseLocks(held: HeldLocks, journal: Journal): void {
  for (const [workbookId, holder] of held) if (holder === journal) held.delete(workbookId);
}
