/** The store on Firestore. It decides nothing: what changed, and whether to write it, is the workflows' affair. */
import type { DocumentSnapshot, Firestore } from 'firebase-admin/firestore';
import { AppError } from '../errors.ts';
import type { Store, StoredDocument } from '../ports.ts';
import { type Batch, batchesOf, type Write } from './firestore-batches.ts';
import { checkPath, parseDocument } from './firestore-document.ts';
import { translate, translated } from './firestore-error.ts';

/** Documents in one request. A report has some hundred teams, and an answer of thousands is slow to start. */
const READS_PER_REQUEST = 300;

/** In each round one of those who want the same document gets it; the client's own five rounds are few for more. */
const CONTENTION = { maxAttempts: 10 } as const;

export function firestoreStore(firestore: Firestore): Store {
  return {
    async get(paths) {
      for (const path of paths) checkPath(path);
      return documentsOf(await readAll(firestore, [...new Set(paths)]));
    },
    async list(collection) {
      checkPath(`${collection}/id`);
      const { docs } = await translated(`list ${collection}`, firestore.collection(collection).get());
      return documentsOf(docs);
    },
    async write(documents, deletions = []) {
      for (const batch of batchesOf(writesOf(documents, deletions))) await commit(firestore, batch);
    },
    async transact(path, decide) {
      checkPath(path);
      return transact(firestore, path, decide);
    },
  };
}

async function readAll(firestore: Firestore, paths: readonly string[]): Promise<readonly DocumentSnapshot[]> {
  const snapshots: DocumentSnapshot[] = [];
  for (let start = 0; start < paths.length; start += READS_PER_REQUEST) {
    const references = paths.slice(start, start + READS_PER_REQUEST).map((path) => firestore.doc(path));
    snapshots.push(...(await translated('read documents', firestore.getAll(...references))));
  }
  return snapshots;
}

function documentsOf(snapshots: readonly DocumentSnapshot[]): ReadonlyMap<string, StoredDocument> {
  const existing = snapshots.filter((snapshot) => snapshot.exists);
  return new Map(existing.map((snapshot) => [snapshot.ref.path, parseDocument(snapshot.ref.path, snapshot.data())]));
}

/** Everything is parsed before anything is sent. Deletions come first, so that the last document is the last step. */
function writesOf(documents: ReadonlyMap<string, StoredDocument>, deletions: readonly string[]): readonly Write[] {
  const sets = [...documents].map(([path, document]) => ({ path, document: parseDocument(path, document) }));
  for (const path of deletions) checkPath(path);
  return [...deletions.map((path) => ({ path, document: null })), ...sets];
}

async function commit(firestore: Firestore, writes: Batch): Promise<void> {
  const batch = firestore.batch();
  for (const { path, document } of writes) {
    const reference = firestore.doc(path);
    if (document === null) batch.delete(reference);
    else batch.set(reference, document);
  }
  await translated('write documents', batch.commit());
}

/** Read and write within one transaction: Firestore begins it anew when the document has changed in between. */
async function transact(
  firestore: Firestore,
  path: string,
  decide: Parameters<Store['transact']>[1],
): Promise<StoredDocument | undefined> {
  const reference = firestore.doc(path);
  try {
    return await firestore.runTransaction(async (transaction) => {
      const snapshot = await transaction.get(reference);
      const decided = decide(snapshot.exists ? parseDocument(path, snapshot.data()) : undefined);
      if (decided === undefined) return undefined;
      const document = parseDocument(path, decided);
      transaction.set(reference, document);
      return document;
    }, CONTENTION);
  } catch (cause) {
    throw cause instanceof AppError ? cause : translate('change a document', cause);
  }
}
