import { softphoneOf } from '../../domain/endpoint.ts';
import { learnLeg } from '../../store/call/legs.ts';
import { hangUpUpdate, holdUpdate, rejoinUpdate } from '../../workflows/messages.ts';
import { MINUTE_MS, user } from './acts.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';
import { createHearing } from './hearing.ts';
import { answer, consulted, customerIsOnHold, guest, hangsUp, invite, joinToSupervise, supervise, talking, whenFree } from './in-call.ts';
import { behaves, behavesAsBefore } from './telephones.ts';

/*
 * The agent is not on the line any more, and a customer is.
 */

const SOFTPHONE = softphoneOf('aoki');

const hearing = createHearing();
let centre: Centre;
beforeAll(async () => {
  // The network's seconds are short here, and what rings is to ring until the test is over. (The time-skipping server refuses to take a
  // timer back that has fired meanwhile: waiting for a telephone outlasts waiting for the agent.)
  centre = await openCentre({ ringTimeoutS: 600 }, undefined, hearing);
});
beforeEach(async () => {
  await centre.only('aoki');
  await centre.agent('aoki', { endpoint: SOFTPHONE });
});
afterEach(async () => {
  hearing.restore();
  await behavesAsBefore(centre, SOFTPHONE);
  await centre.editRoute({});
  await centre.clear();
});
afterAll(() => centre.close());

const typesOf = async (id: string) => (await centre.events(id)).map(({ type }) => type);

/** The agent's softphone loses the call, and rings in vain from then on. Answers by which label. */
async function losesTheAgent(id: string): Promise<string> {
  await behaves(centre, SOFTPHONE, 'manual');
  await hangsUp(centre, id, 'agent-1-1');
  const { call } = await centre.when(id, (row) => row.call !== null && row.call.agent !== 'agent-1-1');
  await centre.leg(id, String(call?.agent), ({ progress }) => progress === 'ringing');
  return String(call?.agent);
}

/** Half a minute passes without them. */
async function isGivenUp(id: string, label: string): Promise<void> {
  await centre.pass(31_000);
  await centre.leg(id, label, ({ progress }) => progress === 'ended');
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

describe('a browser that is being loaded anew, and cannot be rung yet,', () => {
  const typesSince = async (id: string) => (await typesOf(id)).slice(-2);

  async function reloads(id: string): Promise<void> {
    await behaves(centre, SOFTPHONE, 'busy');
    await hangsUp(centre, id, 'agent-1-1');
    await centre.leg(id, 'agent-1-2', ({ progress }) => progress === 'ended');
    await customerIsOnHold(centre, id, true);
    await behaves(centre, SOFTPHONE, 'answers');
  }

  test('is rung as soon as it says that it can be', async () => {
    const id = await talking(centre);
    await reloads(id);
    await centre.callbacks.update(rejoinUpdate, id, { agentId: 'aoki', attempt: 1 });
    await centre.leg(id, 'agent-1-3', ({ joined_at }) => joined_at !== null);
    await customerIsOnHold(centre, id, false);
    expect(await typesSince(id)).toEqual(['agent_lost', 'agent_back']);
  });

  test('is rung a while later, where it says nothing', async () => {
    const id = await talking(centre);
    await reloads(id);
    await centre.pass(6_000);
    await customerIsOnHold(centre, id, false);
    expect(await typesSince(id)).toEqual(['agent_lost', 'agent_back']);
  });

  test('is rung no longer once the agent has ended the call', async () => {
    const id = await talking(centre);
    await reloads(id);
    await centre.callbacks.update(hangUpUpdate, id, { actor: user('aoki'), attempt: 1 });
    await centre.when(id, ({ status }) => status === 'wrap_up');
    await centre.pass(31_000);
    expect(await centre.store.db.selectFrom('leg').select('label').where('callback_id', '=', id).where('label', '=', 'agent-1-3').execute()).toEqual([]);
  });
});

test('a customer who was promised another call gets it, also where the route ends what is not marked done', async () => {
  await centre.editRoute({ afterCallLimitMs: MINUTE_MS });
  const id = await talking(centre);
  await isGivenUp(id, await losesTheAgent(id));
  await centre.pass(16_000);
  expect(await centre.when(id, ({ status }) => status === 'wrap_up')).toMatchObject({ last_outcome: 'answered', agent_id: 'aoki' });
  const [ended] = (await centre.events(id)).filter(({ type }) => type === 'attempt_ended');
  expect(ended?.data).toMatchObject({ outcome: 'answered', reason: 'agent_lost' });
  await centre.pass(10.5 * MINUTE_MS);
  expect(await centre.when(id, ({ status }) => status === 'scheduled')).toMatchObject({ agent_id: null });
  expect((await typesOf(id)).at(-1)).toBe('retry_planned');
});

test('a customer who waits for an agent who is rung anew is not taken off hold, to hear nobody', async () => {
  const id = await talking(centre);
  await behaves(centre, SOFTPHONE, 'manual');
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
  await behaves(centre, SOFTPHONE, 'manual');
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
  await isGivenUp(id, await losesTheAgent(id));
  await centre.when(id, ({ agent_id }) => agent_id === 'sato');
  await centre.leg(id, 'supervisor-1-2', ({ muted, coaches }) => !muted && coaches === 'target-1-3');
});

test('who has barged in talks on with the customer, and has the call when the agent does not come back', async () => {
  const id = await talking(centre);
  await supervises(id, 'barge');
  const label = await losesTheAgent(id);
  expect((await centre.row(id)).call?.wanted['customer-1-1']).toMatchObject({ isOnHold: false });
  await isGivenUp(id, label);
  await centre.when(id, ({ agent_id }) => agent_id === 'mori');
  expect(await centre.row(id)).toMatchObject({ status: 'connected', call: { agent: 'supervisor-1-2' } });
  await whenFree(centre, 'aoki');
});

test('a supervisor who takes the call over while it is being given up has it, and the customer is not told sorry', async () => {
  const id = await talking(centre);
  await supervises(id, 'listen');
  const label = await losesTheAgent(id);
  const { call_sid: sid } = await centre.leg(id, 'customer-1-1', () => true);
  await centre.control('POST', '/faults', { method: 'GET', pathPattern: `/Calls/${sid}`, times: 1, kind: 'delay', delayMs: 3_000 });
  await isGivenUp(id, label);
  await supervise(centre, id, 'mori', 'take_over');
  await customerIsOnHold(centre, id, false);
  await whenFree(centre, 'aoki');
  await centre.pass(16_000);
  await centre.callbacks.update(holdUpdate, id, { actor: user('mori'), attempt: 1, hold: true });
  await customerIsOnHold(centre, id, true);
  expect(await centre.row(id)).toMatchObject({ status: 'connected', agent_id: 'mori' });
});

test('a customer hears music again when who has barged in only listens from then on, or leaves', async () => {
  const id = await talking(centre);
  await supervises(id, 'listen');
  await behaves(centre, SOFTPHONE, 'manual');
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
  const id = await talking(centre);
  await centre.agent('mori');
  await centre.agent('sato');
  await answer(centre, id, await invite(centre, id, 'conference', { agentId: 'mori' }), 'mori', true);
  await centre.when(id, ({ call }) => call?.members['target-1-2'] !== undefined);
  await consulted(centre, id, 'sato');
  await behaves(centre, SOFTPHONE, 'manual');
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
