import { sql } from 'kysely';
import type { AcceptOpens } from '../domain/route.ts';
import type { Db } from '../store/tables.ts';
import type { ReadyAgent, WaitingCallback } from './pair.ts';
import { AGEING_MS, service } from './pair.ts';

/** What an offer of a callback looks like, by its route's policy at this moment. */
export interface OfferTerms {
  readonly preview: boolean;
  readonly offerTimeoutMs: number;
  readonly previewTimeoutMs: number | null;
  readonly acceptOpens: AcceptOpens;
}

export type Candidate = WaitingCallback & { readonly terms: OfferTerms };

/**
 * Agents who could be offered something now: Ready on a channel, online by the database's clock, with the right and a telephone,
 * and with nothing in hand.
 */
export async function readyAgents(db: Db): Promise<ReadyAgent[]> {
  const { rows } = await sql<{ agent_id: string; idle_since: Date; services: { routeId: string; channel: string }[] }>`
    select a.id as agent_id, a.idle_since, json_agg(json_build_object('routeId', ar.route_id, 'channel', ac.channel)) as services
    from agent a
    join agent_route ar on ar.agent_id = a.id
    join agent_channel ac on ac.agent_id = a.id and ac.wish = 'ready'
    where a.may_phone and a.disabled_at is null and a.endpoint is not null
      and exists (select from agent_lease l where l.agent_id = a.id and l.expires_at > now())
      and not exists (select from reservation r where r.agent_id = a.id and r.released_at is null)
    group by a.id`.execute(db);
  return rows.map((row) => ({
    agentId: row.agent_id,
    idleSinceMs: row.idle_since.getTime(),
    serves: new Set(row.services.map(({ routeId, channel }) => service(routeId, channel))),
  }));
}

/** What the routes say of offers now, read once and not for each callback. */
const TERMS = sql`
  select id,
         (policy->>'priority')::int as priority,
         (policy->>'assigneeAloneMs')::bigint * interval '1 ms' as assignee_alone,
         (policy->>'offerBarMs')::bigint * interval '1 ms' as bar,
         policy->'afterRejectedOffer'->>'to' <> 'queue' as rejected_goes_on,
         policy->'afterMissedOffer'->>'to' <> 'queue' as missed_goes_on,
         (policy->>'preview')::boolean as preview,
         (policy->>'offerTimeoutMs')::bigint::float8 as offer_timeout_ms,
         (policy->>'previewTimeoutMs')::bigint::float8 as preview_timeout_ms,
         policy->>'acceptOpens' as accept_opens
  from route`;

/**
 * The assignee has turned the callback down since it became theirs, where the route then asks its other agents at once. (Where it
 * asks another route, and the callback has not gone there, that one could not take it.)
 */
const HANDED_ON = sql<boolean>`((r.rejected_goes_on or r.missed_goes_on) and exists (
  select from reservation b
  where b.callback_id = c.id and b.agent_id = c.assignee_id and b.offer_ended_at >= coalesce(c.assigned_at, '-infinity')
    and ((b.offer_end = 'rejected' and r.rejected_goes_on) or (b.offer_end = 'missed' and r.missed_goes_on))))`;

/** The assignee could be offered it if they were here: whoever has left the route, or lost the right, the telephone or their account, never will be. */
const COULD_BE_OFFERED = sql<boolean>`(c.assignee_id, c.route_id) in (
  select ar.agent_id, ar.route_id from agent a join agent_route ar on ar.agent_id = a.id where a.may_phone and a.disabled_at is null and a.endpoint is not null)`;

/** Only the assignee may have it: for the route's time after it became due, or for as long as it is assigned. */
const ASSIGNEE_ALONE = sql<boolean>`(c.assignee_id is not null
  and coalesce(now() < c.due_at + r.assignee_alone, true) and ${COULD_BE_OFFERED} and not ${HANDED_ON})`;

/**
 * Callbacks that wait for one of these agents, the longest waiting of the highest priority first. What waits for an assignee alone
 * who is not among them is left out, however much of it there is. `limit` is generous: who is at the head of the queue may be
 * barred for everybody present.
 */
export async function waitingFor(db: Db, agents: readonly ReadyAgent[], limit: number): Promise<Candidate[]> {
  const services = [...new Set(agents.flatMap((agent) => [...agent.serves]))];
  const present = agents.map(({ agentId }) => agentId);
  const { rows } = await sql<CandidateRow>`
    with terms as materialized (${TERMS})
    select c.id as callback_id, c.route_id, c.channel, c.due_at, c.assignee_id, ${ASSIGNEE_ALONE} as assignee_alone,
           r.priority, r.preview, r.offer_timeout_ms, r.preview_timeout_ms, r.accept_opens,
           array(select b.agent_id from reservation b
                 where b.callback_id = c.id and b.offer_end in ('rejected', 'missed') and b.offer_ended_at > now() - r.bar) as barred_agent_ids
    from callback c
    join terms r on r.id = c.route_id
    where c.status = 'queued' and c.started_at is not null
      and c.route_id || '/' || c.channel = any(${services})
      and not exists (select from reservation v where v.callback_id = c.id and v.released_at is null)
      and (c.assignee_id is null or c.assignee_id = any(${present}) or not ${ASSIGNEE_ALONE})
    order by r.priority - floor(extract(epoch from now() - c.due_at) * 1000 / ${AGEING_MS}::float8), c.due_at
    limit ${limit}`.execute(db);
  return rows.map(candidate);
}

interface CandidateRow {
  callback_id: string;
  route_id: string;
  channel: string;
  due_at: Date;
  assignee_id: string | null;
  priority: number;
  assignee_alone: boolean;
  preview: boolean;
  offer_timeout_ms: number;
  preview_timeout_ms: number | null;
  accept_opens: AcceptOpens;
  barred_agent_ids: string[];
}

function candidate(row: CandidateRow): Candidate {
  return {
    callbackId: row.callback_id,
    routeId: row.route_id,
    channel: row.channel,
    priority: row.priority,
    dueAtMs: row.due_at.getTime(),
    assigneeId: row.assignee_id,
    assigneeAlone: row.assignee_alone,
    barredAgentIds: row.barred_agent_ids,
    terms: {
      preview: row.preview,
      offerTimeoutMs: row.offer_timeout_ms,
      previewTimeoutMs: row.preview_timeout_ms,
      acceptOpens: row.accept_opens,
    },
  };
}
