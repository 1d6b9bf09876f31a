/** `close-period`: POST `{period, asOf?}`. Takes the last ticks, locks and freezes the month, and answers each unit's status. */
import * as z from 'zod/mini';
import { Instant, Period } from '../../schemas/calendar.ts';
import { type ClosePorts, closePeriod } from '../workflows/close-period.ts';
import { type EndpointContext, endpoint, type Handler } from './endpoint.ts';

const Body = z.strictObject({ period: Period, asOf: z.optional(Instant) });

export function closePeriodEndpoint(context: EndpointContext, ports: ClosePorts): Handler {
  return endpoint('close-period', Body, context, ({ period }, { runId, asOf }) =>
    closePeriod({ runId, period, asOf }, ports),
  );
}
