import { nextStep } from '../../domain/call/call.ts';
import { isLeftToTheGuest } from '../../domain/call/moves.ts';
import { saveRoute } from '../../store/route/routes.ts';
import { hangUpUpdate, recordingUpdate } from '../../workflows/messages.ts';
import { user } from './acts.ts';
import type { Centre } from './centre.ts';
import { POLICY, openCentre } from './centre.ts';
import { consulted, guest, hangsUp, invite, joinToSupervise, talking, whenFree, whenGuest } from './in-call.ts';

let centre: Centre;
beforeAll(async () => {
  // The network's seconds are short here: who does not answer is to ring until the test is over.
  centre = await openCentre({ ringTimeoutS: 600 });
});
beforeEach(() => centre.only('aoki', 'mori'));
afterEach(() => centre.clear());
afterAll(() => centre.close());

const OUTSIDE = '+819011112200';
const NOBODY_ANSWERS = '+819011112290';

const moriIsHere = (id: string) => consulted(centre, id, 'mori');

const WHILE = {
  'somebody is asked in': (id: string) => invite(centre, id, 'consult', { agentId: 'mori' }),
  'a number rings': async (id: string) => {
    await invite(centre, id, 'transfer', { number: NOBODY_ANSWERS });
    await centre.leg(id, 'target-1-2', ({ progress }) => progress === 'ringing');
  },
  'somebody is consulted': moriIsHere,
  'three talk': async (id: string) => guest(centre, id, await moriIsHere(id), 'conference'),
};

/** A conversation that has come so far, and is as it is wanted: a third comes or is there, and the customer's leaving ends nothing. */
async function comeTo(comesThere: (id: string) => Promise<unknown>): Promise<string> {
  const id = await talking(centre);
  await comesThere(id);
  await centre.when(id, ({ call }) => call !== null && nextStep(call) === null && call.known['customer-1-1']?.endsCall === false);
  return id;
}

/** The call is over for everybody, and who was held for it is free. */
async function isOver(id: string): Promise<void> {
  await centre.when(id, ({ status }) => status === 'wrap_up');
  await centre.quiet(id);
  await whenFree(centre, 'mori');
}

/** What the timeline said last, and why an invitation is over. */
async function lastOf(id: string, count: number) {
  return (await centre.events(id)).slice(-count).map(({ type, data }) => (type === 'invitation_ended' ? `${type}: ${String(data['end'])}` : type));
}

describe('nobody of us stays on the line when the customer hangs up', () => {
  test.each(Object.entries(WHILE))('while %s', async (_while, comesThere) => {
    const id = await comeTo(comesThere);
    await hangsUp(centre, id, 'customer-1-1');
    await isOver(id);
  });
});

describe('an invitation ends with its call, and the timeline says so', () => {
  const HOW: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
    'the customer hangs up': (id) => hangsUp(centre, id, 'customer-1-1'),
    'the agent ends it': (id) => centre.callbacks.update(hangUpUpdate, id, { actor: user('aoki'), attempt: 1 }),
  };

  const SAID = { 'somebody is asked in': 'invited', 'a number rings': 'invited', 'somebody is consulted': 'consulting' } as const;
  const cases = Object.entries(HOW).flatMap(([how, ends]) => Object.entries(SAID).map(([standing, said]) => ({ how, ends, standing: standing as keyof typeof SAID, said })));

  test.each(cases)('$how while $standing', async ({ ends, standing, said }) => {
    const id = await comeTo(WHILE[standing]);
    await ends(id);
    await isOver(id);
    expect(await lastOf(id, 3)).toEqual([said, 'invitation_ended: call_over', 'attempt_ended']);
  });

  test('also while a route’s agents are sought', async () => {
    await saveRoute(centre.store.db, { id: 'empty', name: 'Empty', numbers: ['+815031234598'], policy: POLICY, closed: false });
    const id = await comeTo((asking) => invite(centre, asking, 'transfer', { routeId: 'empty' }));
    await hangsUp(centre, id, 'customer-1-1');
    await isOver(id);
    expect(await lastOf(id, 3)).toEqual(['invited', 'invitation_ended: call_over', 'attempt_ended']);
  });

  test.each(Object.entries(HOW))('also where the agent has put their telephone down before, which does not ring again: %s', async (_how, ends) => {
    const id = await comeTo(WHILE['a number rings']);
    await hangsUp(centre, id, 'agent-1-1');
    await centre.when(id, ({ call }) => call !== null && isLeftToTheGuest(call));
    await ends(id);
    await isOver(id);
    expect(await lastOf(id, 4)).toEqual(['invited', 'party_left', 'invitation_ended: call_over', 'attempt_ended']);
  });

  test('whatever the network says of their telephone while the call is being ended', async () => {
    const id = await comeTo(WHILE['a number rings']);
    const { call_sid: sid } = await centre.leg(id, 'agent-1-1', () => true);
    await centre.control('POST', '/faults', { method: 'GET', pathPattern: `/Calls/${sid}`, kind: 'delay', delayMs: 2_000 });
    await hangsUp(centre, id, 'customer-1-1');
    await centre.leg(id, 'target-1-2', ({ progress }) => progress === 'ended');
    await isOver(id);
    expect(await lastOf(id, 3)).toEqual(['invited', 'invitation_ended: call_over', 'attempt_ended']);
  });

  test('what has become a conference is no invitation any more', async () => {
    const id = await comeTo(WHILE['three talk']);
    await hangsUp(centre, id, 'customer-1-1');
    await isOver(id);
    expect((await centre.events(id)).map(({ type }) => type)).not.toContain('invitation_ended');
  });
});

describe('when somebody outside has the call', () => {
  const byAoki = { actor: user('aoki'), attempt: 1 };

  /** A consulted number is to have the call, and the network takes its time to bring that about. */
  async function isPassedOutside(id: string): Promise<void> {
    const targetId = await invite(centre, id, 'consult', { number: OUTSIDE });
    await whenGuest(centre, id, 'here');
    await centre.control('POST', '/faults', { method: 'POST', pathPattern: '/Participants/', kind: 'delay', delayMs: 2_000 });
    await guest(centre, id, targetId, 'transfer');
  }

  /** The two talk on, and nobody ends them. */
  async function talkOn(id: string, guestLabel: string): Promise<void> {
    const whole = { let_go: true, end_wanted: false, progress: 'answered', on_hold: false };
    for (const label of ['customer-1-1', guestLabel]) expect(await centre.leg(id, label, () => true)).toMatchObject(whole);
    await hangsUp(centre, id, 'customer-1-1');
    await centre.leg(id, guestLabel, ({ progress }) => progress === 'ended');
  }

  async function endoListens(id: string): Promise<void> {
    await centre.agent('endo');
    await joinToSupervise(centre, id, 'endo', 'listen');
    await centre.leg(id, 'supervisor-1-3', ({ joined_at }) => joined_at !== null);
  }

  test('members and supervisors have left before, and nothing is recorded any more of what others say', async () => {
    const id = await talking(centre);
    await guest(centre, id, await moriIsHere(id), 'conference');
    await endoListens(id);
    await centre.callbacks.update(recordingUpdate, id, { ...byAoki, recording: 'on' });
    await centre.when(id, ({ call }) => call?.recording.known === 'on');
    await invite(centre, id, 'transfer', { number: OUTSIDE });
    await centre.when(id, ({ status }) => status === 'wrap_up');
    for (const label of ['agent-1-1', 'target-1-2', 'supervisor-1-3']) await centre.leg(id, label, ({ progress, let_go }) => progress === 'ended' && !let_go);
    for (const agentId of ['mori', 'endo']) await whenFree(centre, agentId);
    const steps = await centre.store.db.selectFrom('call_step').selectAll().where('callback_id', '=', id).orderBy('id').execute();
    const [stopped, ours] = [steps.findIndex(({ step }) => step.type === 'record' && step.recording === 'off'), steps.findIndex(({ step }) => step.type === 'remove')];
    expect(steps[stopped]).toMatchObject({ result: 'done' });
    expect(stopped).toBeLessThan(ours);
    await talkOn(id, 'target-1-4');
  });

  test('End takes only the agent out of it, however early it is said, and nothing else can be done with it', async () => {
    const id = await talking(centre);
    await isPassedOutside(id);
    await centre.callbacks.update(hangUpUpdate, id, byAoki);
    await expect(centre.callbacks.update(recordingUpdate, id, { ...byAoki, recording: 'on' })).rejects.toThrow('no such conversation');
    expect(await centre.when(id, ({ status }) => status === 'wrap_up')).toMatchObject({ last_outcome: 'answered' });
    await centre.leg(id, 'agent-1-1', ({ progress }) => progress === 'ended');
    await talkOn(id, 'target-1-2');
  });

  test('and hangs up while it is passed to them, the customer is not left alone on the line', async () => {
    const id = await talking(centre);
    await isPassedOutside(id);
    await hangsUp(centre, id, 'target-1-2');
    await centre.when(id, ({ status }) => status === 'wrap_up');
    await centre.quiet(id);
  });
});
