import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Projection } from '../../domain/projection.ts';
import { SYSTEM } from '../../domain/words.ts';
import { ARRIVAL, setAssignee } from './assignee.ts';
import { hint } from '../notify.ts';
import type { CallbackRow, Tables } from '../tables.ts';

type Tx = Transaction<Tables>;

/**
 * Whether the route leaves a waiting callback with the agent who accepted it: with an owner rule, once they have called the
 * customer. Not when their own telephone was not answered, and not when they say with a new time that any agent may take it.
 */
export async function staysByRule(tx: Tx, { events, state, unresponsive }: Projection, before: CallbackRow): Promise<boolean> {
  const isGivenUp = unresponsive?.reason === 'no_answer' || (!state.staysWithAgent && events.some(({ type }) => type === 'rescheduled'));
  if (isGivenUp) return false;
  const { rows } = await sql`
    select from route r
    where r.id = ${before.route_id} and r.policy->>'ownerRule' <> 'nobody'
      and exists (
        select from attempt a
        where a.callback_id = ${before.id} and a.agent_id = ${before.assignee_id}
          and (a.outcome <> 'cancelled'
            or exists (select from leg l where l.callback_id = a.callback_id and l.attempt = a.attempt and l.role = 'customer')))`.execute(tx);
  return rows.length > 0;
}

/**
 * Gives a callback that is nobody's to the agent in whose hands this customer's last one on the route was completed, by themselves, by an
 * administrator or by the limit after calls, where the route's owner rule says so and that agent still serves it. One that was in nobody's
 * hands is taken for its completer's.
 */
export async function giveToCustomersAgent(tx: Tx, callbackId: string): Promise<void> {
  const { rows } = await sql<{ agent_id: string }>`
    select a.id as agent_id
    from callback c
    join route r on r.id = c.route_id and r.policy->>'ownerRule' = 'customers_agent'
    cross join lateral (
      select l.id from callback l
      where l.number_hash = c.number_hash and l.route_id = c.route_id and l.status = 'completed'
      order by l.ended_at desc limit 1) as last
    cross join lateral (
      select e.actor, e.data->>'agentId' as agent_id from callback_event e where e.callback_id = last.id and e.type = 'completed' order by e.version desc limit 1) as completed
    left join lateral (
      select e.data->>'agentId' as agent_id from callback_event e
      where e.callback_id = last.id and e.type = 'wrap_up_timed_out' order by e.version desc limit 1) as timed_out on true
    join agent a on a.may_phone and a.disabled_at is null
      and a.id = coalesce(completed.agent_id, case completed.actor->>'type' when 'user' then completed.actor->>'id' when 'system' then timed_out.agent_id end)
    join agent_route ar on ar.agent_id = a.id and ar.route_id = c.route_id
    where c.id = ${callbackId} and c.assignee_id is null`.execute(tx);
  const [found] = rows;
  if (!found) return;
  await setAssignee(tx, { callbackId, agentId: found.agent_id, distributor: ARRIVAL, actor: SYSTEM });
  await hint(tx, { agentId: found.agent_id });
}
