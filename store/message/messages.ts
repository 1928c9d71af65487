import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { MessageKind } from '../../domain/message.ts';
import type { Actor } from '../../domain/words.ts';
import type { MessageRow } from './message-tables.ts';
import { hint } from '../notify.ts';
import type { Db } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

export type { MessageRow } from './message-tables.ts';
export type { MessageNews, MessageSays } from './message-news.ts';
export { learnMessage, recordUnanswered, recordUnsent } from './message-news.ts';

export interface NewMessage {
  readonly callbackId: string;
  readonly kind: MessageKind;
  /** E.164, or an e-mail address. */
  readonly recipient: string;
  /** Empty for an SMS. */
  readonly subject: string;
  readonly text: string;
  readonly author: Actor;
  readonly requestKey: string;
}

/** Writes down that a message is to be sent, before anybody is asked to. The same key again answers the message that is there. */
export async function fileMessage(db: Db, wanted: NewMessage): Promise<{ message: MessageRow; isNew: boolean }> {
  const { callbackId, author, requestKey, ...rest } = wanted;
  const values = { id: randomUUID(), callback_id: callbackId, author: JSON.stringify(author), request_key: requestKey, ...rest };
  return inTransaction(db, async (tx) => {
    const written = await tx
      .insertInto('case_message')
      .values(values)
      .onConflict((oc) => oc.column('request_key').doNothing())
      .returningAll()
      .executeTakeFirst();
    if (written) {
      await hint(tx, { callbackId });
      return { message: written, isNew: true };
    }
    const known = await tx.selectFrom('case_message').selectAll().where('request_key', '=', requestKey).executeTakeFirstOrThrow();
    return { message: known, isNew: false };
  });
}

/** A message that may be handed over now, or within 2 s not at all. */
export interface Taken {
  readonly message: MessageRow;
  /** E.164: what the customer's telephone shows. */
  readonly callerId: string;
}

/**
 * Moves a message from `intended` to `sending`, which happens once however many ask. Null: it is not anybody's to hand over, because
 * somebody has, or must not.
 */
export async function takeMessage(db: Db, id: string): Promise<Taken | null> {
  return inTransaction(db, async (tx) => {
    const message = await tx
      .updateTable('case_message')
      .set({ state: 'sending', sent_at: sql<Date>`clock_timestamp()` })
      .where('id', '=', id)
      .where('state', '=', 'intended')
      .returningAll()
      .executeTakeFirst();
    if (!message) return null;
    const { policy } = await tx
      .selectFrom('callback')
      .innerJoin('route', 'route.id', 'callback.route_id')
      .select('route.policy')
      .where('callback.id', '=', message.callback_id)
      .executeTakeFirstOrThrow();
    return { message, callerId: policy.callerId };
  });
}

/** Null: there is no such message. */
export async function readMessage(db: Db, id: string): Promise<MessageRow | null> {
  return (await db.selectFrom('case_message').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

/** What was written about a callback, the first message first. */
export async function messagesOf(db: Db, callbackId: string): Promise<MessageRow[]> {
  return db.selectFrom('case_message').selectAll().where('callback_id', '=', callbackId).orderBy('created_at').orderBy('id').execute();
}
