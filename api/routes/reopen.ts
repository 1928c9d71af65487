import { reopenCallback } from '../../store/callback/reopen.ts';
import { actorOf } from '../auth/caller.ts';
import { endpoint } from '../endpoint.ts';
import { utc } from '../instant.ts';
import { reopen } from '../operations/reopening.ts';
import { conflict } from '../problems.ts';
import { startAnew } from '../start-soon.ts';
import { visibleCallback } from '../visible.ts';

/** A callback that has ended is to be called after all. */
export const reopenEndpoint = endpoint(reopen)(async ({ deps, caller, params, body }) => {
  const { id } = await visibleCallback(deps, caller, params.id);
  const at = body.at === undefined ? null : utc(body.at);
  if (at !== null && Date.parse(at) <= Date.now()) throw conflict('bad_time', 'The new time must lie in the future.');
  const given = { callbackId: id, at, reason: body.reason.trim(), actor: actorOf(caller), now: new Date().toISOString() };
  const reopened = await reopenCallback(deps.store.db, given);
  if (reopened && 'refused' in reopened) throw conflict(reopened.refused, REFUSALS[reopened.refused]);
  if (reopened) await startAnew(deps, { callbackId: id, generation: reopened.generation });
  const { version, status } = await visibleCallback(deps, caller, id);
  return { status: 200, body: { version, status } };
});

const REFUSALS = {
  not_over: 'This callback has not ended.',
  route_deleted: 'The route of this callback was deleted: nobody would be offered it. Please request a new one on another route.',
  route_has_one: 'This customer has asked again: there is an open callback of this number on the same route.',
} as const;
