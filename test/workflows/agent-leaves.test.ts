import { isLeftToTheGuest } from '../../domain/call/moves.ts';
import { softphoneOf } from '../../domain/endpoint.ts';
import { dismissUpdate, rejoinUpdate } from '../../workflows/messages.ts';
import { user } from './acts.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';
import { answer, consulted, customerIsOnHold, guest, hangsUp, invite, joinToSupervise, supervise, talking, whenFree } from './in-call.ts';
import { behaves, behavesAsBefore } from './telephones.ts';

/*
 * The agent hangs up or leaves, and somebody else has the customer: a member of the conference, or whoever the call is being
 * transferred to.
 */

/** Aoki's. */
const TELEPHONE = '+815099999900';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
beforeEach(() => centre.only('aoki', 'mori'));
afterEach(() => centre.clear());
afterAll(() => centre.close());

const isOnTheLine = (id: string, label: string) => centre.leg(id, label, ({ progress, left_at, joined_at }) => progress === 'answered' && joined_at !== null && left_at === null);
const stepsOf = async (id: string) => (await centre.store.db.selectFrom('call_step').select('step').where('callback_id', '=', id).execute()).map(({ step }) => step);
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

/** Aoki and Mori talk with the customer. */
async function conference(): Promise<string> {
  const id = await talking(centre);
  await guest(centre, id, await consulted(centre, id, 'mori'), 'conference');
  await customerIsOnHold(centre, id, false);
  return id;
}

const dismiss = (id: string, by: string, label: string) => centre.callbacks.update(dismissUpdate, id, { actor: user(by), attempt: 1, label });
const isPassedOn = async (id: string) =>
  expect((await centre.events(id)).filter(({ type }) => type === 'transferred')).toEqual([expect.objectContaining({ actor: user('aoki'), data: { agentId: 'mori' } })]);

test('out of a conference: a member has the case, and talks on with the customer', async () => {
  const id = await conference();
  await hangsUp(centre, id, 'agent-1-1');
  await isMoris(id);
  await isPassedOn(id);
});

describe('out of a conference by its button', () => {
  test('a member has the case, and talks on with the customer, whose hanging up ends the call; said twice it does no more', async () => {
    const id = await conference();
    await dismiss(id, 'aoki', 'agent-1-1');
    expect(await dismiss(id, 'aoki', 'agent-1-1')).toMatchObject({ status: 'connected' });
    await centre.leg(id, 'agent-1-1', ({ progress }) => progress === 'ended');
    expect(await dismiss(id, 'aoki', 'agent-1-1')).toMatchObject({ status: 'connected' });
    await isMoris(id);
    await isPassedOn(id);
    expect((await typesOf(id)).slice(-3)).toEqual(['conferenced', 'transferred', 'attempt_ended']);
  });

  test('also while their telephone is rung anew', async () => {
    const id = await conference();
    await behaves(centre, TELEPHONE, 'rings_out');
    await centre.callbacks.update(rejoinUpdate, id, { agentId: 'aoki', attempt: 1 });
    await centre.leg(id, 'agent-1-3', ({ progress }) => progress === 'ringing');
    await customerIsOnHold(centre, id, false);
    await dismiss(id, 'aoki', 'agent-1-3');
    await centre.leg(id, 'agent-1-3', ({ progress }) => progress === 'ended');
    await isMoris(id);
    await behavesAsBefore(centre, TELEPHONE);
  });

  test('whoever rings meanwhile is the member’s to take back', async () => {
    const id = await conference();
    const targetId = await invite(centre, id, 'conference', { number: '+819011112290' });
    await centre.leg(id, 'target-1-3', ({ progress }) => progress === 'ringing');
    await dismiss(id, 'aoki', 'agent-1-1');
    expect(await centre.when(id, ({ agent_id }) => agent_id === 'mori')).toMatchObject({ call: { guest: { targetId, phase: 'ringing' } } });
    await guest(centre, id, targetId, 'end', 'mori');
    await centre.leg(id, 'target-1-3', ({ progress }) => progress === 'ended');
    await isMoris(id);
  });

  test('is not for others, and not where no other agent is in the call', async () => {
    const id = await talking(centre);
    await expect(dismiss(id, 'aoki', 'agent-1-1')).rejects.toThrow('No other agent is in the call');
    await guest(centre, id, await consulted(centre, id, 'mori'), 'conference');
    await expect(dismiss(id, 'mori', 'agent-1-1')).rejects.toThrow('The agent leaves by themselves');
    await expect(dismiss(id, 'aoki', 'customer-1-1')).rejects.toThrow('The customer leaves by ending the call');
    expect(await centre.row(id)).toMatchObject({ status: 'connected', agent_id: 'aoki' });
  });
});

describe('out of a conference by a telephone that is lost', () => {
  const BROWSER = softphoneOf('aoki');
  beforeEach(async () => {
    await centre.agent('aoki', { endpoint: BROWSER });
    // The network's seconds are short here, and it is to ring until the test is over.
    await centre.editRoute({ ringTimeoutS: 600 });
  });
  afterEach(async () => {
    await centre.editRoute({});
    await behavesAsBefore(centre, BROWSER);
    await centre.agent('aoki', { endpoint: TELEPHONE });
  });

  async function lost(id: string): Promise<void> {
    await behaves(centre, BROWSER, 'manual');
    await hangsUp(centre, id, 'agent-1-1');
    await centre.leg(id, 'agent-1-3', ({ progress }) => progress === 'ringing');
  }

  test('the member talks on with the customer meanwhile, and has the case if they do not come back', async () => {
    const id = await conference();
    await lost(id);
    await centre.pass(31_000);
    await isMoris(id);
    await isPassedOn(id);
    // Once, for the consultation.
    expect((await stepsOf(id)).filter((step) => step.type === 'change' && step.label === 'customer-1-1' && step.change.isOnHold === true)).toHaveLength(1);
  });

  test('a customer whom the member leaves alone waits with music', async () => {
    const id = await conference();
    await lost(id);
    await hangsUp(centre, id, 'target-1-2');
    await customerIsOnHold(centre, id, true);
    await hangsUp(centre, id, 'customer-1-1');
    await centre.when(id, ({ status }) => status === 'wrap_up');
  });
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

test('while the call is being transferred, and a supervisor takes it over: nobody is rung for it any more', async () => {
  const id = await talking(centre);
  await joinToSupervise(centre, id, 'mori', 'listen');
  await centre.when(id, ({ call }) => call?.supervisors['supervisor-1-2']?.isHere === true);
  await centre.agent('sato');
  await invite(centre, id, 'transfer', { agentId: 'sato' });
  await customerIsOnHold(centre, id, true);
  await hangsUp(centre, id, 'agent-1-1');
  await centre.when(id, ({ call }) => call !== null && isLeftToTheGuest(call));
  await supervise(centre, id, 'mori', 'take_over');
  await customerIsOnHold(centre, id, false);
  expect(await centre.row(id)).toMatchObject({ status: 'connected', agent_id: 'mori', call: { agent: 'supervisor-1-2' } });
  expect((await typesOf(id)).slice(-3)).toEqual(['party_left', 'invitation_ended', 'taken_over']);
  expect(await centre.store.db.selectFrom('leg').select('label').where('callback_id', '=', id).where('role', '=', 'agent').execute()).toEqual([{ label: 'agent-1-1' }]);
  await hangsUp(centre, id, 'customer-1-1');
  await centre.when(id, ({ status }) => status === 'wrap_up');
});

test('out of a conversation of two: it is over, as ever', async () => {
  const id = await talking(centre);
  await hangsUp(centre, id, 'agent-1-1');
  await centre.when(id, ({ status }) => status === 'wrap_up');
  await centre.quiet(id);
});
