import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { saveAgent } from '../../store/agent/agents.ts';
import { writeTones } from '../../store/call/call-targets.ts';
import { saveRoute } from '../../store/route/routes.ts';
import { dismissUpdate, helpUpdate, holdUpdate, tonesUpdate } from '../../workflows/messages.ts';
import { MINUTE_MS, complete, user, wishOf } from './acts.ts';
import type { Centre } from './centre.ts';
import { POLICY, openCentre } from './centre.ts';
import { answer, customerIsOnHold, guest, hangsUp, invite, talking, whenFree, whenGuest } from './in-call.ts';

let centre: Centre;
/** Resolves when the network may fetch the digits it is to play. */
let mayFetchDigits: Promise<void> = Promise.resolve();
beforeAll(async () => {
  const webhooks: RequestHandler = (request, _response, next) => {
    if (request.path.endsWith('/tones')) void mayFetchDigits.finally(next);
    else next();
  };
  centre = await openCentre({}, undefined, { webhooks });
});
afterEach(() => centre.clear());
afterAll(() => centre.close());

const OUTSIDE = '+819011112200';
interface Entry {
  readonly path?: string;
  readonly parameters?: Readonly<Record<string, string>>;
}

/** What the sandbox was asked, and what it has told us, in order. */
async function journal(): Promise<readonly Entry[]> {
  const response = await fetch(`${centre.sandbox.url}/sandbox/journal`);
  return ((await response.json()) as { entries: readonly Entry[] }).entries;
}

const typesOf = async (id: string) => (await centre.events(id)).map(({ type }) => type);

describe('on the line', () => {
  beforeEach(() => centre.only('aoki'));

  test('the customer is put on hold and taken off, however often it is said', async () => {
    const id = await talking(centre);
    for (const hold of [true, true]) await centre.callbacks.update(holdUpdate, id, { actor: user('aoki'), attempt: 1, hold });
    await customerIsOnHold(centre, id, true);
    await centre.callbacks.update(holdUpdate, id, { actor: user('aoki'), attempt: 1, hold: false });
    await customerIsOnHold(centre, id, false);
    expect((await typesOf(id)).filter((type) => type === 'held' || type === 'resumed')).toEqual(['held', 'resumed']);
  });

  test('the customer hears digits once, and no history holds them', async () => {
    const id = await talking(centre);
    const token = randomUUID();
    await writeTones(centre.store.db, { token, callbackId: id, attempt: 1, digits: '1234#', sentBy: 'aoki' });
    const said = { actor: user('aoki'), attempt: 1, token, count: 5 };
    await centre.callbacks.update(tonesUpdate, id, said);
    await centre.when(id, ({ call }) => call?.tones.length === 0 || call === null);
    await centre.callbacks.update(tonesUpdate, id, said);
    const { call_sid: sid } = await centre.leg(id, 'customer-1-1', () => true);
    const heard = async () => JSON.stringify(await (await fetch(`${centre.sandbox.url}/sandbox/calls/${sid}`)).json()).split('1234#').length - 1;
    while ((await heard()) === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await heard()).toBe(1);
    expect(JSON.stringify(await centre.events(id))).not.toContain('1234');
  });

  test('a hold that is asked right after digits does not wait until they have been heard', async () => {
    let letFetch = (): void => undefined;
    mayFetchDigits = new Promise((resolve) => {
      letFetch = resolve;
    });
    const id = await talking(centre);
    const token = randomUUID();
    await writeTones(centre.store.db, { token, callbackId: id, attempt: 1, digits: '1'.repeat(40), sentBy: 'aoki' });
    await centre.callbacks.update(tonesUpdate, id, { actor: user('aoki'), attempt: 1, token, count: 40 });
    await centre.callbacks.update(holdUpdate, id, { actor: user('aoki'), attempt: 1, hold: true });
    await centre.when(id, ({ call }) => call?.known['customer-1-1']?.isOnHold === true && call.tones.includes(token));
    letFetch();
    await centre.when(id, ({ call }) => call?.tones.length === 0);
    const { call_sid: sid } = await centre.leg(id, 'customer-1-1', () => true);
    const isAsked = ({ path, parameters }: Entry, wish: string) => path?.includes(`${sid}`) === true && parameters?.[wish] !== undefined;
    const isHeard = ({ parameters }: Entry) => parameters?.['StatusCallbackEvent'] === 'announcement-end' && parameters['AnnounceUrl']?.includes(token);
    while (!(await journal()).some(isHeard)) await new Promise((resolve) => setTimeout(resolve, 20));
    const entries = await journal();
    const order = [entries.findIndex((entry) => isAsked(entry, 'AnnounceUrl')), entries.findIndex((entry) => isAsked(entry, 'Hold')), entries.findIndex(isHeard)];
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(order[0]).toBeGreaterThanOrEqual(0);
  });

  test('when the customer hangs up on hold, the call is over and the agent wraps up', async () => {
    const id = await talking(centre);
    await centre.callbacks.update(holdUpdate, id, { actor: user('aoki'), attempt: 1, hold: true });
    await customerIsOnHold(centre, id, true);
    await hangsUp(centre, id, 'customer-1-1');
    expect(await centre.when(id, ({ status }) => status === 'wrap_up')).toMatchObject({ last_outcome: 'answered', agent_id: 'aoki', call: null });
  });

  test('help is asked for, and said not to be needed any more', async () => {
    const id = await talking(centre);
    await centre.callbacks.update(helpUpdate, id, { actor: user('aoki'), attempt: 1, wanted: true });
    expect((await centre.row(id)).call?.helpWanted).toBe(true);
    await centre.callbacks.update(helpUpdate, id, { actor: user('aoki'), attempt: 1, wanted: false });
    expect((await centre.row(id)).call?.helpWanted).toBe(false);
  });

  test('a control of an attempt that is over is refused', async () => {
    const id = await talking(centre);
    await expect(centre.callbacks.update(holdUpdate, id, { actor: user('aoki'), attempt: 2, hold: true })).rejects.toThrow('no such conversation');
  });
});

describe('a consultation', () => {
  beforeEach(() => centre.only('aoki', 'mori'));

  test('of a number: the customer waits, is swapped to and back, and is with the agent again when it ends', async () => {
    const id = await talking(centre);
    const targetId = await invite(centre, id, 'consult', { number: OUTSIDE });
    await whenGuest(centre, id, 'here');
    await customerIsOnHold(centre, id, true);
    await guest(centre, id, targetId, 'talk_to_customer');
    await centre.leg(id, 'target-1-2', (leg) => leg.on_hold);
    await customerIsOnHold(centre, id, false);
    await guest(centre, id, targetId, 'talk_to_guest');
    await customerIsOnHold(centre, id, true);
    await guest(centre, id, targetId, 'end');
    await centre.leg(id, 'target-1-2', (leg) => leg.progress === 'ended');
    await customerIsOnHold(centre, id, false);
    expect((await centre.row(id)).status).toBe('connected');
  });

  test('that the guest leaves by themselves gives the customer back', async () => {
    const id = await talking(centre);
    await invite(centre, id, 'consult', { number: OUTSIDE });
    await whenGuest(centre, id, 'here');
    await customerIsOnHold(centre, id, true);
    await hangsUp(centre, id, 'target-1-2');
    await whenGuest(centre, id, null);
    await customerIsOnHold(centre, id, false);
  });

  test('of a number that is busy gives the customer back', async () => {
    const id = await talking(centre);
    await invite(centre, id, 'consult', { number: '+819011112210' });
    await centre.when(id, ({ call }) => call?.guest === null);
    await customerIsOnHold(centre, id, false);
    expect((await centre.events(id)).find(({ type }) => type === 'invitation_ended')?.data).toMatchObject({ end: 'busy' });
  });

  test('of an agent becomes a transfer: the case is theirs, and the first agent is free', async () => {
    const id = await talking(centre);
    const targetId = await invite(centre, id, 'consult', { agentId: 'mori' });
    await answer(centre, id, targetId, 'mori', true);
    await whenGuest(centre, id, 'here');
    await guest(centre, id, targetId, 'transfer');
    expect(await centre.when(id, ({ agent_id }) => agent_id === 'mori')).toMatchObject({ status: 'connected', assignee_id: 'mori' });
    await centre.leg(id, 'agent-1-1', (leg) => leg.progress === 'ended');
    await customerIsOnHold(centre, id, false);
    await whenFree(centre, 'aoki');
    await hangsUp(centre, id, 'customer-1-1');
    expect(await centre.when(id, ({ status }) => status === 'wrap_up')).toMatchObject({ agent_id: 'mori', last_outcome: 'answered' });
    await complete(centre, id, 'mori');
    await whenFree(centre, 'mori');
  });

  test('whose guest is sent away as any other party is over: the guest is free, and the customer is back', async () => {
    const id = await talking(centre);
    const targetId = await invite(centre, id, 'consult', { agentId: 'mori' });
    await answer(centre, id, targetId, 'mori', true);
    await whenGuest(centre, id, 'here');
    await centre.callbacks.update(dismissUpdate, id, { actor: user('aoki'), attempt: 1, label: 'target-1-2' });
    await centre.leg(id, 'target-1-2', (leg) => leg.progress === 'ended');
    await customerIsOnHold(centre, id, false);
    await whenFree(centre, 'mori');
  });

  test('becomes a conference, whose third can be sent away', async () => {
    const id = await talking(centre);
    const targetId = await invite(centre, id, 'consult', { agentId: 'mori' });
    await answer(centre, id, targetId, 'mori', true);
    await whenGuest(centre, id, 'here');
    await guest(centre, id, targetId, 'conference');
    await customerIsOnHold(centre, id, false);
    await centre.callbacks.update(dismissUpdate, id, { actor: user('aoki'), attempt: 1, label: 'target-1-2' });
    await centre.leg(id, 'target-1-2', (leg) => leg.progress === 'ended');
    await whenFree(centre, 'mori');
    expect(await centre.row(id)).toMatchObject({ status: 'connected', agent_id: 'aoki' });
  });
});

describe('an agent who is asked', () => {
  beforeEach(() => centre.only('aoki', 'mori'));

  test('and refuses leaves the customer with the first', async () => {
    const id = await talking(centre);
    const targetId = await invite(centre, id, 'transfer', { agentId: 'mori' });
    await customerIsOnHold(centre, id, true);
    await answer(centre, id, targetId, 'mori', false);
    await customerIsOnHold(centre, id, false);
    await whenFree(centre, 'mori');
    expect(await centre.row(id)).toMatchObject({ agent_id: 'aoki', status: 'connected' });
  });

  test('and refuses leaves a customer on hold whom the first had put there', async () => {
    const id = await talking(centre);
    await centre.callbacks.update(holdUpdate, id, { actor: user('aoki'), attempt: 1, hold: true });
    await customerIsOnHold(centre, id, true);
    const targetId = await invite(centre, id, 'transfer', { agentId: 'mori' });
    await centre.when(id, ({ call: asking }) => asking?.known['customer-1-1']?.endsCall === false);
    await answer(centre, id, targetId, 'mori', false);
    const { call } = await centre.when(id, ({ call: now }) => now?.guest === null && now.known['customer-1-1']?.endsCall === true);
    expect(call?.known['customer-1-1']).toMatchObject({ isOnHold: true });
    await centre.callbacks.update(holdUpdate, id, { actor: user('aoki'), attempt: 1, hold: false });
    await customerIsOnHold(centre, id, false);
  });

  test('and does not answer in time is asked no longer', async () => {
    const id = await talking(centre);
    await invite(centre, id, 'transfer', { agentId: 'mori' });
    await customerIsOnHold(centre, id, true);
    await centre.pass(MINUTE_MS);
    await customerIsOnHold(centre, id, false);
    await whenFree(centre, 'mori');
    expect((await centre.events(id)).find(({ type }) => type === 'invitation_ended')?.data).toMatchObject({ end: 'missed', agentId: 'mori' });
    expect(await wishOf(centre, 'mori')).toMatchObject({ wish: 'not_ready', reason: 'missed_offer' });
  });

  test('and logs out meanwhile is asked no longer', async () => {
    const id = await talking(centre);
    await invite(centre, id, 'consult', { agentId: 'mori' });
    await customerIsOnHold(centre, id, true);
    await centre.store.db.deleteFrom('agent_lease').where('agent_id', '=', 'mori').execute();
    await whenGuest(centre, id, null);
    await customerIsOnHold(centre, id, false);
    await whenFree(centre, 'mori');
    expect((await centre.events(id)).find(({ type }) => type === 'invitation_ended')?.data).toMatchObject({ end: 'offline', agentId: 'mori' });
  });

  test('is alone in answering, once, and nothing is done with them before they are here', async () => {
    const id = await talking(centre);
    const targetId = await invite(centre, id, 'consult', { agentId: 'mori' });
    await expect(answer(centre, id, targetId, 'endo', true)).rejects.toThrow('Somebody else is asked.');
    await expect(answer(centre, id, randomUUID(), 'mori', true)).rejects.toThrow('This invitation is over.');
    for (const early of ['transfer', 'conference', 'talk_to_customer'] as const) await expect(guest(centre, id, targetId, early)).rejects.toThrow('They have not answered yet.');
    await expect(invite(centre, id, 'transfer', { number: OUTSIDE })).rejects.toThrow('Somebody else is asked or consulted already');
    await expect(centre.callbacks.update(holdUpdate, id, { actor: user('aoki'), attempt: 1, hold: false })).rejects.toThrow('swap, or end that first');
    await answer(centre, id, targetId, 'mori', false);
    await expect(answer(centre, id, targetId, 'mori', true)).rejects.toThrow('This invitation is over.');
    await expect(guest(centre, id, targetId, 'end')).rejects.toThrow('This consultation is over.');
    await customerIsOnHold(centre, id, false);
    await whenFree(centre, 'mori');
  });

  test('and accepts a transfer has the call at once', async () => {
    const id = await talking(centre);
    const targetId = await invite(centre, id, 'transfer', { agentId: 'mori' });
    await answer(centre, id, targetId, 'mori', true);
    await centre.when(id, ({ agent_id }) => agent_id === 'mori');
    await centre.leg(id, 'agent-1-1', (leg) => leg.progress === 'ended');
    await customerIsOnHold(centre, id, false);
    await whenFree(centre, 'aoki');
  });

  test('is let go when the customer hangs up meanwhile', async () => {
    const id = await talking(centre);
    await invite(centre, id, 'consult', { agentId: 'mori' });
    await hangsUp(centre, id, 'customer-1-1');
    await centre.when(id, ({ status }) => status === 'wrap_up');
    await whenFree(centre, 'mori');
  });
});

test('a route’s agents are asked one after the other, and who accepts has the call', async () => {
  await centre.only('aoki');
  await saveRoute(centre.store.db, { id: 'sales', name: 'Sales', numbers: ['+815031234599'], policy: POLICY, closed: false });
  for (const id of ['sato', 'endo']) {
    await centre.agent(id);
    await saveAgent(centre.store.db, { id, name: id, endpoint: '+815099999900', languages: ['ja'], mayPhone: true, routeIds: ['sales'] });
  }
  const id = await talking(centre);
  const targetId = await invite(centre, id, 'transfer', { routeId: 'sales' });
  const first = (await whenGuest(centre, id, 'asked')).call?.guest?.agentId ?? '';
  await answer(centre, id, targetId, first, false);
  const second = (await centre.when(id, ({ call }) => call?.guest?.phase === 'asked' && call.guest.agentId !== first)).call?.guest?.agentId ?? '';
  expect([first, second].toSorted()).toEqual(['endo', 'sato']);
  await answer(centre, id, targetId, second, true);
  await centre.when(id, ({ agent_id }) => agent_id === second);
  await whenFree(centre, first);
  await whenFree(centre, 'aoki');
});

test('a route of which nobody is found leaves the customer with the agent', async () => {
  await centre.only('aoki');
  await saveRoute(centre.store.db, { id: 'empty', name: 'Empty', numbers: ['+815031234598'], policy: POLICY, closed: false });
  const id = await talking(centre);
  await invite(centre, id, 'transfer', { routeId: 'empty' });
  await customerIsOnHold(centre, id, true);
  await centre.pass(3 * MINUTE_MS);
  await customerIsOnHold(centre, id, false);
  expect((await centre.events(id)).find(({ type }) => type === 'invitation_ended')?.data).toMatchObject({ end: 'nobody_found' });
});

test('a transfer to a number lets the call go: the agent wraps up while the two talk on, and nobody ends them', async () => {
  await centre.only('aoki');
  const id = await talking(centre);
  await invite(centre, id, 'transfer', { number: OUTSIDE });
  expect(await centre.when(id, ({ status }) => status === 'wrap_up')).toMatchObject({ agent_id: 'aoki', last_outcome: 'answered' });
  await complete(centreWhoseLegsTalk(), id, 'aoki').catch(() => null);
  expect(await centre.leg(id, 'customer-1-1', () => true)).toMatchObject({ let_go: true, progress: 'answered', on_hold: false });
  await hangsUp(centre, id, 'customer-1-1');
  await centre.leg(id, 'target-1-2', (leg) => leg.progress === 'ended');
});

/** Legs that were let go are not waited for. */
function centreWhoseLegsTalk(): Centre {
  return { ...centre, quiet: async () => undefined };
}
