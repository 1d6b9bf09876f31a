/** A store that counts the documents which are read through it; whoever writes counts that. */
import type { Calls, Store } from '../ports.ts';

/** A path without a document counts, as Firestore charges for it. https://firebase.google.com/docs/firestore/pricing */
export function countedStore(store: Store, calls: Calls): Store {
  return {
    ...store,
    async get(paths) {
      calls.documentsRead += paths.length;
      return store.get(paths);
    },
    async list(collection) {
      const found = await store.list(collection);
      calls.documentsRead += found.size;
      return found;
    },
  };
}
