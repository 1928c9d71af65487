import { readyAgents } from '../../../matching/candidates.ts';
import { readAgent, readAgents, saveAgent, writeAgents } from '../../../store/agent/agents.ts';
import { auditAll, readAudit } from '../../../store/report/audit.ts';
import { gathered, inChunks } from '../../../store/callback/rows.ts';
import { presenceOf, renewLease, setWish } from '../../../store/agent/presence.ts';
import { NoSuchAgent, TeamNameTaken, deleteTeam, readTeams, saveTeam } from '../../../store/agent/teams.ts';
import type { Opened } from '../world.ts';
import { makeAgent, makeRoute } from '../world.ts';

export function agentFacts(opened: () => Opened): void {
  const db = () => opened().store.db;
  const actor = { type: 'user', id: 'admin' } as const;
  const save = (team: { id: string | null; name?: string; agentIds?: string[] }) => saveTeam(db(), { ...team, actor });

  test('a team keeps what is not said, and deleting it leaves its agents', async () => {
    const agentId = await makeAgent(opened().store);
    const team = await save({ id: null, name: 'East', agentIds: [agentId, agentId] });
    expect(await save({ id: team!.id, name: 'Far East' })).toEqual({ id: team!.id, name: 'Far East', agentIds: [agentId] });
    expect(await save({ id: 'none', name: 'X' })).toBeNull();
    expect(await deleteTeam(db(), { id: team!.id, actor })).toBe(true);
    expect(await deleteTeam(db(), { id: team!.id, actor })).toBe(false);
    expect(await readAgent(db(), agentId)).toMatchObject({ id: agentId });
    expect((await readAudit(db(), { subject: `team/${team!.id}`, limit: 9 })).map(({ action }) => action)).toEqual(['team_deleted', 'team_saved', 'team_saved']);
  });

  test('of several who make a team of one name at once, one does; a member must be there', async () => {
    const made = await Promise.allSettled(Array.from({ length: 4 }, () => save({ id: null, name: 'West' })));
    expect(made.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(made.filter((one) => one.status === 'rejected' && one.reason instanceof TeamNameTaken)).toHaveLength(3);
    await expect(save({ id: null, name: 'North', agentIds: ['nobody'] })).rejects.toThrow(NoSuchAgent);
    expect((await readTeams(db())).map(({ name }) => name)).not.toContain('North');
  });

  test('thousands of agents are written at once, with their routes and teams', async () => {
    const routeId = await makeRoute(opened().store);
    const team = await save({ id: null, name: 'Everybody' });
    const many = Array.from({ length: 2_500 }, (_, n) => ({
      id: `many-${n}`, name: `N${n}`, endpoint: null, languages: ['ja'], mayPhone: true, routeIds: [routeId, routeId], teamIds: [team!.id],
    }));
    await db().transaction().execute((tx) => writeAgents(tx, many));
    await db().transaction().execute((tx) => writeAgents(tx, many));
    expect((await readAgents(db())).filter(({ routeIds }) => routeIds.includes(routeId))).toHaveLength(2_500);
    expect((await readTeams(db())).find(({ id }) => id === team!.id)?.agentIds).toHaveLength(2_500);
    await auditAll(db(), many.map(({ id }) => ({ actor, action: 'agent_created' as const, subject: `many/${id}` })));
    expect(await readAudit(db(), { subject: 'many/many-2499', limit: 2 })).toHaveLength(1);
  });

  test('a disabled agent, and one without the right, is not there any more and is offered nothing', async () => {
    const routeId = await makeRoute(opened().store);
    const id = await makeAgent(opened().store);
    const agent = { id, name: 'Aoki', endpoint: 'client:a', languages: [], mayPhone: true, routeIds: [routeId] };
    const isReady = async () => {
      await renewLease(db(), { agentId: id, tabId: 'a', leaseMs: 60_000 });
      await setWish(db(), { agentId: id, channel: 'voice', wish: 'ready', reason: null });
      return (await readyAgents(db())).some(({ agentId }) => agentId === id);
    };
    await saveAgent(db(), agent);
    expect(await isReady()).toBe(true);
    await writeAgents(db(), [{ ...agent, disabled: true }]);
    expect(await presenceOf(db(), id)).toMatchObject({ presence: 'offline' });
    expect(await isReady()).toBe(false);
    await saveAgent(db(), agent);
    expect(await readAgent(db(), id)).toMatchObject({ disabled: true });
    await writeAgents(db(), [{ ...agent, disabled: false }]);
    expect(await isReady()).toBe(true);
    await writeAgents(db(), [{ ...agent, mayPhone: false }]);
    expect([(await presenceOf(db(), id)).presence, await isReady()]).toEqual(['offline', false]);
  });

  test('rows are taken in portions and gathered by key', () => {
    expect([...inChunks(Array.from({ length: 2_001 }))].map(({ length }) => length)).toEqual([1_000, 1_000, 1]);
    expect([...gathered([['a', 1], ['b', 2], ['a', 3]])]).toEqual([['a', [1, 3]], ['b', [2]]]);
  });
}
