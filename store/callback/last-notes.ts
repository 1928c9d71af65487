import { sql } from 'kysely';
import type { Db } from '../tables.ts';
import { isOf } from './same-customer.ts';

/** The newest note that is to be read of a callback. */
export interface LastNote {
  readonly text: string;
  /** When the earlier callback was requested whose note it is; null: it is the callback's own. */
  readonly earlier: Date | null;
}

/** Of a customer who calls every day, notes of older callbacks than this many are not looked for. */
const EARLIER_CALLBACKS = 20;

/**
 * The newest note of each of these callbacks that has one.
 *
 * @param earlierOf of which of them, while they are open, the newest note of the customer's earlier callbacks stands in for one of their own
 */
export async function lastNotes(db: Db, callbackIds: readonly string[], earlierOf: readonly string[] = []): Promise<Map<string, LastNote>> {
  if (callbackIds.length === 0) return new Map();
  const own = sql`
    (select distinct on (callback_id) callback_id, text, null::timestamptz as earlier
       from case_note where callback_id = any(${callbackIds}::uuid[])
      order by callback_id, id desc)`;
  const notes = earlierOf.length === 0 ? own : sql`${own} union all ${earlierNotes(earlierOf)}`;
  const { rows } = await sql<LastNote & { callback_id: string }>`${notes}`.execute(db);
  return new Map(rows.map(({ callback_id, text, earlier }) => [callback_id, { text, earlier }]));
}

/** Only open callbacks are asked about, of which a number has one on a route: no page reads the history of one customer again and again. */
function earlierNotes(callbackIds: readonly string[]) {
  return sql`
    select asked.id, note.text, note.requested_at
      from callback asked
     cross join lateral (
       select case_note.text, earlier.requested_at
         from (
           select id, requested_at from callback
            where ${isOf(sql.ref('asked.number_hash'), sql.ref('asked.contact_id'))} and requested_at < asked.requested_at
            order by requested_at desc limit ${sql.lit(EARLIER_CALLBACKS)}) earlier
         join case_note on case_note.callback_id = earlier.id
        order by case_note.id desc
        limit 1) note
     where asked.id = any(${callbackIds}::uuid[]) and asked.ended_at is null and not exists (select from case_note where callback_id = asked.id)`;
}
