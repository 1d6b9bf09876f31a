import type { JsonObject } from './json.ts';

const STATUS_OF_CODE: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ABORTED',
  413: 'INVALID_ARGUMENT',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  501: 'UNIMPLEMENTED',
};

/** A refusal in Google's words; the HTTP layer prints `body` with `code` as its status. */
export class GoogleError extends Error {
  readonly code: number;
  readonly details: readonly JsonObject[];

  constructor(code: number, message: string, details: readonly JsonObject[] = []) {
    super(message);
    this.code = code;
    this.details = details;
  }

  get body(): JsonObject {
    const status = STATUS_OF_CODE[this.code] ?? 'UNKNOWN';
    const error: JsonObject = { code: this.code, message: this.message, status };
    if (this.details.length > 0) error.details = [...this.details];
    return { error };
  }
}

export const invalidArgument = (message: string): GoogleError => new GoogleError(400, message);

/** A 400 that names the offending fields, as Google's JSON parser answers. */
export function badRequest(violations: readonly { field?: string; description: string }[]): GoogleError {
  return new GoogleError(400, violations.map(({ description }) => description).join('\n'), [
    {
      '@type': 'type.googleapis.com/google.rpc.BadRequest',
      fieldViolations: violations.map(({ field, description }) => (field ? { field, description } : { description })),
    },
  ]);
}

export const notFound = (): GoogleError => new GoogleError(404, 'Requested entity was not found.');

export const permissionDenied = (): GoogleError => new GoogleError(403, 'The caller does not have permission');

/** What this stand-in does not do is refused by name, so that nobody takes silence for success. */
export const notImplemented = (what: string): GoogleError =>
  new GoogleError(501, `${what} is not implemented by this stand-in for the Google Sheets API.`);
