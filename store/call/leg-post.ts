import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Projected, Projection } from '../../domain/projection.ts';
import { writeStep } from '../callback/projection.ts';
import type { LegInContext, LegKey } from './leg-read.ts';
import { readLeg } from './leg-read.ts';
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
  const found = await readLeg(tx, key, { lock: true });
  if (found?.leg.state !== 'intended') return { result: 'no', reason: 'not_intended' };
  const { leg, to } = found;
  const lacksConference = joinsOthers(leg) && found.conferenceSid === null;
  const standing = await takeSlot(tx, leg, to !== null && !lacksConference);
  if (standing.isLate) return voidIt(tx, leg, 'too_late');
  if (to === null) return voidIt(tx, leg, 'no_telephone');
  if (lacksConference) return { result: 'not_yet', retryAfterMs: NO_CONFERENCE_RETRY_MS, reason: 'no_conference' };
  if (standing.isNumberBusy) return { result: 'not_yet', retryAfterMs: NUMBER_IN_USE_RETRY_MS, reason: 'number_in_use' };
  if (!standing.isOfLiveCall && standing.isLiveCallWaiting) return { result: 'not_yet', retryAfterMs: LIVE_CALL_RETRY_MS, reason: 'live_call_first' };
  if (standing.postedAt === null) return { result: 'not_yet', retryAfterMs: await untilNextSlot(tx), reason: 'no_slot' };
  return { result: 'post', ...found, leg: { ...leg, state: 'posting', posted_at: standing.postedAt }, to };
}

/** Who comes to a conversation is rung into its conference by sid alone: its name might make a new one, with nobody in it. */
function joinsOthers({ role }: LegRow): boolean {
  return role === 'target' || role === 'supervisor';
}

/** What else decides whether a leg may be posted now, and whether it is. */
interface Standing {
  readonly isLate: boolean;
  /** Another call to its number is not settled. Seen here, no slot is wasted; two that see nothing at once are told apart by the unique index. */
  readonly isNumberBusy: boolean;
  /** Somebody is on the line already in its attempt. */
  readonly isOfLiveCall: boolean;
  /** A leg of a live call waits for a slot. One that waits for its number instead holds nobody up. */
  readonly isLiveCallWaiting: boolean;
  /** Set: the leg has taken the account's next slot, and is `posting`. */
  readonly postedAt: Date | null;
}

/**
 * Takes the account's next slot for a leg, which is posted with it, if there is one and nothing else keeps it waiting. The transaction
 * may have waited for the leg's row: its own `now()` would be too early.
 */
async function takeSlot(tx: Tx, { callback_id: callbackId, label }: LegRow, mayPost: boolean): Promise<Standing> {
  const { rows } = await sql<Standing>`
    with standing as (
      select own.deadline_at <= clock_timestamp() as "isLate",
        exists (
          select 1 from leg other
          where other.number_hash = own.number_hash and other.role = 'customer'
            and other.state in ('posting', 'placed', 'unknown') and other.settled_at is null) as "isNumberBusy",
        exists (
          select 1 from leg live
          where live.callback_id = own.callback_id and live.attempt = own.attempt
            and live.state = 'placed' and live.settled_at is null) as "isOfLiveCall",
        exists (
          select 1 from leg waiting
          where waiting.settled_at is null and waiting.state = 'intended' and waiting.deadline_at > clock_timestamp()
            and exists (
              select 1 from leg live
              where live.callback_id = waiting.callback_id and live.attempt = waiting.attempt
                and live.state = 'placed' and live.settled_at is null)
            and not exists (
              select 1 from leg ringing
              where ringing.number_hash = waiting.number_hash and ringing.role = 'customer'
                and ringing.state in ('posting', 'placed', 'unknown') and ringing.settled_at is null)) as "isLiveCallWaiting"
      from leg own
      where own.callback_id = ${callbackId} and own.label = ${label}),
    slot as (
      update telephone_account set next_at = clock_timestamp() + interval '1 second' / calls_per_second
      where id = 'default' and next_at <= clock_timestamp() and ${mayPost}::boolean and exists (
        select 1 from standing where not "isLate" and not "isNumberBusy" and ("isOfLiveCall" or not "isLiveCallWaiting"))
      returning id),
    posting as (
      update leg set state = 'posting', posted_at = clock_timestamp()
      where callback_id = ${callbackId} and label = ${label} and exists (select 1 from slot)
      returning posted_at)
    select standing.*, (select posted_at from posting) as "postedAt" from standing`.execute(tx);
  return rows[0] as Standing;
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
