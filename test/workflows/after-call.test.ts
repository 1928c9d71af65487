import { reserveWish } from '../../store/agent/next-wish.ts';
import { readNotes, saveDraft } from '../../store/callback/notes.ts';
import { completeUpdate, dialUpdate, hangUpUpdate, rescheduleUpdate } from '../../workflows/messages.ts';
import { DAY_MS, MINUTE_MS, accept, complete, fromNow, user, wishOf } from './acts.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';

const LIMIT_MS = 3 * MINUTE_MS;

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre({
    afterCallLimitMs: LIMIT_MS,
    dispositions: [
      { code: 'resolved', label: { en: 'Resolved' }, effect: 'end' },
      { code: 'again', label: { en: 'Call again' }, effect: 'retry' },
      { code: 'later', label: { en: 'Another time' }, effect: 'reschedule' },
    ],
  });
});
afterEach(async () => {
  await centre.clear();
  await centre.editRoute({});
});
afterAll(() => centre.close());

/** A callback whose conversation is over: its agent is at what follows. */
async function afterConversation(): Promise<string> {
  await centre.only('aoki');
  const id = await centre.request('50');
  await accept(centre, id, 'aoki');
  const row = await centre.when(id, ({ status }) => status === 'wrap_up');
  expect((row.wrap_up_ends_at?.getTime() ?? 0) - (await centre.environment.currentTimeMs())).toBeGreaterThan(LIMIT_MS - MINUTE_MS);
  await centre.quiet(id);
  return id;
}

async function typed(callbackId: string, draft: { note?: string; disposition?: string }): Promise<void> {
  expect(await saveDraft(centre.store.db, { callbackId, agentId: 'aoki', ...draft })).toBe(true);
}

async function timeOutsOf(id: string) {
  return (await centre.events(id)).filter(({ type }) => type === 'wrap_up_timed_out');
}

describe('when the route’s time after a conversation is over', () => {
  test('what the agent had chosen is filed, with their note, and they are free for the next callback', async () => {
    const id = await afterConversation();
    await typed(id, { note: 'Sends the form', disposition: 'resolved' });
    await centre.pass(LIMIT_MS + 1_000);
    expect(await centre.when(id, ({ status }) => status === 'completed')).toMatchObject({ disposition: 'resolved', end_reason: null, agent_id: null });
    expect(await timeOutsOf(id)).toMatchObject([{ actor: { type: 'system' }, data: { agentId: 'aoki', disposition: 'resolved' } }]);
    expect(await readNotes(centre.store.db, id)).toMatchObject([{ author_id: 'aoki', text: 'Sends the form' }]);
    const next = await centre.request('50');
    await centre.when(next, (row) => row.status === 'offered' && row.agent_id === 'aoki');
  });

  test.each([[true, 'wrap_up_timed_out'], [false, null]])('without a choice it is completed; where one is mandatory (%s) that is said of its end', async (dispositionMandatory, endReason) => {
    await centre.editRoute({ dispositionMandatory });
    const id = await afterConversation();
    await centre.pass(LIMIT_MS + 1_000);
    expect(await centre.when(id, ({ status }) => status === 'completed')).toMatchObject({ disposition: null, end_reason: endReason });
    expect(await timeOutsOf(id)).toHaveLength(1);
  });

  test.each(['again', 'later'])('a choice that does not end it (%s) leaves it to the retry policy', async (disposition) => {
    const id = await afterConversation();
    await typed(id, { disposition });
    await centre.pass(LIMIT_MS + 1_000);
    expect(await centre.when(id, ({ status }) => status === 'scheduled')).toMatchObject({ disposition, agent_id: null });
    expect(await timeOutsOf(id)).toHaveLength(1);
  });

  test('a time agreed during the conversation holds', async () => {
    await centre.only('aoki');
    const id = await centre.request('00');
    await accept(centre, id, 'aoki');
    await centre.when(id, ({ status }) => status === 'connected');
    const at = await fromNow(centre, DAY_MS);
    await centre.callbacks.update(rescheduleUpdate, id, { actor: user('aoki'), at, windowEndsAt: null, staysWithAgent: true });
    await hangUp(id);
    await centre.pass(LIMIT_MS + 1_000);
    const moved = await centre.when(id, ({ status }) => status === 'scheduled');
    expect(moved.due_at?.toISOString()).toBe(at);
  });
});

describe('before that time is over', () => {
  test('Mark Done, also by a supervisor, ends it as ever: nothing timed out', async () => {
    const id = await afterConversation();
    await centre.callbacks.update(completeUpdate, id, { actor: user('mori'), disposition: 'resolved', effect: 'end' });
    await centre.pass(LIMIT_MS + 1_000);
    expect(await centre.row(id)).toMatchObject({ status: 'completed', disposition: 'resolved' });
    expect(await timeOutsOf(id)).toEqual([]);
    expect((await centre.events(id)).at(-1)).toMatchObject({ type: 'completed', actor: { id: 'mori' } });
  });

  test('Mark Done with a code that has it tried again is no time-out', async () => {
    const id = await afterConversation();
    await centre.callbacks.update(completeUpdate, id, { actor: user('aoki'), disposition: 'again', effect: 'retry' });
    expect(await centre.when(id, ({ status }) => status === 'scheduled')).toMatchObject({ disposition: 'again' });
    expect(await timeOutsOf(id)).toEqual([]);
  });

  test('Call again begins a new attempt, and the time begins anew after it', async () => {
    const id = await afterConversation();
    await centre.pass(2 * MINUTE_MS);
    await centre.callbacks.update(dialUpdate, id, { actor: user('aoki'), agentId: 'aoki', reservationId: null, attempt: 2 });
    await centre.when(id, (row) => row.status === 'wrap_up' && row.attempt === 2);
    await centre.quiet(id);
    await centre.pass(2 * MINUTE_MS);
    expect(await centre.row(id)).toMatchObject({ status: 'wrap_up' });
    await centre.pass(LIMIT_MS);
    await centre.when(id, ({ status }) => status === 'completed');
  });
});

test('without a limit the agent has the time they need', async () => {
  await centre.editRoute({ afterCallLimitMs: null });
  await centre.only('aoki');
  const id = await centre.request('50');
  await accept(centre, id, 'aoki');
  expect(await centre.when(id, ({ status }) => status === 'wrap_up')).toMatchObject({ wrap_up_ends_at: null });
  await centre.quiet(id);
  await centre.pass(DAY_MS);
  expect(await centre.row(id)).toMatchObject({ status: 'wrap_up' });
});

describe('what an agent reserved while they had a case in hand', () => {
  const reserve = (wish: 'ready' | 'not_ready', reason: string | null) =>
    reserveWish(centre.store.db, { agentId: 'aoki', channel: 'voice', next: { wish, reason } });

  test('is their wish from Mark Done on, before anything else is offered to them', async () => {
    const id = await afterConversation();
    await reserve('not_ready', 'break');
    expect(await wishOf(centre, 'aoki')).toMatchObject({ wish: 'ready', next_wish: 'not_ready' });
    await complete(centre, id, 'aoki');
    expect(await wishOf(centre, 'aoki')).toMatchObject({ wish: 'not_ready', reason: 'break', next_wish: null, next_reason: null });
    const next = await centre.request('50');
    expect(await centre.when(next, ({ status }) => status === 'queued')).toMatchObject({ agent_id: null });
  });

  test('is taken up when the route’s time ends the case for them', async () => {
    const id = await afterConversation();
    await reserve('not_ready', 'meal');
    await centre.pass(LIMIT_MS + 1_000);
    await centre.when(id, ({ status }) => status === 'completed');
    expect(await wishOf(centre, 'aoki')).toMatchObject({ wish: 'not_ready', reason: 'meal' });
  });
});

/** The agent hangs up, and is at what follows. */
async function hangUp(id: string): Promise<void> {
  await centre.callbacks.update(hangUpUpdate, id, { actor: user('aoki'), attempt: 1 });
  await centre.when(id, ({ status }) => status === 'wrap_up');
  await centre.quiet(id);
}
