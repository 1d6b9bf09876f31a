/** Brings the shape of a workbook up to what is wanted: looks, compares, changes, until nothing is left to change. */
import type { Repair, WorkbookState } from '../../schemas/template.ts';
import { stepsOf } from '../domain/template-diff.ts';
import { AppError } from '../errors.ts';
import type { Templates } from '../ports.ts';

/** How many first rows of a tab have to be seen to know what it needs. */
export type RowsSeen = Parameters<Templates['inspect']>[1];

/** A new column or row moves what lies beyond it, and a write may be lost: then it is looked at again. */
const MAX_PASSES = 8;

/** Returns what was put right, once a look finds nothing more to do. */
export async function settleShape(
  workbookId: string,
  rowsSeen: RowsSeen,
  wanted: (state: WorkbookState) => readonly Repair[],
  { templates }: { readonly templates: Templates },
): Promise<readonly string[]> {
  const said = new Set<string>();
  let failure: AppError | null = null;
  for (let pass = 0; pass < MAX_PASSES; pass += 1) {
    const state = await templates.inspect(workbookId, rowsSeen);
    const repairs = wanted(state);
    if (repairs.length === 0) return [...said];
    for (const repair of repairs) said.add(repair.said);
    failure = await applyOrLookAgain(workbookId, repairs, templates);
  }
  if (failure !== null) throw failure;
  const left = [...said].slice(-3).join(' ');
  throw new AppError('unavailable', `Workbook ${workbookId} was not as wanted after ${MAX_PASSES} passes: ${left}`);
}

/**
 * A write whose answer was lost may have been applied, and one that was refused may name a protection that another run has
 * just removed: looking again tells. Whoever may not write is told at once.
 */
async function applyOrLookAgain(
  workbookId: string,
  repairs: readonly Repair[],
  templates: Templates,
): Promise<AppError | null> {
  try {
    await templates.apply(workbookId, stepsOf(repairs));
    return null;
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'forbidden' || error.code === 'not-found') throw error;
    return error;
  }
}
