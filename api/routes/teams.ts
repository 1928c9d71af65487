import { NoSuchAgent, TeamNameTaken, deleteTeam, readTeams, saveTeam } from '../../store/agent/teams.ts';
import type { Team } from '../../store/agent/teams.ts';
import { actorOf } from '../auth/caller.ts';
import { endpoint } from '../endpoint.ts';
import { changeTeam, createTeam, listTeams, removeTeam } from '../operations/teams.ts';
import { conflict, notFound } from '../problems.ts';
import { malformedAt } from '../validate.ts';

const NO_TEAM = 'There is no such team.';

export const listTeamsEndpoint = endpoint(listTeams)(async ({ deps }) => {
  const teams = await readTeams(deps.store.db);
  return { status: 200, body: { items: teams.map(teamView) } };
});

export const createTeamEndpoint = endpoint(createTeam)(async ({ deps, caller, body }) => {
  const made = await saved(() => saveTeam(deps.store.db, { id: null, name: body.name.trim(), agentIds: body.agentIds, actor: actorOf(caller) }));
  return { status: 201, body: teamView(made) };
});

export const changeTeamEndpoint = endpoint(changeTeam)(async ({ deps, caller, params, body }) => {
  const changed = await saved(() => saveTeam(deps.store.db, { id: params.id, name: body.name?.trim(), agentIds: body.agentIds, actor: actorOf(caller) }));
  return { status: 200, body: teamView(changed) };
});

export const removeTeamEndpoint = endpoint(removeTeam)(async ({ deps, caller, params }) => {
  if (!(await deleteTeam(deps.store.db, { id: params.id, actor: actorOf(caller) }))) throw notFound(NO_TEAM);
  return { status: 204, body: undefined };
});

/** @throws {HttpProblem} 404, 400 or 409 */
async function saved(save: () => Promise<Team | null>): Promise<Team> {
  const team = await save().catch((error: unknown) => {
    if (error instanceof TeamNameTaken) throw conflict('team_name_taken', error.message);
    if (error instanceof NoSuchAgent) throw malformedAt('/agentIds', 'names somebody who is no agent');
    throw error;
  });
  if (team === null) throw notFound(NO_TEAM);
  return team;
}

function teamView({ id, name, agentIds }: Team) {
  return { id, name, agentIds: [...agentIds] };
}
