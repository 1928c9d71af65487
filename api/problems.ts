import { NotRunning, Refused, TemporalUnavailable } from '../temporal/errors.ts';
import type { Problem, ProblemError } from './schemas/problem.ts';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  429: 'Too many requests',
  500: 'Internal error',
  502: 'Bad gateway',
  503: 'Unavailable',
};

interface More {
  readonly opensAt?: string | undefined;
  readonly free?: readonly string[];
  readonly storedNote?: string;
  readonly errors?: readonly ProblemError[];
  readonly headers?: Readonly<Record<string, string>>;
  readonly cause?: unknown;
}

/** An answer that is a problem (RFC 9457). Throwing one says: nothing was changed; a 503 made of an error says only that nobody knows. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: number;
  /** Stable word for programs. */
  readonly code: string;
  readonly errors: readonly ProblemError[];
  readonly opensAt: string | undefined;
  readonly free: readonly string[] | undefined;
  readonly storedNote: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, detail: string, { errors = [], opensAt, free, storedNote, headers = {}, cause }: More = {}) {
    super(detail, { cause });
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.opensAt = opensAt;
    this.free = free;
    this.storedNote = storedNote;
    this.headers = headers;
  }

  /** The document that is sent. */
  toDocument(): Problem {
    return {
      type: 'about:blank',
      title: TITLES[this.status] ?? 'Problem',
      status: this.status,
      detail: this.message,
      code: this.code,
      ...(this.errors.length > 0 && { errors: [...this.errors] }),
      ...(this.opensAt !== undefined && { opensAt: this.opensAt }),
      ...(this.free !== undefined && { free: [...this.free] }),
      ...(this.storedNote !== undefined && { storedNote: this.storedNote }),
    };
  }
}

/** Nothing is there, or nothing that the caller may see: the two are not told apart. */
export function notFound(detail: string): HttpProblem {
  return new HttpProblem(404, 'not_found', detail);
}

/** Nobody is signed in, or not any more. */
export function notSignedIn(): HttpProblem {
  return new HttpProblem(401, 'not_signed_in', 'Please sign in.');
}

/** The caller is known and may not do this. */
export function forbidden(code: string, detail: string): HttpProblem {
  return new HttpProblem(403, code, detail);
}

/** The state forbids it now. */
export function conflict(code: string, detail: string, more: Pick<More, 'opensAt' | 'free' | 'storedNote' | 'errors'> = {}): HttpProblem {
  return new HttpProblem(409, code, detail, more);
}

/** Something given is malformed; `errors` says what and where. */
export function malformed(errors: readonly ProblemError[]): HttpProblem {
  const [first] = errors;
  const detail = first && errors.length === 1 ? `${where(first)} ${first.detail}.` : `${errors.length} values are malformed.`;
  return new HttpProblem(400, 'malformed', detail, { errors });
}

function where({ pointer, parameter, header }: ProblemError): string {
  if (parameter !== undefined) return `The parameter "${parameter}"`;
  return header === undefined ? `The value at "${pointer ?? ''}"` : `The header "${header}"`;
}

/**
 * Any error as the problem its sender is told of. What is our own fault says nothing of itself; the log has it.
 */
export function toProblem(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof Refused) return new HttpProblem(409, error.refusal, error.message, { cause: error });
  if (error instanceof NotRunning) return new HttpProblem(409, 'callback_over', error.message, { cause: error });
  if (error instanceof TemporalUnavailable) return unavailable('temporal_unavailable', error.message, error);
  if (isDatabaseAway(error)) return unavailable('database_unavailable', 'The database cannot be reached. Please try again.', error);
  return fromParser(error) ?? fromFileServer(error) ?? new HttpProblem(500, 'internal', 'Something went wrong on our side.', { cause: error });
}

function unavailable(code: string, detail: string, cause: unknown): HttpProblem {
  return new HttpProblem(503, code, detail, { cause, headers: { 'Retry-After': '2' } });
}

/** What body-parser and Express's router throw, by the `type` the former documents. */
const PARSER_PROBLEMS: Readonly<Record<string, readonly [status: number, code: string, detail: string]>> = {
  'entity.parse.failed': [400, 'malformed_json', 'The body is not well-formed JSON.'],
  'entity.too.large': [413, 'too_large', 'The body is too large.'],
  'parameters.too.many': [413, 'too_large', 'The form has too many fields.'],
  'encoding.unsupported': [415, 'unsupported_media_type', 'The Content-Encoding of the body is not supported.'],
  'charset.unsupported': [415, 'unsupported_media_type', 'The body must be JSON in UTF-8.'],
  'request.size.invalid': [400, 'malformed_body', 'The body is not as long as Content-Length says.'],
  'request.aborted': [400, 'malformed_body', 'The body ended early.'],
};

function fromParser(error: unknown): HttpProblem | null {
  if (error instanceof URIError) return new HttpProblem(400, 'malformed_path', 'The path is not well-formed.', { cause: error });
  if (!(error instanceof Error) || !('type' in error) || typeof error.type !== 'string') return null;
  const known = PARSER_PROBLEMS[error.type];
  return known ? new HttpProblem(...known, { cause: error }) : null;
}

/** Errors of the file server (http-errors): `..` in a path, a range beyond the end. */
function fromFileServer(error: unknown): HttpProblem | null {
  const isClients = error instanceof Error && 'status' in error && typeof error.status === 'number' && error.status >= 400 && error.status < 500;
  return isClients ? new HttpProblem(400, 'malformed_path', 'The path is not well-formed.', { cause: error }) : null;
}

/** PostgreSQL's classes "connection exception" and "operator intervention", and what the operating system says of sockets. */
const DATABASE_AWAY = /^(08...|57P0[1-3]|53300|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

function isDatabaseAway(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && DATABASE_AWAY.test(error.code);
}
