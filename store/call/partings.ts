import { sql } from 'kysely';
import type { RequestedStep } from './call-tables.ts';
import type { ConversationKey } from './conversation.ts';
import type { LiveConference } from './leg-seats.ts';
import type { Db } from '../tables.ts';

/** Callbacks whose life went on in this time are looked through: longer ago, the network had been asked often enough. */
const RECENTLY = sql`interval '1 hour'`;

/**
 * The conferences of conversations that are over, of which nobody has told us why somebody left, and which have not been asked about
 * since. More than can be had are drawn by lot: one that cannot be asked about is in nobody's way.
 */
export async function partingsToAsk(db: Db, limit: number): Promise<LiveConference[]> {
  const { rows } = await sql<LiveConference>`
    select a.callback_id as "callbackId", a.attempt, a.conference_sid as "conferenceSid"
    from callback c join attempt a on a.callback_id = c.id
    where ((c.status not in ('completed', 'cancelled', 'expired', 'failed') and c.projected_at > now() - ${RECENTLY})
           or coalesce(c.ended_at, '-infinity') > now() - ${RECENTLY})
      and a.conference_sid is not null
      and exists (
        select from leg l
        where l.callback_id = a.callback_id and l.attempt = a.attempt and l.role in ('agent', 'customer')
          and l.call_end = 'completed' and l.left_reason is null)
      and exists (
        select from leg l
        where l.callback_id = a.callback_id and l.attempt = a.attempt and l.role = 'customer'
          and l.call_end = 'completed' and (l.looked_at is null or l.looked_at <= l.settled_at))
      and not exists (
        select from leg l
        where l.callback_id = a.callback_id and l.attempt = a.attempt and l.role in ('agent', 'customer') and l.settled_at is null)
    order by random()
    limit ${limit}`.execute(db);
  return rows;
}

/** The network has said all that it will: a customer's leg that is over is looked at for this alone. */
export async function markAsked(db: Db, { callbackId, attempt }: ConversationKey): Promise<void> {
  await sql`update leg set looked_at = now() where callback_id = ${callbackId} and attempt = ${attempt} and role = 'customer'`.execute(db);
}

/** What has been asked of the network about a conversation, in order. */
export async function stepsOf(db: Db, { callbackId, attempt }: ConversationKey): Promise<RequestedStep[]> {
  const steps = await db.selectFrom('call_step').select('step').where('callback_id', '=', callbackId).where('attempt', '=', attempt).orderBy('id').execute();
  return steps.map(({ step }) => step);
}
