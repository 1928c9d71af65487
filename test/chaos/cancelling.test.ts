import { jest } from '@jest/globals';
import { cancelUpdate, hangUpUpdate } from '../../workflows/messages.ts';
import { until } from '../start/until.ts';
import { asksFor, cancelsACall } from './gate.ts';
import type { Line } from './line.ts';
import { openLine } from './line.ts';

jest.setTimeout(30_000);

/** The telephone rings for six seconds of the sandbox's time; Ringback allows for five minutes. */
const RING_TIMEOUT_S = 300;
const SILENCE_MS = 330_000;
const HOUR_MS = 3_600_000;
const CUSTOMER = 'customer-1-1';
const customer = { type: 'customer' } as const;

let line: Line;
beforeAll(async () => {
  line = await openLine({ ringTimeoutS: RING_TIMEOUT_S });
});
afterEach(() => line.clear());
afterAll(() => line.close());

const cancel = (id: string) => line.callbacks.update(cancelUpdate, id, { actor: customer, reason: null });
const asked = (id: string, role: 'agent' | 'customer') => line.gate.passed.filter(asksFor(role, id)).length;

/** The callback is cancelled, once, and nothing of it rings or talks any more. */
async function isCancelledForGood(id: string, expected: object = {}): Promise<void> {
  expect(await line.when(id, ({ status }) => status === 'cancelled')).toMatchObject({ agent_id: null, ...expected });
  await line.quiet();
  const events = (await line.events(id)).map(({ type }) => type);
  expect(events.filter((type) => type === 'cancelled')).toHaveLength(1);
}

/** …and Ringback knows it. */
async function isCancelledAndSettled(id: string, expected: object = {}): Promise<void> {
  await isCancelledForGood(id, expected);
  const legs = line.store.db.selectFrom('leg').select('label').where('callback_id', '=', id).where('settled_at', 'is', null);
  await until(async () => (await legs.execute()).length === 0);
}

async function noSlotFor(ms: number): Promise<void> {
  await line.store.db.updateTable('telephone_account').set({ next_at: new Date(Date.now() + ms) }).execute();
}

describe('intended: the leg waits for its slot', () => {
  afterEach(() => noSlotFor(0));

  test.each(['agent', 'customer'] as const)('…the %s’s: it is void, and that telephone is never asked for', async (role) => {
    if (role === 'agent') await noSlotFor(HOUR_MS);
    const answer = line.gate.holdAnswer(asksFor('agent'));
    const id = await line.accepted('00');
    if (role === 'customer') {
      const held = await answer;
      await noSlotFor(HOUR_MS);
      held.letGo();
    }
    await line.whenLeg(id, `${role}-1-1`, ({ state }) => state === 'intended');
    await cancel(id);
    await isCancelledAndSettled(id, { attempts_placed: 0 });
    expect(await line.leg(id, `${role}-1-1`)).toMatchObject({ state: 'void' });
    expect(asked(id, role)).toBe(0);
    expect(await line.rings(id)).toEqual([]);
  });

  test('hanging up then is a cancelled attempt, not a failed one, and counts for nothing', async () => {
    const agentRings = line.gate.holdAnswer(asksFor('agent'));
    const id = await line.accepted('00');
    const answer = await agentRings;
    await noSlotFor(4_500);
    answer.letGo();
    await line.whenLeg(id, CUSTOMER, ({ state }) => state === 'intended');
    await line.callbacks.update(hangUpUpdate, id, { actor: { type: 'user', id: 'aoki' }, attempt: 1 });
    expect(await line.when(id, ({ status }) => status === 'wrap_up')).toMatchObject({ last_outcome: 'cancelled', attempts_placed: 0 });
    expect(asked(id, 'customer')).toBe(0);
  });
});

describe('posting: the request is on its way', () => {
  test('…and its answer comes after the wish: the call is ended as soon as the answer names it', async () => {
    line.ears.are = { deafTo: 'customer' };
    const answer = line.gate.holdAnswer(asksFor('customer'));
    const id = await line.accepted('90');
    const held = await answer;
    await cancel(id);
    await line.whenLeg(id, CUSTOMER, ({ end_wanted }) => end_wanted);
    expect(await line.rings(id)).toMatchObject([{ active: true }]);
    held.letGo();
    await line.whenCall(id, ({ status }) => status === 'canceled');
    line.ears.are = 'open';
    await line.pass(SILENCE_MS);
    await isCancelledAndSettled(id, { attempts_placed: 1 });
  });

  test('…and a webhook comes first: the call is ended as soon as the webhook names it', async () => {
    const answer = line.gate.holdAnswer(asksFor('customer'));
    const id = await line.accepted('90');
    const held = await answer;
    line.ears.are = 'slow';
    await line.whenCall(id, ({ status }) => status === 'ringing');
    await cancel(id);
    await line.whenLeg(id, CUSTOMER, ({ end_wanted }) => end_wanted);
    line.ears.are = 'open';
    for (const word of line.ears.kept.splice(0)) await line.ears.say(word);
    await line.whenCall(id, ({ status }) => status === 'canceled');
    held.lose();
    await isCancelledAndSettled(id, { attempts_placed: 1 });
  });

  test('…and both are lost: the look-up finds the call and ends it', async () => {
    line.ears.are = { deafTo: 'customer' };
    const answer = line.gate.holdAnswer(asksFor('customer'));
    const id = await line.accepted('00');
    const held = await answer;
    await cancel(id);
    await line.whenLeg(id, CUSTOMER, ({ end_wanted }) => end_wanted);
    held.lose();
    await line.whenLeg(id, CUSTOMER, ({ state }) => state === 'unknown');
    await line.pass(SILENCE_MS);
    await isCancelledForGood(id, { attempts_placed: 1 });
    expect(await line.rings(id)).toHaveLength(1);
  });

  test('…and it was never taken (429): it is not asked for again', async () => {
    const request = line.gate.holdRequest(asksFor('customer'));
    const id = await line.accepted('00');
    const held = await request;
    await line.farEnd.order('customer', { kind: 'status', status: 429, code: 20_429 });
    await cancel(id);
    await line.whenLeg(id, CUSTOMER, ({ end_wanted }) => end_wanted);
    held.letGo();
    await isCancelledAndSettled(id, { attempts_placed: 0 });
    expect(asked(id, 'customer')).toBe(1);
    expect(await line.rings(id)).toEqual([]);
  });
});

describe('ringing', () => {
  test('the customer’s telephone stops, and nobody has answered', async () => {
    const id = await line.accepted('90');
    await line.whenCall(id, ({ status }) => status === 'ringing');
    await cancel(id);
    await isCancelledAndSettled(id, { attempts_placed: 1 });
    expect(await line.rings(id)).toMatchObject([{ status: 'canceled', answeredAt: null }]);
  });

  test('…and the customer answers while the request to stop is on its way: the call is ended all the same, and the callback is cancelled', async () => {
    const id = await line.accepted('90');
    const { sid } = await line.whenCall(id, ({ awaitsDecision }) => awaitsDecision);
    const request = line.gate.holdRequest((passing) => cancelsACall(passing) && passing.path.includes(sid));
    await cancel(id);
    const held = await request;
    await line.farEnd.answer(sid);
    await line.whenLeg(id, CUSTOMER, ({ answered_at }) => answered_at !== null);
    held.letGo();
    await isCancelledAndSettled(id, { attempts_placed: 1 });
    expect(await line.rings(id)).toMatchObject([{ status: 'completed' }]);
  });

  test('cancelling twice at once cancels once', async () => {
    const id = await line.accepted('90');
    await line.whenCall(id, ({ status }) => status === 'ringing');
    await Promise.all([cancel(id), cancel(id)]);
    await isCancelledAndSettled(id);
  });
});
