/** One request, parsed; and what every call may use. */
import { permissionDenied } from './google-error.ts';
import type { Json, JsonObject } from './json.ts';
import type { Workbook } from './model.ts';
import { type Caller, callerOf, type Identity, mayWrite } from './permissions.ts';
import type { WorkbookStore } from './workbook-store.ts';

export interface Call {
  readonly store: WorkbookStore;
  readonly identity: Identity;
  readonly query: URLSearchParams;
  /** Body without null fields; an empty object when there was none. */
  readonly body: JsonObject;
  /** What an upload carries; such calls have no message in their body. */
  readonly content?: { readonly type: string; readonly text: string };
  /** ISO 8601 instant of the call, for Drive's times. */
  readonly at: string;
}

export type Answer = Json | undefined;

export interface Route {
  readonly kind: 'read' | 'write';
  /** Google's name of the message that is answered; the Drive API's are not told. */
  readonly gives?: string;
  /** Whether the body is the content of a file rather than a message. */
  readonly takesContent?: boolean;
  run(call: Call): Promise<Answer>;
}

function callerFor({ store, identity }: Call, id: string): Caller {
  const caller = callerOf(store.fileOf(id), identity);
  if (!caller) throw permissionDenied();
  return caller;
}

export async function readWorkbook(call: Call, id: string): Promise<{ workbook: Workbook; caller: Caller }> {
  const caller = callerFor(call, id);
  return { workbook: await call.store.read(id), caller };
}

/** Changes the content of a workbook: Drive notes the time and the title. */
export async function changeWorkbook<Result>(
  call: Call,
  id: string,
  edit: (workbook: Workbook, caller: Caller) => Result,
): Promise<Result> {
  if (!mayWrite(callerFor(call, id))) throw permissionDenied();
  return call.store.change(id, (draft) => {
    // Sharing may have changed while this request waited for its turn.
    const caller = callerOf(draft.file, call.identity);
    if (!caller || !mayWrite(caller)) throw permissionDenied();
    const result = edit(draft, caller);
    draft.file.modifiedTime = call.at;
    draft.file.name = draft.spreadsheet.properties.title;
    draft.file.version += 1;
    return result;
  });
}
