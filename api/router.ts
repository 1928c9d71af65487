import type { Express, Request, RequestHandler, Response } from 'express';
import express from 'express';
import type { Caller } from './auth/caller.ts';
import { identify, seesAll } from './auth/caller.ts';
import type { Deps } from './deps.ts';
import type { AnyEndpoint } from './endpoint.ts';
import type { Access, Operation, Upload } from './operations/operation.ts';
import { HttpProblem, forbidden, notSignedIn } from './problems.ts';
import { validate } from './validate.ts';

/** Puts every endpoint in its place; a known path refuses the methods it has not. */
export function mount(app: Express, endpoints: readonly AnyEndpoint[], deps: Deps): void {
  const methods = new Map<string, string[]>();
  for (const endpoint of endpoints) {
    const path = expressPath(endpoint.operation.path);
    const { method } = endpoint.operation;
    app[method](path, admitting(endpoint.operation, deps), ...bodyParser(endpoint.operation), answerWith(endpoint, deps));
    methods.set(path, [...(methods.get(path) ?? []), endpoint.operation.method.toUpperCase()]);
  }
  for (const [path, allowed] of methods) app.all(path, refuseOthers(allowed.includes('GET') ? [...allowed, 'HEAD'] : allowed));
}

/** `/v1/callbacks/{id}` as Express writes it. */
export function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

function refuseOthers(allowed: readonly string[]): RequestHandler {
  const allow = allowed.join(', ');
  return (req, res) => {
    if (req.method === 'OPTIONS') res.set('Allow', allow).status(204).end();
    else throw new HttpProblem(405, 'method_not_allowed', `This path takes ${allow}.`, { headers: { Allow: allow } });
  };
}

const parseJson = express.json({ limit: '100kb' });

function bodyParser({ body, largestBody, upload }: Operation): RequestHandler[] {
  if (upload) return [refuseOtherFiles(upload), express.raw({ type: upload.mediaType, limit: upload.limit })];
  if (!body) return [];
  return [refuseOtherBodies, largestBody === undefined ? parseJson : express.json({ limit: largestBody })];
}

function refuseOtherFiles({ mediaType }: Upload): RequestHandler {
  return (req, _res, next) => {
    if (req.is(mediaType) === false) throw new HttpProblem(415, 'unsupported_media_type', `The body must be ${mediaType}.`);
    next();
  };
}

const refuseOtherBodies: RequestHandler = (req, _res, next) => {
  // `is` answers null where there is no body: what is required is then missed by validation.
  const isEmpty = req.get('content-length') === '0';
  if (!isEmpty && req.is('application/json') === false) throw new HttpProblem(415, 'unsupported_media_type', 'The body must be application/json.');
  next();
};

/** Who is asking comes first: nobody learns from an error what they may not do. */
function admitting({ access }: Operation, deps: Deps): RequestHandler {
  return async (req, res, next) => {
    res.locals['caller'] = await admit(access, req, deps);
    next();
  };
}

function answerWith({ operation, handle }: AnyEndpoint, deps: Deps): RequestHandler {
  return async (req, res) => {
    // The operation's own schemas and access made these what its handler takes.
    const input = { ...validate(operation, req), caller: res.locals['caller'], deps, req, res };
    send(res, await handle(input as never));
  };
}

/**
 * Lets in whom the operation admits. Machines do what administrators do, and never telephone.
 *
 * @throws {HttpProblem} 401 or 403
 */
async function admit(access: Access, req: Request, deps: Deps): Promise<Caller | null> {
  if (access === 'anyone') return null;
  const caller = await identify(deps, req.headers);
  if (!caller) throw notSignedIn();
  if (access === 'administrators') {
    if (!seesAll(caller)) throw forbidden('administrators_only', 'Only administrators may do this.');
    return caller;
  }
  const mayPhone = caller.type === 'user' && caller.mayPhone;
  const isAdmitted = access === 'signed_in' || mayPhone || (access === 'callbacks' && seesAll(caller));
  if (!isAdmitted) throw forbidden('may_not_phone', 'Only agents with the right to phone may do this.');
  return caller;
}

function send(res: Response, answered: Awaited<ReturnType<AnyEndpoint['handle']>>): void {
  if (!answered) return;
  res.status(answered.status).set(answered.headers ?? {}).set('Cache-Control', 'no-store');
  if (answered.body === undefined) res.end();
  else res.json(answered.body);
}
