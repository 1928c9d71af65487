import { sql } from 'kysely';
import type { Status } from '../../domain/status.ts';
import { isBeingCalled } from '../../domain/status.ts';
import type { Actor, CallbackEvent, EventType } from '../../domain/words.ts';
import type { AttemptRow, CallbackRow, Db, ReservationRow } from '../tables.ts';

/** One line of a callback's timeline: a step of its life, or a fact about it (`status` is null then). */
export interface TimelineEntry {
  /** Stable within the callback. */
  readonly key: string;
  readonly type: EventType;
  readonly at: Date;
  readonly actor: Actor;
  readonly status: Status | null;
  readonly data: CallbackEvent['data'];
}

/** Everything that happened to a callback, in its order. */
export async function readTimeline(db: Db, callbackId: string): Promise<TimelineEntry[]> {
  const { rows } = await sql<TimelineEntry>`
    select key, type, at, actor, status, data from (
      select 'life-' || version || '-' || ordinal as key, type, at, actor, status, data, 0 as origin, version, ordinal::bigint
        from callback_event where callback_id = ${callbackId}
      union all
      select 'case-' || id as key, type, at, actor, null as status, data, 1 as origin, 0 as version, id as ordinal
        from case_event where callback_id = ${callbackId}
    ) as entry
    order by at, origin, version, ordinal`.execute(db);
  return rows;
}

/** Whether a new time was agreed during the newest attempt, which is over: the callback goes to it once it is marked done. */
export async function isTimeAgreed(db: Db, { id, status }: Pick<CallbackRow, 'id' | 'status'>): Promise<boolean> {
  return status === 'wrap_up' && (await agreedTime(db, { id, status })) !== null;
}

/** A time agreed with the customer. Instants are ISO 8601. */
export interface AgreedTime {
  readonly at: string;
  /** The end of the window agreed with it; null: the route's. */
  readonly windowEndsAt: string | null;
}

/** The time agreed since the newest attempt began, which holds once that is filed: the one that was said last. Null: none is. */
export async function agreedTime(db: Db, { id: callbackId, status }: Pick<CallbackRow, 'id' | 'status'>): Promise<AgreedTime | null> {
  if (!isBeingCalled(status)) return null;
  const { rows } = await sql<AgreedTime>`
    select data ->> 'dueAt' as at, data ->> 'windowEndsAt' as "windowEndsAt" from callback_event where callback_id = ${callbackId} and type = 'rescheduled' and (version, ordinal) > (
      select version, ordinal from callback_event where callback_id = ${callbackId} and type = 'attempt_started'
      order by version desc, ordinal desc limit 1)
    order by version desc, ordinal desc limit 1`.execute(db);
  return rows[0] ?? null;
}

/** The callback's attempts, the first one first. What a step that history forgot had started is left out. */
export async function attempts(db: Db, callbackId: string): Promise<AttemptRow[]> {
  return db
    .selectFrom('attempt')
    .innerJoin('callback', 'callback.id', 'attempt.callback_id')
    .selectAll('attempt')
    .where('callback_id', '=', callbackId)
    .whereRef('attempt.attempt', '<=', 'callback.attempt')
    .orderBy('attempt.attempt')
    .execute();
}

/** Whether an agent has had the callback in hand: read it before dialling, dialled it, or was given its conversation. */
export async function hasHadInHand(db: Db, callbackId: string, agentId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (
      select from attempt join callback on callback.id = attempt.callback_id
      where callback_id = ${callbackId} and attempt.agent_id = ${agentId} and attempt.attempt <= callback.attempt
    ) or exists (
      select from callback_event
      where callback_id = ${callbackId}
        and (type in ('preview_opened', 'transferred') and data ->> 'agentId' = ${agentId} or type = 'taken_over' and actor ->> 'id' = ${agentId})
    ) as has`.execute(db);
  return rows[0]?.has ?? false;
}

/** The callback's offers, the first one first. What no workflow confirmed was never shown to anybody. */
export async function offers(db: Db, callbackId: string): Promise<ReservationRow[]> {
  return db
    .selectFrom('reservation')
    .selectAll()
    .where('callback_id', '=', callbackId)
    .where('purpose', '=', 'offer')
    .where('confirmed_at', 'is not', null)
    .orderBy('reserved_at')
    .execute();
}
