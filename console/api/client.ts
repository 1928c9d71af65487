import createClient from 'openapi-fetch';
import { problemOf, unreachable } from './problem.ts';
import type { paths } from './schema.gen.ts';

/** How long a request may take before the console calls it unanswered. */
const PATIENCE_MS = 30_000;

/** The API, typed by its own description. Lists in the query are written with commas. */
export const client = createClient<paths>({
  querySerializer: { array: { style: 'form', explode: false } },
  fetch: (request) => fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(PATIENCE_MS)]) }),
});

interface Sent<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The answer of a request.
 * @throws {ProblemError} when it was refused or got no answer
 */
export async function answerOf<T>(sending: Promise<Sent<T>>): Promise<T> {
  const sent = await sending.catch(() => {
    throw unreachable();
  });
  if (!sent.response.ok) throw problemOf(sent.response.status, sent.error);
  return sent.data as T;
}
