import type { Selectable } from 'kysely';
import type { AttemptRow, CallbackRow, Db, LegRow, RouteTable } from '../tables.ts';

/** Names one leg. */
export interface LegKey {
  readonly callbackId: string;
  readonly label: string;
}

/** The legs of an attempt, in the order they were intended. */
export async function legsOf(db: Db, callbackId: string, attempt: number): Promise<LegRow[]> {
  return db
    .selectFrom('leg')
    .selectAll()
    .where('callback_id', '=', callbackId)
    .where('attempt', '=', attempt)
    .orderBy('intended_at')
    .orderBy('label')
    .execute();
}

/** The legs of every attempt of a callback, in the order they were intended. */
export async function allLegsOf(db: Db, callbackId: string): Promise<LegRow[]> {
  return db.selectFrom('leg').selectAll().where('callback_id', '=', callbackId).orderBy('intended_at').orderBy('label').execute();
}

/** Everything about a leg that asking the network for it, or about it, needs. */
export interface LegInContext {
  readonly leg: LegRow;
  readonly callback: CallbackRow;
  readonly attempt: AttemptRow | null;
  readonly route: Selectable<RouteTable>;
  /** Where the leg goes: E.164, `sip:` or `client:` address; null: whoever it rings has no telephone. */
  readonly to: string | null;
}

/** Reads a leg with the rows around it; null: there is no such leg. `lock` holds its row until the transaction ends. */
export async function readLeg(db: Db, { callbackId, label }: LegKey, { lock = false } = {}): Promise<LegInContext | null> {
  const leg = await db
    .selectFrom('leg')
    .selectAll()
    .where('callback_id', '=', callbackId)
    .where('label', '=', label)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst();
  if (!leg) return null;
  const callback = await db.selectFrom('callback').selectAll().where('id', '=', callbackId).executeTakeFirstOrThrow();
  const route = await db.selectFrom('route').selectAll().where('id', '=', callback.route_id).executeTakeFirstOrThrow();
  const attempt = await db
    .selectFrom('attempt')
    .selectAll()
    .where('callback_id', '=', callbackId)
    .where('attempt', '=', leg.attempt)
    .executeTakeFirst();
  const to = leg.role === 'customer' ? callback.number : ((await numberOf(db, leg)) ?? (await endpointOf(db, leg.agent_id)));
  return { leg, callback, route, attempt: attempt ?? null, to };
}

/** The number somebody outside is rung on; null: it is an agent. */
async function numberOf(db: Db, { role, target_id: targetId }: LegRow): Promise<string | null> {
  if (role !== 'target' || targetId === null) return null;
  const target = await db.selectFrom('call_target').select('number').where('id', '=', targetId).executeTakeFirst();
  return target?.number ?? null;
}

async function endpointOf(db: Db, agentId: string | null): Promise<string | null> {
  if (agentId === null) return null;
  const agent = await db.selectFrom('agent').select('endpoint').where('id', '=', agentId).executeTakeFirst();
  return agent?.endpoint ?? null;
}

/** The attempt's conference, once its sid is known: from then on legs are created in it by sid. */
export async function learnConference(db: Db, { callback_id, attempt }: LegRow, conferenceSid: string): Promise<void> {
  await db
    .updateTable('attempt')
    .set({ conference_sid: conferenceSid })
    .where('callback_id', '=', callback_id)
    .where('attempt', '=', attempt)
    .where('conference_sid', 'is', null)
    .execute();
}

/** Whether the attempt has ended, as its callback's workflow says. */
export async function isAttemptOver(db: Db, callbackId: string, attempt: number): Promise<boolean> {
  const over = await db
    .selectFrom('attempt')
    .select('attempt')
    .where('callback_id', '=', callbackId)
    .where('attempt', '=', attempt)
    .where('ended_at', 'is not', null)
    .executeTakeFirst();
  return over !== undefined;
}
