import { sql } from 'kysely';
import type { Db } from '../tables.ts';

/** Twilio asks once more within this time when our first answer did not arrive (telephony: TwiML URLs get one retry, 15 s in all). */
const ONCE_MORE_S = 15;

/** The digits of a token, for the customer's ear: once, and once more to a repetition of the same asking. Null: they have been played, or there are none. */
export async function takeTones(db: Db, token: string): Promise<string | null> {
  const taken = await db
    .updateTable('call_tones')
    .set({ played_at: sql<Date>`coalesce(played_at, now())` })
    .where('token', '=', token)
    .where('ended_at', 'is', null)
    .where((eb) => eb.or([eb('played_at', 'is', null), eb('played_at', '>', sql<Date>`now() - ${ONCE_MORE_S} * interval '1 second'`)]))
    .returning('digits')
    .executeTakeFirst();
  return taken?.digits ?? null;
}

/** The customer has heard them, or could not: nobody gets them any more. */
export async function endTones(db: Db, token: string): Promise<void> {
  await db
    .updateTable('call_tones')
    .set({ ended_at: sql<Date>`now()` })
    .where('token', '=', token)
    .where('ended_at', 'is', null)
    .execute();
}

/** The digits that each of these tokens stands for, for the history of the case; a token that is not there is left out. */
export async function digitsOf(db: Db, tokens: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (tokens.length === 0) return new Map();
  const tones = await db.selectFrom('call_tones').select(['token', 'digits']).where('token', 'in', tokens).execute();
  return new Map(tones.map(({ token, digits }) => [token, digits]));
}

/** How many digits a token stands for, and whether they have been heard; null: there is no such token. */
export async function readTones(db: Db, token: string): Promise<{ count: number; hasEnded: boolean } | null> {
  const tones = await db.selectFrom('call_tones').select(['digits', 'ended_at']).where('token', '=', token).executeTakeFirst();
  return tones ? { count: tones.digits.length, hasEnded: tones.ended_at !== null } : null;
}
