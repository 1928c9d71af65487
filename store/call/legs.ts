import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { IntentState } from '../../domain/leg.ts';
import type { LegKey } from './leg-read.ts';
import { learnConference } from './leg-read.ts';
import { hint } from '../notify.ts';
import type { Db, LegRow } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

export type { LegSays, Learnt } from './leg-news.ts';
export { factsOf, giveUp, learnLeg } from './leg-news.ts';
export type { Leave } from './leg-post.ts';
export { takeSlotAndPost, writeAndTakeSlot } from './leg-post.ts';
export type { LegInContext, LegKey } from './leg-read.ts';
export { isAttemptOver, legsOf, readLeg } from './leg-read.ts';

/** What is known once a request for a leg has been answered. */
export interface Recorded {
  readonly leg: LegRow;
  /** Somebody wants the call to end: end it now. */
  readonly endWanted: boolean;
  /** The leg had been settled before this answer came: a call of it must not go on. */
  readonly wasSettled: boolean;
}

/** The network has taken the request. Null: there is no such leg. */
export async function recordPlaced(
  db: Db,
  { callbackId, label, callSid, conferenceSid, queueTimeMs }: LegKey & { callSid: string; conferenceSid: string; queueTimeMs: number },
): Promise<Recorded | null> {
  return inTransaction(db, async (tx) => {
    const leg = await tx
      .updateTable('leg')
      .set({
        state: sql<IntentState>`case when state in ('posting', 'unknown') then 'placed' else state end`,
        call_sid: sql<string>`coalesce(call_sid, ${callSid})`,
        conference_sid: sql<string>`coalesce(conference_sid, ${conferenceSid})`,
        queue_time_ms: queueTimeMs,
      })
      .where('callback_id', '=', callbackId)
      .where('label', '=', label)
      .returningAll()
      .executeTakeFirst();
    if (!leg) return null;
    await learnConference(tx, leg, conferenceSid);
    await hint(tx, { callbackId });
    return { leg, endWanted: leg.end_wanted, wasSettled: leg.settled_at !== null };
  });
}

/** The network did not process the request: the same leg may be posted again, until its deadline, unless it is to be ended. */
export async function recordNotSent(db: Db, key: LegKey): Promise<void> {
  await leavePosting(db, key, {
    state: sql<IntentState>`case when end_wanted then 'void' else 'intended' end`,
    posted_at: null,
    settled_at: sql<Date | null>`case when end_wanted then now() end`,
  });
}

/** The network refused the leg for good; `errorCode` is the network's. */
export async function recordRejected(db: Db, key: LegKey & { errorCode: number | null }): Promise<void> {
  await leavePosting(db, key, { state: 'rejected', error_code: key.errorCode, settled_at: sql<Date>`now()` });
}

/** The answer was lost: the telephone may ring. */
export async function recordUnknown(db: Db, key: LegKey): Promise<void> {
  await leavePosting(db, key, { state: 'unknown' });
}

/** Only from `posting`: a leg the network has spoken of meanwhile is placed, whatever became of the answer. */
async function leavePosting(
  db: Db,
  { callbackId, label }: LegKey,
  change: {
    state: IntentState | RawBuilder<IntentState>;
    posted_at?: null;
    error_code?: number | null;
    settled_at?: RawBuilder<Date | null>;
  },
): Promise<void> {
  await db
    .updateTable('leg')
    .set(change)
    .where('callback_id', '=', callbackId)
    .where('label', '=', label)
    .where('state', '=', 'posting')
    .execute();
}

/** The legs of an attempt, or one of them. */
type WhichLegs = { readonly callbackId: string; readonly attempt: number } | LegKey;

/** Voids those legs that nobody has asked the network for: they never ring. Answers their labels. */
export async function voidIntended(db: Db, which: WhichLegs): Promise<string[]> {
  const voided = await db
    .updateTable('leg')
    .set({ state: 'void', settled_at: sql<Date>`now()` })
    .where('callback_id', '=', which.callbackId)
    .where((eb) => ('label' in which ? eb('label', '=', which.label) : eb('attempt', '=', which.attempt)))
    .where('state', '=', 'intended')
    .returning('label')
    .execute();
  return voided.map(({ label }) => label);
}

/**
 * Records that those calls are to end, but for those that go on without us. Answers the sids of those that are known and not over;
 * the others are ended when theirs is learnt (`endWanted`).
 */
export async function wantEnded(db: Db, which: WhichLegs): Promise<string[]> {
  const wanted = await db
    .updateTable('leg')
    .set({ end_wanted: true })
    .where('callback_id', '=', which.callbackId)
    .where((eb) => ('label' in which ? eb('label', '=', which.label) : eb('attempt', '=', which.attempt)))
    .where('state', 'in', ['posting', 'placed', 'unknown'])
    .where('settled_at', 'is', null)
    .where('let_go', '=', false)
    .returning('call_sid')
    .execute();
  return wanted.map(({ call_sid }) => call_sid).filter((sid) => sid !== null);
}

/**
 * Those calls of an attempt that are not over go on without us: nobody ends them from now on. One whose end is wanted ends all the same.
 * @param of `labels`: which; left out: all.
 */
export async function letGo(db: Db, of: { readonly callbackId: string; readonly attempt: number; readonly labels?: readonly string[] }): Promise<void> {
  const { callbackId, attempt, labels } = of;
  await db
    .updateTable('leg')
    .set({ let_go: true })
    .where('callback_id', '=', callbackId)
    .where('attempt', '=', attempt)
    .$if(labels !== undefined, (query) => query.where('label', 'in', labels ?? []))
    .where('state', 'in', ['posting', 'placed', 'unknown'])
    .where('settled_at', 'is', null)
    .where('end_wanted', '=', false)
    .execute();
}
