/** What the workflows need from the world. Adapters keep these promises; tests run the same suite against each of them. */
import type { Instant } from '../schemas/calendar.ts';
import type { Step, WorkbookState } from '../schemas/template.ts';
import type { Workbook, WorkbookChange } from '../schemas/workbook.ts';

/** The workbooks of the reporting units. Every method is one Sheets request (retries apart). */
export interface Sheets {
  /**
   * The whole workbook: values, notes, background colours, merges, column metadata, in one read.
   * Throws `NotFound` when there is no such workbook (any more), `Forbidden` when it is not shared, `Unavailable`.
   */
  read(workbookId: string): Promise<Workbook>;
  /** Applies the change as a whole or not at all. Writing it twice gives the same workbook. */
  write(workbookId: string, change: WorkbookChange): Promise<void>;
}

/** When workbooks were last changed, by whomever, the functions' own writes included. */
export interface Changes {
  /**
   * The workbooks changed at or after a moment, by id, each with the moment of its last change. One listing for all of
   * them, whatever their number. Drive's listing may lag behind: ask for a moment that lies well before the last look.
   */
  since(moment: Instant): Promise<ReadonlyMap<string, Instant>>;
  /** The moment of one workbook's last change. Throws `NotFound` when there is none (any more). */
  of(workbookId: string): Promise<Instant>;
}

/** A stored document: plain JSON. */
export type StoredDocument = Readonly<Record<string, unknown>>;

/**
 * The store of reports. Documents are whole, their ids come from the data, and they are parsed by their Zod schema
 * (`schemas/documents.ts`) on the way in and out. Paths are `collection/id[/collection/id]`.
 */
export interface Store {
  /** The documents that exist, by path. */
  get(paths: readonly string[]): Promise<ReadonlyMap<string, StoredDocument>>;
  /** All documents directly under a collection path, by path. */
  list(collection: string): Promise<ReadonlyMap<string, StoredDocument>>;
  /** Writes and deletes; the last document is written in the last step, so that it can vouch for those before it. */
  write(documents: ReadonlyMap<string, StoredDocument>, deletions?: readonly string[]): Promise<void>;
  /**
   * Reads a document and writes what `decide` makes of it, with nothing of anyone else's in between. Undefined leaves it
   * as it is. `decide` may be asked several times. Answers the document that was written, undefined when none was.
   */
  transact(
    path: string,
    decide: (current: StoredDocument | undefined) => StoredDocument | undefined,
  ): Promise<StoredDocument | undefined>;
}

/** One JSON line per event. Never a name, a phone, or the content of a row. */
export type Log = (
  severity: 'INFO' | 'WARNING' | 'ERROR',
  message: string,
  fields?: Readonly<Record<string, unknown>>,
) => void;

/** Now, asked once per call, in `entry/`. */
export type Clock = () => Instant;

/** What a run has cost so far: requests and documents. */
export interface Calls {
  sheetsReads: number;
  sheetsWrites: number;
  cellsWritten: number;
  documentsRead: number;
  documentsWritten: number;
}

/** The shape of workbooks: tabs, headers, dropdowns, formats, protection. Used to make and repair them. */
export interface Templates {
  /** Makes an empty workbook, owned by the caller, with one tab of this title. Sent once: a doubtful failure is thrown. */
  create(title: string, firstTab: string, locale: string, timeZone: string): Promise<string>;
  /** What is there. `rowsOf` says how many first rows of a tab are wanted. Two Sheets requests. */
  inspect(
    workbookId: string,
    rowsOf: (tab: { readonly title: string; readonly key: string | null }) => number,
  ): Promise<WorkbookState>;
  /** All steps, in their order, as a whole or not at all. One request, sent once: look again before a second try. */
  apply(workbookId: string, steps: readonly Step[]): Promise<void>;
}

/** Who may open a file. */
export interface Files {
  /** Addresses of those who may edit the file, in lower case, and which of them own it. */
  writers(fileId: string): Promise<ReadonlyMap<string, 'owner' | 'writer'>>;
  /** Lets an account edit the file, without a mail. Sharing twice is sharing once. */
  share(fileId: string, address: string): Promise<void>;
}

/** Who stands behind a Google ID token. */
export interface Identities {
  /** The verified address in a valid token that was made for us, in lower case; null for any other token. */
  verified(idToken: string): Promise<string | null>;
}

/** A mail as it goes out. `id` is the outbox's: the same mail, sent twice, carries the same Message-ID. */
export interface OutgoingMail {
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/**
 * What became of a mail. sent – the server answers for it from here on; refused – it will never take it (5xx); delayed –
 * it may take it later (4xx, or the connection was lost); down – the server cannot be used at all, by any mail. `error` is
 * a code without addresses; beside `sent` it says that some of several addresses were refused.
 */
export interface Delivery {
  readonly outcome: 'sent' | 'refused' | 'delayed' | 'down';
  readonly error: string | null;
}

/** The way out for mails. */
export interface Mailer {
  /** Failures of the server are answers, not exceptions. */
  send(mail: OutgoingMail): Promise<Delivery>;
  /** Lets the connection go; the next mail opens another one. */
  close(): Promise<void>;
}
