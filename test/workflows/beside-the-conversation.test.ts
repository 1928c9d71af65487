import { softphoneOf } from '../../domain/endpoint.ts';
import { dismissUpdate, recordingUpdate } from '../../workflows/messages.ts';
import { user } from './acts.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';
import { customerIsOnHold, hangsUp, joinToSupervise, supervise, talking, whenFree } from './in-call.ts';
import { behaves, behavesAsBefore } from './telephones.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterEach(() => centre.clear());
afterAll(() => centre.close());

const typesOf = async (id: string) => (await centre.events(id)).map(({ type }) => type);

describe('a supervisor', () => {
  beforeEach(() => centre.only('aoki', 'mori'));

  test('listens, coaches, barges in and leaves', async () => {
    const id = await talking(centre);
    await joinToSupervise(centre, id, 'mori', 'listen');
    await centre.leg(id, 'supervisor-1-2', (leg) => leg.joined_at !== null && leg.muted);
    await centre.when(id, ({ call }) => Object.values(call?.supervisors ?? {})[0]?.isHere === true);
    await supervise(centre, id, 'mori', 'coach');
    await centre.leg(id, 'supervisor-1-2', (leg) => leg.coaches === 'agent-1-1' && !leg.muted);
    await supervise(centre, id, 'mori', 'barge');
    await centre.leg(id, 'supervisor-1-2', (leg) => leg.coaches === null && !leg.muted);
    await expect(centre.callbacks.update(dismissUpdate, id, { actor: user('aoki'), attempt: 1, label: 'supervisor-1-2' })).rejects.toThrow('A supervisor leaves by themselves');
    await supervise(centre, id, 'mori', null);
    await centre.leg(id, 'supervisor-1-2', (leg) => leg.progress === 'ended');
    await whenFree(centre, 'mori');
    expect((await centre.row(id)).status).toBe('connected');
  });

  test('takes the call over, and the agent is free', async () => {
    const id = await talking(centre);
    await joinToSupervise(centre, id, 'mori', 'listen');
    await centre.when(id, ({ call }) => Object.values(call?.supervisors ?? {})[0]?.isHere === true);
    await supervise(centre, id, 'mori', 'take_over');
    await centre.when(id, ({ agent_id }) => agent_id === 'mori');
    await centre.leg(id, 'agent-1-1', (leg) => leg.progress === 'ended');
    await whenFree(centre, 'aoki');
    expect((await centre.row(id)).status).toBe('connected');
  });

  test('who does not pick up is let go', async () => {
    await centre.agent('mori', { endpoint: '+815099999920' });
    const id = await talking(centre);
    await joinToSupervise(centre, id, 'mori', 'listen');
    await centre.leg(id, 'supervisor-1-2', (leg) => leg.progress === 'ended');
    await whenFree(centre, 'mori');
    expect((await centre.row(id)).call?.supervisors).toEqual({});
  });
});

describe('an agent whose telephone is lost', () => {
  const SOFTPHONE = softphoneOf('aoki');

  test('is rung anew while the customer hears music, and talks on', async () => {
    await centre.only('aoki');
    await centre.agent('aoki', { endpoint: SOFTPHONE });
    const id = await talking(centre);
    await hangsUp(centre, id, 'agent-1-1');
    await centre.leg(id, 'agent-1-2', (leg) => leg.joined_at !== null);
    await centre.when(id, ({ call }) => call?.wanted['agent-1-2'] !== undefined);
    await customerIsOnHold(centre, id, false);
    expect(await typesOf(id)).toEqual(expect.arrayContaining(['agent_lost', 'agent_back']));
  });

  test('and does not come back within half a minute: the customer is told that we are sorry', async () => {
    await centre.only('aoki');
    await centre.agent('aoki', { endpoint: SOFTPHONE });
    // The network's seconds are short here, and it is to ring until the test is over.
    await centre.editRoute({ ringTimeoutS: 600 });
    const id = await talking(centre);
    await behaves(centre, SOFTPHONE, 'rings_out');
    await hangsUp(centre, id, 'agent-1-1');
    await centre.leg(id, 'agent-1-2', (leg) => leg.progress === 'ringing');
    await centre.pass(31_000);
    await centre.leg(id, 'agent-1-2', (leg) => leg.progress === 'ended');
    expect(await centre.when(id, ({ status }) => status === 'wrap_up')).toMatchObject({ last_outcome: 'answered', agent_id: 'aoki' });
    await centre.leg(id, 'customer-1-1', (leg) => leg.progress === 'ended');
    await behavesAsBefore(centre, SOFTPHONE);
    await centre.editRoute({});
  });
});

describe('recording', () => {
  test('begins by itself where the route says always, and is paused and resumed', async () => {
    await centre.only('aoki');
    await centre.editRoute({ recording: 'always' });
    const id = await talking(centre);
    await centre.when(id, ({ call }) => call?.recording.wanted === 'on');
    const recordings = () => centre.store.db.selectFrom('call_step').selectAll().where('callback_id', '=', id).where('result', '=', 'done').execute();
    while ((await recordings()).length < 1) await new Promise((resolve) => setTimeout(resolve, 20));
    for (const recording of ['paused', 'on'] as const) await centre.callbacks.update(recordingUpdate, id, { actor: user('aoki'), attempt: 1, recording });
    while ((await recordings()).length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    await centre.editRoute({});
    expect(await typesOf(id)).toEqual(expect.arrayContaining(['recording_changed']));
  });
});
