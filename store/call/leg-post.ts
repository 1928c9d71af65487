import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Projected, Projection } from '../../domain/projection.ts';
import { writeStep } from '../callback/projection.ts';
import type { LegInContext, LegKey, LegRowInContext } from './leg-read.ts';
import { inContext, legInContext } from './leg-read.ts';
import { prepared } from '../prepared.ts';
import type { Db, LegRow, Tables } from '../tables.ts';
import { violates } from '../transaction.ts';

type Tx = Transaction<Tables>;

/** How soon to ask again where no instant is known at which the way is free. */
const LIVE_CALL_RETRY_MS = 500;
const NUMBER_IN_USE_RETRY_MS = 2_000;
const NO_CONFERENCE_RETRY_MS = 500;

/** What became of asking leave to post a leg. */
export type Leave =
  /** The leg is `posting` and its slot is taken: post it now, or within 2 s not at all. `to` is set. */
  | ({ readonly result: 'post' } & LegInContext & { readonly to: string })
  | { readonly result: 'not_yet'; readonly retryAfterMs: number; readonly reason: 'no_slot' | 'live_call_first' | 'number_in_use' | 'no_conference' }
  | { readonly result: 'no'; readonly reason: 'not_intended' | 'too_late' | 'no_telephone' };

/**
 * Takes a slot for a leg and moves it from `intended` to `posting`, both or neither, which happens once however many ask (design,
 * decisions 7 and 8). Legs of live calls go first. Past its deadline, or without a telephone to ring, a leg is voided.
 * The database's clock decides.
 */
export async function takeSlotAndPost(db: Db, key: LegKey): Promise<Leave> {
  try {
    return await db.transaction().execute((tx) => tryToPost(tx, key));
  } catch (error) {
    if (violates(error, 'leg_one_unsettled_per_number')) return { result: 'not_yet', retryAfterMs: NUMBER_IN_USE_RETRY_MS, reason: 'number_in_use' };
    throw error;
  }
}

/**
 * Writes the step that intends an agent's leg, and takes leave to post it, in one transaction: who sees the step sees the leg posted.
 * @returns `leave` null: the step does not hold, and there is nothing to post.
 */
export async function writeAndTakeSlot(db: Db, step: Projection, key: LegKey): Promise<{ readonly projected: Projected; readonly leave: Leave | null }> {
  return db.transaction().execute(async (tx) => {
    const projected = await writeStep(tx, step);
    return { projected, leave: projected.stored && projected.confirmed ? await tryToPost(tx, key) : null };
  });
}

async function tryToPost(tx: Tx, key: LegKey): Promise<Leave> {
  const found = await judgeAndPost(tx, key);
  if (!found) return { result: 'no', reason: 'not_intended' };
  const { standing, postedAt, ...row } = found;
  const { to, leg, ...around } = inContext(row);
  switch (standing) {
    case 'not_intended':
      return { result: 'no', reason: standing };
    case 'too_late':
    case 'no_telephone':
      return voidIt(tx, leg, standing);
    case 'no_conference':
      return { result: 'not_yet', retryAfterMs: NO_CONFERENCE_RETRY_MS, reason: standing };
    case 'number_in_use':
      return { result: 'not_yet', retryAfterMs: NUMBER_IN_USE_RETRY_MS, reason: standing };
    case 'live_call_first':
      return { result: 'not_yet', retryAfterMs: LIVE_CALL_RETRY_MS, reason: standing };
    case 'free':
      if (to === null || postedAt === null) return { result: 'not_yet', retryAfterMs: await untilNextSlot(tx), reason: 'no_slot' };
      return { result: 'post', leg: { ...leg, state: 'posting', posted_at: postedAt }, to, ...around };
  }
}

/** What keeps a leg from being posted now; `free`: nothing but the account's next slot. */
type Standing = 'not_intended' | 'too_late' | 'no_telephone' | 'no_conference' | 'number_in_use' | 'live_call_first' | 'free';

/**
 * Judges a leg, and takes the account's next slot and posts it where nothing keeps it; `postedAt` is set then. One statement, and
 * prepared: an agent's telephone waits for it.
 *
 * The leg's row is locked first, and may have been waited for: `now()` of the transaction would be too early. Who comes to a conversation
 * is rung into its conference by sid alone: its name might make a new one, with nobody in it. Another unsettled call to the number is
 * seen here, so that no slot is wasted; two that see nothing at once are told apart by the unique index. A leg of a live call goes
 * before others; one that waits for its number holds nobody up.
 */
async function judgeAndPost(tx: Tx, key: LegKey): Promise<(LegRowInContext & { standing: Standing; postedAt: Date | null }) | undefined> {
  const { rows } = await sql<LegRowInContext & { standing: Standing; postedAt: Date | null }>`
    ${prepared('judge-and-post')}
    with own as (${legInContext(tx, key).forUpdate('leg')}),
    judged as (
      select case
        when own.state <> 'intended' then 'not_intended'
        when own.deadline_at <= clock_timestamp() then 'too_late'
        when own."to" is null then 'no_telephone'
        when own.role in ('target', 'supervisor') and own."conferenceSid" is null then 'no_conference'
        when exists (
          select from leg other
          where other.number_hash = own.number_hash and other.role = 'customer'
            and other.state in ('posting', 'placed', 'unknown') and other.settled_at is null) then 'number_in_use'
        when exists (
          select from leg live
          where live.callback_id = own.callback_id and live.attempt = own.attempt
            and live.state = 'placed' and live.settled_at is null) then 'free'
        when exists (
          select from leg waiting
          where waiting.settled_at is null and waiting.state = 'intended' and waiting.deadline_at > clock_timestamp()
            and exists (
              select from leg live
              where live.callback_id = waiting.callback_id and live.attempt = waiting.attempt
                and live.state = 'placed' and live.settled_at is null)
            and not exists (
              select from leg ringing
              where ringing.number_hash = waiting.number_hash and ringing.role = 'customer'
                and ringing.state in ('posting', 'placed', 'unknown') and ringing.settled_at is null)) then 'live_call_first'
        else 'free' end as standing
      from own),
    slot as (
      update telephone_account set next_at = clock_timestamp() + interval '1 second' / calls_per_second
      where id = 'default' and next_at <= clock_timestamp() and exists (select from judged where standing = 'free')
      returning id),
    posting as (
      update leg set state = 'posting', posted_at = clock_timestamp()
      where callback_id = ${key.callbackId} and label = ${key.label} and exists (select from slot)
      returning posted_at)
    select own.*, judged.standing, (select posted_at from posting) as "postedAt" from own, judged`.execute(tx);
  return rows[0];
}

async function voidIt(tx: Tx, { callback_id, label }: LegRow, reason: 'too_late' | 'no_telephone'): Promise<Leave> {
  await tx
    .updateTable('leg')
    .set({ state: 'void', settled_at: sql<Date>`now()` })
    .where('callback_id', '=', callback_id)
    .where('label', '=', label)
    .execute();
  return { result: 'no', reason };
}

/** The time until the account's next slot, in milliseconds. */
async function untilNextSlot(tx: Tx): Promise<number> {
  const { waitMs } = await tx
    .selectFrom('telephone_account')
    .select(sql<number>`ceil(extract(epoch from next_at - clock_timestamp()) * 1000)::integer`.as('waitMs'))
    .where('id', '=', 'default')
    .executeTakeFirstOrThrow();
  return Math.max(waitMs, 1);
}
