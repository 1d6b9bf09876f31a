/**
 * A Firestore in this process: the real client over a backend in memory. It knows no security rules and no indexes, and
 * other processes cannot use it. Its documents outlive the process in a JSON file.
 */
import { FirestoreMock } from '@firebase-bridge/firestore-admin';
import type { Firestore } from 'firebase-admin/firestore';
import { allDocuments, type ListedDocument } from './all-documents.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { readSnapshot, type SavedDocument, writeSnapshot } from './snapshot-file.ts';
import { decodeFields, encodeFields } from './value-codec.ts';

export interface EmbeddedFirestore {
  readonly firestore: Firestore;
  /** Resolves when every write that was answered before the call lies in the file. Rejects when it could not be written. */
  save(): Promise<void>;
  /** Saves and lets go of everything. */
  close(): Promise<void>;
  documents(): Promise<ListedDocument[]>;
}

/** `file` null: nothing is kept. `projectId` has 6 to 30 characters. */
export interface EmbeddedOptions {
  readonly file: string | null;
  readonly projectId: string;
}

type Controller = ReturnType<FirestoreMock['createDatabase']>;

const SAVE_EVERY_MS = 500;

export async function openEmbeddedFirestore({ file, projectId }: EmbeddedOptions): Promise<EmbeddedFirestore> {
  const controller = new FirestoreMock().createDatabase(projectId, '(default)');
  const firestore = withTransactionsInTurn(controller.firestore());
  if (file !== null) load(controller, firestore, await readSnapshot(file));
  const saver = file === null ? NO_SAVER : startSaver(controller, file);
  return {
    firestore,
    save: saver.save,
    close: async () => {
      await saver.stop();
      await firestore.terminate();
    },
    documents: () => allDocuments(firestore),
  };
}

/**
 * The backend tells a conflict by update times, which two commits of one millisecond share: six racing claims had two
 * winners. This process is the only client, so its transactions simply wait for one another.
 */
function withTransactionsInTurn(firestore: Firestore): Firestore {
  const run = firestore.runTransaction.bind(firestore);
  let last: Promise<unknown> = Promise.resolve();
  const inTurn: typeof firestore.runTransaction = (update, options) => {
    const next = last.then(() => run(update, options));
    last = next.catch(() => {});
    return next;
  };
  return Object.assign(firestore, { runTransaction: inTurn });
}

/** The server's time stands still at each document's own while it is put back, so that its update time stays. */
function load({ mock, database }: Controller, firestore: Firestore, documents: readonly SavedDocument[]): void {
  for (const [updateTime, group] of Map.groupBy(documents, (document) => document.updateTime)) {
    mock.systemTime.constant(new Date(updateTime));
    database.batchSet(...group.map(({ path, fields }) => ({ path, data: decodeFields(fields, firestore) })));
  }
  mock.systemTime.system();
}

interface Saver {
  save(): Promise<void>;
  stop(): Promise<void>;
}

const NO_SAVER: Saver = { save: async () => {}, stop: async () => {} };

/** Saves one after the other, and only when something was written since. */
function startSaver(controller: Controller, file: string): Saver {
  let savedVersion = controller.version();
  const save = oneAtATime(async () => {
    const version = controller.version();
    if (version === savedVersion) return;
    await writeSnapshot(file, contentOf(controller));
    savedVersion = version;
  });
  // Unsaved documents stay unsaved: the save before the next answer, or the one at the end, meets the same failure.
  const timer = setInterval(() => void save().catch(() => {}), SAVE_EVERY_MS);
  timer.unref();
  const stop = (): Promise<void> => {
    clearInterval(timer);
    return save();
  };
  return { save, stop };
}

function contentOf({ database }: Controller): readonly SavedDocument[] {
  return database.toMetaArray().map(({ path, data, updateTime }) => ({
    path,
    updateTime: updateTime.toMillis(),
    fields: encodeFields(data),
  }));
}
