import pino from 'pino';
import { startMatchingLoop } from '../../matching/loop.ts';
import { saveAgent } from '../../store/agent/agents.ts';
import { requestCallback } from '../../store/callback/intake.ts';
import type { Store } from '../../store/open.ts';
import { renewLease, setWish } from '../../store/agent/presence.ts';
import { saveRoute } from '../../store/route/routes.ts';
import type { CallbackClient } from '../../temporal/callbacks.ts';
import { TemporalUnavailable } from '../../temporal/errors.ts';
import { POLICY } from '../workflows/centre.ts';
import { until } from '../start/until.ts';
import { openStore } from '../database.ts';

/** A client whose workflows are gone, away, or there: for injecting failures only. */
function clientThat(answers: () => Promise<'sent' | 'no_workflow'>) {
  const sent: { callbackId: string; signal: string; said: unknown }[] = [];
  const signal: CallbackClient['signal'] = async (definition, callbackId, ...said) => {
    const answer = await answers();
    sent.push({ callbackId, signal: definition.name, said: said[0] });
    return answer;
  };
  return { sent, callbacks: { signal } as CallbackClient };
}

let store: Store;
beforeAll(async () => {
  store = await openStore();
  await saveRoute(store.db, { id: 'billing', name: 'Billing', numbers: [], policy: POLICY, closed: false });
});
beforeEach(async () => {
  await store.db.deleteFrom('reservation').execute();
  await store.db.deleteFrom('outbox').execute();
  await store.db.deleteFrom('callback').execute();
});
afterAll(() => store.close());

let made = 0;

async function queued(): Promise<string> {
  made += 1;
  const { id } = await requestCallback(store.db, {
    routeId: 'billing', number: `+8190123456${made}`, numberHash: `hash-${made}`, name: '', language: null, timeZone: null, kind: 'asap',
    origin: 'api', channel: 'voice', desiredAt: null, windowEndsAt: null, collected: {}, requestKey: null, actor: { type: 'customer' },
  });
  await store.db.updateTable('callback').set({ status: 'queued', due_at: new Date(), started_at: new Date() }).where('id', '=', id).execute();
  return id;
}

async function ready(id: string): Promise<string> {
  await saveAgent(store.db, { id, name: id, endpoint: 'sip:a@example.com', languages: [], mayPhone: true, routeIds: ['billing'] });
  await renewLease(store.db, { agentId: id, tabId: 'tab', leaseMs: 60_000 });
  await setWish(store.db, { agentId: id, channel: 'voice', wish: 'ready', reason: null });
  return id;
}

async function whileMatching(callbacks: CallbackClient, work: () => Promise<void>): Promise<void> {
  const loop = await startMatchingLoop({ store, callbacks, log: pino({ level: 'silent' }) });
  try {
    loop.kick();
    await work();
  } finally {
    await loop.stop();
  }
}

test('a pair is reserved once, and its workflow is asked once', async () => {
  const callbackId = await queued();
  const agentId = await ready('aoki');
  const { sent, callbacks } = clientThat(() => Promise.resolve('sent'));
  await whileMatching(callbacks, async () => {
    await until(() => sent.length > 0);
  });
  expect(sent).toMatchObject([{ callbackId, signal: 'reserved', said: { agentId, preview: false, offerTimeoutMs: POLICY.offerTimeoutMs } }]);
  expect(await store.db.selectFrom('outbox').selectAll().execute()).toEqual([]);
});

test('racing matches make no pair twice, and lose none', async () => {
  for (let n = 0; n < 20; n += 1) await queued();
  for (let n = 0; n < 20; n += 1) await ready(`agent-${n}`);
  const { sent, callbacks } = clientThat(() => Promise.resolve('sent'));
  await whileMatching(callbacks, () => whileMatching(callbacks, async () => {
    await until(() => sent.length >= 20);
  }));
  expect(new Set(sent.map((one) => one.callbackId)).size).toBe(20);
  const live = await store.db.selectFrom('reservation').select('agent_id').where('released_at', 'is', null).execute();
  expect(new Set(live.map((one) => one.agent_id)).size).toBe(20);
});

test('a message that cannot be sent is kept, and sent when the workflows are back', async () => {
  await queued();
  await ready('aoki');
  let isAway = true;
  const { sent, callbacks } = clientThat(() => (isAway ? Promise.reject(new TemporalUnavailable(null)) : Promise.resolve('sent')));
  await whileMatching(callbacks, async () => {
    await until(async () => (await store.db.selectFrom('outbox').select('tries').execute()).some((message) => message.tries > 0));
    isAway = false;
    await until(() => sent.length === 1);
  });
});

test('a callback whose workflow is gone is to be started anew, and holds no agent meanwhile', async () => {
  const callbackId = await queued();
  await ready('aoki');
  const { sent, callbacks } = clientThat(() => Promise.resolve('no_workflow'));
  await whileMatching(callbacks, async () => {
    await until(() => sent.length > 0);
    await until(async () => (await store.db.selectFrom('outbox').select('id').execute()).length === 0);
  });
  expect(sent).toHaveLength(1);
  const row = await store.db.selectFrom('callback').selectAll().where('id', '=', callbackId).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ generation: 2, started_at: null });
  expect(await store.db.selectFrom('reservation').select('id').where('released_at', 'is', null).execute()).toEqual([]);
});

test('the workflow of an offer whose agent has gone is told once, however long it takes to answer', async () => {
  const callbackId = await queued();
  const agentId = await ready('aoki');
  const { sent, callbacks } = clientThat(() => Promise.resolve('sent'));
  await whileMatching(callbacks, async () => {
    await until(() => sent.length === 1);
    const { reservationId } = Object(sent[0]?.said) as { reservationId: string };
    await store.db.updateTable('callback').set({ status: 'offered', agent_id: agentId, reservation_id: reservationId }).where('id', '=', callbackId).execute();
    await store.db.updateTable('reservation').set({ confirmed_at: new Date() }).execute();
    await store.db.deleteFrom('agent_lease').execute();
    await until(() => sent.some((one) => one.signal === 'agentGone'));
    const told = sent.length;
    // A later pair shows that rounds have gone by since.
    await ready('mori');
    const other = await queued();
    await until(() => sent.some((one) => one.callbackId === other));
    expect(sent.filter((one) => one.signal === 'agentGone')).toHaveLength(1);
    expect(told).toBe(2);
  });
});
