/** Firestore's errors become ours here and nowhere else. Told apart by gRPC code, never by message. */
import { AppError } from '../errors.ts';

/**
 * Codes that pass by themselves: CANCELLED, UNKNOWN, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, INTERNAL,
 * UNAVAILABLE. https://cloud.google.com/firestore/docs/understand-error-codes
 */
const PASSING: ReadonlySet<unknown> = new Set([1, 2, 4, 8, 10, 13, 14]);

/**
 * The result of a request. What cannot be mended by trying again is internal: even NOT_FOUND is then the database that
 * is missing, or a permission of the function's own, and no caller's mistake.
 */
export async function translated<T>(action: string, request: Promise<T>): Promise<T> {
  try {
    return await request;
  } catch (cause) {
    throw translate(action, cause);
  }
}

export function translate(action: string, cause: unknown): AppError {
  const code = codeOf(cause);
  const message = `Firestore did not ${action} (${code === undefined ? 'no code' : `code ${code}`}).`;
  return new AppError(PASSING.has(code) ? 'unavailable' : 'internal', message, { cause });
}

function codeOf(error: unknown): number | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'number' ? code : undefined;
}
