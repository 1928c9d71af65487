import { jest } from '@jest/globals';
import { completeUpdate, hangUpUpdate } from '../../workflows/messages.ts';
import { asksFor } from './gate.ts';
import type { Line } from './line.ts';
import { openLine } from './line.ts';

/** Longer than the network is given to tell us of a leg that was asked for. */
const SILENCE_MS = 45_000;
const LOOK_AGAIN_MS = 11_000;
const WINDOW_MS = 180_000;
const CUSTOMER = 'customer-1-1';
const AGENT = 'agent-1-1';
const user = { type: 'user', id: 'aoki' } as const;

jest.setTimeout(30_000);

let line: Line;
beforeAll(async () => {
  line = await openLine();
});
afterEach(() => line.clear());
afterAll(() => line.close());

async function hangUpAndComplete(id: string): Promise<void> {
  const { attempt } = await line.row(id);
  await line.callbacks.update(hangUpUpdate, id, { actor: user, attempt });
  await line.when(id, ({ status }) => status === 'wrap_up');
  await line.callbacks.update(completeUpdate, id, { actor: user, disposition: null, effect: 'end' });
}

const asked = (id: string, role: 'agent' | 'customer') => line.gate.passed.filter(asksFor(role, id)).length;

describe('the network acted and its answer was lost', () => {
  test.each(['agent', 'customer'] as const)('…of the %s’s leg: its webhooks settle it, the callback goes on, and nobody is rung twice', async (role) => {
    await line.farEnd.order(role, { kind: 'reset_after_processing' });
    const id = await line.accepted('00');
    await line.when(id, ({ status }) => status === 'connected');
    expect(await line.farEnd.placed(id)).toEqual([AGENT, CUSTOMER]);
    expect(await line.leg(id, `${role}-1-1`)).toMatchObject({ state: 'placed', progress: 'answered' });
    await hangUpAndComplete(id);
    expect(await line.row(id)).toMatchObject({ status: 'completed', attempts_placed: 1, attempts_counted: 1 });
    expect(await line.rings(id)).toHaveLength(1);
  });

  test.each(['agent', 'customer'] as const)('…of the %s’s leg, and its webhooks are lost too: the look-up finds it, and nobody is rung twice', async (role) => {
    const answer = line.gate.holdAnswer(asksFor(role));
    line.ears.are = { deafTo: role };
    const id = await line.accepted('00');
    (await answer).lose();
    await line.whenLeg(id, `${role}-1-1`, ({ state }) => state === 'unknown');
    await line.pass(SILENCE_MS);
    await line.whenLeg(id, `${role}-1-1`, ({ state, progress }) => state === 'placed' && progress === 'answered');
    line.ears.are = 'open';
    await line.when(id, ({ status }) => status === 'connected');
    await hangUpAndComplete(id);
    expect(await line.row(id)).toMatchObject({ status: 'completed', attempts_placed: 1 });
    expect(await line.farEnd.placed(id)).toEqual([AGENT, CUSTOMER]);
    expect(await line.rings(id)).toHaveLength(1);
  });

  test('the webhooks are lost too, and the customer did not answer: the look-up says so, and the attempt ends as it did', async () => {
    const answer = line.gate.holdAnswer(asksFor('customer'));
    line.ears.are = { deafTo: 'customer' };
    const id = await line.accepted('20');
    (await answer).lose();
    await line.whenCall(id, ({ status }) => status === 'no-answer');
    await line.pass(SILENCE_MS);
    line.ears.are = 'open';
    expect(await line.when(id, ({ status }) => status === 'wrap_up')).toMatchObject({ last_outcome: 'no_answer', attempts_placed: 1 });
    expect(await line.rings(id)).toHaveLength(1);
  });

  test('the answer came and only the webhooks are lost: the look-up hears the customer answer', async () => {
    const answer = line.gate.holdAnswer(asksFor('customer'));
    line.ears.are = { deafTo: 'customer' };
    const id = await line.accepted('00');
    (await answer).letGo();
    await line.whenCall(id, ({ status }) => status === 'in-progress');
    await line.pass(SILENCE_MS);
    line.ears.are = 'open';
    await line.when(id, ({ status }) => status === 'connected');
    expect(await line.rings(id)).toHaveLength(1);
  });
});

describe.each([['the connection breaks before the network has acted', { kind: 'reset' }], ['the network answers 503', { kind: 'status', status: 503 }]] as const)('%s', (_why, fault) => {
  test('the customer is asked for once; inside the window nothing is done again, and after it the attempt ends unknown', async () => {
    await line.farEnd.order('customer', fault);
    const id = await line.accepted('00');
    await line.whenLeg(id, CUSTOMER, ({ state }) => state === 'unknown');
    await line.pass(SILENCE_MS);
    await line.pass(LOOK_AGAIN_MS);
    expect(await line.row(id)).toMatchObject({ status: 'dialling' });
    expect(await line.leg(id, CUSTOMER)).toMatchObject({ state: 'unknown', settled_at: null });
    await line.backdate(id, CUSTOMER, WINDOW_MS);
    await line.pass(LOOK_AGAIN_MS);
    expect(await line.when(id, ({ status }) => status === 'wrap_up')).toMatchObject({ last_outcome: 'unknown', attempts_placed: 1, attempts_counted: 1 });
    expect(asked(id, 'customer')).toBe(1);
    expect(await line.rings(id)).toEqual([]);
  });
});

describe('the network refuses', () => {
  test('429: the same attempt is asked for again by a new activity, and rings once', async () => {
    await line.farEnd.order('customer', { kind: 'status', status: 429, code: 20_429, times: 2 });
    const id = await line.accepted('00');
    await line.when(id, ({ status }) => status === 'connected');
    expect(asked(id, 'customer')).toBe(3);
    expect(await line.farEnd.placed(id)).toEqual([AGENT, CUSTOMER]);
    expect(await line.rings(id)).toHaveLength(1);
    expect(await line.row(id)).toMatchObject({ attempt: 1, attempts_placed: 1 });
  });

  test.each([[21_215, 'blocked'], [21_216, 'blocked'], [21_210, 'failed']] as const)('error %i: the attempt is %s at once, rings nobody and is not asked for again', async (code, outcome) => {
    await line.farEnd.order('customer', { kind: 'status', status: 400, code });
    const id = await line.accepted('00');
    expect(await line.when(id, ({ status }) => status === 'wrap_up')).toMatchObject({ last_outcome: outcome, attempts_placed: 0 });
    expect(await line.leg(id, CUSTOMER)).toMatchObject({ state: 'rejected', error_code: code });
    expect(asked(id, 'customer')).toBe(1);
    expect(await line.rings(id)).toEqual([]);
  });

  test('a blocked number is not tried again: the callback fails', async () => {
    await line.farEnd.order('customer', { kind: 'status', status: 400, code: 21_216 });
    const id = await line.accepted('00');
    await line.when(id, ({ status }) => status === 'wrap_up');
    await line.pass(11 * 60_000);
    expect(await line.when(id, ({ status }) => status === 'failed')).toMatchObject({ end_reason: 'blocked', attempt: 1 });
  });

  test('a request that arrives twice is refused the second time (16026): the label is in use by our own leg, and it goes on', async () => {
    line.gate.sendTwice(asksFor('customer'));
    const id = await line.accepted('00');
    await line.when(id, ({ status }) => status === 'connected');
    expect(await line.rings(id)).toHaveLength(1);
    expect(await line.row(id)).toMatchObject({ attempts_placed: 1 });
    expect(await line.leg(id, CUSTOMER)).toMatchObject({ state: 'placed', error_code: null });
  });
});
