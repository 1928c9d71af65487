import { sql } from 'kysely';
import { changeDueTimes, changesOf } from '../../domain/route-settings.ts';
import type { RouteSettings, SettingChange } from '../../domain/route-settings.ts';
import type { Route } from '../../domain/route.ts';
import { lastFour } from '../../domain/numbers.ts';
import { OPEN_STATUSES } from '../../domain/status.ts';
import type { Actor } from '../../domain/words.ts';
import { lockAgents } from '../agent/agents.ts';
import { audit, auditAll } from '../report/audit.ts';
import { hint, hintAll, kick } from '../notify.ts';
import { tellOfPolicy } from './policy-news.ts';
import { readRoute, toRoute, writeNumbers } from './routes.ts';
import { gathered } from '../callback/rows.ts';
import type { Db } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

/** Why a route could not be made, edited or deleted: nothing was changed. */
export class RouteRefused extends Error {
  override readonly name = 'RouteRefused';
  readonly reason: 'gone' | 'id_taken' | 'name_taken' | 'number_taken' | 'edited_meanwhile' | 'has_callbacks' | 'is_named';
  /** For `number_taken`: which of the numbers given. */
  readonly index: number;
  constructor(reason: RouteRefused['reason'], index = 0) {
    super(`The route cannot be changed so: ${reason}.`);
    this.reason = reason;
    this.index = index;
  }
}

/** A route with what its administrators see beside it. */
export interface StoredSettings {
  readonly route: Route;
  readonly agentIds: readonly string[];
  /** Callbacks that wait: scheduled or queued. */
  readonly waiting: number;
  /** Callbacks that have not ended. */
  readonly open: number;
  readonly edited: { readonly at: Date; readonly by: Actor | null };
}

/** Every route that was not deleted, by name. */
export async function readAllSettings(db: Db): Promise<StoredSettings[]> {
  return read(db, null);
}

/** Null: there is no such route, or none any more. */
export async function readSettings(db: Db, id: string): Promise<StoredSettings | null> {
  return (await read(db, id))[0] ?? null;
}

async function read(db: Db, id: string | null): Promise<StoredSettings[]> {
  const rows = await db
    .selectFrom('route')
    .selectAll()
    .select([
      sql<string[]>`array(select number from route_number where route_id = route.id order by number)`.as('numbers'),
      sql<string[]>`array(select agent_id from agent_route where route_id = route.id order by agent_id)`.as('agent_ids'),
      sql<Actor | null>`(select actor from audit_entry where subject = 'route/' || route.id
        and action in ('route_created', 'route_edited') order by id desc limit 1)`.as('edited_by'),
    ])
    .where('deleted_at', 'is', null)
    .$if(id !== null, (query) => query.where('id', '=', String(id)))
    .orderBy('name')
    .orderBy('id')
    .execute();
  const counts = await openCounts(db, id);
  return rows.map((row) => ({
    route: toRoute(row, row.numbers),
    agentIds: row.agent_ids,
    waiting: counts.get(row.id)?.waiting ?? 0,
    open: counts.get(row.id)?.open ?? 0,
    edited: { at: row.updated_at, by: row.edited_by },
  }));
}

async function openCounts(db: Db, routeId: string | null): Promise<Map<string, { waiting: number; open: number }>> {
  const rows = await db
    .selectFrom('callback')
    .select(['route_id', sql<number>`count(*)::int`.as('open'), sql<number>`count(*) filter (where status in ('scheduled', 'queued'))::int`.as('waiting')])
    .where('status', 'in', OPEN_STATUSES)
    .$if(routeId !== null, (query) => query.where('route_id', '=', String(routeId)))
    .groupBy('route_id')
    .execute();
  return new Map(rows.map(({ route_id, open, waiting }) => [route_id, { open, waiting }]));
}

/**
 * Edits of routes come one after the other, so that what each was checked against holds until it is written; and none beside a change
 * of agents, who are the other side of which agent serves which route.
 */
const EDITING_LOCK = 7_318;

async function editing<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return inTransaction(db, async (tx) => {
    await sql`select pg_advisory_xact_lock(${EDITING_LOCK})`.execute(tx);
    await lockAgents(tx);
    return work(tx);
  });
}

/** @throws {RouteRefused} when its id, name or one of its numbers belongs to another route */
export async function createRoute(db: Db, id: string, settings: RouteSettings, actor: Actor): Promise<void> {
  const { name, policy } = settings;
  await editing(db, async (tx) => {
    if (await readRoute(tx, id)) throw new RouteRefused('id_taken');
    await refuseTaken(tx, id, settings);
    await tx.insertInto('route').values({ id, name, policy: JSON.stringify(policy) }).execute();
    await writeNumbers(tx, id, settings.numbers);
    await writeAgents(tx, id, [], settings.agentIds);
    const written = masked({ name, numbers: settings.numbers, agentIds: settings.agentIds, ...policy });
    await audit(tx, { actor, action: 'route_created', subject: `route/${id}`, after: written });
    await hint(tx, { routeId: id });
  });
}

/**
 * Writes the settings whole, and has those who wait by them hear of it. Settings that differ in nothing change nothing.
 *
 * @param version of the route that was read to make them
 * @throws {RouteRefused} also when somebody has edited it since
 */
export async function editRoute(db: Db, id: string, version: number, settings: RouteSettings, actor: Actor): Promise<SettingChange[]> {
  return editing(db, async (tx) => {
    const stored = await readSettings(tx, id);
    if (!stored) throw new RouteRefused('gone');
    if (stored.route.version !== version) throw new RouteRefused('edited_meanwhile');
    const changes = changesOf({ ...stored.route, agentIds: stored.agentIds }, settings);
    if (changes.length === 0) return changes;
    await refuseTaken(tx, id, settings);
    await write(tx, id, stored, settings);
    const side = (which: 'before' | 'after') => masked(Object.fromEntries(changes.map((change) => [change.key, change[which]])));
    await audit(tx, { actor, action: 'route_edited', subject: `route/${id}`, before: side('before'), after: side('after') });
    if (changeDueTimes(changes)) await tellOfPolicy(tx, id);
    await hint(tx, { routeId: id });
    await kick(tx);
    return changes;
  });
}

async function write(tx: Db, id: string, stored: StoredSettings, { name, numbers, agentIds, policy }: RouteSettings): Promise<void> {
  await tx
    .updateTable('route')
    .set({ name, policy: JSON.stringify(policy), version: sql<number>`version + 1`, updated_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute();
  await writeNumbers(tx, id, numbers);
  await writeAgents(tx, id, stored.agentIds, agentIds);
}

/** Closes a route to new callbacks, or opens it to them again; it was so already: nothing happens. False: there is none. */
export async function closeRoute(db: Db, id: string, closed: boolean, actor: Actor): Promise<boolean> {
  return editing(db, async (tx) => {
    const stored = await readSettings(tx, id);
    if (!stored || stored.route.closed === closed) return stored !== null;
    await tx.updateTable('route').set({ closed_at: closed ? sql<Date>`now()` : null }).where('id', '=', id).execute();
    const action = closed ? 'route_closed' : 'route_opened';
    await audit(tx, { actor, action, subject: `route/${id}`, before: { closed: !closed }, after: { closed } });
    await hint(tx, { routeId: id });
    return true;
  });
}

/**
 * Deletes a route none of whose callbacks is open. Its row stays for the names of those that have ended; its numbers are free, nobody
 * is eligible for it, and it takes nothing new. Answers the numbers that led to it.
 *
 * @throws {RouteRefused} when it has open callbacks, another route passes callbacks on to it, or it is gone
 */
export async function deleteRoute(db: Db, id: string, actor: Actor): Promise<readonly string[]> {
  return editing(db, async (tx) => {
    // Whoever is about to insert a callback of this route holds its row until then.
    await tx.selectFrom('route').select('id').where('id', '=', id).forUpdate().execute();
    const stored = await readSettings(tx, id);
    if (!stored) throw new RouteRefused('gone');
    if (stored.open > 0) throw new RouteRefused('has_callbacks');
    if (await isNamed(tx, id)) throw new RouteRefused('is_named');
    const now = sql<Date>`now()`;
    await tx.updateTable('route').set({ deleted_at: now, closed_at: sql<Date>`coalesce(closed_at, now())` }).where('id', '=', id).execute();
    await writeNumbers(tx, id, []);
    await writeAgents(tx, id, stored.agentIds, []);
    const { name, numbers } = stored.route;
    await audit(tx, { actor, action: 'route_deleted', subject: `route/${id}`, before: masked({ name, numbers, agentIds: stored.agentIds }) });
    await hint(tx, { routeId: id });
    return numbers;
  });
}

/** Whether another route passes callbacks on to this one. */
async function isNamed(tx: Db, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from route where deleted_at is null and id <> ${id}
      and ${id} in (policy->'afterRejectedOffer'->>'routeId', policy->'afterMissedOffer'->>'routeId')`.execute(tx);
  return rows.length > 0;
}

async function refuseTaken(tx: Db, id: string, { name, numbers }: RouteSettings): Promise<void> {
  const others = tx.selectFrom('route').select('id').where('id', '!=', id).where('deleted_at', 'is', null);
  if (await others.where('name', '=', name).executeTakeFirst()) throw new RouteRefused('name_taken');
  if (numbers.length === 0) return;
  const taken = await tx.selectFrom('route_number').select('number').where('number', 'in', numbers).where('route_id', '!=', id).executeTakeFirst();
  if (taken) throw new RouteRefused('number_taken', numbers.indexOf(taken.number));
}

async function writeAgents(tx: Db, id: string, before: readonly string[], after: readonly string[]): Promise<void> {
  const added = [...new Set(after)].filter((agentId) => !before.includes(agentId));
  const removed = before.filter((agentId) => !after.includes(agentId));
  if (removed.length > 0) await tx.deleteFrom('agent_route').where('route_id', '=', id).where('agent_id', 'in', removed).execute();
  const rows = added.map((agentId) => ({ agent_id: agentId, route_id: id }));
  if (rows.length > 0) await tx.insertInto('agent_route').values(rows).execute();
  await hintAll(tx, [...added, ...removed].map((agentId) => ({ agentId })));
}

/** Who serves a route has been changed from the agents' side. */
export interface MemberChange {
  readonly routeId: string;
  readonly came: readonly string[];
  readonly left: readonly string[];
}

/**
 * Agents have been written whose routes are others than before: each of these routes has been edited, and settings that were read
 * before that are older ones.
 */
export async function noteMembers(tx: Db, changes: readonly MemberChange[], actor: Actor): Promise<void> {
  if (changes.length === 0) return;
  const routeIds = changes.map(({ routeId }) => routeId);
  await sql`update route set version = version + 1, updated_at = now() where id = any(${routeIds}::text[])`.execute(tx);
  const served = await sql<{ route_id: string; agent_id: string }>`
    select route_id, agent_id from agent_route where route_id = any(${routeIds}::text[]) order by agent_id`.execute(tx);
  const members = gathered(served.rows.map(({ route_id, agent_id }) => [route_id, agent_id]));
  await auditAll(tx, changes.map(({ routeId, came, left }) => {
    const after = members.get(routeId) ?? [];
    const before = [...after.filter((id) => !came.includes(id)), ...left].toSorted();
    return { actor, action: 'route_edited' as const, subject: `route/${routeId}`, before: { agentIds: before }, after: { agentIds: after } };
  }));
  await hintAll(tx, routeIds.map((routeId) => ({ routeId })));
}

/** No telephone number stands in the audit log: its last digits tell which it was. */
function masked(settings: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { numbers, callerId, ...rest } = settings;
  return {
    ...rest,
    ...(Array.isArray(numbers) && { numbers: numbers.map((number) => ending(String(number))) }),
    ...(typeof callerId === 'string' && { callerId: ending(callerId) }),
  };
}

function ending(number: string): string {
  return `…${lastFour(number)}`;
}
