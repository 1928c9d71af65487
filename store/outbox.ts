import { sql } from 'kysely';
import { kick } from './notify.ts';
import type { Db, OutboxRow } from './tables.ts';

/** A message taken but neither done nor put back is due again after this time: whoever took it has died. */
const TAKEN_FOR_MS = 30_000;

/** A message to a callback's workflow, to be sent once the surrounding transaction has committed and `delayMs` have passed. */
export interface Message {
  readonly callbackId: string;
  readonly message: string;
  readonly payload: unknown;
  readonly delayMs?: number;
}

/** Writes a message, and wakes whoever sends it. */
export async function enqueue(db: Db, message: Message): Promise<void> {
  await writeMessage(db, message);
  await kick(db);
}

/** Writes a message for a sender who is awake already: the matching loop drains the outbox after every match. */
export async function writeMessage(db: Db, { callbackId, message, payload, delayMs = 0 }: Message): Promise<void> {
  const nextAt = sql<Date>`now() + ${delayMs} * interval '1 millisecond'`;
  await db.insertInto('outbox').values({ callback_id: callbackId, message, payload: JSON.stringify(payload), next_at: nextAt }).execute();
}

/** Writes the same message, which says nothing but its name, to several callbacks' workflows. */
export async function enqueueAll(db: Db, callbackIds: readonly string[], message: string): Promise<void> {
  if (callbackIds.length === 0) return;
  await sql`insert into outbox (callback_id, message, payload) select id, ${message}, '{}' from unnest(${callbackIds}::uuid[]) as given (id)`.execute(db);
  await kick(db);
}

/** Takes up to `limit` messages that are due, oldest first. Several takers get different ones. */
export async function takeDue(db: Db, limit: number): Promise<OutboxRow[]> {
  const taken = await db
    .with('due', (qb) =>
      qb
        .selectFrom('outbox')
        .select('outbox.id')
        .where('next_at', '<=', sql<Date>`now()`)
        .orderBy('next_at')
        .orderBy('id')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('outbox')
    .from('due')
    .set({ next_at: sql<Date>`now() + ${TAKEN_FOR_MS} * interval '1 millisecond'`, tries: sql<number>`tries + 1` })
    .whereRef('outbox.id', '=', 'due.id')
    .returningAll('outbox')
    .execute();
  return taken.toSorted((a, b) => a.id - b.id);
}

/** The message has been sent, or is not worth sending any more. */
export async function done(db: Db, id: number): Promise<void> {
  await db.deleteFrom('outbox').where('id', '=', id).execute();
}

/** The message could not be sent: it is due again after `delayMs`. */
export async function putBack(db: Db, id: number, delayMs: number): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ next_at: sql<Date>`now() + ${delayMs} * interval '1 millisecond'` })
    .where('id', '=', id)
    .execute();
}
