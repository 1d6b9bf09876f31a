/** A store that forgets: for tests, under the same contract suite as Firestore. */
import type { Store, StoredDocument } from '../ports.ts';
import { checkPath, parseDocument } from './firestore-document.ts';

export function memoryStore(): Store {
  const stored = new Map<string, StoredDocument>();
  return {
    async get(paths) {
      for (const path of paths) checkPath(path);
      return pick(stored, paths);
    },
    async list(collection) {
      checkPath(`${collection}/id`);
      return pick(stored, [...stored.keys()].filter((path) => parentOf(path) === collection).sort(byBytes));
    },
    async write(documents, deletions = []) {
      const parsed = [...documents].map(([path, document]) => [path, parseDocument(path, document)] as const);
      for (const path of deletions) checkPath(path);
      for (const path of deletions) stored.delete(path);
      for (const [path, document] of parsed) stored.set(path, document);
    },
    async transact(path, decide) {
      checkPath(path);
      const document = decide(pick(stored, [path]).get(path));
      if (document === undefined) return undefined;
      stored.set(path, parseDocument(path, document));
      return pick(stored, [path]).get(path);
    },
  };
}

/** Parsed on the way out too, which also makes the copy that the caller may change. */
function pick(stored: ReadonlyMap<string, StoredDocument>, paths: readonly string[]): Map<string, StoredDocument> {
  const present = paths.filter((path) => stored.has(path));
  return new Map(present.map((path) => [path, parseDocument(path, stored.get(path))]));
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** Firestore's order of ids: by UTF-8 bytes. */
function byBytes(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}
