/** The one shape of a cloud function: check the request, call the workflow, answer, and log a failure once. */
import { randomBytes } from 'node:crypto';
import type { Request, Response } from '@google-cloud/functions-framework';
import * as z from 'zod/mini';
import { Instant } from '../../schemas/calendar.ts';
import { AppError, toAppError } from '../errors.ts';
import type { Clock, Log } from '../ports.ts';

/** Largest request body; ours are a few hundred bytes. */
const MAX_BODY_BYTES = 1_000_000;

export interface EndpointContext {
  readonly clock: Clock;
  readonly log: Log;
  /** Whether the caller is an operator, by the verified identity in the request. */
  readonly isOperator: (request: Request) => boolean;
  /** The verified address of the caller, null where there is none. */
  readonly callerOf: (request: Request) => string | null;
}

/** What every call has: an id for its log lines and its record, and the moment that it is judged by. */
export interface Call {
  readonly runId: string;
  readonly asOf: Instant;
  /** For the identity in it; the body is parsed already. */
  readonly request: Request;
}

/** Every function takes `asOf` from an operator. */
const AsOf = z.object({ asOf: z.optional(Instant) });

export type Handler = (request: Request, response: Response) => Promise<void>;

function checkRequest(request: Request): void {
  if (request.method !== 'POST') throw new AppError('method-not-allowed', 'Use POST with a JSON body.');
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) {
    throw new AppError('too-large', 'The body is larger than 1 MB.');
  }
}

function parseBody<T extends z.ZodMiniType>(schema: T, body: unknown): z.infer<T> {
  const parsed = schema.safeParse(body ?? {});
  if (parsed.success) return parsed.data;
  const mistakes = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`).join('; ');
  throw new AppError('bad-request', `The body cannot be used: ${mistakes}`);
}

function callOf(kind: string, request: Request, body: unknown, context: EndpointContext): Call {
  const { asOf } = parseBody(AsOf, body);
  const now = context.clock();
  if (asOf !== undefined && !context.isOperator(request))
    throw new AppError('forbidden', 'Only an operator may say asOf.');
  return {
    runId: `${kind}-${now.slice(0, 19).replaceAll(':', '')}-${randomBytes(3).toString('hex')}`,
    asOf: asOf ?? now,
    request,
  };
}

/** A handler for one function: `run` gets the parsed body and returns what is answered with 200. */
export function endpoint<T extends z.ZodMiniType>(
  kind: string,
  schema: T,
  context: EndpointContext,
  run: (body: z.infer<T>, call: Call) => Promise<unknown>,
): Handler {
  return async (request, response) => {
    try {
      checkRequest(request);
      const body: unknown = request.body ?? {};
      const call = callOf(kind, request, body, context);
      response.status(200).json(await run(parseBody(schema, body), call));
    } catch (cause) {
      answerError(toAppError(cause), kind, response, context.log);
    }
  };
}

/** An unknown failure is logged with its stack and answered without its message, which might quote data. */
function answerError(error: AppError, kind: string, response: Response, log: Log): void {
  const unknown = error.code === 'internal';
  if (error.status >= 500) {
    const stack = error.cause instanceof Error ? error.cause.stack : error.stack;
    log('ERROR', `${kind}: ${error.message}`, { function: kind, code: error.code, stack });
  }
  const message = unknown ? 'Something went wrong on our side; it is in the log.' : error.message;
  const { code, problems } = error;
  response.status(error.status).json({ error: { code, message, ...(problems && { problems }) } });
}
