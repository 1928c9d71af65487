import { sql } from 'kysely';
import type { RoutePolicy } from '../../domain/route.ts';
import type { Db, LegRow } from '../tables.ts';

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
  /** What the customer speaks, as far as it is known. */
  readonly language: string | null;
  /** Of the callback's route, as it is now. */
  readonly policy: RoutePolicy;
  /** The attempt's conference; null: it is not known yet. */
  readonly conferenceSid: string | null;
  /** Where the leg goes: E.164, `sip:` or `client:` address; null: whoever it rings has no telephone. */
  readonly to: string | null;
}

/** The same as one row of the database. */
export type LegRowInContext = LegRow & Omit<LegInContext, 'leg'>;

/** Reads a leg with what lies around it, in one statement; null: there is no such leg. `lock` holds its row until the transaction ends. */
export async function readLeg(db: Db, key: LegKey, { lock = false } = {}): Promise<LegInContext | null> {
  const found = await legInContext(db, key)
    .$if(lock, (query) => query.forUpdate('leg'))
    .executeTakeFirst();
  return found ? inContext(found) : null;
}

/** All of them, by name: the query below is part of a prepared statement (prepared.ts). */
const LEG_COLUMNS = [
  'leg.callback_id',
  'leg.label',
  'leg.attempt',
  'leg.role',
  'leg.agent_id',
  'leg.state',
  'leg.intended_at',
  'leg.deadline_at',
  'leg.posted_at',
  'leg.settled_at',
  'leg.number_hash',
  'leg.end_wanted',
  'leg.call_sid',
  'leg.conference_sid',
  'leg.queue_time_ms',
  'leg.error_code',
  'leg.progress',
  'leg.call_end',
  'leg.answered_by',
  'leg.answered_at',
  'leg.ended_at',
  'leg.joined_at',
  'leg.left_at',
  'leg.left_reason',
  'leg.looked_at',
  'leg.on_hold',
  'leg.muted',
  'leg.coaches',
  'leg.target_id',
  'leg.let_go',
  'leg.conference_sequence',
] as const;

/**
 * The query of `readLeg`, to be part of another. What may be missing is asked for by itself rather than joined: planning so many joins
 * takes longer than finding the rows, and a telephone waits for both.
 */
export function legInContext(db: Db, { callbackId, label }: LegKey) {
  return db
    .selectFrom('leg')
    .innerJoin('callback', 'callback.id', 'leg.callback_id')
    .innerJoin('route', 'route.id', 'callback.route_id')
    .select(LEG_COLUMNS)
    .select(['callback.language', 'route.policy'])
    .select([
      sql<string | null>`(select conference_sid from attempt where attempt.callback_id = leg.callback_id and attempt.attempt = leg.attempt)`.as('conferenceSid'),
      sql<string | null>`coalesce(
        case leg.role when 'customer' then callback.number when 'target' then (select number from call_target where id = leg.target_id) end,
        (select endpoint from agent where id = leg.agent_id))`.as('to'),
    ])
    .where('leg.callback_id', '=', callbackId)
    .where('leg.label', '=', label);
}

/** What `legInContext` finds, with the leg apart from what lies around it. */
export function inContext({ language, policy, conferenceSid, to, ...leg }: LegRowInContext): LegInContext {
  return { leg, language, policy, conferenceSid, to };
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
