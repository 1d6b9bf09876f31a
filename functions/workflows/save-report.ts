/** Stores a unit's month: the teams first, the report that vouches for them last, and only what changed. */
import { reportPath, teamPath, teamsOf } from '../../schemas/document-paths.ts';
import type { ReportDocument } from '../../schemas/documents.ts';
import { canonicalJson } from '../domain/canonical.ts';
import type { ReportDraft } from '../domain/report.ts';
import type { Store, StoredDocument } from '../ports.ts';
import { contentHash } from './content-hash.ts';
import { type Saved, saveChanged } from './save-changed.ts';

/** What a report's hash stands for: its figures and its teams', not its clocks. */
export function hashOf({ report, teams }: ReportDraft): string {
  const { counts, problemsByRule, totals, highlights, ruleVersion } = report;
  return contentHash({
    counts,
    problemsByRule,
    totals,
    highlights: highlights ?? [],
    ruleVersion,
    teams: Object.fromEntries(teams),
  });
}

/** The month, for a report as it stood before; null leaves it as it is. */
export type DraftMaker = (before: ReportDocument | undefined) => ReportDraft | null;

export interface SavedReport extends Saved {
  /** As it is stored now; undefined where there is none. */
  readonly report: ReportDocument | undefined;
}

/**
 * Writes the report and its teams; teams that are no more are deleted. Others write reports too: a submission comes in
 * while the night runs, an officer opens a month again. So what is written is made anew of the report as it then stands.
 * Unchanged content is recognised by its hash, and costs nothing. `before` is the report as it was read last.
 */
export async function saveReport(
  store: Store,
  { unit, period }: Pick<ReportDocument, 'unit' | 'period'>,
  make: DraftMaker,
  before: ReportDocument | undefined,
): Promise<SavedReport> {
  if (newDocument(make(before), before) === null) return { read: 0, written: 0, report: before };
  const path = reportPath(unit, period);
  const now = await reportAt(path, store);
  const draft = make(now);
  if (draft === null || newDocument(draft, now) === null) return { read: 1, written: 0, report: now };
  const teams = await saveTeams(store, path, draft, now);
  const decide = (current: ReportDocument | undefined) => newDocument(make(current), current) ?? undefined;
  const written = (await store.transact(path, (current) => decide(current as ReportDocument | undefined))) as
    | ReportDocument
    | undefined;
  const report = written ?? (await reportAt(path, store));
  return { read: teams.read + 2, written: teams.written + (written ? 1 : 0), report };
}

const reportAt = async (path: string, store: Store): Promise<ReportDocument | undefined> =>
  (await store.get([path])).get(path) as ReportDocument | undefined;

/** The document that a draft becomes; null when that is what is stored already. */
function newDocument(draft: ReportDraft | null, stored: ReportDocument | undefined): ReportDocument | null {
  if (draft === null) return null;
  const document = { ...draft.report, contentHash: hashOf(draft) };
  return stored !== undefined && canonicalJson(stored) === canonicalJson(document) ? null : document;
}

async function saveTeams(
  store: Store,
  path: string,
  draft: ReportDraft,
  before: ReportDocument | undefined,
): Promise<Saved> {
  if (before?.contentHash === hashOf(draft)) return { read: 0, written: 0 };
  const teams = new Map<string, StoredDocument>([...draft.teams].map(([id, team]) => [teamPath(path, id), team]));
  const stored = await store.list(teamsOf(path));
  const saved = await saveChanged(
    store,
    teams,
    [...stored.keys()].filter((team) => !teams.has(team)),
  );
  return { ...saved, read: saved.read + stored.size };
}
