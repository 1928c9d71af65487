import type * as z from 'zod';
import type { Route } from '../../domain/route.ts';
import type { Origin } from '../../domain/words.ts';
import { readCallback } from '../../store/callback/callbacks.ts';
import type { NewCallback, Requested } from '../../store/callback/intake.ts';
import { RouteDeleted, requestCallback as take } from '../../store/callback/intake.ts';
import { hashNumber } from '../../store/callback/number-hash.ts';
import { hasLeft } from '../../store/route/route-change.ts';
import { readRoute } from '../../store/route/routes.ts';
import type { CallbackRow } from '../../store/tables.ts';
import type { Caller } from '../auth/caller.ts';
import { actorOf } from '../auth/caller.ts';
import type { Deps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { utc } from '../instant.ts';
import { requestCallback } from '../operations/callbacks.ts';
import type { HttpProblem } from '../problems.ts';
import { conflict } from '../problems.ts';
import type { callbackRequest } from '../schemas/callbacks.ts';
import { startSoon } from '../start-soon.ts';
import { malformedAt } from '../validate.ts';
import { readNumber } from '../wanted-number.ts';

type Body = z.output<typeof callbackRequest>;

/** Clocks differ a little; a time this long gone is still "now". */
const CLOCK_SKEW_MS = 60_000;
const FURTHEST_AHEAD_MS = 366 * 24 * 3600_000;

/** Takes a request in, durably, before Temporal hears of it (design, decision 3). */
export const requestCallbackEndpoint = endpoint(requestCallback)(async ({ deps, caller, headers, body }) => {
  const { db } = deps.store;
  const route = await readRoute(db, body.routeId);
  if (!route) throw malformedAt('/routeId', 'names no route');
  const wanted = newCallback(deps, caller, route, body, headers['idempotency-key']);
  if (route.closed) throw routeClosed();
  const { id, result, generation } = await take(db, wanted).catch((error: unknown) => {
    throw error instanceof RouteDeleted ? routeClosed() : error;
  });
  const row = await readCallback(db, id);
  if (!row) throw new Error('A request was taken in and is not there.');
  if (result === 'repeated' && !(await isSameRequest(deps, row, wanted))) {
    throw conflict('idempotency_key_reused', 'This Idempotency-Key was used for another request.');
  }
  if (result === 'created') await startSoon(deps, { callbackId: id, generation });
  return answer(result, { id, result, status: row.status, version: row.version });
});

/** What was asked for on this route may have been moved to another since. */
async function isSameRequest({ store }: Deps, row: CallbackRow, { routeId, numberHash }: NewCallback): Promise<boolean> {
  return row.number_hash === numberHash && (row.route_id === routeId || hasLeft(store.db, row.id, routeId));
}

function routeClosed(): HttpProblem {
  return conflict('route_closed', 'This route takes no new callbacks.');
}

function answer<B>(result: Requested['result'], body: B & { id: string }) {
  const headers = { Location: `/v1/callbacks/${body.id}` };
  return result === 'created' ? ({ status: 201, body, headers } as const) : ({ status: 200, body, headers } as const);
}

/** @throws {HttpProblem} 400 that names what is wrong */
function newCallback({ config }: Deps, caller: Caller, route: Route, body: Body, key: string | undefined): NewCallback {
  const number = readNumber(body.number, route);
  const origin = readOrigin(body.origin, caller);
  return {
    routeId: route.id,
    number,
    numberHash: hashNumber(config.numberHashKey, number),
    name: body.name.trim(),
    language: body.language ?? null,
    timeZone: body.timeZone ?? null,
    kind: body.kind,
    origin,
    channel: origin === 'web' ? route.policy.webChannel : 'voice',
    ...readTimes(body),
    collected: body.collected,
    requestKey: key === undefined ? null : `${caller.type}:${caller.id}:${key}`,
    actor: actorOf(caller),
  };
}

/** People ask on a customer's behalf; machines say whether a form or a program did. */
function readOrigin(said: Body['origin'], caller: Caller): Origin {
  const isMachine = caller.type === 'machine';
  if (said !== undefined && (said === 'agent') === isMachine) {
    throw malformedAt('/origin', isMachine ? 'must be "web" or "api" for a machine' : 'must be "agent" for a person');
  }
  return said ?? (isMachine ? 'api' : 'agent');
}

function readTimes({ kind, at, windowEndsAt }: Body): Pick<NewCallback, 'desiredAt' | 'windowEndsAt'> {
  if (kind !== 'scheduled') {
    if (at !== undefined) throw malformedAt('/at', 'is only for kind "scheduled"');
    if (windowEndsAt !== undefined) throw malformedAt('/windowEndsAt', 'is only for kind "scheduled"');
    return { desiredAt: null, windowEndsAt: null };
  }
  if (at === undefined) throw malformedAt('/at', 'is required for kind "scheduled"');
  const aheadMs = Date.parse(at) - Date.now();
  if (aheadMs < -CLOCK_SKEW_MS) throw malformedAt('/at', 'must lie in the future');
  if (aheadMs > FURTHEST_AHEAD_MS) throw malformedAt('/at', 'must lie within a year');
  if (windowEndsAt !== undefined && Date.parse(windowEndsAt) <= Date.parse(at)) throw malformedAt('/windowEndsAt', 'must be later than `at`');
  return { desiredAt: utc(at), windowEndsAt: windowEndsAt === undefined ? null : utc(windowEndsAt) };
}
