import { sql } from 'kysely';
import type { Db } from './tables.ts';

/**
 * Which agents may see each of these callbacks, or could until a minute ago (they are told that it is gone): whoever it is
 * assigned to, has it in hand, or was just offered it.
 */
export async function audiencesOf(db: Db, callbackIds: readonly string[]): Promise<Map<string, Set<string>>> {
  const audiences = new Map<string, Set<string>>();
  if (callbackIds.length === 0) return audiences;
  const { rows } = await sql<{ callback_id: string; agent_id: string }>`
    select id as callback_id, unnest(array[assignee_id, agent_id]) as agent_id
      from callback where id = any(${callbackIds}::uuid[])
    union
    select callback_id, agent_id
      from reservation
     where callback_id = any(${callbackIds}::uuid[])
       and (released_at is null or released_at > now() - interval '1 minute')`.execute(db);
  for (const { callback_id: callbackId, agent_id: agentId } of rows) {
    audiences.set(callbackId, (audiences.get(callbackId) ?? new Set()).add(agentId));
  }
  return audiences;
}
