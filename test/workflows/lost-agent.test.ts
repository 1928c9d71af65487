import { learnLeg } from '../../store/call/legs.ts';
import { holdUpdate } from '../../workflows/messages.ts';
import { MINUTE_MS, user } from './acts.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';
import { createHearing } from './hearing.ts';
import { answer, consulted, customerIsOnHold, guest, hangsUp, invite, joinToSupervise, supervise, talking, whenFree } from './in-call.ts';

/*
 * The agent is not on the line any more, and a customer is.
 */

const SOFTPHONE = 'client:agent_aoki';

const hearing = createHearing();
let centre: Centre;
beforeAll(async () => {
  centre = await openCentre({}, undefined, hearing);
});
beforeEach(async () => {
  await centre.only('aoki');
  await centre.agent('aoki', { endpoint: SOFTPHONE });
});
afterEach(async () => {
  hearing.restore();
  await centre.control('DELETE', `/people/${encodeURIComponent(SOFTPHONE)}`);
  await centre.editRoute({});
  await centre.clear();
});
afterAll(() => centre.close());

const typesOf = async (id: string) => (await centre.events(id)).map(({ type }) => type);

/** The agent's softphone loses the call, and rings out from then on. */
async function losesTheAgent(id: string): Promise<void> {
  await centre.control('PUT', `/people/${encodeURIComponent(SOFTPHONE)}`, { behaviour: 'rings_out' });
  await hangsUp(centre, id, 'agent-1-1');
  await centre.when(id, ({ call }) => call !== null && call.agent !== 'agent-1-1');
}

/** A supervisor takes part, as `supervisor-1-2`. */
async function supervises(id: string, how: 'listen' | 'coach' | 'barge'): Promise<void> {
  await centre.agent('mori');
  await joinToSupervise(centre, id, 'mori', how);
  await centre.when(id, ({ call }) => call?.supervisors['supervisor-1-2']?.isHere === true);
}

test('who takes the call over, and had hung up before anybody knew, is rung for the customer', async () => {
  const id = await talking(centre);
  await supervises(id, 'listen');
  hearing.lost = /supervisor-1-2/;
  await hangsUp(centre, id, 'supervisor-1-2');
  await supervise(centre, id, 'mori', 'take_over');
  await centre.leg(id, 'agent-1-3', ({ joined_at }) => joined_at !== null);
  await customerIsOnHold(centre, id, false);
  expect(await centre.row(id)).toMatchObject({ status: 'connected', agent_id: 'mori', call: { agent: 'agent-1-3' } });
  await whenFree(centre, 'aoki');
  await learnLeg(centre.store.db, { callbackId: id, label: 'supervisor-1-2', facts: { progress: 'ended', end: 'completed' } });
});

test('nobody is rung for a call that was over when it was taken over, which we hear a moment later', async () => {
  const id = await talking(centre);
  await supervises(id, 'listen');
  const said: (() => void)[] = [];
  hearing.late = said;
  await hangsUp(centre, id, 'customer-1-1');
  await supervise(centre, id, 'mori', 'take_over');
  await centre.when(id, ({ agent_id }) => agent_id === 'mori');
  hearing.late = null;
  for (const arrives of said) arrives();
  await centre.when(id, ({ status }) => status === 'wrap_up');
  expect(await typesOf(id)).not.toContain('agent_lost');
});

test('an agent who has come back is found, though nobody of us heard of it', async () => {
  // The time-skipping server refuses to take a timer back that has fired meanwhile: waiting for the telephone is to outlast waiting for the agent.
  await centre.editRoute({ ringTimeoutS: 60 });
  const id = await talking(centre);
  hearing.lost = /agent-1-2/;
  await hangsUp(centre, id, 'agent-1-1');
  await centre.when(id, ({ call }) => call?.known['customer-1-1']?.isOnHold === true);
  await centre.leg(id, 'agent-1-2', ({ joined_at }) => joined_at !== null);
  await centre.pass(31_000);
  await centre.when(id, ({ call }) => call?.wanted['agent-1-2'] !== undefined);
  await customerIsOnHold(centre, id, false);
  expect((await typesOf(id)).slice(-2)).toEqual(['agent_lost', 'agent_back']);
});

test('a customer who was promised another call gets it, also where the route ends what is not marked done', async () => {
  await centre.editRoute({ afterCallLimitMs: MINUTE_MS });
  const id = await talking(centre);
  await losesTheAgent(id);
  expect(await centre.when(id, ({ status }) => status === 'wrap_up')).toMatchObject({ last_outcome: 'answered', agent_id: 'aoki' });
  const [ended] = (await centre.events(id)).filter(({ type }) => type === 'attempt_ended');
  expect(ended?.data).toMatchObject({ outcome: 'answered', reason: 'agent_lost' });
  await centre.pass(10.5 * MINUTE_MS);
  expect(await centre.when(id, ({ status }) => status === 'scheduled')).toMatchObject({ agent_id: null });
  expect((await typesOf(id)).at(-1)).toBe('retry_planned');
});

test('a customer who waits for an agent who is rung anew is not taken off hold, to hear nobody', async () => {
  const id = await talking(centre);
  await centre.control('PUT', `/people/${encodeURIComponent(SOFTPHONE)}`, { behaviour: 'manual' });
  await hangsUp(centre, id, 'agent-1-1');
  await centre.when(id, ({ call }) => call !== null && call.agent !== 'agent-1-1');
  const resume = centre.callbacks.update(holdUpdate, id, { actor: user('aoki'), attempt: 1, hold: false });
  await expect(resume).rejects.toMatchObject({ refusal: 'wrong_state' });
  expect((await centre.row(id)).call?.wanted['customer-1-1']).toMatchObject({ isOnHold: true });
});

test('nor is the customer turned to, while a colleague is consulted', async () => {
  const id = await talking(centre);
  await centre.agent('mori');
  const targetId = await consulted(centre, id, 'mori');
  await centre.control('PUT', `/people/${encodeURIComponent(SOFTPHONE)}`, { behaviour: 'manual' });
  await hangsUp(centre, id, 'agent-1-1');
  await centre.when(id, ({ call }) => call !== null && call.agent !== 'agent-1-1');
  await expect(guest(centre, id, targetId, 'talk_to_customer')).rejects.toMatchObject({ refusal: 'wrong_state' });
  await guest(centre, id, targetId, 'conference');
  await customerIsOnHold(centre, id, false);
});

test('who coaches is heard by the agent who has the call then', async () => {
  const id = await talking(centre);
  await supervises(id, 'coach');
  await centre.agent('sato');
  await answer(centre, id, await invite(centre, id, 'conference', { agentId: 'sato' }), 'sato', true);
  await centre.when(id, ({ call }) => call?.members['target-1-3'] !== undefined);
  await losesTheAgent(id);
  await centre.when(id, ({ agent_id }) => agent_id === 'sato');
  await centre.leg(id, 'supervisor-1-2', ({ muted, coaches }) => !muted && coaches === 'target-1-3');
});

test('who has barged in talks on with the customer, and has the call when the agent does not come back', async () => {
  const id = await talking(centre);
  await supervises(id, 'barge');
  await losesTheAgent(id);
  expect((await centre.row(id)).call?.wanted['customer-1-1']).toMatchObject({ isOnHold: false });
  await centre.when(id, ({ agent_id }) => agent_id === 'mori');
  expect(await centre.row(id)).toMatchObject({ status: 'connected', call: { agent: 'supervisor-1-2' } });
  await whenFree(centre, 'aoki');
});

test('a customer hears music again when who has barged in only listens from then on, or leaves', async () => {
  const id = await talking(centre);
  await supervises(id, 'listen');
  await centre.control('PUT', `/people/${encodeURIComponent(SOFTPHONE)}`, { behaviour: 'manual' });
  await hangsUp(centre, id, 'agent-1-1');
  await customerIsOnHold(centre, id, true);
  await supervise(centre, id, 'mori', 'barge');
  await customerIsOnHold(centre, id, false);
  await supervise(centre, id, 'mori', 'listen');
  await customerIsOnHold(centre, id, true);
  await supervise(centre, id, 'mori', 'barge');
  await customerIsOnHold(centre, id, false);
  await supervise(centre, id, 'mori', null);
  await customerIsOnHold(centre, id, true);
});

test('a customer is with a member whom a guest leaves beside them while the agent is rung anew', async () => {
  await centre.editRoute({ ringTimeoutS: 400 });
  const id = await talking(centre);
  await centre.agent('mori');
  await centre.agent('sato');
  await answer(centre, id, await invite(centre, id, 'conference', { agentId: 'mori' }), 'mori', true);
  await centre.when(id, ({ call }) => call?.members['target-1-2'] !== undefined);
  await consulted(centre, id, 'sato');
  await centre.control('PUT', `/people/${encodeURIComponent(SOFTPHONE)}`, { behaviour: 'manual' });
  await hangsUp(centre, id, 'agent-1-1');
  await centre.when(id, ({ call }) => call !== null && call.agent !== 'agent-1-1');
  await hangsUp(centre, id, 'target-1-3');
  await customerIsOnHold(centre, id, false);
  expect(await centre.row(id)).toMatchObject({ agent_id: 'aoki', status: 'connected' });
});

test('somebody outside talks on with the customer while the agent is rung anew', async () => {
  const id = await talking(centre);
  await invite(centre, id, 'conference', { number: '+819011112200' });
  await centre.when(id, ({ call }) => call !== null && call.guest === null && call.wanted['target-1-2'] !== undefined);
  await losesTheAgent(id);
  expect((await centre.row(id)).call?.wanted['customer-1-1']).toMatchObject({ isOnHold: false });
});
