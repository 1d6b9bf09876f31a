/** `nightly`: POST `{asOf?}`. Checks all units and answers with each one's outcome. */
import * as z from 'zod/mini';
import { Instant } from '../../schemas/calendar.ts';
import { type NightlyPorts, nightly } from '../workflows/nightly.ts';
import { type EndpointContext, endpoint, type Handler } from './endpoint.ts';

const Body = z.strictObject({ asOf: z.optional(Instant) });

export function nightlyEndpoint(context: EndpointContext, ports: NightlyPorts): Handler {
  return endpoint('nightly', Body, context, (_, { runId, asOf }) => nightly({ runId, asOf }, ports));
}
