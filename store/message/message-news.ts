import type { UpdateObject } from 'kysely';
import { sql } from 'kysely';
import type { MessageReason, MessageState } from '../../domain/message.ts';
import { hasFailed, isFurther, isSettled } from '../../domain/message.ts';
import type { Actor, EventType } from '../../domain/words.ts';
import { SYSTEM } from '../../domain/words.ts';
import type { MessageRow } from './message-tables.ts';
import { hint } from '../notify.ts';
import type { Db, Tables } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

/** What whoever carries a message says of it. */
export interface MessageSays {
  readonly id: string;
  readonly state: MessageState;
  /** Twilio's sid of it. */
  readonly sid?: string | null;
  readonly reason?: MessageReason | null;
  readonly errorCode?: number | null;
  /** It is said of a message in this state only. */
  readonly onlyFrom?: MessageState;
}

/** A message as it is once something was said of it. */
export interface MessageNews {
  readonly message: MessageRow;
  /** Nothing more is to be learnt of it, and this told so. */
  readonly settles: boolean;
}

/**
 * Takes in what is said of a message. Only what is further counts, in whatever order and however often it comes, and nothing that is
 * said of another message of the network's. That it is on its way, and that it did not arrive, is on the timeline, once each.
 * Null: there is no such message.
 */
export async function learnMessage(db: Db, said: MessageSays): Promise<MessageNews | null> {
  return inTransaction(db, async (tx) => {
    const known = await tx.selectFrom('case_message').selectAll().where('id', '=', said.id).forUpdate().executeTakeFirst();
    if (!known) return null;
    if (isAnothers(known, said) || (said.onlyFrom !== undefined && known.state !== said.onlyFrom)) return { message: known, settles: false };
    const message = await write(tx, known, said);
    await tellTimeline(tx, known, message);
    await hint(tx, { callbackId: message.callback_id });
    return { message, settles: known.settled_at === null && message.settled_at !== null };
  });
}

/** The first sid stays: a message is handed over once. */
function isAnothers({ provider_sid }: MessageRow, { sid }: MessageSays): boolean {
  return provider_sid !== null && typeof sid === 'string' && provider_sid !== sid;
}

async function write(tx: Db, known: MessageRow, { id, state, sid, reason, errorCode }: MessageSays): Promise<MessageRow> {
  const further = isFurther(known.state, state);
  const settles = further && isSettled(known.kind, state);
  return tx
    .updateTable('case_message')
    .set({
      provider_sid: known.provider_sid ?? sid ?? null,
      ...(further && { state, reason: reason ?? null, error_code: errorCode ?? null }),
      ...(settles && { settled_at: sql<Date>`coalesce(settled_at, now())` }),
    })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Whether somebody carries it, or has. */
function isOnItsWay({ provider_sid, state }: MessageRow): boolean {
  return provider_sid !== null || state === 'sent' || state === 'delivered' || state === 'undelivered';
}

async function tellTimeline(tx: Db, before: MessageRow, after: MessageRow): Promise<void> {
  if (!isOnItsWay(before) && isOnItsWay(after)) await addEvent(tx, after, 'message_sent', after.author);
  if (!hasFailed(before.state) && hasFailed(after.state)) await addEvent(tx, after, 'message_failed', SYSTEM);
}

async function addEvent(tx: Db, { id, callback_id, kind, reason }: MessageRow, type: EventType, actor: Actor): Promise<void> {
  const data = { messageId: id, message: kind, ...(type === 'message_failed' && { failure: reason }) };
  await tx.insertInto('case_event').values({ callback_id, type, actor: JSON.stringify(actor), data: JSON.stringify(data) }).execute();
}

/** Nobody took the message: it may be handed over again. */
export async function recordUnsent(db: Db, id: string): Promise<void> {
  await leaveSending(db, id, { state: 'intended', sent_at: null });
}

/** The answer was lost: the message may be on its way. Of an e-mail nobody can be asked. */
export async function recordUnanswered(db: Db, id: string): Promise<void> {
  await leaveSending(db, id, { state: 'unknown', settled_at: sql<Date | null>`case when kind = 'email' then now() end` });
}

/** Only while nothing is known of it: a message the network has spoken of is its own, whatever became of the answer. */
async function leaveSending(db: Db, id: string, change: UpdateObject<Tables, 'case_message'>): Promise<void> {
  await inTransaction(db, async (tx) => {
    const left = await tx
      .updateTable('case_message')
      .set(change)
      .where('id', '=', id)
      .where('state', '=', 'sending')
      .where('provider_sid', 'is', null)
      .returning('callback_id')
      .executeTakeFirst();
    if (left) await hint(tx, { callbackId: left.callback_id });
  });
}
