/** What the Department does to one unit's month: `reopen-report`, `extend-report`, `correct-report`. */
import type { Request } from '@google-cloud/functions-framework';
import * as z from 'zod/mini';
import { Instant, Period } from '../../schemas/calendar.ts';
import { UnitId } from '../../schemas/documents.ts';
import { AppError } from '../errors.ts';
import { correctReport } from '../workflows/correct-report.ts';
import type { Deed, DeedPorts, DeedResult } from '../workflows/deed.ts';
import { extendReport } from '../workflows/extend-report.ts';
import { reopenReport } from '../workflows/reopen-report.ts';
import { type EndpointContext, endpoint, type Handler } from './endpoint.ts';

const MAX_REASON = 500;

const Body = z.strictObject({
  unit: UnitId,
  period: Period,
  reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_REASON)),
  until: z.optional(Instant),
  asOf: z.optional(Instant),
});

/** The officer's address, for the audit. Throws 401 for nobody, 403 for anyone else. */
function officerOf(request: Request, { isOperator, callerOf }: EndpointContext): string {
  const caller = callerOf(request);
  if (isOperator(request)) return caller ?? 'operator';
  if (caller === null) throw new AppError('unauthenticated', 'The Department’s identity is needed.');
  throw new AppError('forbidden', 'Only the Department may do this.');
}

type Run = (deed: Deed, ports: DeedPorts) => Promise<DeedResult>;

const deedEndpoint =
  (kind: string, run: Run) =>
  (context: EndpointContext, ports: DeedPorts): Handler =>
    endpoint(kind, Body, context, ({ unit, period, reason, until = null }, { asOf, request }) =>
      run({ unit, period, reason, until, who: officerOf(request, context), asOf }, ports),
    );

/** POST `{unit, period, reason, until?}`: opens a locked month again, for three working days where nobody says until when. */
export const reopenReportEndpoint = deedEndpoint('reopen-report', (deed, ports) => reopenReport(deed, ports));

/** POST `{unit, period, reason, until?}`: keeps a month open beyond its lock, by three working days by default. */
export const extendReportEndpoint = deedEndpoint('extend-report', extendReport);

/**
 * POST `{unit, period, reason, until?}`: freezes what stands in the workbook now as the month's next version. With `until`
 * staff may correct it themselves until then, and the version is frozen after that.
 */
export const correctReportEndpoint = deedEndpoint('correct-report', correctReport);
