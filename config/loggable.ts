/** What is logged of an error. */
export interface LoggableError {
  readonly type: string;
  readonly message: string;
  /** SQLSTATE, or the word of an operating system or service. */
  readonly code?: string | number;
  /** The database's rule that was broken. */
  readonly constraint?: string;
  readonly stack?: string | undefined;
  readonly cause?: unknown;
}

/** Errors that cause each other in a circle end here. */
const DEEPEST_CAUSE = 5;

/**
 * What may be logged of an error: never what a driver hangs on it. PostgreSQL's `detail` shows the row that failed
 * (https://www.postgresql.org/docs/current/protocol-error-fields.html), and that row holds a customer's number. Text is left as it
 * is, and what is no error is left out unless it is text.
 */
export function loggableError(error: unknown): LoggableError | string {
  return loggableTo(DEEPEST_CAUSE, error);
}

function loggableTo(depth: number, error: unknown): LoggableError | string {
  if (typeof error === 'string') return error;
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  return {
    type: error.name,
    message: error.message,
    ...((typeof code === 'string' || typeof code === 'number') && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    stack: error.stack,
    ...(error.cause !== undefined && depth > 0 && { cause: loggableTo(depth - 1, error.cause) }),
  };
}

/** E.164 (ITU-T E.164: + and at most fifteen digits), also as a URL writes it. */
const NUMBER = /(\+|%2B)\d{7,15}/gi;

/** Text without the telephone numbers in it. */
export function maskNumbers(text: string): string {
  return text.replace(NUMBER, '$1…');
}
