import { saveAgent } from '../../store/agent/agents.ts';
import type { Centre } from './support.ts';
import { given, givenCallback, openCentre, reserved } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterAll(() => centre.close());

const dial = (id: string, as: string) => centre.ask('POST', `/v1/callbacks/${id}/dial`, { as, body: { attempt: 1 } });
const asAgent = (endpoint: string | null) =>
  saveAgent(centre.store.db, { id: centre.ids.admin, name: 'admin', endpoint, languages: [], mayPhone: true, routeIds: [] });

test('an administrator without a place at a desk does not dial, nor does a machine', async () => {
  const id = await givenCallback(centre);
  for (const as of ['admin', 'machine']) expect(await dial(id, as)).toMatchObject({ status: 403, body: { code: 'may_not_phone' } });
});

describe('an administrator who acts as an agent', () => {
  test('needs a telephone', async () => {
    await asAgent(null);
    expect(await dial(await givenCallback(centre), 'admin')).toMatchObject({ status: 409, body: { code: 'no_telephone' } });
  });

  test('dials any callback that nobody has in hand, and one at a time', async () => {
    await asAgent('sip:admin@example.com');
    const mine = await givenCallback(centre);
    await given(centre, mine, { assignee_id: centre.ids.aoki, status: 'queued' });
    expect((await dial(mine, 'mori')).status).toBe(404);
    expect((await dial(mine, 'admin')).status).toBe(200);
    expect(centre.workflows.said).toMatchObject([{ name: 'dial', callbackId: mine, arg: { agentId: centre.ids.admin, attempt: 1, reservationId: expect.any(String) } }]);
    const other = await givenCallback(centre);
    expect(await dial(other, 'admin')).toMatchObject({ status: 409, body: { code: 'agent_busy' } });
  });

  test('takes none out of an agent’s hands', async () => {
    const id = await givenCallback(centre);
    await given(centre, id, { status: 'wrap_up', agent_id: centre.ids.aoki });
    await reserved(centre, id, centre.ids.aoki);
    expect(await dial(id, 'admin')).toMatchObject({ status: 403, body: { code: 'not_your_callback' } });
  });
});

test('whoever can have distributed is named to those who see callbacks', async () => {
  const { body } = await centre.ask('GET', '/v1/distributors', { as: 'aoki' });
  expect(body.items.map(({ name }: { name: string }) => name)).toEqual(['admin', 'crm']);
  expect((await centre.ask('GET', '/v1/distributors', { as: 'kato' })).status).toBe(403);
});
