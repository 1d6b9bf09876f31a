/** Failures of the machine, for the operator. Staff's mistakes are values (`schemas/rule.ts`), never exceptions. */

/** The code that a caller of a function reads, and the HTTP status that goes with it. */
const STATUS = {
  'bad-request': 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'too-large': 413,
  blocked: 422,
  internal: 500,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof STATUS;

/** An error that names what the caller can do about it. 503 alone is worth trying again. */
export class AppError extends Error {
  readonly code: ErrorCode;
  /** What the caller has to put right, line by line, in Vietnamese; nothing personal. */
  readonly problems: readonly string[] | undefined;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown; problems?: readonly string[] }) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
    this.problems = options?.problems;
  }

  get status(): number {
    return STATUS[this.code];
  }
}

/** A stored document that does not fit its schema: somebody else has written it. Names the fields, never their content. */
export class UnfitDocument extends AppError {
  readonly path: string;
  readonly fields: readonly string[];

  constructor(path: string, fields: readonly string[]) {
    super('internal', `${path} does not fit its schema: ${fields.join(', ')}.`);
    this.path = path;
    this.fields = fields;
  }
}

/** Any thrown thing as one of ours; what is unknown is internal. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('internal', error instanceof Error ? error.message : String(error), { cause: error });
}
