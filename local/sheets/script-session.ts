/** A script that runs inside a workbook, such as Apps Script: synchronous, with the rights of the person who runs it. */
import { applyBatch } from './batch-update.ts';
import type { Change } from './change.ts';
import { permissionDenied } from './google-error.ts';
import type { JsonObject } from './json.ts';
import { callerOf, type Identity, mayWrite } from './permissions.ts';
import type { WorkbookStore } from './workbook-store.ts';

/** The workbook as the script sees it. `spreadsheet` is for reading; it changes through `write` and `apply` alone. */
export interface ScriptSession extends Change {
  /** Requests of `spreadsheets.batchUpdate`. Throws Google's refusal, of a protected cell for instance. */
  apply(requests: readonly JsonObject[]): void;
  /** Work on the draft by this package's own functions, which guard protected cells. */
  write(work: (change: Change) => void): void;
}

interface Place {
  readonly id: string;
  readonly identity: Identity;
  /** ISO 8601 instant, for Drive's times. */
  readonly at: string;
}

/** Nobody else writes in between. A script that only reads leaves Drive's times as they are. */
export function runInside<Result>(
  store: WorkbookStore,
  { id, identity, at }: Place,
  work: (session: ScriptSession) => Result,
): Promise<Result> {
  let isChanged = false;
  return store.change(
    id,
    (draft) => {
      const caller = callerOf(draft.file, identity);
      if (!caller || !mayWrite(caller)) throw permissionDenied();
      const change: Change = { spreadsheet: draft.spreadsheet, caller };
      const write = (edit: (change: Change) => void): void => {
        edit(change);
        isChanged = true;
      };
      const result = work({ ...change, write, apply: (requests) => write(() => void applyBatch(change, requests)) });
      if (isChanged) {
        draft.file.modifiedTime = at;
        draft.file.version += 1;
      }
      return result;
    },
    () => isChanged,
  );
}
