import { isLeftToTheGuest } from '../../domain/call/moves.ts';
import { user } from './acts.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';
import { answer, consulted, customerIsOnHold, guest, hangsUp, invite, talking, whenFree } from './in-call.ts';

/*
 * The agent hangs up, and somebody else has the customer: a member of the conference, or whoever the call is being transferred to.
 */

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
beforeEach(() => centre.only('aoki', 'mori'));
afterEach(() => centre.clear());
afterAll(() => centre.close());

const isOnTheLine = (id: string, label: string) => centre.leg(id, label, ({ progress, left_at, joined_at }) => progress === 'answered' && joined_at !== null && left_at === null);
const typesOf = async (id: string) => (await centre.events(id)).map(({ type }) => type);

/** The case is Mori's, who talks with the customer; Aoki is free. */
async function isMoris(id: string): Promise<void> {
  await centre.when(id, ({ agent_id, status }) => agent_id === 'mori' && status === 'connected');
  await whenFree(centre, 'aoki');
  await customerIsOnHold(centre, id, false);
  for (const label of ['customer-1-1', 'target-1-2']) await isOnTheLine(id, label);
  await hangsUp(centre, id, 'customer-1-1');
  expect(await centre.when(id, ({ status }) => status === 'wrap_up')).toMatchObject({ agent_id: 'mori', last_outcome: 'answered' });
}

test('out of a conference: a member has the case, and talks on with the customer', async () => {
  const id = await talking(centre);
  await guest(centre, id, await consulted(centre, id, 'mori'), 'conference');
  await customerIsOnHold(centre, id, false);
  await hangsUp(centre, id, 'agent-1-1');
  await isMoris(id);
  expect((await centre.events(id)).find(({ type }) => type === 'transferred')).toMatchObject({ actor: user('aoki'), data: { agentId: 'mori' } });
});

/** Aoki hangs up while Mori is asked to take the call over. Answers the target's id. */
async function leftToMori(id: string): Promise<string> {
  const targetId = await invite(centre, id, 'transfer', { agentId: 'mori' });
  await customerIsOnHold(centre, id, true);
  await hangsUp(centre, id, 'agent-1-1');
  await centre.when(id, ({ call }) => call !== null && isLeftToTheGuest(call));
  return targetId;
}

test('while the call is being transferred: the customer waits with music, and is the target’s once they have answered', async () => {
  const id = await talking(centre);
  await answer(centre, id, await leftToMori(id), 'mori', true);
  await isMoris(id);
});

test('while the call is being transferred to somebody who refuses: they are rung, and have the customer again', async () => {
  const id = await talking(centre);
  await answer(centre, id, await leftToMori(id), 'mori', false);
  await isOnTheLine(id, 'agent-1-2');
  await customerIsOnHold(centre, id, false);
  expect(await centre.row(id)).toMatchObject({ status: 'connected', agent_id: 'aoki' });
  expect((await typesOf(id)).slice(-5)).toEqual(['invited', 'party_left', 'invitation_ended', 'agent_lost', 'agent_back']);
  await hangsUp(centre, id, 'agent-1-2');
  await centre.when(id, ({ status }) => status === 'wrap_up');
});

test('out of a conversation of two: it is over, as ever', async () => {
  const id = await talking(centre);
  await hangsUp(centre, id, 'agent-1-1');
  await centre.when(id, ({ status }) => status === 'wrap_up');
  await centre.quiet(id);
});
