import { softphoneOf } from '../../domain/endpoint.ts';
import { learnLeg } from '../../store/call/legs.ts';
import { dismissUpdate, rejoinUpdate } from '../../workflows/messages.ts';
import { user } from './acts.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';
import { createHearing } from './hearing.ts';
import { answer, consulted, customerIsOnHold, guest, hangsUp, invite, joinToSupervise, supervise, talking, whenFree } from './in-call.ts';
import { behaves, behavesAsBefore } from './telephones.ts';

/*
 * Somebody who had joined in is not on the line any more, and the others are.
 */

const MORIS = softphoneOf('mori');
const AOKIS = softphoneOf('aoki');

const hearing = createHearing();
let centre: Centre;
beforeAll(async () => {
  // The network's seconds are short here, and what rings is to ring until the test is over.
  centre = await openCentre({ ringTimeoutS: 600 }, undefined, hearing);
});
beforeEach(async () => {
  await centre.only('aoki');
  await centre.agent('aoki', { endpoint: AOKIS });
});
afterEach(async () => {
  hearing.restore();
  for (const endpoint of [AOKIS, MORIS]) await behavesAsBefore(centre, endpoint);
  await centre.clear();
});
afterAll(() => centre.close());

const typesOf = async (id: string) => (await centre.events(id)).map(({ type }) => type);
const isMember = (id: string, label: string) => centre.when(id, ({ call }) => call?.members[label] !== undefined && call.wanted[label] !== undefined);

/** We are told after all that a leg is over. */
const isHeardOf = (callbackId: string, label: string) => learnLeg(centre.store.db, { callbackId, label, facts: { progress: 'ended', end: 'completed' } });

/** Mori has joined in, as `target-1-2`, by a softphone. */
async function conference(): Promise<string> {
  const id = await talking(centre);
  await centre.agent('mori', { endpoint: MORIS });
  await answer(centre, id, await invite(centre, id, 'conference', { agentId: 'mori' }), 'mori', true);
  await isMember(id, 'target-1-2');
  return id;
}

/** Their softphone has lost the call, and from then on rings in vain. */
async function losesMori(id: string): Promise<void> {
  await behaves(centre, MORIS, 'rings_out');
  await hangsUp(centre, id, 'target-1-2');
  await centre.leg(id, 'target-1-3', ({ progress }) => progress === 'ringing');
}

describe('whose softphone has lost a conference', () => {
  test('is rung anew, while the others talk on', async () => {
    const id = await conference();
    await hangsUp(centre, id, 'target-1-2');
    await isMember(id, 'target-1-3');
    await centre.leg(id, 'target-1-3', ({ joined_at }) => joined_at !== null);
    const said = await centre.events(id);
    expect(said.slice(-2)).toMatchObject([{ type: 'agent_lost', data: { agentId: 'mori' } }, { type: 'agent_back', data: { agentId: 'mori' } }]);
    expect((await centre.row(id)).call).toMatchObject({ agent: 'agent-1-1', wanted: { 'customer-1-1': { isOnHold: false, endsCall: false } } });
  });

  test('is rung once more when their browser, which could not be rung before, says so', async () => {
    const id = await conference();
    await behaves(centre, MORIS, 'busy');
    await hangsUp(centre, id, 'target-1-2');
    await centre.leg(id, 'target-1-3', ({ progress }) => progress === 'ended');
    await behaves(centre, MORIS, 'answers');
    await centre.callbacks.update(rejoinUpdate, id, { agentId: 'mori', attempt: 1 });
    await isMember(id, 'target-1-4');
  });

  test('is rung anew when their browser says so, and what is left of the old call goes', async () => {
    const id = await conference();
    await centre.callbacks.update(rejoinUpdate, id, { agentId: 'mori', attempt: 1 });
    await isMember(id, 'target-1-3');
    await centre.leg(id, 'target-1-2', ({ progress }) => progress === 'ended');
    expect(await typesOf(id)).not.toContain('party_left');
  });

  test('is free when they do not come back, and two are left', async () => {
    const id = await conference();
    await losesMori(id);
    await centre.pass(31_000);
    await whenFree(centre, 'mori');
    await centre.when(id, ({ call }) => call?.wanted['customer-1-1']?.endsCall === true);
    expect((await centre.events(id)).at(-1)).toMatchObject({ type: 'party_left', data: { label: 'target-1-3' } });
    await centre.leg(id, 'target-1-3', ({ progress }) => progress === 'ended');
  });

  test('may leave meanwhile, and is rung no longer', async () => {
    const id = await conference();
    await losesMori(id);
    await centre.callbacks.update(dismissUpdate, id, { actor: user('mori'), attempt: 1, label: 'target-1-3' });
    await centre.leg(id, 'target-1-3', ({ progress }) => progress === 'ended');
    await whenFree(centre, 'mori');
  });

  test('is rung no longer when the call is over', async () => {
    const id = await conference();
    await losesMori(id);
    await hangsUp(centre, id, 'customer-1-1');
    await centre.leg(id, 'target-1-3', ({ progress }) => progress === 'ended');
    await centre.when(id, ({ status }) => status === 'wrap_up');
    await whenFree(centre, 'mori');
  });

  test('is not rung once more for a call that is being ended, though their browser says that it can be', async () => {
    const id = await conference();
    await behaves(centre, MORIS, 'busy');
    await hangsUp(centre, id, 'target-1-2');
    await centre.leg(id, 'target-1-3', ({ progress }) => progress === 'ended');
    const { call_sid: sid } = await centre.leg(id, 'agent-1-1', () => true);
    await centre.control('POST', '/faults', { method: 'POST', pathPattern: `/Calls/${sid}`, times: 1, kind: 'delay', delayMs: 2_000 });
    await hangsUp(centre, id, 'customer-1-1');
    await centre.leg(id, 'customer-1-1', ({ progress }) => progress === 'ended');
    await behaves(centre, MORIS, 'answers');
    await centre.callbacks.update(rejoinUpdate, id, { agentId: 'mori', attempt: 1 }).catch(() => undefined);
    await centre.when(id, ({ status }) => status === 'wrap_up');
    await whenFree(centre, 'mori');
    expect((await centre.store.db.selectFrom('leg').select('label').where('callback_id', '=', id).execute()).map(({ label }) => label)).not.toContain('target-1-4');
  });

  test('leaves the customer to music where the agent was lost, too, and is with them as soon as they are back', async () => {
    const id = await conference();
    await behaves(centre, MORIS, 'manual');
    await hangsUp(centre, id, 'target-1-2');
    const { call_sid: sid } = await centre.leg(id, 'target-1-3', ({ progress }) => progress === 'ringing');
    await behaves(centre, AOKIS, 'rings_out');
    await hangsUp(centre, id, 'agent-1-1');
    await customerIsOnHold(centre, id, true);
    await centre.control('POST', `/calls/${sid}/answer`);
    await customerIsOnHold(centre, id, false);
    await isMember(id, 'target-1-3');
  });

  test('has the call when its agent, who was lost before, does not come back', async () => {
    const id = await conference();
    await behaves(centre, AOKIS, 'rings_out');
    await hangsUp(centre, id, 'agent-1-1');
    await centre.leg(id, 'agent-1-3', ({ progress }) => progress === 'ringing');
    await centre.pass(10_000);
    await behaves(centre, MORIS, 'manual');
    await hangsUp(centre, id, 'target-1-2');
    const { call_sid: sid } = await centre.leg(id, 'target-1-4', ({ progress }) => progress === 'ringing');
    await centre.pass(25_000);
    await centre.leg(id, 'agent-1-3', ({ progress }) => progress === 'ended');
    await centre.control('POST', `/calls/${sid}/answer`);
    await centre.when(id, ({ agent_id }) => agent_id === 'mori');
    await customerIsOnHold(centre, id, false);
    await whenFree(centre, 'aoki');
  });

  test.each([
    { who: 'who joined in', meanwhile: 'agent-1-1' },
    { who: 'its agent', meanwhile: 'target-1-2' },
  ])('has not lost a call that is being ended, though nobody says why they left it: $who', async ({ meanwhile }) => {
    const id = await conference();
    const { call_sid: sid } = await centre.leg(id, meanwhile, ({ call_sid }) => call_sid !== null);
    await centre.control('POST', '/faults', { method: 'POST', pathPattern: `/Calls/${sid}`, times: 1, kind: 'delay', delayMs: 1_500 });
    hearing.lost = /conference/;
    await hangsUp(centre, id, 'customer-1-1');
    await centre.when(id, ({ status }) => status === 'wrap_up');
    await centre.quiet(id);
    expect(await typesOf(id)).not.toContain('agent_lost');
  });
});

describe('who has gone, of which nobody has told us,', () => {
  test('is free as soon as the network misses them: a supervisor who was to coach', async () => {
    const id = await talking(centre);
    await centre.agent('mori');
    await joinToSupervise(centre, id, 'mori', 'listen');
    await centre.when(id, ({ call }) => call?.supervisors['supervisor-1-2']?.isHere === true);
    hearing.lost = /supervisor-1-2/;
    await hangsUp(centre, id, 'supervisor-1-2');
    await supervise(centre, id, 'mori', 'coach');
    await whenFree(centre, 'mori');
    expect((await centre.row(id)).call).toMatchObject({ agent: 'agent-1-1', supervisors: {} });
    await isHeardOf(id, 'supervisor-1-2');
  });

  test('and so is who was consulted; the customer is back with the agent', async () => {
    const id = await talking(centre);
    await centre.agent('mori');
    const targetId = await consulted(centre, id, 'mori');
    hearing.lost = /target-1-2/;
    await hangsUp(centre, id, 'target-1-2');
    await guest(centre, id, targetId, 'talk_to_customer');
    await whenFree(centre, 'mori');
    await customerIsOnHold(centre, id, false);
    expect((await centre.events(id)).at(-1)).toMatchObject({ type: 'invitation_ended', data: { end: 'left' } });
    await isHeardOf(id, 'target-1-2');
  });
});
