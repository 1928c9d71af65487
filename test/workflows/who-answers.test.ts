import { isLeftToTheGuest } from '../../domain/call/moves.ts';
import type { LegFacts } from '../../domain/leg.ts';
import { tellOfLeg } from '../../matching/tell-of-leg.ts';
import { learnLeg } from '../../store/call/legs.ts';
import { hangUpUpdate, workflowIdOf } from '../../workflows/messages.ts';
import { user } from './acts.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';
import { createHearing } from './hearing.ts';
import { customerIsOnHold, guest, hangsUp, invite, talking, whenGuest } from './in-call.ts';

/*
 * A call is transferred to a number, and the network finds out whether a person has answered there before they have the call.
 */

const PERSON = '+819011112200';
const MACHINE = '+819011112230';
const TARGET = 'target-1-2';

const hearing = createHearing();
let centre: Centre;
beforeAll(async () => {
  centre = await openCentre({}, undefined, hearing);
});
beforeEach(() => centre.only('aoki'));
afterEach(async () => {
  hearing.restore();
  await centre.clear();
});
afterAll(() => centre.close());

const typesOf = async (id: string) => (await centre.events(id)).map(({ type }) => type);
const endOf = async (id: string) => (await centre.events(id)).filter(({ type }) => type === 'invitation_ended').map(({ data }) => data['end']);

/** What the network says about the target reaches us after all, as its webhook would bring it. */
async function isTold(id: string, facts: Partial<LegFacts>): Promise<void> {
  const { db } = centre.store;
  await learnLeg(db, { callbackId: id, label: TARGET, facts });
  await tellOfLeg(db, { callbackId: id, label: TARGET });
}

const isMachine = (id: string) => isTold(id, { answeredBy: 'machine' });

/** A transfer to a number that has answered: who it is, nobody knows yet. */
async function answered(): Promise<{ id: string; targetId: string }> {
  const id = await talking(centre);
  hearing.lost = /\/amd\?/;
  const targetId = await invite(centre, id, 'transfer', { number: PERSON });
  await centre.leg(id, TARGET, ({ joined_at }) => joined_at !== null);
  await centre.when(id, ({ call }) => call?.guest?.phase === 'ringing');
  return { id, targetId };
}

const isOver = async (id: string) => {
  await centre.when(id, ({ status }) => status === 'wrap_up');
  await centre.quiet(id);
};

test('a machine does not have the call: the customer is with the agent again, and nobody talks to the machine', async () => {
  const id = await talking(centre);
  await invite(centre, id, 'transfer', { number: MACHINE });
  await centre.leg(id, TARGET, ({ progress }) => progress === 'ended');
  await whenGuest(centre, id, null);
  await customerIsOnHold(centre, id, false);
  expect(await centre.row(id)).toMatchObject({ status: 'connected', agent_id: 'aoki', call: { isLetGo: false } });
  expect(await endOf(id)).toEqual(['machine']);
  await centre.leg(id, 'agent-1-1', ({ progress, left_at }) => progress === 'answered' && left_at === null);
});

test('a person has it as soon as the network says so', async () => {
  const id = await talking(centre);
  await invite(centre, id, 'transfer', { number: PERSON });
  await centre.when(id, ({ status }) => status === 'wrap_up');
  const { events } = await centre.client.workflow.getHandle(workflowIdOf(id)).fetchHistory();
  const waiting = events?.find(({ timerStartedEventAttributes: timer }) => Number(timer?.startToFireTimeout?.seconds) === 8)?.timerStartedEventAttributes;
  expect(waiting?.timerId).toBeDefined();
  expect(events?.some(({ timerCanceledEventAttributes: timer }) => timer?.timerId === waiting?.timerId)).toBe(true);
  await hangsUp(centre, id, 'customer-1-1');
});

test('until the network says who it is the customer waits; a word that does not come keeps nobody from a person, and comes too late then', async () => {
  const { id } = await answered();
  await customerIsOnHold(centre, id, true);
  expect(await whenGuest(centre, id, 'ringing')).toMatchObject({ status: 'connected' });
  await centre.pass(8_000);
  await centre.when(id, ({ status }) => status === 'wrap_up');
  await isMachine(id);
  expect(await centre.leg(id, TARGET, ({ answered_by: who }) => who === 'machine')).toMatchObject({ let_go: true, end_wanted: false });
  expect(await typesOf(id)).toContain('transferred');
  expect(await endOf(id)).toEqual([]);
  await hangsUp(centre, id, 'customer-1-1');
});

test('an agent who has hung up meanwhile is rung for the customer whom a machine does not have', async () => {
  const { id } = await answered();
  await hangsUp(centre, id, 'agent-1-1');
  await centre.when(id, ({ call }) => call !== null && isLeftToTheGuest(call));
  await isMachine(id);
  await centre.leg(id, 'agent-1-3', ({ joined_at }) => joined_at !== null);
  await customerIsOnHold(centre, id, false);
  expect((await typesOf(id)).slice(-5)).toEqual(['invited', 'party_left', 'invitation_ended', 'agent_lost', 'agent_back']);
  expect(await endOf(id)).toEqual(['machine']);
  expect(await centre.leg(id, TARGET, ({ progress }) => progress === 'ended')).toMatchObject({ let_go: false });
});

test('who hangs up before that has left, and the customer is with the agent again', async () => {
  const { id } = await answered();
  await hangsUp(centre, id, TARGET);
  await whenGuest(centre, id, null);
  await customerIsOnHold(centre, id, false);
  expect(await endOf(id)).toEqual(['left']);
});

test('who has hung up by the time we hear that they answered has left, too', async () => {
  const id = await talking(centre);
  hearing.lost = /leg=target/;
  await invite(centre, id, 'transfer', { number: PERSON });
  await centre.leg(id, TARGET, ({ joined_at }) => joined_at !== null);
  await isTold(id, { progress: 'ended', end: 'completed' });
  await customerIsOnHold(centre, id, false);
  expect(await endOf(id)).toEqual(['left']);
  await hangsUp(centre, id, TARGET);
});

test('whom the agent takes back before that is rung off', async () => {
  const { id, targetId } = await answered();
  await guest(centre, id, targetId, 'end');
  await centre.leg(id, TARGET, ({ progress }) => progress === 'ended');
  await customerIsOnHold(centre, id, false);
  expect(await endOf(id)).toEqual(['ended']);
});

test.each([
  ['the agent ends the call', (id: string) => centre.callbacks.update(hangUpUpdate, id, { actor: user('aoki'), attempt: 1 })],
  ['the customer hangs up', (id: string) => hangsUp(centre, id, 'customer-1-1')],
])('before that %s: it is over for everybody', async (_how, ends) => {
  const { id } = await answered();
  await ends(id);
  await isOver(id);
  expect(await typesOf(id)).not.toContain('transferred');
});
