import { setWish } from '../../store/presence.ts';
import { Refused } from '../../temporal/errors.ts';
import { acceptUpdate, agentGoneSignal, cancelUpdate, completeUpdate, dialUpdate, hangUpUpdate, policyChangedSignal, rejectUpdate, rescheduleUpdate, reservedSignal, standingQuery, workflowIdOf } from '../../workflows/messages.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterEach(() => centre.clear());
afterAll(() => centre.close());

const user = (id: string) => ({ type: 'user', id }) as const;

/** The reservation under which the callback is offered to that agent. */
async function offeredTo(callbackId: string, agentId: string): Promise<string> {
  const row = await centre.when(callbackId, ({ status, agent_id }) => status === 'offered' && agent_id === agentId);
  return row.reservation_id ?? '';
}

async function accept(callbackId: string, agentId: string): Promise<void> {
  await centre.callbacks.update(acceptUpdate, callbackId, { offerId: await offeredTo(callbackId, agentId), agentId });
}

async function typesOf(callbackId: string): Promise<string[]> {
  return (await centre.events(callbackId)).map((event) => event.type);
}

async function offerEndsOf(callbackId: string) {
  const offers = await centre.store.db.selectFrom('reservation').select(['agent_id', 'offer_end']).where('callback_id', '=', callbackId).orderBy('reserved_at').execute();
  return offers.map((offer) => `${offer.agent_id} ${offer.offer_end}`);
}

async function fromNow(ms: number): Promise<string> {
  return new Date((await centre.environment.currentTimeMs()) + ms).toISOString();
}

describe('the main job', () => {
  test('from the request to Mark Done: offered, accepted, both answer, the customer hangs up, completed', async () => {
    await centre.only('aoki');
    const id = await centre.request('50');
    await accept(id, 'aoki');
    const after = await centre.when(id, (row) => row.status === 'wrap_up');
    expect(after).toMatchObject({ last_outcome: 'answered', wrap_up_ends_at: null, attempts_placed: 1, assignee_id: 'aoki', distributor: 'automatic' });
    const ack = await centre.callbacks.update(completeUpdate, id, { actor: user('aoki'), disposition: 'resolved', effect: 'end' });
    expect(ack.status).toBe('completed');
    expect(await centre.row(id)).toMatchObject({ status: 'completed', disposition: 'resolved', version: ack.version, agent_id: null });
    expect(await typesOf(id)).toEqual([
      'requested', 'due_planned', 'queued', 'offered', 'attempt_started', 'agent_answered', 'connected', 'attempt_ended', 'completed',
    ]);
  });

  test('the agent ends the call: the customer’s leg is ended too', async () => {
    await centre.only('aoki');
    const id = await centre.request('00');
    await accept(id, 'aoki');
    await centre.when(id, (row) => row.status === 'connected');
    await centre.callbacks.update(hangUpUpdate, id, { actor: user('aoki'), attempt: 1 });
    expect(await centre.when(id, (row) => row.status === 'wrap_up')).toMatchObject({ last_outcome: 'answered' });
    const open = await centre.store.db.selectFrom('leg').select('label').where('callback_id', '=', id).where('progress', '!=', 'ended').execute();
    expect(open).toEqual([]);
  });

  test('a callback for three days from now is offered then, and not before', async () => {
    await centre.only('aoki');
    const id = await centre.request('50', { kind: 'scheduled', desiredAt: await fromNow(3 * DAY_MS) });
    expect(await centre.when(id, (row) => row.version > 0)).toMatchObject({ status: 'scheduled' });
    await centre.pass(3 * DAY_MS - MINUTE_MS);
    expect(await centre.row(id)).toMatchObject({ status: 'scheduled' });
    await centre.pass(2 * MINUTE_MS);
    await offeredTo(id, 'aoki');
    await centre.callbacks.update(cancelUpdate, id, { actor: user('aoki'), reason: null });
  });

  test('completing without a call works', async () => {
    await centre.only();
    const id = await centre.request('50');
    await centre.when(id, (row) => row.status === 'queued');
    await centre.callbacks.update(completeUpdate, id, { actor: user('mori'), disposition: 'resolved', effect: 'end' });
    expect(await centre.row(id)).toMatchObject({ status: 'completed', attempt: 0 });
  });
});

describe('an offer', () => {
  test('ends rejected, missed, withdrawn or accepted: four distinct facts, and the next agent gets it', async () => {
    await centre.only('aoki');
    const id = await centre.request('50');
    const first = await offeredTo(id, 'aoki');
    await centre.agent('mori');
    await centre.callbacks.update(rejectUpdate, id, { offerId: first, agentId: 'aoki' });
    await offeredTo(id, 'mori');
    await centre.pass(6 * MINUTE_MS);
    await centre.when(id, (row) => row.status === 'queued');
    const [mori] = await centre.store.db.selectFrom('agent_channel').selectAll().where('agent_id', '=', 'mori').where('channel', '=', 'voice').execute();
    expect(mori).toMatchObject({ wish: 'not_ready', reason: 'missed_offer' });
    await centre.agent('sato');
    await offeredTo(id, 'sato');
    await setWish(centre.store.db, { agentId: 'sato', channel: 'voice', wish: 'not_ready', reason: null });
    await centre.callbacks.signal(agentGoneSignal, id, { agentId: 'sato' });
    await centre.when(id, (row) => row.status === 'queued');
    await centre.agent('ito');
    await accept(id, 'ito');
    expect(await offerEndsOf(id)).toEqual(['aoki rejected', 'mori missed', 'sato withdrawn', 'ito accepted']);
    await centre.when(id, (row) => row.status === 'wrap_up');
    await centre.callbacks.update(completeUpdate, id, { actor: user('ito'), disposition: null, effect: 'end' });
  });

  test('accepting twice dials once; accepting what is over is refused with a sentence', async () => {
    await centre.only('aoki');
    const id = await centre.request('50');
    const offerId = await offeredTo(id, 'aoki');
    const both = [0, 1].map(() => centre.callbacks.update(acceptUpdate, id, { offerId, agentId: 'aoki' }));
    await Promise.all(both);
    await centre.when(id, (row) => row.status === 'wrap_up');
    expect((await centre.row(id)).attempt).toBe(1);
    await expect(centre.callbacks.update(acceptUpdate, id, { offerId: 'another', agentId: 'aoki' })).rejects.toMatchObject({ refusal: 'offer_over' });
    await centre.callbacks.update(completeUpdate, id, { actor: user('aoki'), disposition: null, effect: 'end' });
  });

  test('somebody else’s offer cannot be accepted', async () => {
    await centre.only('aoki');
    const id = await centre.request('50');
    const offerId = await offeredTo(id, 'aoki');
    await expect(centre.callbacks.update(acceptUpdate, id, { offerId, agentId: 'mori' })).rejects.toThrow(Refused);
    await centre.callbacks.update(cancelUpdate, id, { actor: user('aoki'), reason: null });
  });

  test('a reservation that nobody made, or that was let go, is not shown as an offer', async () => {
    await centre.only();
    const id = await centre.request('50');
    await centre.when(id, (row) => row.status === 'queued');
    await centre.callbacks.signal(reservedSignal, id, { reservationId: 'gone', agentId: 'aoki', preview: false, offerTimeoutMs: 60_000, previewTimeoutMs: null });
    await centre.when(id, (row) => row.version >= 3 && row.status === 'queued');
    expect((await centre.row(id)).agent_id).toBeNull();
    await centre.callbacks.update(cancelUpdate, id, { actor: user('aoki'), reason: null });
  });

  test('on web, accepting opens the preview and nothing is dialled until Call', async () => {
    await centre.only();
    await centre.agent('kato', { channel: 'web' });
    const id = await centre.request('50', { channel: 'web', origin: 'web' });
    await accept(id, 'kato');
    expect(await centre.row(id)).toMatchObject({ status: 'preview', attempt: 0 });
    await centre.callbacks.update(dialUpdate, id, { actor: user('kato'), agentId: 'kato', reservationId: null, attempt: 1 });
    await centre.when(id, (row) => row.status === 'wrap_up');
    expect(await offerEndsOf(id)).toEqual(['kato accepted']);
    await centre.callbacks.update(completeUpdate, id, { actor: user('kato'), disposition: null, effect: 'end' });
  });
});

describe('an attempt that reaches nobody', () => {
  test.each([['10', 'busy', 5], ['20', 'no_answer', 30], ['30', 'machine', 60], ['40', 'failed', 15]] as const)(
    '…%s is %s: the case stays with its agent for the route’s time, is tried again after %i minutes, and fails at the maximum',
    async (ending, outcome, delayMinutes) => {
      await centre.only('aoki');
      const id = await centre.request(ending);
      await accept(id, 'aoki');
      expect(await centre.when(id, (row) => row.status === 'wrap_up')).toMatchObject({ last_outcome: outcome, agent_id: 'aoki', attempts_counted: 1 });
      await centre.pass(11 * MINUTE_MS);
      const waiting = await centre.when(id, (row) => row.status === 'scheduled');
      expect(waiting).toMatchObject({ agent_id: null, assignee_id: null });
      await centre.pass((delayMinutes - 3) * MINUTE_MS);
      expect(await centre.row(id)).toMatchObject({ status: 'scheduled' });
      await centre.pass(4 * MINUTE_MS);
      await accept(id, 'aoki');
      await centre.when(id, (row) => row.status === 'wrap_up' && row.attempt === 2);
      await centre.pass(11 * MINUTE_MS);
      expect(await centre.when(id, (row) => row.status === 'failed')).toMatchObject({ end_reason: outcome, attempts_counted: 2 });
    },
  );

  test('Call again within the agent’s time is a new attempt, and by hand', async () => {
    await centre.only('aoki');
    const id = await centre.request('10');
    await accept(id, 'aoki');
    await centre.when(id, (row) => row.status === 'wrap_up');
    const again = { actor: user('aoki'), agentId: 'aoki', reservationId: null, attempt: 2 };
    await centre.callbacks.update(dialUpdate, id, again);
    await centre.callbacks.update(dialUpdate, id, again);
    expect(await centre.when(id, (row) => row.status === 'wrap_up' && row.attempt === 2)).toMatchObject({ attempts_placed: 2, attempts_counted: 1 });
    await centre.callbacks.update(cancelUpdate, id, { actor: user('aoki'), reason: 'enough' });
    expect(await centre.row(id)).toMatchObject({ status: 'cancelled', end_reason: 'enough' });
  });

  test('an agent whose telephone is not answered loses the case to the queue, and is Not Ready', async () => {
    await centre.only();
    await centre.agent('ueda', { endpoint: '+815099999920' });
    const id = await centre.request('00');
    await accept(id, 'ueda');
    expect(await centre.when(id, (row) => row.status === 'queued' && row.attempt === 1)).toMatchObject({ attempts_placed: 0, agent_id: null });
    const [ueda] = await centre.store.db.selectFrom('agent_channel').selectAll().where('agent_id', '=', 'ueda').where('channel', '=', 'voice').execute();
    expect(ueda).toMatchObject({ wish: 'not_ready', reason: 'no_answer' });
    await centre.callbacks.update(cancelUpdate, id, { actor: user('ueda'), reason: null });
  });
});

describe('moving and ending', () => {
  test('rescheduling a waiting callback moves it; a time in the past is refused and changes nothing', async () => {
    await centre.only();
    const id = await centre.request('50');
    await centre.when(id, (row) => row.status === 'queued');
    const at = await fromNow(2 * DAY_MS);
    await centre.callbacks.update(rescheduleUpdate, id, { actor: user('mori'), at, windowEndsAt: null, staysWithAgent: false });
    const moved = await centre.row(id);
    expect(moved).toMatchObject({ status: 'scheduled', kind: 'scheduled' });
    expect(moved.due_at?.toISOString()).toBe(at);
    const past = { actor: user('mori'), at: '2020-01-01T00:00:00.000Z', windowEndsAt: null, staysWithAgent: false };
    await expect(centre.callbacks.update(rescheduleUpdate, id, past)).rejects.toMatchObject({ refusal: 'bad_time' });
    expect(await centre.row(id)).toEqual(moved);
    await centre.pass(2 * DAY_MS + MINUTE_MS);
    await centre.when(id, (row) => row.status === 'queued');
    await centre.callbacks.update(cancelUpdate, id, { actor: user('mori'), reason: null });
  });

  test('rescheduling during the call moves it when the call is done', async () => {
    await centre.only('aoki');
    const id = await centre.request('00');
    await accept(id, 'aoki');
    await centre.when(id, (row) => row.status === 'connected');
    const at = await fromNow(DAY_MS);
    await centre.callbacks.update(rescheduleUpdate, id, { actor: user('aoki'), at, windowEndsAt: null, staysWithAgent: false });
    expect(await centre.row(id)).toMatchObject({ status: 'connected' });
    await centre.callbacks.update(hangUpUpdate, id, { actor: user('aoki'), attempt: 1 });
    await centre.when(id, (row) => row.status === 'wrap_up');
    await centre.callbacks.update(completeUpdate, id, { actor: user('aoki'), disposition: null, effect: 'end' });
    const moved = await centre.when(id, (row) => row.status === 'scheduled');
    expect(moved.due_at?.toISOString()).toBe(at);
    await centre.callbacks.update(cancelUpdate, id, { actor: user('aoki'), reason: null });
  });

  test('a new time agreed to stay with the agent keeps it theirs while it waits; otherwise anybody may have it', async () => {
    await centre.only('aoki');
    for (const staysWithAgent of [true, false]) {
      const id = await centre.request('50');
      await accept(id, 'aoki');
      await centre.when(id, (row) => row.status === 'wrap_up');
      await centre.callbacks.update(rescheduleUpdate, id, { actor: user('aoki'), at: await fromNow(DAY_MS), windowEndsAt: null, staysWithAgent });
      expect(await centre.row(id)).toMatchObject({ status: 'scheduled', assignee_id: staysWithAgent ? 'aoki' : null, agent_id: null });
    }
  });

  test('cancelling while the agent’s telephone rings ends it once, and the customer is never rung', async () => {
    await centre.only();
    await centre.agent('ueda', { endpoint: '+815099999990' });
    const id = await centre.request('00');
    await accept(id, 'ueda');
    await centre.callbacks.update(cancelUpdate, id, { actor: { type: 'customer' }, reason: null });
    expect(await centre.when(id, (row) => row.status === 'cancelled')).toMatchObject({ attempts_placed: 0 });
    const types = await typesOf(id);
    expect(types.filter((type) => type === 'cancelled')).toHaveLength(1);
  });

  test('a conversation cannot be cancelled or completed: it is ended first', async () => {
    await centre.only('aoki');
    const id = await centre.request('00');
    await accept(id, 'aoki');
    await centre.when(id, (row) => row.status === 'connected');
    const completion = { actor: user('aoki'), disposition: null, effect: 'end' } as const;
    await expect(centre.callbacks.update(cancelUpdate, id, { actor: user('aoki'), reason: null })).rejects.toMatchObject({ refusal: 'wrong_state' });
    await expect(centre.callbacks.update(completeUpdate, id, completion)).rejects.toMatchObject({ refusal: 'wrong_state' });
    await centre.callbacks.update(hangUpUpdate, id, { actor: user('aoki'), attempt: 1 });
    await centre.when(id, (row) => row.status === 'wrap_up');
    await centre.callbacks.update(completeUpdate, id, completion);
  });

  test('a callback nobody could serve expires', async () => {
    await centre.only();
    const id = await centre.request('50');
    await centre.when(id, (row) => row.status === 'queued');
    await centre.pass(31 * DAY_MS);
    await centre.when(id, (row) => row.status === 'expired');
  });
});

describe('the policy', () => {
  test('closing the route sends what waits to the next opening, and opening it again brings it back', async () => {
    await centre.only();
    const id = await centre.request('50');
    await centre.when(id, (row) => row.status === 'queued');
    await centre.editRoute({ hours: {} });
    await centre.callbacks.signal(policyChangedSignal, id);
    await centre.when(id, (row) => row.status === 'scheduled');
    await centre.editRoute({});
    await centre.callbacks.signal(policyChangedSignal, id);
    await centre.when(id, (row) => row.status === 'queued');
    await centre.callbacks.update(cancelUpdate, id, { actor: user('mori'), reason: null });
  });
});

describe('being started twice', () => {
  test('a second workflow of the same callback finds the row claimed, and ends without a word', async () => {
    await centre.only();
    const id = await centre.request('50');
    await centre.when(id, (row) => row.status === 'queued');
    const before = await centre.row(id);
    await centre.client.workflow.execute('callback', { taskQueue: 'ringback', workflowId: `twin-${id}`, args: [{ callbackId: id, generation: 1 }] });
    expect(await centre.row(id)).toEqual(before);
    const standing = await centre.client.workflow.getHandle(workflowIdOf(id)).query(standingQuery);
    expect(standing).toEqual({ version: before.version, status: 'queued' });
    await centre.callbacks.update(cancelUpdate, id, { actor: user('mori'), reason: null });
  });
});
