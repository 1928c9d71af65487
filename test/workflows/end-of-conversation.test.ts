import { nextStep } from '../../domain/call/call.ts';
import { holdForCall } from '../../store/call/call-targets.ts';
import { hangUpUpdate, recordingUpdate, superviseUpdate } from '../../workflows/messages.ts';
import { user } from './acts.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';
import { consulted, guest, hangsUp, invite, talking, whenFree, whenGuest } from './in-call.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
beforeEach(() => centre.only('aoki', 'mori'));
afterEach(() => centre.clear());
afterAll(() => centre.close());

const OUTSIDE = '+819011112200';
const NOBODY_ANSWERS = '+819011112290';

const moriIsHere = (id: string) => consulted(centre, id, 'mori');

describe('nobody of us stays on the line when the customer hangs up', () => {
  const WHILE: Readonly<Record<string, (id: string) => Promise<unknown>>> = {
    'somebody is asked in': (id) => invite(centre, id, 'consult', { agentId: 'mori' }),
    'a number rings': async (id) => {
      await invite(centre, id, 'transfer', { number: NOBODY_ANSWERS });
      await centre.leg(id, 'target-1-2', ({ progress }) => progress === 'ringing');
    },
    'somebody is consulted': moriIsHere,
    'three talk': async (id) => guest(centre, id, await moriIsHere(id), 'conference'),
  };

  test.each(Object.entries(WHILE))('while %s', async (_while, comesThere) => {
    const id = await talking(centre);
    await comesThere(id);
    await centre.when(id, ({ call }) => call !== null && nextStep(call) === null && call.known['customer-1-1']?.endsCall === false);
    await hangsUp(centre, id, 'customer-1-1');
    await centre.when(id, ({ status }) => status === 'wrap_up');
    await centre.quiet(id);
    await whenFree(centre, 'mori');
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
    const reservationId = await holdForCall(centre.store.db, { callbackId: id, agentId: 'endo', purpose: 'supervise', targetId: null });
    await centre.callbacks.update(superviseUpdate, id, { actor: user('endo'), attempt: 1, supervisorId: 'endo', how: 'listen', reservationId });
    await centre.leg(id, 'supervisor-1-3', ({ joined_at }) => joined_at !== null);
  }

  test('members and supervisors have left before, and nothing is recorded any more', async () => {
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
    expect(steps.at(-1)).toMatchObject({ step: { type: 'record', recording: 'off' }, result: 'done' });
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
