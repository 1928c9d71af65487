import type { Request as ExpressRequest, RequestHandler, Response as ExpressResponse } from 'express';
import express, { Router } from 'express';
import { fromNodeHeaders } from 'better-auth/node';
import { sendProblem, unknownPath } from '../middleware/problems.ts';
import { HttpProblem, forbidden, notFound, notSignedIn } from '../problems.ts';
import type { Auth } from './auth.ts';
import { PEER_HEADER } from './options.ts';

/**
 * All of better-auth that anybody uses. What else it can do is closed, also what a later version learns: by it people would change
 * themselves or others past our own rules and the audit log. What administrators do with accounts goes through /v1/agents.
 */
const ADMITTED: ReadonlySet<string> = new Set([
  '/auth/sign-in/email',
  '/auth/sign-out',
  '/auth/get-session',
  '/auth/change-password',
  '/auth/api-key/create',
  '/auth/api-key/get',
  '/auth/api-key/list',
  '/auth/api-key/delete',
]);

/** What is admitted below /auth: better-auth's own endpoints, with its errors as problem documents. */
export function authRouter(auth: Auth, publicUrl: string): Router {
  const router = Router();
  const answer = answerBy(auth, publicUrl);
  router.use(onlyAdmitted);
  router.use('/api-key', onlyAdministrators(auth));
  router.use(express.json({ limit: '32kb' }), answer);
  return router;
}

/**
 * The path is compared as it was written: one such as `/auth/x/../update-user` is one thing to a router, and another to whoever reads it
 * as a URL. No client writes what is admitted in another way.
 */
const onlyAdmitted: RequestHandler = (req, res, next) => {
  const written = req.originalUrl.split('?', 1)[0] ?? '';
  if (ADMITTED.has(written)) next();
  else unknownPath(req, res, next);
};

/** Keys act with an administrator's rights: only administrators make them. */
function onlyAdministrators(auth: Auth): RequestHandler {
  return async (req, _res, next) => {
    const session = await auth.api.getSession({ headers: fromNodeHeaders(req.headers) });
    if (!session) throw notSignedIn();
    if (session.user.role !== 'administrator') throw forbidden('not_administrator', 'Only administrators manage API keys.');
    next();
  };
}

function answerBy(auth: Auth, publicUrl: string): RequestHandler {
  return async (req, res) => {
    const answer = await auth.handler(toRequest(req, publicUrl));
    for (const cookie of answer.headers.getSetCookie()) res.append('Set-Cookie', cookie);
    if (answer.status >= 400) sendProblem(res, await problemIn(answer));
    else await send(res, answer);
  };
}

/** The request as better-auth reads it: at our public address, whatever Host says, and from the peer's own address. */
function toRequest(req: ExpressRequest, publicUrl: string): Request {
  const headers = fromNodeHeaders(req.headers);
  headers.set(PEER_HEADER, req.socket.remoteAddress ?? '');
  headers.delete('content-length');
  const body: unknown = req.body;
  return new Request(`${new URL(publicUrl).origin}${req.originalUrl}`, {
    method: req.method,
    headers,
    body: body === undefined ? null : JSON.stringify(body),
  });
}

async function send(res: ExpressResponse, answer: Response): Promise<void> {
  const location = answer.headers.get('location');
  if (location !== null) res.set('Location', location);
  res.status(answer.status).type(answer.headers.get('content-type') ?? 'application/json').send(await answer.text());
}

/** better-auth's errors are `{ code, message }`, or have no body at all. */
async function problemIn(answer: Response): Promise<HttpProblem> {
  if (answer.status === 404) return notFound('There is nothing at this path.');
  const retryAfter = answer.headers.get('x-retry-after');
  const said = asError(await answer.text());
  return new HttpProblem(answer.status, said.code?.toLowerCase() ?? 'sign_in_failed', said.message ?? 'That did not work.', {
    headers: retryAfter === null ? {} : { 'Retry-After': retryAfter },
  });
}

function asError(text: string): { code?: string; message?: string } {
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body !== 'object' || body === null) return {};
    const { code, message } = { code: undefined, message: undefined, ...body };
    return { ...(typeof code === 'string' && { code }), ...(typeof message === 'string' && { message }) };
  } catch {
    return {};
  }
}
