/** Every document of a Firestore, for the page that shows them and for tests. */
import type { Firestore, QueryDocumentSnapshot, Timestamp } from 'firebase-admin/firestore';
import { COLLECTIONS } from '../../schemas/documents.ts';
import { encodeFields, type JsonFields } from './value-codec.ts';

export interface ListedDocument {
  readonly path: string;
  readonly fields: JsonFields;
  /** ISO 8601 in UTC, to the nanosecond: two writes within a millisecond are told apart. */
  readonly updateTime: string;
}

/**
 * Ordered by path. Collection groups also find what lies under a missing parent; their names are those that exist at the
 * top and those that the schemas describe, because walking down from each document would take a request for each.
 */
export async function allDocuments(firestore: Firestore): Promise<ListedDocument[]> {
  const top = (await firestore.listCollections()).map(({ id }) => id);
  const names = [...new Set([...top, ...COLLECTIONS.flatMap((path) => path.split('/'))])];
  const groups = await Promise.all(names.map((name) => firestore.collectionGroup(name).get()));
  const documents = groups.flatMap(({ docs }) => docs.map(toListed));
  return documents.sort((left, right) => (left.path < right.path ? -1 : 1));
}

function toListed(snapshot: QueryDocumentSnapshot): ListedDocument {
  return {
    path: snapshot.ref.path,
    fields: encodeFields(snapshot.data()),
    updateTime: toIso(snapshot.updateTime),
  };
}

function toIso(time: Timestamp): string {
  const second = new Date(time.seconds * 1000).toISOString().slice(0, 19);
  return `${second}.${String(time.nanoseconds).padStart(9, '0')}Z`;
}
