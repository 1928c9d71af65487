import { softphoneOf } from '../../domain/endpoint.ts';
import { tellOfLeg } from '../../matching/tell-of-leg.ts';
import { learnLeg } from '../../store/call/legs.ts';
import { dialUpdate, hangUpUpdate, holdUpdate } from '../../workflows/messages.ts';
import { user } from './acts.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';
import { createHearing } from './hearing.ts';
import { answer, customerIsOnHold, hangsUp, invite, joinToSupervise, talking, whenFree, whenGuest } from './in-call.ts';
import { behaves, behavesAsBefore } from './telephones.ts';

/*
 * Somebody has gone by the time we hear of it, and everything that we hear of it is that it is over.
 */

const SOFTPHONE = softphoneOf('aoki');

const hearing = createHearing();
let centre: Centre;
beforeAll(async () => {
  // The network's seconds are short here, and what rings is to ring until the test is over.
  centre = await openCentre({ machineDetection: false, ringTimeoutS: 600 }, undefined, hearing);
});
beforeEach(async () => {
  await centre.only('aoki');
  await centre.agent('aoki', { endpoint: SOFTPHONE });
});
afterEach(async () => {
  hearing.restore();
  await behavesAsBefore(centre, SOFTPHONE);
  await centre.clear();
});
afterAll(() => centre.close());

const endsOf = async (id: string) => (await centre.events(id)).filter(({ type }) => type === 'attempt_ended').map(({ data }) => data);

/** Their telephone answers and hangs up, and that it did answer is never said. */
async function comesAndGoes(id: string, label: string): Promise<void> {
  await centre.leg(id, label, ({ joined_at }) => joined_at !== null);
  await hangsUp(centre, id, label);
  await isHeardToEnd(id, label);
}

async function isHeardToEnd(callbackId: string, label: string): Promise<void> {
  await learnLeg(centre.store.db, { callbackId, label, facts: { progress: 'ended', end: 'completed' } });
  await tellOfLeg(centre.store.db, { callbackId, label });
}

describe('who answers and is gone at once', () => {
  test.each(['transfer', 'conference'] as const)('does not come: an agent asked for a %s', async (purpose) => {
    const id = await talking(centre);
    await centre.agent('mori');
    hearing.lost = /leg=target/;
    await answer(centre, id, await invite(centre, id, purpose, { agentId: 'mori' }), 'mori', true);
    await comesAndGoes(id, 'target-1-2');
    await whenGuest(centre, id, null);
    await whenFree(centre, 'mori');
    await customerIsOnHold(centre, id, false);
    expect(await centre.row(id)).toMatchObject({ status: 'connected', agent_id: 'aoki', call: { agent: 'agent-1-1', members: {} } });
    expect((await centre.events(id)).at(-1)).toMatchObject({ type: 'invitation_ended', data: { end: 'left' } });
  });

  test.each(['transfer', 'conference'] as const)('does not come: a number asked for a %s', async (purpose) => {
    const id = await talking(centre);
    hearing.lost = /leg=target/;
    await invite(centre, id, purpose, { number: '+819011112200' });
    await comesAndGoes(id, 'target-1-2');
    const { call } = await whenGuest(centre, id, null);
    await customerIsOnHold(centre, id, false);
    expect(Object.keys(call?.wanted ?? {}).toSorted()).toEqual(['agent-1-1', 'customer-1-1']);
  });

  test('does not come: a supervisor', async () => {
    const id = await talking(centre);
    await centre.agent('mori');
    hearing.lost = /leg=supervisor/;
    await joinToSupervise(centre, id, 'mori', 'listen');
    await comesAndGoes(id, 'supervisor-1-2');
    await whenFree(centre, 'mori');
    expect((await centre.row(id)).call?.supervisors).toEqual({});
  });

  test('is not back: an agent who was lost, and is rung once more', async () => {
    const id = await talking(centre);
    hearing.lost = /leg=agent-1-2/;
    await hangsUp(centre, id, 'agent-1-1');
    await comesAndGoes(id, 'agent-1-2');
    await centre.pass(6_000);
    await centre.when(id, ({ call }) => call?.agent === 'agent-1-3' && call.wanted['agent-1-3'] !== undefined);
    await customerIsOnHold(centre, id, false);
  });
});

test('a customer who had hung up before their agent was lost is promised nothing', async () => {
  const id = await talking(centre);
  hearing.lost = /leg=customer|conference/;
  await hangsUp(centre, id, 'customer-1-1');
  await centre.when(id, ({ status }) => status === 'wrap_up');
  expect(await endsOf(id)).toEqual([expect.objectContaining({ outcome: 'answered' })]);
  expect((await endsOf(id))[0]).not.toHaveProperty('reason', 'agent_lost');
});

test('saying sorry ends the call that it was said in, and not the next', async () => {
  const id = await talking(centre);
  const { call_sid: sid } = await centre.leg(id, 'customer-1-1', ({ call_sid }) => call_sid !== null);
  await centre.control('POST', '/faults', { method: 'POST', pathPattern: `/Calls/${sid}`, times: 1, kind: 'delay', delayMs: 3_000 });
  await behaves(centre, SOFTPHONE, 'rings_out');
  await hangsUp(centre, id, 'agent-1-1');
  await centre.leg(id, 'agent-1-2', ({ progress }) => progress === 'ringing');
  await centre.pass(31_000);
  await centre.leg(id, 'agent-1-2', ({ progress }) => progress === 'ended');
  await centre.callbacks.update(hangUpUpdate, id, { actor: user('aoki'), attempt: 1 });
  await centre.when(id, ({ status }) => status === 'wrap_up');
  await behavesAsBefore(centre, SOFTPHONE);
  await centre.callbacks.update(dialUpdate, id, { actor: user('aoki'), agentId: 'aoki', attempt: 2, reservationId: null });
  await centre.when(id, ({ status, attempt }) => status === 'connected' && attempt === 2);
  await centre.pass(20_000);
  await centre.callbacks.update(holdUpdate, id, { actor: user('aoki'), attempt: 2, hold: true });
  await centre.when(id, ({ call }) => call?.known['customer-2-1']?.isOnHold === true);
  expect(await endsOf(id)).toHaveLength(1);
});
