/** `send-mail`: POST `{}`. Empties the outbox and answers how many mails were sent, put back, given up. */
import * as z from 'zod/mini';
import { Instant } from '../../schemas/calendar.ts';
import { type SendMailPorts, sendMail } from '../workflows/send-mail.ts';
import { type EndpointContext, endpoint, type Handler } from './endpoint.ts';

const Body = z.strictObject({ asOf: z.optional(Instant) });

export function sendMailEndpoint(context: EndpointContext, ports: SendMailPorts): Handler {
  return endpoint('send-mail', Body, context, (_, { runId, asOf }) => sendMail({ runId, now: asOf }, ports));
}
