import { sql } from 'kysely';
import type { ConversationKey } from './conversation.ts';
import type { LegKey } from './leg-read.ts';
import { hint } from '../notify.ts';
import type { Db, LegRow } from '../tables.ts';

/** How a party sits, as the network says. `coaches` is the call of the one party that alone hears this one; null: everybody does. */
export interface SeatSaid {
  readonly isOnHold: boolean;
  readonly isMuted: boolean;
  readonly coaches: string | null;
}

/** Draws how a party sits after an event of its conference. Events come in any order: an older one than was drawn changes nothing. */
export async function drawSeat(db: Db, { callbackId, label }: LegKey, sequence: number, { isOnHold, isMuted, coaches }: SeatSaid): Promise<void> {
  await db
    .updateTable('leg')
    .set({
      on_hold: isOnHold,
      muted: isMuted,
      coaches: sql<string | null>`(select other.label from leg other
        where other.callback_id = leg.callback_id and other.attempt = leg.attempt and other.call_sid = ${coaches})`,
      conference_sequence: sequence,
    })
    .where('callback_id', '=', callbackId)
    .where('label', '=', label)
    .where(sql<boolean>`coalesce(conference_sequence, -1) < ${sequence}`)
    .execute();
}

/** The conference is over: whoever was in it has left, whatever becomes of the word that says why. */
export async function emptyConference(db: Db, { callbackId, attempt }: ConversationKey, conferenceSid: string): Promise<void> {
  await db
    .updateTable('leg')
    .set({ left_at: sql<Date>`now()` })
    .where('callback_id', '=', callbackId)
    .where('attempt', '=', attempt)
    .where('conference_sid', '=', conferenceSid)
    .where('joined_at', 'is not', null)
    .where('left_at', 'is', null)
    .execute();
  await hint(db, { callbackId });
}

/** A leg as it is found in its conference: how it sits, with the label of whom it coaches; null: it is not there. */
export type Found = Omit<SeatSaid, 'coaches'> & { readonly coaches: string | null };

/**
 * Draws a leg as the network shows it, unless an event was drawn since `known` was read: that one is newer than what was shown.
 * Answers whether anything was otherwise.
 */
export async function drawFound(db: Db, known: LegRow, found: Found | null): Promise<boolean> {
  if (isDrawn(known, found)) return false;
  const seat = found && { on_hold: found.isOnHold, muted: found.isMuted, coaches: found.coaches };
  const drawn = await db
    .updateTable('leg')
    .set(seat ? { ...seat, joined_at: sql<Date>`coalesce(joined_at, now())`, left_at: null, left_reason: null } : { left_at: sql<Date>`now()` })
    .where('callback_id', '=', known.callback_id)
    .where('label', '=', known.label)
    .where(sql<boolean>`conference_sequence is not distinct from ${known.conference_sequence}`)
    .executeTakeFirst();
  await hint(db, { callbackId: known.callback_id });
  return drawn.numUpdatedRows > 0n;
}

function isDrawn(leg: LegRow, found: Found | null): boolean {
  const isIn = leg.joined_at !== null && leg.left_at === null;
  if (found === null) return !isIn;
  return isIn && leg.on_hold === found.isOnHold && leg.muted === found.isMuted && leg.coaches === found.coaches;
}

/** A conversation that goes on, as its callback's row says. */
export interface LiveConference extends ConversationKey {
  readonly conferenceSid: string;
}

/** The conferences of the conversations that go on, the longest ones first. */
export async function liveConferences(db: Db, limit: number): Promise<LiveConference[]> {
  return db
    .selectFrom('attempt as a')
    .innerJoin('callback as c', 'c.id', 'a.callback_id')
    .select(['a.callback_id as callbackId', 'a.attempt', 'a.conference_sid as conferenceSid'])
    .where('c.status', '=', 'connected')
    .whereRef('a.attempt', '=', 'c.attempt')
    .where('a.ended_at', 'is', null)
    .where('a.conference_sid', 'is not', null)
    .$narrowType<{ conferenceSid: string }>()
    .orderBy('a.started_at')
    .limit(limit)
    .execute();
}
