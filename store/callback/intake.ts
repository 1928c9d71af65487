import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { OPEN_STATUSES } from '../../domain/status.ts';
import type { Actor, Channel, Kind, Origin } from '../../domain/words.ts';
import type { NumbersContact } from '../contact/contact-match.ts';
import { whoseNumber } from '../contact/contact-match.ts';
import { hint, kick } from '../notify.ts';
import { enqueue } from '../outbox.ts';
import { giveToCustomersAgent } from './owner-rule.ts';
import { arrive } from '../route/route-change.ts';
import type { CallbackRow, Db, NewCallbackRow, Tables } from '../tables.ts';

type Tx = Transaction<Tables>;

/** What a customer asks for. Instants are ISO 8601 in UTC. */
export interface NewCallback {
  readonly routeId: string;
  /** E.164. */
  readonly number: string;
  readonly numberHash: string;
  readonly name: string;
  readonly language: string | null;
  /** The customer's IANA time zone, where known. */
  readonly timeZone: string | null;
  readonly kind: Kind;
  readonly origin: Origin;
  readonly channel: Channel;
  readonly desiredAt: string | null;
  readonly windowEndsAt: string | null;
  readonly collected: Readonly<Record<string, string>>;
  /** The same key again finds the same callback: an IVR's CallSid, or the caller's own. */
  readonly requestKey: string | null;
  readonly actor: Actor;
}

/**
 * `repeated`: the same request key. `open`: this number has an open callback on this route, and this is it. `kept_for_later`: a
 * conversation is going on; this callback starts when that one ends.
 */
export interface Requested {
  readonly id: string;
  readonly result: 'created' | 'open' | 'repeated' | 'kept_for_later';
  readonly generation: number;
}

/** The route was deleted while the request was on its way: nothing was taken in. */
export class RouteDeleted extends Error {
  override readonly name = 'RouteDeleted';
  constructor() {
    super('The route takes no callbacks any more.');
  }
}

/** Several racing requests for one number settle within a few tries; more would be a defect. */
const TRIES = 20;

/**
 * Takes a request in, durably (design, decision 3). One callback per route and number is open at a time; requests that race find
 * the same one. A repeat is noted on the open callback's timeline, and revives a withdrawn one. It belongs to the contact whose number
 * it is, who is called by name if the request gives none.
 * @throws {RouteDeleted} when the route was deleted; any error when it has never been there
 */
export async function requestCallback(db: Db, wanted: NewCallback): Promise<Requested> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const requested = await db.transaction().execute((tx) => tryToTake(tx, wanted));
    if (requested) return requested;
  }
  throw new Error('The request could not be taken in: other requests for the same number kept changing it.');
}

/** Null: what stood in the way has gone meanwhile; try again. */
async function tryToTake(tx: Tx, wanted: NewCallback): Promise<Requested | null> {
  const repeated = await findByKey(tx, wanted.requestKey);
  if (repeated) return { ...repeated, result: 'repeated' };
  const created = await insert(tx, wanted, null);
  if (created) return { ...created, result: 'created' };
  const open = await lockOpen(tx, wanted);
  if (!open) return null;
  const isTalking = open.status === 'connected' || open.status === 'wrap_up';
  return isTalking ? keepForLater(tx, open, wanted) : joinOpen(tx, open, wanted);
}

async function findByKey(tx: Tx, requestKey: string | null): Promise<Pick<Requested, 'id' | 'generation'> | undefined> {
  if (requestKey === null) return undefined;
  return tx
    .selectFrom('callback')
    .select(['id', 'generation'])
    .where((eb) =>
      eb.or([
        eb('request_key', '=', requestKey),
        eb('id', 'in', eb.selectFrom('repeated_request').select('callback_id').where('repeated_request.request_key', '=', requestKey)),
      ]),
    )
    .executeTakeFirst();
}

async function insert(tx: Tx, wanted: NewCallback, waitsFor: string | null): Promise<Pick<Requested, 'id' | 'generation'> | null> {
  const contact = await whoseNumber(tx, wanted.numberHash);
  const row = await tx
    .insertInto('callback')
    .values({ ...newRow(wanted, waitsFor, contact), arriving: isDistributed(wanted.routeId) })
    .onConflict((oc) => oc.doNothing())
    .returning(['id', 'generation', 'requested_at', 'arriving'])
    .executeTakeFirst();
  if (!row) return null;
  // The row just written holds the route's: whoever deletes it waits for us, or has done so by now.
  const deleted = await tx.selectFrom('route').select('id').where('id', '=', wanted.routeId).where('deleted_at', 'is not', null).executeTakeFirst();
  if (deleted) throw new RouteDeleted();
  await tx
    .insertInto('callback_event')
    .values({
      callback_id: row.id,
      version: 0,
      ordinal: 0,
      type: 'requested',
      at: row.requested_at,
      actor: JSON.stringify(wanted.actor),
      status: 'scheduled',
      data: JSON.stringify({ kind: wanted.kind, origin: wanted.origin, desiredAt: wanted.desiredAt }),
    })
    .execute();
  if (waitsFor === null) await giveToCustomersAgent(tx, row.id);
  if (row.arriving) await kick(tx);
  await hint(tx, { callbackId: row.id });
  return { id: row.id, generation: row.generation };
}

/** Whether the route distributes what arrives: matching does it, in its next round. */
function isDistributed(routeId: string) {
  return sql<boolean>`coalesce((select policy->>'automaticDistribution' <> 'off' from route where id = ${routeId}), false)`;
}

/** What the request does not say is as the contact has it. */
function newRow(wanted: NewCallback, waitsFor: string | null, contact: NumbersContact | null): NewCallbackRow {
  return {
    id: randomUUID(),
    route_id: wanted.routeId,
    number: wanted.number,
    number_hash: wanted.numberHash,
    name: wanted.name || (contact?.name ?? ''),
    language: wanted.language ?? contact?.language ?? null,
    time_zone: wanted.timeZone ?? contact?.timeZone ?? null,
    contact_id: contact?.id ?? null,
    kind: wanted.kind,
    origin: wanted.origin,
    channel: wanted.channel,
    status: 'scheduled',
    desired_at: wanted.desiredAt,
    window_ends_at: wanted.windowEndsAt,
    collected: JSON.stringify(wanted.collected),
    request_key: wanted.requestKey,
    waits_for: waitsFor,
  };
}

async function lockOpen(tx: Tx, { routeId, numberHash }: NewCallback): Promise<CallbackRow | undefined> {
  return tx
    .selectFrom('callback')
    .selectAll()
    .where('route_id', '=', routeId)
    .where('number_hash', '=', numberHash)
    .where('status', 'in', OPEN_STATUSES)
    .where('waits_for', 'is', null)
    .forUpdate()
    .executeTakeFirst();
}

async function joinOpen(tx: Tx, open: CallbackRow, wanted: NewCallback): Promise<Requested> {
  await noteRepeat(tx, open.id, open.id, wanted);
  if (open.status === 'withdrawn') {
    await arrive(tx, [open.id]);
    await enqueue(tx, { callbackId: open.id, message: 'revive', payload: {} });
  }
  return { id: open.id, generation: open.generation, result: 'open' };
}

/** One callback is kept, however often the request is repeated during the conversation. */
async function keepForLater(tx: Tx, open: CallbackRow, wanted: NewCallback): Promise<Requested | null> {
  const kept = await tx.selectFrom('callback').select(['id', 'generation']).where('waits_for', '=', open.id).executeTakeFirst();
  const waiting = kept ?? (await insert(tx, wanted, open.id));
  if (!waiting) return null;
  await noteRepeat(tx, open.id, waiting.id, { ...wanted, requestKey: kept ? wanted.requestKey : null });
  return { ...waiting, result: 'kept_for_later' };
}

async function noteRepeat(tx: Tx, openId: string, foundId: string, { requestKey, actor, kind, origin, desiredAt }: NewCallback): Promise<void> {
  const data = JSON.stringify({ kind, origin, desiredAt });
  await tx.insertInto('case_event').values({ callback_id: openId, type: 'requested_again', actor: JSON.stringify(actor), data }).execute();
  if (requestKey !== null) {
    const seen = { request_key: requestKey, callback_id: foundId };
    await tx.insertInto('repeated_request').values(seen).onConflict((oc) => oc.doNothing()).execute();
  }
  await hint(tx, { callbackId: openId });
}

/** Temporal has taken the start of the callback's workflow. */
export async function markStarted(db: Db, callbackId: string): Promise<void> {
  await db
    .updateTable('callback')
    .set({ started_at: sql<Date>`now()` })
    .where('id', '=', callbackId)
    .where('started_at', 'is', null)
    .execute();
}

/** Open callbacks that were requested, or re-opened, longer ago than this and whose workflow was never started, oldest first. */
export async function unstarted(db: Db, olderThanMs: number, limit: number): Promise<{ id: string; generation: number }[]> {
  return db
    .selectFrom('callback')
    .select(['id', 'generation'])
    .where('started_at', 'is', null)
    .where('waits_for', 'is', null)
    .where('status', 'in', OPEN_STATUSES)
    .where(sql<boolean>`coalesce(reopened_at, requested_at) <= now() - ${olderThanMs} * interval '1 millisecond'`)
    .orderBy('requested_at')
    .limit(limit)
    .execute();
}
