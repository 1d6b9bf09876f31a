/** Keeps a unit's month open beyond its lock: by the Department, with a reason, until a moment. */
import { type Instant, isBefore } from '../../schemas/calendar.ts';
import { reportPath } from '../../schemas/document-paths.ts';
import type { ReportDocument } from '../../schemas/documents.ts';
import { historyOf } from '../domain/report.ts';
import { transition } from '../domain/standing.ts';
import { auditOf, type Deed, type DeedPorts, type DeedResult, deedResult, findMonth, stepOrConflict } from './deed.ts';
import { defaultUntil, listKeptOpen, showNew } from './keep-open.ts';
import { extensionId, recordDeed } from './record-deed.ts';

/** Throws `conflict` for a month that is locked already, and for an end that is no later than the one there is. */
export async function extendReport(deed: Deed, ports: DeedPorts): Promise<DeedResult> {
  const month = await findMonth(deed, ports);
  const { report, deadlines, calendar, check } = month;
  // Not from the end that there is now: asked for once more, because the answer was lost, it is the same end.
  const until = deed.until ?? defaultUntil(later(deadlines.lockAt, deed.asOf), calendar);
  const event = { kind: 'extend', at: deed.asOf, until } as const;
  const auditId = extensionId(deed.unit, deed.period, until);
  if (sameMoment(report.extendedUntil, until)) return deedResult(deed, auditId, ports.store);
  const after = stepOrConflict(historyOf(report), event, deadlines);
  await recordDeed(auditId, auditOf('extend', deed, report, after), check);
  await listKeptOpen(deed.unit, deed.period, ports.store);
  await showNew(month, deed.asOf, after);
  await ports.store.transact(reportPath(deed.unit, deed.period), (current) => {
    const step = transition(historyOf(current as ReportDocument | undefined), event, deadlines);
    return current && step.ok ? { ...current, ...step.standing } : undefined;
  });
  ports.log('INFO', 'report extended', { unit: deed.unit, period: deed.period, until });
  return deedResult(deed, auditId, ports.store);
}

const later = (one: Instant, other: Instant): Instant => (isBefore(one, other) ? other : one);

const sameMoment = (one: Instant | null, other: Instant): boolean =>
  one !== null && Date.parse(one) === Date.parse(other);
