import { hint, kick } from './notify.ts';
import { stillOpen } from './still-open.ts';
import type { AgentRow, Db } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** Somebody who may be offered callbacks, and the routes whose callbacks those are. */
export interface Agent {
  /** The id of the user who signs in. */
  readonly id: string;
  readonly name: string;
  /** Where the agent is rung: E.164, `sip:` or `client:` address; null: cannot dial. */
  readonly endpoint: string | null;
  readonly languages: readonly string[];
  /** The right to handle callbacks and see numbers. */
  readonly mayPhone: boolean;
  readonly routeIds: readonly string[];
}

/** Every agent, by name. */
export async function readAgents(db: Db): Promise<Agent[]> {
  const rows = await db.selectFrom('agent').selectAll().orderBy('name').orderBy('id').execute();
  const routes = await db.selectFrom('agent_route').selectAll().orderBy('route_id').execute();
  return rows.map((row) => toAgent(row, routes.filter(({ agent_id }) => agent_id === row.id).map(({ route_id }) => route_id)));
}

/** Null: there is no such agent. */
export async function readAgent(db: Db, id: string): Promise<Agent | null> {
  const row = await db.selectFrom('agent').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const routes = await db.selectFrom('agent_route').select('route_id').where('agent_id', '=', id).orderBy('route_id').execute();
  return toAgent(row, routes.map(({ route_id }) => route_id));
}

/** Makes an agent, or writes one whole. */
export async function saveAgent(db: Db, agent: Agent): Promise<void> {
  const { id, name, endpoint, languages, mayPhone, routeIds } = agent;
  const columns = { name, endpoint, languages: [...languages], may_phone: mayPhone };
  await inTransaction(db, async (tx) => {
    await tx
      .insertInto('agent')
      .values({ id, ...columns })
      .onConflict((oc) => oc.column('id').doUpdateSet(columns))
      .execute();
    await tx.deleteFrom('agent_route').where('agent_id', '=', id).execute();
    const rows = [...new Set(routeIds)].map((routeId) => ({ agent_id: id, route_id: routeId }));
    if (rows.length > 0) await tx.insertInto('agent_route').values(rows).execute();
    await hint(tx, { agentId: id });
    await kick(tx);
  });
}

/** How many open callbacks are assigned to each agent who has any. */
export async function loads(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('callback')
    .select(({ fn }) => ['assignee_id', fn.countAll<number>().as('load')])
    .where('assignee_id', 'is not', null)
    .where(stillOpen)
    .groupBy('assignee_id')
    .execute();
  return new Map(rows.map(({ assignee_id, load }) => [String(assignee_id), load]));
}

function toAgent({ id, name, endpoint, languages, may_phone }: AgentRow, routeIds: string[]): Agent {
  return { id, name, endpoint, languages, mayPhone: may_phone, routeIds };
}
