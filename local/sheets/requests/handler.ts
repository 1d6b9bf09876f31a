import type { Change } from '../change.ts';
import type { JsonObject } from '../json.ts';

/** Carries one request out on the draft; what it returns is its reply, nothing for kinds without one. */
export type Handler = (change: Change, request: JsonObject) => JsonObject | undefined;

/**
 * A handler that reads its request as Google's reference describes it.
 * Shapes are checked before, against Google's own schema (`request-schema.ts`).
 */
export const handler =
  <Request>(apply: (change: Change, request: Request) => JsonObject | undefined): Handler =>
  (change, request) =>
    apply(change, request as Request);
