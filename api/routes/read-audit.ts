import { readAudit as read } from '../../store/report/audit.ts';
import { namesOf } from '../../store/callback/names.ts';
import { endpoint } from '../endpoint.ts';
import { readAudit } from '../operations/routes.ts';
import { actorView } from '../views/actor.ts';

/** The audit log, the newest line first. One more than is shown is read: it tells whether there is a next page. */
export const readAuditEndpoint = endpoint(readAudit)(async ({ deps, query: { subject, before, limit } }) => {
  const { db } = deps.store;
  const entries = await read(db, { subject, before, limit: limit + 1 });
  const names = await namesOf(db, entries.flatMap(({ actor }) => ('id' in actor ? [actor.id] : [])));
  const items = entries.slice(0, limit).map((entry) => ({ ...entry, at: entry.at.toISOString(), actor: actorView(entry.actor, { names }) }));
  return { status: 200, body: { items, nextBefore: entries.length > limit ? (items.at(-1)?.id ?? null) : null } };
});
