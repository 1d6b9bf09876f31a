/** `publish-summary`: POST `{period, asOf?}`. Sums up one month and answers with what was written. */
import * as z from 'zod/mini';
import { Instant, Period } from '../../schemas/calendar.ts';
import { NO_CALLS } from '../domain/calls.ts';
import type { Calls } from '../ports.ts';
import { type PublishPorts, publishSummary } from '../workflows/publish-summary.ts';
import { type EndpointContext, endpoint, type Handler } from './endpoint.ts';

const Body = z.strictObject({ period: Period, asOf: z.optional(Instant) });

/** `openPorts` gives ports that count into the calls it is handed. */
export function publishSummaryEndpoint(context: EndpointContext, openPorts: (calls: Calls) => PublishPorts): Handler {
  return endpoint('publish-summary', Body, context, ({ period }, { asOf }) =>
    publishSummary({ period, asOf }, openPorts({ ...NO_CALLS })),
  );
}
