/** The record of a run, written last; its own write is not among the calls that it lists. */
import { runPath } from '../../schemas/document-paths.ts';
import type { RunDocument } from '../../schemas/documents.ts';
import type { Clock, Store, StoredDocument } from '../ports.ts';
import type { UnitResult } from './check-in-night.ts';
import { saveChanged } from './save-changed.ts';

export type FinishedRun = Omit<RunDocument, 'finishedAt' | 'units'> & { readonly units: readonly UnitResult[] };

export async function saveRun(
  run: FinishedRun,
  { store, clock }: { readonly store: Store; readonly clock: Clock },
): Promise<void> {
  const units = run.units.map(({ unit, outcome, error, replacements }) => ({
    unit,
    outcome,
    ...(error ? { error } : {}),
    ...(replacements ? { replacements } : {}),
  }));
  const document: RunDocument = { ...run, finishedAt: clock(), units };
  await saveChanged(store, new Map<string, StoredDocument>([[runPath(run.runId), document]]));
}
