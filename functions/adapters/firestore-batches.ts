/** How many writes go into one atomic request. */
import type { StoredDocument } from '../ports.ts';

/** A document to be set as a whole, or null to be deleted. */
export interface Write {
  readonly path: string;
  readonly document: StoredDocument | null;
}

export type Batch = readonly Write[];

const MAX_WRITES = 400;
/** Google's emulator takes requests of up to 4 MiB, the service 10 MiB; on the wire a document may be longer than in JSON. */
const MAX_BYTES = 3_000_000;

/** The writes in their order, cut where the next one would make a batch too long or too large. */
export function batchesOf(writes: readonly Write[]): readonly Batch[] {
  const batches: Write[][] = [];
  let bytes = 0;
  for (const write of writes) {
    const size = sizeOf(write);
    const batch = batches.at(-1);
    if (batch === undefined || batch.length === MAX_WRITES || bytes + size > MAX_BYTES) {
      batches.push([write]);
      bytes = size;
    } else {
      batch.push(write);
      bytes += size;
    }
  }
  return batches;
}

function sizeOf({ path, document }: Write): number {
  return Buffer.byteLength(path) + Buffer.byteLength(JSON.stringify(document));
}
