/** Closes a month's tabs in a unit's workbook, and opens them again. */
import type { Period } from '../../schemas/calendar.ts';
import type { WorkbookState } from '../../schemas/template.ts';
import type { ReportingUnit } from '../../schemas/units.ts';
import { isLockedForOthers, lockRepairs, unlockRepairs } from '../domain/month-locks.ts';
import { type PeriodTemplate, workbookTemplate } from '../domain/template.ts';
import { rowsSeen, workbookRepairs } from '../domain/template-diff.ts';
import { editorsOf } from '../domain/template-protection.ts';
import { AppError } from '../errors.ts';
import type { TemplatePorts } from './provision-workbook.ts';
import { type RowsSeen, settleShape } from './settle-shape.ts';

/** A lock asks nothing of the cells. */
const NO_ROWS: RowsSeen = () => 0;

/**
 * Protects the month's tabs for those who may edit the workbook's other protections, the functions among them, and reads
 * back that it is so. Throws `conflict` when nobody is known who may: a lock without editors would shut the functions out.
 */
export async function lockMonth(workbookId: string, period: Period, ports: TemplatePorts): Promise<void> {
  let seen: WorkbookState | undefined;
  const wanted = (state: WorkbookState) => {
    seen = state;
    const editors = editorsOf(state);
    const repairs = lockRepairs(state, period, editors);
    if (repairs.length > 0 && editors.length === 0) {
      throw new AppError('conflict', 'The workbook has lost its protections; provision it again.');
    }
    return repairs;
  };
  const repaired = await settleShape(workbookId, NO_ROWS, wanted, ports);
  if (seen && !isLockedForOthers(seen, period)) {
    throw new AppError('forbidden', 'The lock shuts out the functions themselves; its editors have to be set anew.');
  }
  ports.log('INFO', 'month tabs locked', { workbookId, period, repaired: repaired.length });
}

/** Gives the month's tabs back to staff, as they were when the month began. */
export async function unlockMonth(
  workbookId: string,
  unit: ReportingUnit,
  month: PeriodTemplate,
  ports: TemplatePorts,
): Promise<void> {
  const template = workbookTemplate(unit, [month]);
  const wanted = (state: WorkbookState) => [
    ...unlockRepairs(state, month.period),
    ...workbookRepairs(template, state, editorsOf(state), ({ period }) => period !== null),
  ];
  const repaired = await settleShape(workbookId, (tab) => rowsSeen(template, tab), wanted, ports);
  ports.log('INFO', 'month tabs opened again', { unit: unit.id, period: month.period, repaired: repaired.length });
}
