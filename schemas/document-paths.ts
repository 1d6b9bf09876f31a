/** Where the documents of `documents.ts` lie in Firestore. */
import type { Period } from './calendar.ts';

/** Firestore takes no slash in an id, and keeps `.`, `..` and `__…__` for itself. */
function join(collection: string, id: string): string {
  if (id === '' || id.includes('/') || /^(\.\.?|__.*__)$/.test(id)) throw new Error(`Not a document id: "${id}".`);
  return `${collection}/${id}`;
}

export const SETTINGS_PATH = 'settings/province';

export const unitPath = (unitId: string): string => join('units', unitId);

export const reportPath = (unitId: string, period: Period): string => join('reports', `${unitId}_${period}`);

/** `teamId`: commune code, or commune code + `_` + folded village name. */
export const teamPath = (report: string, teamId: string): string => join(teamsOf(report), teamId);

/** The collection of a report's teams. */
export const teamsOf = (report: string): string => `${report}/teams`;

export const snapshotPath = (unitId: string, period: Period, version: number): string =>
  join('snapshots', `${unitId}_${period}_v${version}`);

/** The collection of a frozen month's chunks. */
export const chunksOf = (snapshot: string): string => `${snapshot}/chunks`;

const HASH_IN_PATH = 12;

/** The hash of the whole is in the id: of two runs that freeze different rows at once, neither writes into the other's. */
export const chunkPath = (snapshot: string, index: number, sha256: string): string =>
  join(chunksOf(snapshot), `${index}-${sha256.slice(0, HASH_IN_PATH)}`);

export const summaryPath = (period: Period): string => join('summaries', period);

export const mailPath = (id: string): string => join('mail', id);

export const runPath = (runId: string): string => join('runs', runId);

export const auditPath = (id: string): string => join('audit', id);
