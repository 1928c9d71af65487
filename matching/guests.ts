import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { writeMessage } from '../store/outbox.ts';
import type { Db } from '../store/tables.ts';
import type { GuestFound } from '../workflows/messages.ts';
import type { ReadyAgent } from './pair.ts';
import { service } from './pair.ts';

/** A conversation whose agent seeks somebody of a route, while the customer waits on the line. */
interface Sought {
  readonly callback_id: string;
  readonly target_id: string;
  readonly route_id: string;
  readonly answer_within_ms: number;
  /** Agents who have been asked already, and did not come. */
  readonly asked: readonly string[];
}

/**
 * Finds agents for conversations that seek one of a route, the longest sought first; each is asked once. They are held for it, and the
 * workflow is told. Answers who is not free any more.
 */
export async function matchGuests(db: Db, agents: readonly ReadyAgent[]): Promise<ReadonlySet<string>> {
  const taken = new Set<string>();
  for (const sought of await soughtNow(db)) {
    const agent = agents
      .filter(({ agentId, serves }) => serves.has(service(sought.route_id, 'voice')) && !taken.has(agentId) && !sought.asked.includes(agentId))
      .toSorted((a, b) => a.idleSinceMs - b.idleSinceMs)[0];
    if (agent && (await reserve(db, sought, agent.agentId))) taken.add(agent.agentId);
  }
  return taken;
}

async function soughtNow(db: Db): Promise<Sought[]> {
  const { rows } = await sql<Sought>`
    select c.id as callback_id, t.id as target_id, t.route_id, (r.policy->>'offerTimeoutMs')::bigint::float8 as answer_within_ms,
           array(select v.agent_id from reservation v where v.callback_id = c.id and v.target_id = t.id) as asked
    from callback c
    join call_target t on t.id = c.call->'guest'->>'targetId'
    join route r on r.id = t.route_id
    where c.status = 'connected' and c.call->'guest'->>'phase' = 'sought'
      and not exists (select from reservation v where v.callback_id = c.id and v.target_id = t.id and v.released_at is null)
    order by t.asked_at`.execute(db);
  return rows;
}

async function reserve(db: Db, sought: Sought, agentId: string): Promise<boolean> {
  const reservationId = randomUUID();
  const made = await db
    .insertInto('reservation')
    .values({ id: reservationId, callback_id: sought.callback_id, agent_id: agentId, purpose: 'guest', target_id: sought.target_id })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return false;
  const payload: GuestFound = { targetId: sought.target_id, agentId, reservationId, answerWithinMs: sought.answer_within_ms };
  await writeMessage(db, { callbackId: sought.callback_id, message: 'guestFound', payload });
  return true;
}
