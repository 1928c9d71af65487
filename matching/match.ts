import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Store } from '../store/open.ts';
import { writeMessage } from '../store/outbox.ts';
import type { Db } from '../store/tables.ts';
import type { Candidate } from './candidates.ts';
import { readyAgents, waitingFor } from './candidates.ts';
import { matchGuests } from './guests.ts';
import { oneAtATime } from './lock.ts';
import type { Pair } from './pair.ts';
import { pair } from './pair.ts';

const MOST_PAIRS = 50;
const MOST_CANDIDATES = 500;

/**
 * Pairs callbacks that wait with agents who are Ready, over committed facts only, one match at a time across all processes:
 * reserves both sides and writes the message that asks each workflow to confirm. Answers the number of pairs (at most 50).
 */
export async function match(store: Store): Promise<number> {
  return store.db.transaction().execute(async (db) => {
    await oneAtATime(db);
    const ready = await readyAgents(db);
    if (ready.length === 0) return 0;
    // A customer who waits on the line comes before those who wait for a call.
    const asked = await matchGuests(db, ready);
    const agents = ready.filter(({ agentId }) => !asked.has(agentId));
    if (agents.length === 0) return asked.size;
    const candidates = await waitingFor(db, agents, MOST_CANDIDATES);
    const pairs = pair(candidates, agents, Date.now()).slice(0, MOST_PAIRS);
    const byId = new Map(candidates.map((candidate) => [candidate.callbackId, candidate]));
    let reserved = asked.size;
    for (const one of pairs) reserved += (await reserve(db, one, byId.get(one.callbackId))) ? 1 : 0;
    return reserved;
  });
}

/**
 * False: one of the two has been reserved meanwhile, to be dialled from a list; or the callback is being written at this moment, or
 * was since it was read: it may be another's now, or on another route, and whoever wrote it has asked for another round.
 */
async function reserve(db: Db, { callbackId, agentId }: Pair, candidate: Candidate | undefined): Promise<boolean> {
  if (!candidate) return false;
  const { routeId, assigneeId, terms } = candidate;
  const reservationId = randomUUID();
  const made = await sql`
    insert into reservation (id, callback_id, agent_id, purpose, preview)
    select ${reservationId}::text, id, ${agentId}::text, 'offer', ${terms.preview}::boolean
    from callback
    where id = ${callbackId} and status = 'queued' and route_id = ${routeId} and assignee_id is not distinct from ${assigneeId}::text
    for share skip locked
    on conflict do nothing`.execute(db);
  if (made.numAffectedRows !== 1n) return false;
  await writeMessage(db, { callbackId, message: 'reserved', payload: { reservationId, agentId, ...terms } });
  return true;
}
