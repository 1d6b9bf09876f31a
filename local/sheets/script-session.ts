/** A script that runs inside a workbook, such as Apps Script: synchronous, with the rights of the person who runs it. */
import { applyBatch } from './batch-update.ts';
import type { Change } from './change.ts';
import { draftOf } from './draft.ts';
import { permissionDenied } from './google-error.ts';
import type { JsonObject } from './json.ts';
import type { Workbook } from './model.ts';
import { callerOf, type Identity, mayWrite } from './permissions.ts';
import type { WorkbookStore } from './workbook-store.ts';

/** The workbook as the script sees it. `spreadsheet` is for reading; it changes through `write` and `apply` alone. */
export interface ScriptSession extends Change {
  /** Requests of `spreadsheets.batchUpdate`. Throws Google's refusal, of a protected cell for instance. */
  apply(requests: readonly JsonObject[]): void;
  /** Work on the draft by this package's own functions, which guard protected cells. */
  write(work: (change: Change) => void): void;
  /** The workbook as it was when this session began, whatever became of it since; what is written there is lost. */
  rewound(): ScriptSession;
}

interface Place {
  readonly id: string;
  readonly identity: Identity;
  /** ISO 8601 instant, for Drive's times. */
  readonly at: string;
}

/** `draft` is worked on; `changed` hears of it. Throws Google's refusal for who may not write. */
export function sessionOn(
  draft: Workbook,
  stored: Workbook,
  identity: Identity,
  changed: () => void = () => undefined,
): ScriptSession {
  const caller = callerOf(draft.file, identity);
  if (!caller || !mayWrite(caller)) throw permissionDenied();
  const change: Change = { spreadsheet: draft.spreadsheet, caller };
  const write = (edit: (change: Change) => void): void => {
    edit(change);
    changed();
  };
  return {
    ...change,
    write,
    apply: (requests) => write(() => void applyBatch(change, requests)),
    rewound: () => sessionOn(draftOf(stored), stored, identity),
  };
}

/** Nobody else writes in between. A script that only reads leaves Drive's times as they are. */
export function runInside<Result>(
  store: WorkbookStore,
  { id, identity, at }: Place,
  work: (session: ScriptSession) => Result,
): Promise<Result> {
  let isChanged = false;
  const changed = (): void => {
    isChanged = true;
  };
  return store.change(
    id,
    (draft, stored) => {
      const result = work(sessionOn(draft, stored, identity, changed));
      if (isChanged) {
        draft.file.modifiedTime = at;
        draft.file.version += 1;
      }
      return result;
    },
    () => isChanged,
  );
}
