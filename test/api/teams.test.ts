import { readAudit } from '../../store/report/audit.ts';
import type { Centre } from './support.ts';
import { openCentre } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterAll(() => centre.close());

const make = (name: string, agentIds: string[] = []) => centre.ask('POST', '/v1/teams', { as: 'admin', body: { name, agentIds } });

test('a team is made of agents, who may belong to several, and everybody signed in can read them', async () => {
  const { aoki, mori } = centre.ids;
  const east = await make('East', [mori, aoki, aoki]);
  expect(east.status).toBe(201);
  await make('Weekend', [mori]);
  const teams = await centre.ask('GET', '/v1/teams', { as: 'aoki' });
  expect(teams.body.items).toMatchObject([{ name: 'East', agentIds: [aoki, mori].toSorted() }, { name: 'Weekend', agentIds: [mori] }]);
  const agents = await centre.ask('GET', '/v1/agents', { as: 'aoki' });
  expect(agents.body.items).toMatchObject([
    { name: 'aoki', teams: [{ name: 'East' }] },
    { name: 'kato', teams: [] },
    { name: 'mori', teams: [{ name: 'East' }, { name: 'Weekend' }] },
  ]);
});

test('what is left out stays as it is; who and what is on the audit log', async () => {
  const { body: team } = await make('North', [centre.ids.kato]);
  const renamed = await centre.ask('PUT', `/v1/teams/${team.id}`, { as: 'admin', body: { name: ' North-West ' } });
  expect(renamed.body).toEqual({ id: team.id, name: 'North-West', agentIds: [centre.ids.kato] });
  await centre.ask('PUT', `/v1/teams/${team.id}`, { as: 'admin', body: { name: 'North-West' } });
  expect((await centre.ask('DELETE', `/v1/teams/${team.id}`, { as: 'machine' })).status).toBe(204);
  expect((await centre.ask('DELETE', `/v1/teams/${team.id}`, { as: 'admin' })).status).toBe(404);
  const lines = await readAudit(centre.store.db, { subject: `team/${team.id}`, limit: 10 });
  expect(lines).toMatchObject([
    { action: 'team_deleted', actor: { type: 'machine' }, before: { name: 'North-West' }, after: null },
    { action: 'team_saved', actor: { type: 'user', id: centre.ids.admin }, before: { name: 'North' }, after: { name: 'North-West' } },
    { action: 'team_saved', before: null, after: { name: 'North' } },
  ]);
});

test('a name is one team’s only, and a member is an agent; a refusal changes nothing', async () => {
  await make('South');
  expect(await make('South')).toMatchObject({ status: 409, body: { code: 'team_name_taken' } });
  const { body: team } = await make('Far South');
  const changes = [{ name: 'South' }, { agentIds: ['nobody'], name: 'Elsewhere' }, { name: '  ' }, { colour: 'red' }];
  const answers = await Promise.all(changes.map((body) => centre.ask('PUT', `/v1/teams/${team.id}`, { as: 'admin', body })));
  expect(answers.map(({ status }) => status)).toEqual([409, 400, 400, 400]);
  const teams = await centre.ask('GET', '/v1/teams', { as: 'admin' });
  expect(teams.body.items).toContainEqual({ id: team.id, name: 'Far South', agentIds: [] });
  expect((await centre.ask('PUT', '/v1/teams/none', { as: 'admin', body: {} })).status).toBe(404);
});

test('agents make no teams', async () => {
  const asked = [
    centre.ask('POST', '/v1/teams', { as: 'aoki', body: { name: 'Mine' } }),
    centre.ask('PUT', '/v1/teams/x', { as: 'aoki', body: { name: 'Mine' } }),
    centre.ask('DELETE', '/v1/teams/x', { as: 'aoki' }),
  ];
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([403, 403, 403]);
});
