import { newTeam, team, teamChange, teamList, teamParams } from '../schemas/teams.ts';
import { operation } from './operation.ts';

export const listTeams = operation({
  id: 'list_teams',
  tag: 'agents',
  method: 'get',
  path: '/v1/teams',
  summary: 'The teams, with their agents',
  access: 'signed_in',
  answers: { 200: { description: 'All teams by name', schema: teamList } },
});

const taken = { 409: 'Another team has this name' };
const unknown = { 404: 'There is no such team' };

export const createTeam = operation({
  id: 'create_team',
  tag: 'agents',
  method: 'post',
  path: '/v1/teams',
  summary: 'Make a team',
  access: 'administrators',
  body: newTeam,
  answers: { 201: { description: 'Made', schema: team } },
  problems: taken,
});

export const changeTeam = operation({
  id: 'change_team',
  tag: 'agents',
  method: 'put',
  path: '/v1/teams/{id}',
  summary: 'Rename a team, or say whom it consists of',
  access: 'administrators',
  params: teamParams,
  body: teamChange,
  answers: { 200: { description: 'As it is now', schema: team } },
  problems: { ...unknown, ...taken },
});

export const removeTeam = operation({
  id: 'delete_team',
  tag: 'agents',
  method: 'delete',
  path: '/v1/teams/{id}',
  summary: 'Delete a team; its agents stay',
  access: 'administrators',
  params: teamParams,
  answers: { 204: { description: 'Deleted' } },
  problems: unknown,
});
