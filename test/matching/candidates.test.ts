import { randomUUID } from 'node:crypto';
import type { RoutePolicy } from '../../domain/route.ts';
import { SYSTEM } from '../../domain/words.ts';
import { readyAgents, waitingFor } from '../../matching/candidates.ts';
import { writeAgents } from '../../store/agent/agents.ts';
import { assign } from '../../store/callback/callbacks.ts';
import { requestCallback } from '../../store/callback/intake.ts';
import type { Store } from '../../store/open.ts';
import { renewLease, setWish } from '../../store/agent/presence.ts';
import { makeRoute, wanted } from '../store/world.ts';
import { openStore } from '../database.ts';

/** Who may have a callback now, by its assignee, its route, and what became of its offers. */

let store: Store;
beforeAll(async () => {
  store = await openStore();
});
afterAll(() => store.close());

const MINUTE_MS = 60_000;

async function desk(policy: Partial<RoutePolicy> = {}) {
  const routeId = await makeRoute(store, policy);
  const person = async (id: string, more: { endpoint?: string | null; mayPhone?: boolean; routeIds?: string[]; disabled?: boolean } = {}) => {
    await writeAgents(store.db, [{ id, name: id, endpoint: 'client:a', languages: [], mayPhone: true, routeIds: [routeId], ...more }]);
    return id;
  };
  const ready = async (id: string) => {
    await renewLease(store.db, { agentId: await person(id), tabId: 'tab', leaseMs: MINUTE_MS });
    await setWish(store.db, { agentId: id, channel: 'voice', wish: 'ready', reason: null });
    return id;
  };
  const queued = async (assigneeId: string | null, dueAgoMs = MINUTE_MS) => {
    const { id } = await requestCallback(store.db, wanted(routeId));
    const due = new Date(Date.now() - dueAgoMs);
    await store.db.updateTable('callback').set({ status: 'queued', due_at: due, started_at: due }).where('id', '=', id).execute();
    if (assigneeId !== null) await assign(store.db, { callbackId: id, agentId: assigneeId, distributor: 'admin', actor: SYSTEM });
    return id;
  };
  const turnedDown = async (callbackId: string, agentId: string, end: 'rejected' | 'missed' | 'withdrawn') => {
    const now = new Date();
    const row = { id: randomUUID(), callback_id: callbackId, agent_id: agentId, purpose: 'offer', offer_end: end, offer_ended_at: now, released_at: now } as const;
    await store.db.insertInto('reservation').values(row).execute();
  };
  /** What the agents who are Ready now could be offered of this route: whether it is its assignee's alone. */
  const candidates = async (limit = 500) => {
    const agents = (await readyAgents(store.db)).filter(({ serves }) => serves.has(`${routeId}/voice`));
    return (await waitingFor(store.db, agents, limit)).map(({ callbackId, assigneeAlone }) => ({ callbackId, assigneeAlone }));
  };
  return { routeId, person, ready, queued, turnedDown, candidates };
}

test('what is assigned waits for its assignee, and is nobody else’s while the route says so', async () => {
  const { person, ready, queued, candidates } = await desk({ assigneeAloneMs: null });
  const [id, anybodys] = [await queued(await person('absent-1')), await queued(null)];
  await ready('here-1');
  expect(await candidates()).toEqual([{ callbackId: anybodys, assigneeAlone: false }]);
  await ready('absent-1');
  expect(await candidates()).toContainEqual({ callbackId: id, assigneeAlone: true });
});

test('after the route’s time it is the other agents’ as well', async () => {
  const { person, ready, queued, candidates } = await desk({ assigneeAloneMs: 2 * MINUTE_MS });
  const absent = await person('absent-2');
  await queued(absent, MINUTE_MS);
  const overdue = await queued(absent, 3 * MINUTE_MS);
  await ready('here-2');
  expect(await candidates()).toEqual([{ callbackId: overdue, assigneeAlone: false }]);
});

test.each([
  ['has left the route', { routeIds: [] }],
  ['may not phone any more', { mayPhone: false }],
  ['has no telephone any more', { endpoint: null }],
  ['may not sign in any more', { disabled: true }],
])('an assignee who %s holds nothing up: the others may have it', async (why, change) => {
  const { person, ready, queued, candidates } = await desk({ assigneeAloneMs: null });
  const gone = `gone ${why}`;
  const id = await queued(await person(gone));
  await ready(`here ${why}`);
  expect(await candidates()).toEqual([]);
  await person(gone, change);
  expect(await candidates()).toEqual([{ callbackId: id, assigneeAlone: false }]);
});

describe('an assignee who turned it down', () => {
  const toOthers = { to: 'another_agent' } as const;
  test.each([
    ['rejected', { afterRejectedOffer: toOthers }, false],
    ['missed', { afterMissedOffer: toOthers }, false],
    ['missed', { afterRejectedOffer: toOthers }, true],
    ['rejected', { afterMissedOffer: toOthers }, true],
    ['rejected', {}, true],
    ['withdrawn', { afterRejectedOffer: toOthers, afterMissedOffer: toOthers }, true],
    ['rejected', { afterRejectedOffer: { to: 'route', routeId: 'gone' } }, false],
  ] as const)('by an offer that was %s, with %j, has it alone still: %s', async (end, policy, alone) => {
    const { ready, queued, turnedDown, candidates } = await desk({ ...policy, assigneeAloneMs: null });
    const assignee = await ready(`assignee-${randomUUID()}`);
    const id = await queued(assignee);
    await turnedDown(id, assignee, end);
    expect(await candidates()).toEqual([{ callbackId: id, assigneeAlone: alone }]);
  });

  test('has it alone again once it is distributed to them anew, and not because another turned it down', async () => {
    const { person, ready, queued, turnedDown, candidates } = await desk({ afterRejectedOffer: toOthers, assigneeAloneMs: null });
    const [assignee, other] = [await ready('assignee-3'), await person('other-3')];
    const id = await queued(assignee);
    await turnedDown(id, other, 'rejected');
    expect(await candidates()).toEqual([{ callbackId: id, assigneeAlone: true }]);
    await turnedDown(id, assignee, 'rejected');
    expect(await candidates()).toEqual([{ callbackId: id, assigneeAlone: false }]);
    await assign(store.db, { callbackId: id, agentId: assignee, distributor: 'another admin', actor: SYSTEM });
    expect(await candidates()).toEqual([{ callbackId: id, assigneeAlone: true }]);
  });
});

test('however much waits for an agent who is away, the others are offered what is theirs', async () => {
  const { person, ready, queued, candidates } = await desk({ assigneeAloneMs: null });
  const absent = await person('absent-4');
  for (let n = 0; n < 5; n += 1) await queued(absent, 60 * MINUTE_MS);
  const late = await queued(null, 0);
  await ready('here-4');
  expect(await candidates(3)).toEqual([{ callbackId: late, assigneeAlone: false }]);
});
