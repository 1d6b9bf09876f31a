/** Opens a unit's locked month again: by the Department, with a reason, until a moment. Its frozen versions stay. */
import { type Instant, isBefore } from '../../schemas/calendar.ts';
import { reportPath } from '../../schemas/document-paths.ts';
import type { AuditDocument, ReportDocument } from '../../schemas/documents.ts';
import { historyOf } from '../domain/report.ts';
import { type ReportEvent, transition } from '../domain/standing.ts';
import { auditOf, type Deed, type DeedPorts, type DeedResult, deedResult, findMonth, stepOrConflict } from './deed.ts';
import { defaultUntil, listKeptOpen, showNew } from './keep-open.ts';
import { unlockMonth } from './lock-month.ts';
import { recordDeed } from './record-deed.ts';

/** `correct`: staff are to put right what the Department found; the version that is frozen then bears this deed's reason. */
export async function reopenReport(
  deed: Deed,
  ports: DeedPorts,
  action: Extract<AuditDocument['action'], 'reopen' | 'correct'> = 'reopen',
): Promise<DeedResult> {
  const month = await findMonth(deed, ports);
  const { report, deadlines, calendar, check, workbookId, unit, open, settings } = month;
  const wanted = deed.until ?? defaultUntil(deed.asOf, calendar);
  const planned = stepOrConflict(historyOf(report), { kind: 'reopen', at: deed.asOf, until: wanted }, deadlines);
  const { auditId, until } = await noteOpening(auditOf(action, deed, report, planned), report, wanted, check);
  const event: ReportEvent = { kind: 'reopen', at: deed.asOf, until };
  await listKeptOpen(deed.unit, deed.period, ports.store);
  await unlockMonth(workbookId, unit, { ...open, tasks: settings.tasks[deed.period] ?? [] }, check);
  await showNew(month, deed.asOf, { ...planned, extendedUntil: until });
  // The last step: as long as the report says that it is locked, the deed can be done again.
  await ports.store.transact(reportPath(deed.unit, deed.period), (current) => {
    const step = transition(historyOf(current as ReportDocument | undefined), event, deadlines);
    return current && step.ok ? { ...current, ...step.standing, openedBy: auditId } : undefined;
  });
  ports.log('INFO', 'report opened again', { unit: deed.unit, period: deed.period, until });
  return deedResult(deed, auditId, ports.store);
}

/**
 * Until when the month is open: as the first run noted it that came so far. One that died, and whose time is over when the
 * deed is asked for again, is begun anew.
 */
async function noteOpening(
  audit: AuditDocument,
  { lockedAt }: ReportDocument,
  wanted: Instant,
  ports: Parameters<typeof recordDeed>[2],
): Promise<{ readonly auditId: string; readonly until: Instant }> {
  const auditId = `${audit.action}_${audit.unit}_${audit.period}_${lockedAt}`;
  const { after } = await recordDeed(auditId, audit, ports);
  const until = after.extendedUntil ?? wanted;
  if (isBefore(audit.at, until)) return { auditId, until };
  const anew = `${auditId}_${wanted}`;
  await recordDeed(anew, audit, ports);
  return { auditId: anew, until: wanted };
}
