import { sql } from 'kysely';
import { saveAgent } from '../../store/agent/agents.ts';
import { readResponses } from '../../store/response/responses.ts';
import { saveRoute } from '../../store/route/routes.ts';
import type { Db } from '../../store/tables.ts';
import { inTransaction } from '../../store/transaction.ts';
import { seedResponses } from '../start/seed-responses.ts';
import type { Centre } from './centre.ts';
import { isAbout } from './centre.ts';

/**
 * Writes the routes, agents, teams and administrators that are not there yet, and standard responses where there are none. They have no password: nobody can sign in as one of
 * them before an administrator gives them one.
 */
export async function writeCentre(db: Db, { routes, agents, teams, administrators }: Centre): Promise<void> {
  await inTransaction(db, async (tx) => {
    const known = new Set((await tx.selectFrom('route').select('id').execute()).map(({ id }) => id));
    if (routes.every(({ id }) => known.has(id))) return;
    for (const route of routes) await saveRoute(tx, route);
    for (const { id, name } of administrators) await writeUser(tx, id, name, 'administrator');
    for (const agent of agents) {
      await writeUser(tx, agent.id, agent.name, 'agent');
      await saveAgent(tx, agent);
    }
    await tx.insertInto('team').values(teams.map(({ id, name }) => ({ id, name }))).execute();
    const members = teams.flatMap(({ id, agentIds }) => agentIds.map((agentId) => ({ team_id: id, agent_id: agentId })));
    await tx.insertInto('agent_team').values(members).execute();
    if ((await readResponses(tx)).length === 0) await seedResponses({ db: tx }, (topic) => routes.filter(({ id }) => isAbout(id, topic)).map(({ id }) => id));
  });
}

async function writeUser(tx: Db, id: string, name: string, role: 'administrator' | 'agent'): Promise<void> {
  const email = `${id}@example.com`;
  await sql`
    insert into auth_user (id, name, email, "emailVerified", role) values (${id}, ${name}, ${email}, false, ${role})`.execute(tx);
}
