/** `remind`: POST `{asOf?}`. Queues the reminders that are due now, to units that have not sent at this moment. */
import * as z from 'zod/mini';
import { Instant } from '../../schemas/calendar.ts';
import { type RemindPorts, remind } from '../workflows/remind.ts';
import { type EndpointContext, endpoint, type Handler } from './endpoint.ts';

const Body = z.strictObject({ asOf: z.optional(Instant) });

export function remindEndpoint(context: EndpointContext, ports: RemindPorts): Handler {
  return endpoint('remind', Body, context, (_, { runId, asOf }) => remind({ runId, asOf }, ports));
}
