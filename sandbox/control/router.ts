import express from 'express';
import type { NextFunction, Request, Response, Router } from 'express';
import { z } from 'zod';
import { isCallableUrl, isE164 } from '../formats.ts';
import { behaviourByEnding, BEHAVIOURS, PEOPLE } from '../network/people.ts';
import { changed } from '../network/network.ts';
import type { Network } from '../network/network.ts';
import { setNumber } from '../network/numbers.ts';
import { FaultSchema } from '../rest/faults.ts';
import type { Faults } from '../rest/faults.ts';
import { callsRouter } from './calls.ts';
import { ControlError, parse } from './errors.ts';
import { eventStream } from './events.ts';
import { messageView } from './views.ts';

const Url = z.string().refine(isCallableUrl, 'must be an http or https URL');
const Method = z.enum(['GET', 'POST']);
const NumberSchema = z.strictObject({
  voiceUrl: Url.optional(), voiceMethod: Method.optional(), fallbackUrl: Url.optional(), fallbackMethod: Method.optional(),
  statusCallback: Url.optional(), statusCallbackMethod: Method.optional(),
});
const PersonSchema = z.strictObject({ behaviour: z.enum(BEHAVIOURS) });

const MOST_MESSAGES = 100;

/** The control API of the sandbox: everything that is not Twilio's. JSON in and out; refusals are `{ error }`. */
export function controlRouter(network: Network, faults: Faults): Router {
  const router = express.Router();
  router.use(express.json({ limit: '100kb' }));
  router.use('/calls', callsRouter(network));
  numbers(router, network);
  people(router, network);
  journal(router, network);
  faultRoutes(router, faults);
  router.get('/messages', (_request, response) => {
    response.json({ messages: [...network.messages.values()].toReversed().slice(0, MOST_MESSAGES).map(messageView) });
  });
  router.get('/events', (request, response) => eventStream(network, request, response));
  router.use((_request, _response) => {
    throw new ControlError(404, 'The control API has no such resource.');
  });
  router.use((error: unknown, _request: Request, response: Response, next: NextFunction) => {
    const status = error instanceof ControlError ? error.status : error instanceof SyntaxError ? 400 : null;
    if (status === null) return next(error);
    response.status(status).json({ error: error instanceof Error ? error.message : '' });
  });
  return router;
}

function numbers(router: Router, network: Network): void {
  router.get('/numbers', (_request, response) => {
    response.json({ numbers: [...network.numbers.values()] });
  });
  router.put('/numbers/:number', (request, response) => {
    response.json(setNumber(network, e164(request.params.number), parse(NumberSchema, request.body)));
  });
  router.delete('/numbers/:number', (request, response) => {
    network.numbers.delete(e164(request.params.number));
    response.status(204).end();
  });
}

function people(router: Router, network: Network): void {
  router.get('/people', (_request, response) => {
    response.json({ people: PEOPLE, overrides: Object.fromEntries(network.people) });
  });
  router.put('/people/:address', (request, response) => {
    const { address } = request.params;
    const { behaviour } = parse(PersonSchema, request.body);
    network.people.set(address, behaviour);
    changed(network, 'people', address);
    response.json({ address, behaviour });
  });
  router.delete('/people/:address', (request, response) => {
    const { address } = request.params;
    network.people.delete(address);
    changed(network, 'people', address);
    response.json({ address, behaviour: behaviourByEnding(address) });
  });
}

function journal(router: Router, network: Network): void {
  router.get('/journal', (request, response) => {
    const since = Number(request.query['since'] ?? 0);
    const { kind } = request.query;
    const entries = network.journal.since(Number.isFinite(since) ? since : 0);
    response.json({ entries: entries.filter((entry) => kind === undefined || entry.kind === kind) });
  });
}

function faultRoutes(router: Router, faults: Faults): void {
  router.get('/faults', (_request, response) => {
    response.json({ faults: faults.list() });
  });
  router.post('/faults', (request, response) => {
    const fault = parse(FaultSchema, request.body);
    faults.add(fault);
    response.status(201).json(fault);
  });
  router.delete('/faults', (_request, response) => {
    faults.clear();
    response.status(204).end();
  });
}

function e164(text: string): string {
  if (!isE164(text)) throw new ControlError(400, 'The number must be in E.164.');
  return text;
}
