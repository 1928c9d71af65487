import type { Problem } from './types.ts';

/** A request that was refused or did not arrive, with what the server says of it. */
export class ProblemError extends Error {
  readonly status: number;
  /** The problem's stable word; `unreachable` when no answer came, `unreadable` when it was no problem document. */
  readonly code: string;
  /** What is wrong with each field of the body, by its name at the top of the body. */
  readonly fields: Readonly<Record<string, string>>;
  /** The same by its whole JSON pointer. */
  readonly at: Readonly<Record<string, string>>;
  /** When the route opens next (ISO 8601), where it is closed for now; null otherwise. */
  readonly opensAt: string | null;
  /** The next times that are free (ISO 8601), where the one asked for is not. */
  readonly free: readonly string[];
  /** The note that another of one's screens has kept, where this one was not kept over it. */
  readonly storedNote: string | null;

  constructor(problem: Pick<Problem, 'status' | 'code' | 'detail' | 'errors' | 'opensAt' | 'free' | 'storedNote'>) {
    super(problem.detail);
    this.status = problem.status;
    this.code = problem.code;
    this.fields = fieldsOf(problem.errors ?? []);
    this.opensAt = problem.opensAt ?? null;
    this.free = problem.free ?? [];
    this.storedNote = problem.storedNote ?? null;
    this.at = Object.fromEntries((problem.errors ?? []).map(({ pointer = '', detail }) => [pointer, detail]));
  }
}

function fieldsOf(errors: NonNullable<Problem['errors']>): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { pointer, detail } of errors) {
    const name = pointer?.split('/')[1];
    if (name) fields[name] = detail;
  }
  return fields;
}

/** Whatever a refused request carried as its body, as a problem. */
export function problemOf(status: number, body: unknown): ProblemError {
  if (isProblem(body)) return new ProblemError(body);
  return new ProblemError({ status, code: 'unreadable', detail: `The server answered ${status}.` });
}

/** The problem of a request that got no answer. */
export function unreachable(): ProblemError {
  return new ProblemError({ status: 0, code: 'unreachable', detail: 'The server cannot be reached. Nothing was lost; try again.' });
}

/** Any thrown value as a problem. */
export function asProblem(thrown: unknown): ProblemError {
  return thrown instanceof ProblemError ? thrown : unreachable();
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'detail' in body && typeof body.detail === 'string' && 'code' in body;
}
