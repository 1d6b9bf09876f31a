/** Freezes a month: its canonical JSON in chunks, and the document that vouches for them. Written once, then only read. */
import type { Instant, Period } from '../../schemas/calendar.ts';
import { chunkPath, chunksOf, snapshotPath } from '../../schemas/document-paths.ts';
import {
  type Difference,
  MAX_CHUNK_LENGTH,
  type SnapshotChunkDocument,
  type SnapshotDocument,
} from '../../schemas/documents.ts';
import { AppError } from '../errors.ts';
import type { Calls, Store, StoredDocument } from '../ports.ts';
import { contentHash, sha256 } from './content-hash.ts';

export interface SnapshotRequest {
  readonly unit: string;
  readonly period: Period;
  readonly version: number;
  /** Canonical JSON of what is frozen. */
  readonly text: string;
  readonly ruleVersion: string;
  readonly codeVersion: string;
  readonly frozenAt: Instant;
  /** Null and empty for version 1. */
  readonly reason: string | null;
  readonly author: string | null;
  readonly diff: readonly Difference[];
}

export interface SnapshotPorts {
  readonly store: Store;
  readonly calls: Calls;
}

/** A frozen month as it lies in the store. */
export interface Snapshot {
  readonly document: SnapshotDocument;
  readonly text: string;
}

/** What the document's seal stands for. */
export function sealOf({ seal: _, ...rest }: SnapshotDocument): string {
  return contentHash(rest);
}

/** Parts of a text that each fit into a document; a pair of surrogates stays together. */
export function chunksOfText(text: string, maxLength: number = MAX_CHUNK_LENGTH): readonly string[] {
  const parts: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = Math.min(start + maxLength, text.length);
    const splitsPair = end < text.length && isHighSurrogate(text.charCodeAt(end - 1));
    const cut = splitsPair ? end - 1 : end;
    parts.push(text.slice(start, cut));
    start = cut;
  }
  return parts;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/**
 * The chunks first, and then the document, for the first who asks: whoever comes second finds it and leaves it, even when
 * both saw different rows. Chunks of one who came second, or died, are cleared away. Answers what is frozen now.
 */
export async function saveSnapshot(request: SnapshotRequest, ports: SnapshotPorts): Promise<SnapshotDocument> {
  const { store, calls } = ports;
  const path = snapshotPath(request.unit, request.period, request.version);
  const before = (await store.get([path])).get(path) as SnapshotDocument | undefined;
  calls.documentsRead += 1;
  const frozen = before ?? (await freeze(path, request, ports));
  await clearStrays(path, frozen, ports);
  return frozen;
}

async function freeze(path: string, request: SnapshotRequest, { store, calls }: SnapshotPorts) {
  const { text, diff, ...rest } = request;
  const hash = sha256(text);
  const parts = chunksOfText(text);
  const chunks = new Map<string, StoredDocument>(
    parts.map((part, index) => [chunkPath(path, index, hash), { index, text: part } satisfies SnapshotChunkDocument]),
  );
  await store.write(chunks);
  const open = { ...rest, diff: [...diff], sha256: hash, chunks: parts.length, seal: '' };
  const document: SnapshotDocument = { ...open, seal: sealOf(open) };
  const written = await store.transact(path, (current) => (current === undefined ? document : undefined));
  calls.documentsWritten += chunks.size + (written ? 1 : 0);
  if (written) return document;
  const winner = (await store.get([path])).get(path) as SnapshotDocument | undefined;
  if (winner === undefined) throw new AppError('unavailable', `${path} came and went while it was written.`);
  return winner;
}

async function clearStrays(path: string, { chunks, sha256: hash }: SnapshotDocument, { store, calls }: SnapshotPorts) {
  const own = new Set(Array.from({ length: chunks }, (_, index) => chunkPath(path, index, hash)));
  const stored = await store.list(chunksOf(path));
  calls.documentsRead += stored.size;
  const strays = [...stored.keys()].filter((chunk) => !own.has(chunk));
  if (strays.length === 0) return;
  await store.write(new Map(), strays);
  calls.documentsWritten += strays.length;
}

/** A frozen month, or null where there is none. Says nothing of whether it is whole: that is `verify`'s question. */
export async function readSnapshot(
  { unit, period, version }: Pick<SnapshotRequest, 'unit' | 'period' | 'version'>,
  { store, calls }: SnapshotPorts,
): Promise<Snapshot | null> {
  const path = snapshotPath(unit, period, version);
  const document = (await store.get([path])).get(path) as SnapshotDocument | undefined;
  calls.documentsRead += 1;
  if (!document) return null;
  const paths = Array.from({ length: document.chunks }, (_, index) => chunkPath(path, index, document.sha256));
  const stored = (await store.get(paths)) as ReadonlyMap<string, SnapshotChunkDocument>;
  calls.documentsRead += paths.length;
  return { document, text: paths.map((chunk) => stored.get(chunk)?.text ?? '').join('') };
}
