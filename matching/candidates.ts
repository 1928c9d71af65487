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
    where a.may_phone and a.endpoint is not null
      and exists (select from agent_lease l where l.agent_id = a.id and l.expires_at > now())
      and not exists (select from reservation r where r.agent_id = a.id and r.released_at is null)
    group by a.id`.execute(db);
  return rows.map((row) => ({
    agentId: row.agent_id,
    idleSinceMs: row.idle_since.getTime(),
    serves: new Set(row.services.map(({ routeId, channel }) => service(routeId, channel))),
  }));
}

/**
 * Callbacks that wait for one of these agents, the longest waiting of the highest priority first. `limit` is generous: who is at
 * the head of the queue may be barred for everybody present.
 */
export async function waitingFor(db: Db, agents: readonly ReadyAgent[], limit: number): Promise<Candidate[]> {
  const services = [...new Set(agents.flatMap((agent) => [...agent.serves]))];
  const { rows } = await sql<CandidateRow>`
    select c.id as callback_id, c.route_id, c.channel, c.due_at, c.assignee_id,
           (r.policy->>'priority')::int as priority,
           (r.policy->>'assigneeAloneMs')::bigint::float8 as assignee_alone_ms,
           (r.policy->>'preview')::boolean as preview,
           (r.policy->>'offerTimeoutMs')::bigint::float8 as offer_timeout_ms,
           (r.policy->>'previewTimeoutMs')::bigint::float8 as preview_timeout_ms,
           r.policy->>'acceptOpens' as accept_opens,
           array(select b.agent_id from reservation b
                 where b.callback_id = c.id and b.offer_end in ('rejected', 'missed')
                   and b.offer_ended_at > now() - (r.policy->>'offerBarMs')::bigint * interval '1 ms') as barred_agent_ids
    from callback c
    join route r on r.id = c.route_id
    where c.status = 'queued' and c.started_at is not null
      and c.route_id || '/' || c.channel = any(${services})
      and not exists (select from reservation v where v.callback_id = c.id and v.released_at is null)
    order by (r.policy->>'priority')::int - floor(extract(epoch from now() - c.due_at) * 1000 / ${AGEING_MS}::float8), c.due_at
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
  assignee_alone_ms: number | null;
  preview: boolean;
  offer_timeout_ms: number;
  preview_timeout_ms: number | null;
  accept_opens: AcceptOpens;
  barred_agent_ids: string[];
}

function candidate(row: CandidateRow): Candidate {
  const dueAtMs = row.due_at.getTime();
  return {
    callbackId: row.callback_id,
    routeId: row.route_id,
    channel: row.channel,
    priority: row.priority,
    dueAtMs,
    assigneeId: row.assignee_id,
    assigneeAloneUntilMs: row.assignee_alone_ms === null ? null : dueAtMs + row.assignee_alone_ms,
    barredAgentIds: row.barred_agent_ids,
    terms: {
      preview: row.preview,
      offerTimeoutMs: row.offer_timeout_ms,
      previewTimeoutMs: row.preview_timeout_ms,
      acceptOpens: row.accept_opens,
    },
  };
}
