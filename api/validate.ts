import type { Request } from 'express';
import type * as z from 'zod';
import type { Operation } from './operations/operation.ts';
import type { HttpProblem } from './problems.ts';
import { malformed, notFound } from './problems.ts';
import type { ProblemError } from './schemas/problem.ts';

/** What a request gave, parsed by the operation's schemas; `undefined` where it declares none. */
export interface Given {
  readonly params: unknown;
  readonly query: unknown;
  readonly headers: unknown;
  readonly body: unknown;
}

/**
 * Validates everything a request gives, and says all that is wrong at once.
 *
 * @throws {HttpProblem} 404 for an id or a word in the path that can name nothing, 400 for the rest
 */
export function validate(operation: Operation, req: Request): Given {
  const params = operation.params?.safeParse(req.params);
  if (params?.success === false) throw notFound('There is nothing at this path.');
  const query = operation.query?.safeParse(req.query);
  const headers = operation.headers?.safeParse(req.headers);
  const body = operation.body?.safeParse(req.body ?? {});
  const errors = [
    ...issues(query).map((issue) => ({ parameter: nameOf(issue), detail: issue.message })),
    ...issues(headers).map((issue) => ({ header: nameOf(issue), detail: issue.message })),
    ...issues(body).map((issue) => ({ pointer: pointerOf(issue), detail: issue.message })),
  ];
  if (errors.length > 0) throw malformed(errors);
  return { params: params?.data, query: query?.data, headers: headers?.data, body: operation.upload ? fileIn(req) : body?.data };
}

/** The body as it came; empty where there is none. */
function fileIn(req: Request): Buffer {
  return Buffer.isBuffer(req.body) ? req.body : Buffer.alloc(0);
}

/** One error at one place in the body, for rules that a schema does not hold. */
export function malformedAt(pointer: string, detail: string): HttpProblem {
  const error: ProblemError = { pointer, detail };
  return malformed([error]);
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A parser's issues, one for each unknown key rather than one for all of them. */
function issues(result: z.ZodSafeParseResult<unknown> | undefined): Issue[] {
  return (result?.error?.issues ?? []).flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? issue.keys.map((key) => ({ path: [...issue.path, key], message: 'is not known here' })) : [issue],
  );
}

function nameOf({ path }: Issue): string {
  return String(path[0] ?? '');
}

/** RFC 6901. */
function pointerOf({ path }: Issue): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
