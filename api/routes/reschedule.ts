import { agreeOnReach, takeBackReach } from '../../store/callback/agreed-reach.ts';
import { readRoute } from '../../store/route/routes.ts';
import { TemporalUnavailable } from '../../temporal/errors.ts';
import { rescheduleUpdate } from '../../workflows/messages.ts';
import { actorOf } from '../auth/caller.ts';
import { command } from '../command.ts';
import { endpoint } from '../endpoint.ts';
import { utc } from '../instant.ts';
import { rescheduleCallback } from '../operations/callbacks.ts';
import { mustBeOpenAt } from '../permitted-hours.ts';
import { notFound } from '../problems.ts';
import { mustHoldOrSteer, visibleCallback } from '../visible.ts';
import { numberTaken, otherNumber } from '../wanted-number.ts';

/** How to reach the customer is written down before the callback is moved, and taken back where it was not. */
export const rescheduleEndpoint = endpoint(rescheduleCallback)(async ({ deps, caller, params, body }) => {
  const { db } = deps.store;
  const row = await visibleCallback(deps, caller, params.id);
  mustHoldOrSteer(row, caller);
  const route = await readRoute(db, row.route_id);
  if (!route) throw notFound('There is no such route.');
  const [at, actor] = [utc(body.at), actorOf(caller)];
  const number = otherNumber(deps, route, body.number);
  mustBeOpenAt(route, at, new Date().toISOString());
  const before = await agreeOnReach(db, { callbackId: row.id, at, number, timeZone: body.timeZone ?? null, actor }).catch((error: unknown) => {
    throw numberTaken(error);
  });
  const windowEndsAt = body.windowEndsAt === undefined ? null : utc(body.windowEndsAt);
  try {
    return await command(deps, rescheduleUpdate, row.id, { actor, at, windowEndsAt, staysWithAgent: body.staysWithAgent });
  } catch (error) {
    // Where no answer came, the callback may have been moved all the same.
    if (!(error instanceof TemporalUnavailable)) await takeBackReach(db, row.id, at, before);
    throw error;
  }
});
