import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Log } from '../../config/log.ts';
import type { HttpProblem } from '../problems.ts';
import { notFound, toProblem } from '../problems.ts';

/** Sends a problem document. */
export function sendProblem(res: Response, problem: HttpProblem): void {
  res.status(problem.status).set(problem.headers).type('application/problem+json').send(JSON.stringify(problem.toDocument()));
}

/** Nothing is at this path. */
export const unknownPath: RequestHandler = () => {
  throw notFound('There is nothing at this path.');
};

/**
 * The last stop of every error. Once an answer has begun it can only be broken off, so that nobody takes half for the whole.
 */
export function problems(log: Log): ErrorRequestHandler {
  return (error: unknown, _req, res, _next) => {
    const problem = toProblem(error);
    if (problem.status >= 500) log.error({ err: problem.cause ?? problem, code: problem.code }, 'request failed');
    if (res.headersSent) res.destroy();
    else sendProblem(res, problem);
  };
}
