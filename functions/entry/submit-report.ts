/** `submit-report`: POST `{unit, period, requestId}` with the ID token of a listed staff member. Answers the receipt. */
import type { Request } from '@google-cloud/functions-framework';
import * as z from 'zod/mini';
import { Instant, Period } from '../../schemas/calendar.ts';
import { UnitId } from '../../schemas/documents.ts';
import { AppError } from '../errors.ts';
import type { Identities } from '../ports.ts';
import { type SubmitPorts, submitReport } from '../workflows/submit-report.ts';
import { type EndpointContext, endpoint, type Handler } from './endpoint.ts';

const Body = z.strictObject({
  unit: UnitId,
  period: Period,
  /** Chosen by the caller, who sends it again when an answer was lost. */
  requestId: z.string().check(z.regex(/^[\w.-]{1,64}$/)),
  asOf: z.optional(Instant),
});

/** A function that staff call is open to everybody, so the token is verified here: Cloud Run has not done it. */
async function staffAddress({ headers }: Request, identities: Identities): Promise<string> {
  const token = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
  const address = token === undefined ? null : await identities.verified(token);
  if (address === null) throw new AppError('unauthenticated', 'A valid Google ID token of a staff member is needed.');
  return address;
}

export function submitReportEndpoint(context: EndpointContext, identities: Identities, ports: SubmitPorts): Handler {
  return endpoint('submit-report', Body, context, async ({ unit, period, requestId }, { asOf, request }) => {
    const isOperator = context.isOperator(request);
    const who = isOperator ? (context.callerOf(request) ?? 'operator') : await staffAddress(request, identities);
    return submitReport({ unit, period, requestId, who, isOperator, asOf }, ports);
  });
}
