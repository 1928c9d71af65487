import { sql } from 'kysely';
import type { MessageState } from '../../domain/message.ts';
import type { MessageRow } from './message-tables.ts';
import { hint } from '../notify.ts';
import type { Db } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

/** A carrier that has a message may take its time; what nobody knows of is asked after more often. */
const AGAIN = sql`case when state = 'sent' then interval '10 minutes' else interval '1 minute' end`;

/** Messages older than this that nobody has been asked to carry; `isStale` when they are older than the other, too. The first one first. */
export async function messagesToSend(db: Db, olderThanMs: number, staleMs: number, limit: number): Promise<{ id: string; isStale: boolean }[]> {
  const { rows } = await sql<{ id: string; isStale: boolean }>`
    select id, created_at < now() - ${staleMs} * interval '1 millisecond' as "isStale"
    from case_message
    where settled_at is null and state = 'intended' and created_at < now() - ${olderThanMs} * interval '1 millisecond'
    order by created_at
    limit ${limit}`.execute(db);
  return rows;
}

/** Messages handed over longer ago than this of which there is more to learn, those looked at longest ago first. */
export async function messagesToLookAt(db: Db, olderThanMs: number, limit: number): Promise<MessageRow[]> {
  const { rows } = await sql<MessageRow>`
    select * from case_message
    where settled_at is null and state in ('sending', 'unknown', 'sent') and sent_at < now() - ${olderThanMs} * interval '1 millisecond'
      and (looked_at is null or looked_at < now() - ${AGAIN})
    order by looked_at nulls first, created_at
    limit ${limit}`.execute(db);
  return rows;
}

export async function markMessageLooked(db: Db, id: string): Promise<void> {
  await sql`update case_message set looked_at = now() where id = ${id}`.execute(db);
}

/** The sids of the other messages to this recipient: what is found under one of them is not this message. */
export async function otherSids(db: Db, { id, recipient }: Pick<MessageRow, 'id' | 'recipient'>): Promise<string[]> {
  const rows = await db
    .selectFrom('case_message')
    .select('provider_sid')
    .where('recipient', '=', recipient)
    .where('id', '!=', id)
    .where('provider_sid', 'is not', null)
    .orderBy('created_at', 'desc')
    .limit(100)
    .execute();
  return rows.flatMap(({ provider_sid }) => provider_sid ?? []);
}

/** Gives up asking about a message that was handed over longer ago than this: it stays as it is known, or unknown. */
export async function giveMessageUp(db: Db, id: string, olderThanMs: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    const given = await tx
      .updateTable('case_message')
      .set({ settled_at: sql<Date>`now()`, state: sql<MessageState>`case when state = 'sending' then 'unknown' else state end` })
      .where('id', '=', id)
      .where('settled_at', 'is', null)
      .where(sql<boolean>`sent_at < now() - ${olderThanMs} * interval '1 millisecond'`)
      .returning('callback_id')
      .executeTakeFirst();
    if (given) await hint(tx, { callbackId: given.callback_id });
  });
}
