import { randomUUID } from 'node:crypto';
import type { Actor } from '../../domain/words.ts';
import { lockAgents } from './agents.ts';
import { audit } from '../report/audit.ts';
import { hintAll } from '../notify.ts';
import { gathered } from '../callback/rows.ts';
import type { Db } from '../tables.ts';
import { inTransaction, violates } from '../transaction.ts';

/** Agents who are looked after together; an agent may belong to several. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly agentIds: readonly string[];
}

/** Two teams may not have one name: nothing was changed. */
export class TeamNameTaken extends Error {
  override readonly name = 'TeamNameTaken';
  constructor() {
    super('Another team has this name.');
  }
}

/** One of the named agents is not there: nothing was changed. */
export class NoSuchAgent extends Error {
  override readonly name = 'NoSuchAgent';
}

/** Teams are often numbered: "Team 2" comes before "Team 10". */
const BY_NAME = new Intl.Collator('en', { numeric: true });

/** Every team, by name. */
export async function readTeams(db: Db): Promise<Team[]> {
  const rows = await db.selectFrom('team').select(['id', 'name']).orderBy('name').orderBy('id').execute();
  rows.sort((a, b) => BY_NAME.compare(a.name, b.name));
  const members = await db.selectFrom('agent_team').selectAll().orderBy('agent_id').execute();
  const byTeam = gathered(members.map(({ team_id, agent_id }) => [team_id, agent_id]));
  return rows.map((row) => ({ ...row, agentIds: byTeam.get(row.id) ?? [] }));
}

/**
 * Makes a team (`id` null), or changes one; what is left out stays as it is.
 *
 * @returns the team as it is now; null: there is none of that id
 * @throws {TeamNameTaken}
 * @throws {NoSuchAgent}
 */
export async function saveTeam(
  db: Db,
  { id, actor, ...wish }: { id: string | null; name?: string | undefined; agentIds?: readonly string[] | undefined; actor: Actor },
): Promise<Team | null> {
  try {
    return await inTransaction(db, async (tx) => {
      await lockAgents(tx);
      const before = id === null ? null : await readTeam(tx, id);
      if (id !== null && before === null) return null;
      const { name = '', agentIds = [] } = { ...before, ...given(wish) };
      const after: Team = { id: before?.id ?? randomUUID(), name, agentIds: [...new Set(agentIds)].toSorted() };
      if (before) await tx.updateTable('team').set({ name }).where('id', '=', after.id).execute();
      else await tx.insertInto('team').values({ id: after.id, name }).execute();
      await writeMembers(tx, after, before?.agentIds ?? []);
      if (JSON.stringify(before) !== JSON.stringify(after)) {
        await audit(tx, { actor, action: 'team_saved', subject: `team/${after.id}`, before, after });
      }
      return after;
    });
  } catch (error) {
    throw violates(error, 'team_name_key') ? new TeamNameTaken() : error;
  }
}

/** Its agents stay what they are. False: there is no such team. */
export async function deleteTeam(db: Db, { id, actor }: { id: string; actor: Actor }): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await lockAgents(tx);
    const before = await readTeam(tx, id);
    if (!before) return false;
    await tx.deleteFrom('team').where('id', '=', id).execute();
    await audit(tx, { actor, action: 'team_deleted', subject: `team/${id}`, before });
    await hintAll(tx, before.agentIds.map((agentId) => ({ agentId })));
    return true;
  });
}

async function readTeam(tx: Db, id: string): Promise<Team | null> {
  const row = await tx.selectFrom('team').select(['id', 'name']).where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const members = await tx.selectFrom('agent_team').select('agent_id').where('team_id', '=', id).orderBy('agent_id').execute();
  return { ...row, agentIds: members.map(({ agent_id }) => agent_id).toSorted() };
}

async function writeMembers(tx: Db, { id, agentIds }: Team, before: readonly string[]): Promise<void> {
  const [came, gone] = [agentIds.filter((one) => !before.includes(one)), before.filter((one) => !agentIds.includes(one))];
  if (gone.length > 0) await tx.deleteFrom('agent_team').where('team_id', '=', id).where('agent_id', 'in', gone).execute();
  if (came.length > 0) {
    const known = await tx.selectFrom('agent').select('id').where('id', 'in', came).execute();
    if (known.length < came.length) throw new NoSuchAgent('One of the agents is not there.');
    await tx.insertInto('agent_team').values(came.map((agentId) => ({ agent_id: agentId, team_id: id }))).execute();
  }
  await hintAll(tx, [...came, ...gone].map((agentId) => ({ agentId })));
}

/** What of a wish was said. */
function given<T extends object>(wish: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
