/** Counts a frozen month again from its stored rows and says where it is no more what was frozen. Reads only. */
import type { Period } from '../../schemas/calendar.ts';
import { chunksOf, reportPath, snapshotPath, teamsOf } from '../../schemas/document-paths.ts';
import type {
  ReportDocument,
  SnapshotChunkDocument,
  SnapshotDocument,
  TeamTotalsDocument,
} from '../../schemas/documents.ts';
import type { FrozenMonth } from '../../schemas/frozen-month.ts';
import { canonicalJson } from '../domain/canonical.ts';
import { frozenText, parseFrozen, recount } from '../domain/snapshot.ts';
import { diffMonths } from '../domain/snapshot-diff.ts';
import { UnfitDocument } from '../errors.ts';
import type { Store } from '../ports.ts';
import { sha256 } from './content-hash.ts';
import { sealOf } from './save-snapshot.ts';

/** The first thing that is not as it was frozen: where it lies, and what is there instead of what. */
export interface Finding {
  readonly place: string;
  readonly expected: string;
  readonly found: string;
}

export interface Verified {
  /** Frozen versions that were looked at; 0 when the month was never frozen. */
  readonly versions: number;
  /** Null when everything is as it was. */
  readonly finding: Finding | null;
}

interface Month {
  readonly unit: string;
  readonly period: Period;
}

/** All versions, the first one first; then what is stored of the last one beside it. */
export async function verifyMonth(month: Month, store: Store): Promise<Verified> {
  try {
    return await verify(month, store);
  } catch (cause) {
    if (!(cause instanceof UnfitDocument)) throw cause;
    const found = `does not fit: ${cause.fields.join(', ')}`;
    return { versions: 1, finding: { place: cause.path, expected: 'a document as it was written', found } };
  }
}

async function verify(month: Month, store: Store): Promise<Verified> {
  const report = await reportOf(month, store);
  const stored = await store.list('snapshots');
  const own = [...stored].filter(([path]) => path.startsWith(snapshotPath(month.unit, month.period, 1).slice(0, -1)));
  const versions = Math.max(
    report?.frozenVersion ?? 0,
    ...own.map(([path]) => Number(path.slice(path.lastIndexOf('v') + 1))),
  );
  let last: FrozenMonth | null = null;
  for (let version = 1; version <= versions; version += 1) {
    const path = snapshotPath(month.unit, month.period, version);
    const document = stored.get(path) as SnapshotDocument | undefined;
    if (!document) return found(versions, path, 'a frozen version', 'nothing');
    const text = await textOf(path, document, store);
    const finding = documentFinding(path, document, { ...month, version }) ?? textFinding(path, document, text);
    if (finding) return { versions, finding };
    const frozen: FrozenMonth = parseFrozen(text);
    const counted = countFinding(path, document, frozen, last);
    if (counted) return { versions, finding: counted };
    last = frozen;
  }
  if (last === null) return { versions: 0, finding: null };
  return { versions, finding: reportFinding(report, last, versions) ?? (await teamsFinding(month, last, store)) };
}

const found = (versions: number, place: string, expected: string, instead: string): Verified => ({
  versions,
  finding: { place, expected, found: instead },
});

const show = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value));

function differing(place: string, expected: unknown, instead: unknown): Finding | null {
  if (canonicalJson(expected ?? null) === canonicalJson(instead ?? null)) return null;
  return { place, expected: show(expected), found: show(instead) };
}

const firstOf = (findings: readonly (Finding | null)[]): Finding | null => findings.find((one) => one !== null) ?? null;

async function reportOf({ unit, period }: Month, store: Store): Promise<ReportDocument | undefined> {
  const path = reportPath(unit, period);
  return (await store.get([path])).get(path) as ReportDocument | undefined;
}

/** Chunks in their order; what is more or less than there should be makes another text. */
async function textOf(path: string, { chunks }: SnapshotDocument, store: Store): Promise<string> {
  const stored = [...(await store.list(chunksOf(path))).values()] as SnapshotChunkDocument[];
  const parts = stored.toSorted((one, other) => one.index - other.index);
  const isWhole = parts.length === chunks && parts.every(({ index }, at) => index === at);
  return isWhole ? parts.map(({ text }) => text).join('') : '';
}

function documentFinding(
  path: string,
  document: SnapshotDocument,
  wanted: Month & { readonly version: number },
): Finding | null {
  const { unit, period, version } = document;
  return firstOf([
    differing(`${path}: unit`, wanted.unit, unit),
    differing(`${path}: period`, wanted.period, period),
    differing(`${path}: version`, wanted.version, version),
    differing(`${path}: seal`, document.seal, sealOf(document)),
  ]);
}

const textFinding = (path: string, { sha256: hash }: SnapshotDocument, text: string): Finding | null =>
  differing(`${path}: SHA-256 of the rows`, hash, sha256(text));

/** The figures, counted again from the rows; and the differences, found again from both versions. */
function countFinding(
  path: string,
  { unit, period, diff }: SnapshotDocument,
  frozen: FrozenMonth,
  before: FrozenMonth | null,
): Finding | null {
  const again = recount(frozen);
  return firstOf([
    differing(`${path}: unit in the rows`, unit, frozen.unit),
    differing(`${path}: period in the rows`, period, frozen.period),
    ...figureFindings(`${path}: totals`, again.totals, frozen.totals),
    differing(`${path}: totals by team`, again.teamTotals, frozen.teamTotals),
    differing(`${path}: text counted again`, sha256(frozenText(again)), sha256(frozenText(frozen))),
    before && differing(`${path}: diff`, diffMonths(before, frozen), diff),
  ]);
}

function figureFindings(place: string, expected: object, instead: object): readonly (Finding | null)[] {
  const other = instead as Readonly<Record<string, unknown>>;
  return Object.entries(expected).map(([key, value]) => differing(`${place}.${key}`, value, other[key]));
}

/** The report of a locked month shows its last version; one that was opened again goes on by itself. */
function reportFinding(report: ReportDocument | undefined, frozen: FrozenMonth, versions: number): Finding | null {
  const path = reportPath(frozen.unit, frozen.period);
  if (!report) return { place: path, expected: 'a report', found: 'nothing' };
  if (report.lockedAt === null) return null;
  return firstOf([
    differing(`${path}: frozenVersion`, versions, report.frozenVersion),
    differing(`${path}: version`, versions, report.version),
    differing(`${path}: counts`, frozen.counts, report.counts),
    ...figureFindings(`${path}: totals`, frozen.totals, report.totals),
    differing(`${path}: problems`, frozen.problems, report.problems),
    differing(`${path}: problemsByRule`, frozen.problemsByRule, report.problemsByRule ?? {}),
  ]);
}

async function teamsFinding(
  { unit, period }: Month,
  { teamTotals }: FrozenMonth,
  store: Store,
): Promise<Finding | null> {
  const report = await reportOf({ unit, period }, store);
  if (!report?.lockedAt) return null;
  const collection = teamsOf(reportPath(unit, period));
  const stored = (await store.list(collection)) as ReadonlyMap<string, TeamTotalsDocument>;
  const teams = new Map([...stored].map(([path, team]) => [path.slice(collection.length + 1), team]));
  const ids = [...new Set([...Object.keys(teamTotals), ...teams.keys()])].sort();
  return firstOf(ids.map((id) => differing(`${collection}/${id}`, teamTotals[id], teams.get(id))));
}
