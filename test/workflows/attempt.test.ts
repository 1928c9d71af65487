import { reserveForDial } from '../../store/agent/reservations.ts';
import { cancelUpdate, completeUpdate, dialUpdate, hangUpUpdate, rescheduleUpdate } from '../../workflows/messages.ts';
import { DAY_MS, MINUTE_MS, accept, complete, fromNow, user, wishOf } from './acts.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterEach(() => centre.clear());
afterAll(() => centre.close());

describe('an attempt that reaches nobody', () => {
  test.each([['10', 'busy', 5], ['20', 'no_answer', 30], ['30', 'machine', 60], ['40', 'failed', 15]] as const)(
    '…%s is %s: the case stays with its agent for the route’s time, is tried again after %i minutes, and fails at the maximum',
    async (ending, outcome, delayMinutes) => {
      await centre.only('aoki');
      const id = await centre.request(ending);
      await accept(centre, id, 'aoki');
      expect(await centre.when(id, (row) => row.status === 'wrap_up')).toMatchObject({ last_outcome: outcome, agent_id: 'aoki', attempts_counted: 1 });
      await centre.pass(11 * MINUTE_MS);
      const waiting = await centre.when(id, (row) => row.status === 'scheduled');
      expect(waiting).toMatchObject({ agent_id: null, assignee_id: null });
      await centre.pass((delayMinutes - 3) * MINUTE_MS);
      expect(await centre.row(id)).toMatchObject({ status: 'scheduled' });
      await centre.pass(4 * MINUTE_MS);
      await accept(centre, id, 'aoki');
      await centre.when(id, (row) => row.status === 'wrap_up' && row.attempt === 2);
      await centre.pass(11 * MINUTE_MS);
      expect(await centre.when(id, (row) => row.status === 'failed')).toMatchObject({ end_reason: outcome, attempts_counted: 2 });
    },
  );

  test('Call again within the agent’s time is a new attempt, and by hand', async () => {
    await centre.only('aoki');
    const id = await centre.request('10');
    await accept(centre, id, 'aoki');
    await centre.when(id, (row) => row.status === 'wrap_up');
    const again = { actor: user('aoki'), agentId: 'aoki', reservationId: null, attempt: 2 };
    await centre.callbacks.update(dialUpdate, id, again);
    await centre.callbacks.update(dialUpdate, id, again);
    expect(await centre.when(id, (row) => row.status === 'wrap_up' && row.attempt === 2)).toMatchObject({ attempts_placed: 2, attempts_counted: 1 });
    await centre.quiet(id);
    await centre.callbacks.update(cancelUpdate, id, { actor: user('aoki'), reason: 'enough' });
    expect(await centre.row(id)).toMatchObject({ status: 'cancelled', end_reason: 'enough' });
  });

  test('an agent whose telephone is not answered loses the case to the queue, and is Not Ready', async () => {
    await centre.only();
    await centre.agent('ueda', { endpoint: '+815099999920' });
    const id = await centre.request('00');
    await accept(centre, id, 'ueda');
    expect(await centre.when(id, (row) => row.status === 'queued' && row.attempt === 1)).toMatchObject({ attempts_placed: 0, agent_id: null });
    expect(await wishOf(centre, 'ueda')).toMatchObject({ wish: 'not_ready', reason: 'no_answer' });
  });
});

describe('an agent’s leg', () => {
  test('that the network refuses is nobody’s fault at the desk: the attempt fails, and the agent stays Ready', async () => {
    await centre.only('aoki');
    await centre.editRoute({ callerId: '+815039999999' });
    const id = await centre.request('00');
    await accept(centre, id, 'aoki');
    expect(await centre.when(id, (row) => row.status === 'wrap_up')).toMatchObject({ last_outcome: 'failed', attempts_placed: 0 });
    expect(await wishOf(centre, 'aoki')).toMatchObject({ wish: 'ready' });
    await centre.editRoute({});
  });

  test('dialled by hand before the time and not answered: the callback keeps waiting for its time', async () => {
    await centre.only();
    await centre.agent('ueda', { endpoint: '+815099999920' });
    await centre.only();
    const id = await centre.request('00', { kind: 'scheduled', desiredAt: await fromNow(centre, DAY_MS) });
    await centre.when(id, (row) => row.version > 0);
    const reserved = await reserveForDial(centre.store.db, { callbackId: id, agentId: 'ueda' });
    if (!('reservationId' in reserved)) throw new Error(reserved.refused);
    await centre.callbacks.update(dialUpdate, id, { actor: user('ueda'), agentId: 'ueda', attempt: 1, ...reserved });
    expect(await centre.when(id, (row) => row.attempt === 1 && row.agent_id === null)).toMatchObject({ status: 'scheduled' });
  });

  test('not answered after a new time was agreed: the new time holds', async () => {
    await centre.only();
    await centre.agent('ueda', { endpoint: '+815099999920' });
    const id = await centre.request('00');
    await accept(centre, id, 'ueda');
    const at = await fromNow(centre, DAY_MS);
    await centre.callbacks.update(rescheduleUpdate, id, { actor: user('ueda'), at, windowEndsAt: null, staysWithAgent: false });
    const moved = await centre.when(id, (row) => row.status === 'scheduled');
    expect(moved.due_at?.toISOString()).toBe(at);
  });
});

describe('moving and ending', () => {
  test('rescheduling a waiting callback moves it; a time in the past is refused and changes nothing', async () => {
    await centre.only();
    const id = await centre.request('50');
    await centre.when(id, (row) => row.status === 'queued');
    const at = await fromNow(centre, 2 * DAY_MS);
    await centre.callbacks.update(rescheduleUpdate, id, { actor: user('mori'), at, windowEndsAt: null, staysWithAgent: false });
    const moved = await centre.row(id);
    expect(moved).toMatchObject({ status: 'scheduled', kind: 'scheduled' });
    expect(moved.due_at?.toISOString()).toBe(at);
    const planned = await centre.when(id, (row) => row.window_ends_at !== null);
    expect(planned.window_ends_at).toEqual(new Date(Date.parse(at) + 60 * MINUTE_MS));
    const past = { actor: user('mori'), at: '2020-01-01T00:00:00.000Z', windowEndsAt: null, staysWithAgent: false };
    await expect(centre.callbacks.update(rescheduleUpdate, id, past)).rejects.toMatchObject({ refusal: 'bad_time' });
    expect(await centre.row(id)).toEqual(planned);
    await centre.pass(2 * DAY_MS + MINUTE_MS);
    await centre.when(id, (row) => row.status === 'queued');
  });

  test('rescheduling during the call moves it when the call is done', async () => {
    await centre.only('aoki');
    const id = await centre.request('00');
    await accept(centre, id, 'aoki');
    await centre.when(id, (row) => row.status === 'connected');
    const at = await fromNow(centre, DAY_MS);
    const windowEndsAt = new Date(Date.parse(at) + 15 * MINUTE_MS).toISOString();
    await centre.callbacks.update(rescheduleUpdate, id, { actor: user('aoki'), at, windowEndsAt, staysWithAgent: false });
    expect(await centre.row(id)).toMatchObject({ status: 'connected' });
    expect((await centre.events(id)).at(-1)).toMatchObject({ type: 'rescheduled', data: { dueAt: at, windowEndsAt } });
    await centre.callbacks.update(hangUpUpdate, id, { actor: user('aoki'), attempt: 1 });
    await centre.when(id, (row) => row.status === 'wrap_up');
    await complete(centre, id, 'aoki');
    const moved = await centre.when(id, (row) => row.status === 'scheduled');
    expect(moved.due_at?.toISOString()).toBe(at);
  });

  test('a new time agreed to stay with the agent keeps it theirs while it waits; otherwise anybody may have it', async () => {
    await centre.only('aoki');
    for (const staysWithAgent of [true, false]) {
      const id = await centre.request('50');
      await accept(centre, id, 'aoki');
      await centre.when(id, (row) => row.status === 'wrap_up');
      await centre.callbacks.update(rescheduleUpdate, id, { actor: user('aoki'), at: await fromNow(centre, DAY_MS), windowEndsAt: null, staysWithAgent });
      expect(await centre.row(id)).toMatchObject({ status: 'scheduled', assignee_id: staysWithAgent ? 'aoki' : null, agent_id: null });
    }
  });

  test('cancelling while the agent’s telephone rings ends it once, and the customer is never rung', async () => {
    await centre.only();
    await centre.agent('ueda', { endpoint: '+815099999990' });
    const id = await centre.request('00');
    await accept(centre, id, 'ueda');
    await centre.callbacks.update(cancelUpdate, id, { actor: { type: 'customer' }, reason: null });
    expect(await centre.when(id, (row) => row.status === 'cancelled')).toMatchObject({ attempts_placed: 0 });
    const events = await centre.events(id);
    expect(events.filter((event) => event.type === 'cancelled')).toHaveLength(1);
  });

  test('cancelling in the moment the customer answers ends it all the same, with the attempt on the timeline', async () => {
    await centre.only('aoki');
    const id = await centre.request('90');
    await accept(centre, id, 'aoki');
    const { call_sid } = await centre.leg(id, 'customer-1-1', (leg) => leg.progress === 'ringing');
    await centre.control('POST', '/faults', { method: 'POST', pathPattern: `/Calls/${call_sid}`, times: 1, kind: 'delay', delayMs: 300 });
    await Promise.all([
      centre.callbacks.update(cancelUpdate, id, { actor: user('mori'), reason: null }),
      centre.control('POST', `/calls/${call_sid}/answer`),
    ]);
    await centre.when(id, (row) => row.status === 'cancelled');
    const types = (await centre.events(id)).map((event) => event.type);
    expect(types.slice(-3)).toEqual(['connected', 'attempt_ended', 'cancelled']);
  });

  test('an agent who was let go before the dialling was confirmed is not rung', async () => {
    await centre.only();
    const id = await centre.request('00');
    await centre.when(id, (row) => row.status === 'queued');
    await centre.callbacks.update(dialUpdate, id, { actor: user('aoki'), agentId: 'aoki', reservationId: 'lapsed', attempt: 1 });
    expect(await centre.when(id, (row) => row.status === 'queued' && row.attempt === 1)).toMatchObject({ attempts_placed: 0 });
    const legs = await centre.store.db.selectFrom('leg').selectAll().where('callback_id', '=', id).execute();
    expect(legs.map((leg) => leg.state)).toEqual(['void']);
  });

  test('a conversation cannot be cancelled or completed: it is ended first', async () => {
    await centre.only('aoki');
    const id = await centre.request('00');
    await accept(centre, id, 'aoki');
    await centre.when(id, (row) => row.status === 'connected');
    const completion = { actor: user('aoki'), disposition: null, effect: 'end' } as const;
    await expect(centre.callbacks.update(cancelUpdate, id, { actor: user('aoki'), reason: null })).rejects.toMatchObject({ refusal: 'wrong_state' });
    await expect(centre.callbacks.update(completeUpdate, id, completion)).rejects.toMatchObject({ refusal: 'wrong_state' });
    await centre.callbacks.update(hangUpUpdate, id, { actor: user('aoki'), attempt: 1 });
    await centre.when(id, (row) => row.status === 'wrap_up');
  });

  test('without a call there is nothing to try again', async () => {
    await centre.only();
    const id = await centre.request('50');
    await centre.when(id, (row) => row.status === 'queued');
    const again = { actor: user('mori'), disposition: 'again', effect: 'retry' } as const;
    await expect(centre.callbacks.update(completeUpdate, id, again)).rejects.toMatchObject({ refusal: 'wrong_state' });
  });

  test('a callback nobody could serve expires', async () => {
    await centre.only();
    const id = await centre.request('50');
    await centre.when(id, (row) => row.status === 'queued');
    await centre.pass(31 * DAY_MS);
    await centre.when(id, (row) => row.status === 'expired');
  });
});
