/** Running twice is running once: only documents that differ are written. */
import { canonicalJson } from '../domain/canonical.ts';
import type { Store, StoredDocument } from '../ports.ts';

/** `read` counts as Firestore bills: a document that is absent costs a read too. `written` includes deletions. */
export interface Saved {
  readonly read: number;
  readonly written: number;
}

/**
 * Makes the store hold these documents, and none of the deletions. The order is kept: the last document is written in
 * the last step, so that it can vouch for those before it. After a death on the way the next call writes the rest.
 */
export async function saveChanged(
  store: Store,
  documents: ReadonlyMap<string, StoredDocument>,
  deletions: readonly string[] = [],
): Promise<Saved> {
  const paths = [...new Set([...documents.keys(), ...deletions])];
  const stored = await store.get(paths);
  const changed = new Map([...documents].filter(([path, document]) => !isSame(stored.get(path), document)));
  const present = deletions.filter((path) => stored.has(path) && !documents.has(path));
  const written = changed.size + present.length;
  if (written > 0) await store.write(changed, present);
  return { read: paths.length, written };
}

function isSame(stored: StoredDocument | undefined, document: StoredDocument): boolean {
  return stored !== undefined && canonicalJson(stored) === canonicalJson(document);
}
