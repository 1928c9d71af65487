import { sql } from 'kysely';
import type { Db } from '../store/tables.ts';

/**
 * Agents whose every lease has lapsed let go of what they only looked at: each of their open offers and previews is told once, by
 * the outbox. A call is never touched.
 */
export async function tellOfLostAgents(db: Db): Promise<void> {
  await sql`
    insert into outbox (callback_id, message, payload)
    select c.id, 'agentGone', json_build_object('agentId', c.agent_id)
    from callback c
    where c.status in ('offered', 'preview')
      and not exists (select from agent_lease l where l.agent_id = c.agent_id and l.expires_at > now())
      and not exists (select from outbox o where o.callback_id = c.id and o.message = 'agentGone')`.execute(db);
}
