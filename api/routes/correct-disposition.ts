import { readRoute } from '../../store/route/routes.ts';
import { correctDisposition as correct } from '../../store/callback/reopen.ts';
import { actorOf } from '../auth/caller.ts';
import { endpoint } from '../endpoint.ts';
import { correctDisposition } from '../operations/reopening.ts';
import { conflict, notFound } from '../problems.ts';
import { malformedAt } from '../validate.ts';
import { visibleCallback } from '../visible.ts';

/** Files another disposition for a callback that has ended. */
export const correctDispositionEndpoint = endpoint(correctDisposition)(async ({ deps, caller, params, body: { disposition, reason } }) => {
  const { db } = deps.store;
  const { id, route_id } = await visibleCallback(deps, caller, params.id);
  const ends = (await readRoute(db, route_id))?.policy.dispositions.filter(({ effect }) => effect === 'end') ?? [];
  if (!ends.some(({ code }) => code === disposition)) throw malformedAt('/disposition', "is not one of the route's dispositions that end a callback");
  const row = await correct(db, { callbackId: id, disposition, reason: reason.trim(), actor: actorOf(caller) });
  if (row === null) throw notFound('There is no such callback.');
  if (row === 'not_over') throw conflict('not_over', 'This callback has not ended: choose the disposition when marking it done.');
  return { status: 200, body: { version: row.version, status: row.status } };
});
