import { sql } from 'kysely';
import { hint, kick } from '../notify.ts';
import { gathered, inChunks } from '../callback/rows.ts';
import { stillOpen } from '../callback/still-open.ts';
import type { AgentRow, Db } from '../tables.ts';
import { inTransaction } from '../transaction.ts';

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

/** An agent as stored. */
export interface StoredAgent extends Agent {
  /** May not sign in: is offered nothing, and nothing is distributed to them. */
  readonly disabled: boolean;
}

/** Any number that no other advisory lock of Ringback uses. */
const AGENTS_LOCK = 7_320;

/** Until the transaction ends nobody else changes accounts, agents or teams: what was read of them holds. */
export async function lockAgents(tx: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${AGENTS_LOCK})`.execute(tx);
}

/** Every agent, by name. */
export async function readAgents(db: Db): Promise<StoredAgent[]> {
  const rows = await db.selectFrom('agent').selectAll().orderBy('name').orderBy('id').execute();
  const routes = await db.selectFrom('agent_route').selectAll().orderBy('route_id').execute();
  const byAgent = gathered(routes.map(({ agent_id, route_id }) => [agent_id, route_id]));
  return rows.map((row) => toAgent(row, byAgent.get(row.id) ?? []));
}

/** The agent in whose session this is, and whether they have the right to handle callbacks; null: no agent is. Every request asks this. */
export async function agentOfSession(db: Db, token: string): Promise<{ readonly id: string; readonly mayPhone: boolean } | null> {
  if (token === '') return null;
  const { rows } = await sql<{ id: string; mayPhone: boolean }>`
    select agent.id, agent.may_phone as "mayPhone" from auth_session s join agent on agent.id = s."userId" where s.token = ${token}`.execute(db);
  return rows[0] ?? null;
}

/**
 * Somebody with that right who is signed in, wherever: what is sent unasked may reach a page that nobody is signed in at any more. Null:
 * they are to be shown no desk.
 */
export async function shownDesk(db: Db, id: string): Promise<{ readonly name: string } | null> {
  const { rows } = await sql<{ name: string }>`
    select name from agent
    where id = ${id} and may_phone and exists (select from auth_session s where s."userId" = agent.id and s."expiresAt" > now())`.execute(db);
  return rows[0] ?? null;
}

/** Null: there is no such agent. */
export async function readAgent(db: Db, id: string): Promise<StoredAgent | null> {
  const row = await db.selectFrom('agent').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const routes = await db.selectFrom('agent_route').select('route_id').where('agent_id', '=', id).orderBy('route_id').execute();
  return toAgent(row, routes.map(({ route_id }) => route_id));
}

/** Makes an agent, or writes one whole; their teams stay as they are. */
export async function saveAgent(db: Db, agent: Agent): Promise<void> {
  await inTransaction(db, async (tx) => {
    await writeAgents(tx, [agent]);
    await hint(tx, { agentId: agent.id });
    await kick(tx);
  });
}

/** Makes agents, or writes them whole, and tells nobody. Whoever has no right to phone, or is disabled, holds no lease any more. */
export async function writeAgents(
  tx: Db,
  agents: readonly (Agent & { readonly disabled?: boolean; readonly teamIds?: readonly string[] })[],
): Promise<void> {
  for (const some of inChunks(agents)) {
    const ids = some.map(({ id }) => id);
    await tx
      .insertInto('agent')
      .values(some.map(({ id, name, endpoint, languages, mayPhone }) => ({ id, name, endpoint, languages: [...languages], may_phone: mayPhone })))
      .onConflict((oc) =>
        oc.column('id').doUpdateSet((eb) => ({
          name: eb.ref('excluded.name'),
          endpoint: eb.ref('excluded.endpoint'),
          languages: eb.ref('excluded.languages'),
          may_phone: eb.ref('excluded.may_phone'),
        })),
      )
      .execute();
    await writeDisabled(tx, some);
    await tx.deleteFrom('agent_route').where('agent_id', 'in', ids).execute();
    await insertAll(tx, 'agent_route', some.flatMap(({ id, routeIds }) => [...new Set(routeIds)].map((routeId) => ({ agent_id: id, route_id: routeId }))));
    const inTeams = some.flatMap(({ id, teamIds }) => (teamIds ? [{ id, teamIds }] : []));
    if (inTeams.length > 0) await tx.deleteFrom('agent_team').where('agent_id', 'in', inTeams.map(({ id }) => id)).execute();
    await insertAll(tx, 'agent_team', inTeams.flatMap(({ id, teamIds }) => [...new Set(teamIds)].map((teamId) => ({ agent_id: id, team_id: teamId }))));
  }
}

/** Rows of any number. */
async function insertAll(tx: Db, table: 'agent_route' | 'agent_team', rows: readonly Record<string, string>[]): Promise<void> {
  for (const some of inChunks(rows)) await tx.insertInto(table).values(some as never).execute();
}

/** Their open offers and previews are then withdrawn as those of anybody who has gone (matching/lost-agents.ts); a call goes on. */
async function writeDisabled(tx: Db, agents: readonly { readonly id: string; readonly mayPhone: boolean; readonly disabled?: boolean }[]): Promise<void> {
  const known = agents.filter(({ disabled }) => disabled !== undefined);
  const [off, on] = [known.filter(({ disabled }) => disabled), known.filter(({ disabled }) => !disabled)].map((some) => some.map(({ id }) => id));
  if (off?.length) await tx.updateTable('agent').set({ disabled_at: sql<Date>`coalesce(disabled_at, now())` }).where('id', 'in', off).execute();
  if (on?.length) await tx.updateTable('agent').set({ disabled_at: null }).where('id', 'in', on).execute();
  const gone = agents.filter(({ mayPhone, disabled }) => !mayPhone || disabled).map(({ id }) => id);
  if (gone.length > 0) await tx.deleteFrom('agent_lease').where('agent_id', 'in', gone).execute();
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

function toAgent({ id, name, endpoint, languages, may_phone, disabled_at }: AgentRow, routeIds: string[]): StoredAgent {
  return { id, name, endpoint, languages, mayPhone: may_phone, routeIds, disabled: disabled_at !== null };
}
