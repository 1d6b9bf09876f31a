/** `collect-submissions`: POST `{asOf?}`. Takes the reports whose box was ticked since the last look. */
import * as z from 'zod/mini';
import { Instant } from '../../schemas/calendar.ts';
import { type CollectPorts, collectSubmissions } from '../workflows/collect-submissions.ts';
import { type EndpointContext, endpoint, type Handler } from './endpoint.ts';

const Body = z.strictObject({ asOf: z.optional(Instant) });

export function collectSubmissionsEndpoint(context: EndpointContext, ports: CollectPorts): Handler {
  return endpoint('collect-submissions', Body, context, (_, { runId, asOf }) =>
    collectSubmissions({ runId, asOf }, ports),
  );
}
