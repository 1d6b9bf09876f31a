/** Stores a unit's month: the teams first, the report that vouches for them last, and only what changed. */
import { type ReportDocument, reportPath, teamPath } from '../../schemas/documents.ts';
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

/** Writes the report and its teams; teams that are no more are deleted. Unchanged content is recognised by its hash. */
export async function saveReport(
  store: Store,
  draft: ReportDraft,
  before: ReportDocument | undefined,
): Promise<Saved & { readonly report: ReportDocument }> {
  const report: ReportDocument = { ...draft.report, contentHash: hashOf(draft) };
  const path = reportPath(report.unit, report.period);
  if (before?.contentHash === report.contentHash) {
    return { ...(await saveChanged(store, new Map<string, StoredDocument>([[path, report]]))), report };
  }
  const teams = new Map<string, StoredDocument>([...draft.teams].map(([id, team]) => [teamPath(path, id), team]));
  const stored = before === undefined ? new Map<string, StoredDocument>() : await store.list(`${path}/teams`);
  const gone = [...stored.keys()].filter((teamDocument) => !teams.has(teamDocument));
  const saved = await saveChanged(store, new Map<string, StoredDocument>([...teams, [path, report]]), gone);
  return { ...saved, read: saved.read + stored.size, report };
}
