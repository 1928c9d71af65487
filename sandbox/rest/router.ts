import { setTimeout as sleep } from 'node:timers/promises';
import express from 'express';
import type { NextFunction, Request, Response, Router } from 'express';
import { z } from 'zod';
import type { Network } from '../network/network.ts';
import { authenticate } from './auth.ts';
import { callRoutes } from './calls.ts';
import { conferenceRoutes } from './conferences.ts';
import { notFound, RestError } from './errors.ts';
import type { Fault, Faults } from './faults.ts';
import { mediaRouter } from './media.ts';
import { messageRoutes } from './messages.ts';
import { participantRoutes } from './participants.ts';
import { readParameters } from './parameters.ts';
import type { RawParameters } from './parameters.ts';
import { recordingRoutes } from './recordings.ts';
import type { RestAnswer, RestRoute } from './route.ts';

const RawSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
const NamesSchema = z.record(z.string(), z.string());

/** Twilio's REST API, version 2010-04-01, as far as the sandbox answers it. */
export function restRouter(network: Network, faults: Faults): Router {
  const router = express.Router({ mergeParams: true });
  router.use(express.urlencoded({ extended: false, limit: '1mb', parameterLimit: 10_000 }));
  router.use(async (request, response, next) => {
    response.locals['fault'] = faults.take(request.method, request.baseUrl + request.path);
    if (await breaks(response)) return;
    next();
  });
  router.use(mediaRouter(network));
  const routes = [...callRoutes, ...recordingRoutes, ...conferenceRoutes, ...participantRoutes, ...messageRoutes];
  for (const route of routes) router[route.method](route.path, (request, response) => serve(network, route, request, response));
  router.use((request, response) => refuseUnknown(network, routes, request, response));
  router.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    if (!response.headersSent) response.status(400).json(new RestError(400, 20_001, error instanceof Error ? error.message : 'Bad request').body());
  });
  return router;
}

const faultOf = (response: Response): Fault | null => response.locals['fault'] ?? null;

/** Does what a fault does before the request is processed; true when there is nothing left to do. */
async function breaks(response: Response): Promise<boolean> {
  const fault = faultOf(response);
  if (fault === null || fault.kind === 'reset_after_processing') return false;
  if (fault.kind === 'delay') {
    await sleep(fault.delayMs);
    return false;
  }
  if (fault.kind === 'reset') response.socket?.destroy();
  else response.status(fault.status).json(new RestError(fault.status, fault.code, 'This failure was ordered.').body());
  return true;
}

function serve(network: Network, route: RestRoute, request: Request, response: Response): void {
  const path = request.baseUrl + request.path;
  const warnings: string[] = [];
  const raw = rawParameters(request, warnings);
  const answer = attempt(() => {
    const names = NamesSchema.parse(request.params);
    authenticate(network.account, names['account'] ?? '', request.headers.authorization);
    const parameters = readParameters(raw, route.rules, (warning) => warnings.push(warning));
    return route.handle({ network, path, names, raw, parameters });
  });
  send(network, request, response, answer, raw, warnings);
}

function rawParameters(request: Request, warnings: string[]): RawParameters {
  if (request.method !== 'POST') return RawSchema.parse(request.query);
  const form = request.is('application/x-www-form-urlencoded');
  if (form === false) warnings.push('The body is not form-encoded, so Twilio sees no parameters.');
  if (Object.keys(request.query).length > 0) warnings.push('Twilio takes the parameters of a POST from its body.');
  return RawSchema.parse(request.body ?? {});
}

function attempt(handle: () => RestAnswer): RestAnswer {
  try {
    return handle();
  } catch (error) {
    if (error instanceof RestError) return { status: error.status, body: error.body() };
    throw error;
  }
}

function refuseUnknown(network: Network, routes: readonly RestRoute[], request: Request, response: Response): void {
  const known = routes.some((route) => new RegExp(`^${route.path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`).test(request.path));
  const path = request.baseUrl + request.path;
  const error = known ? new RestError(405, 20_004, 'Method not allowed') : notFound(path);
  send(network, request, response, { status: error.status, body: error.body() }, {}, ['The sandbox has no such resource.']);
}

function send(network: Network, request: Request, response: Response, answer: RestAnswer, parameters: RawParameters, warnings: readonly string[]): void {
  const code = answer.status >= 400 ? Number(answer.body?.['code'] ?? 0) : null;
  const path = request.baseUrl + request.path;
  network.journal.add({ kind: 'request', method: request.method, path, parameters, status: answer.status, code, warnings });
  if (faultOf(response)?.kind === 'reset_after_processing') {
    response.socket?.destroy();
    return;
  }
  if (answer.status === 401) response.setHeader('www-authenticate', 'Basic realm="Twilio API"');
  response.status(answer.status);
  if (answer.body === null) response.end();
  else response.json(answer.body);
}
