import { jest } from '@jest/globals';
import pg from 'pg';
import { TemporalUnavailable } from '../../temporal/errors.ts';
import { completeUpdate, hangUpUpdate } from '../../workflows/messages.ts';
import { asksFor } from './gate.ts';
import type { Installation } from './installation.ts';
import { openInstallation } from './installation.ts';
import { eventually } from './line.ts';

jest.setTimeout(120_000);

const AGENT = 'agent-1-1';
const CUSTOMER = 'customer-1-1';
/** Longer than anything that was posted can still ring. */
const WINDOW_MS = 180_000;

let ringback: Installation;
const killedWhile = { agentAnswer: '', customerAnswer: '', request: '', intended: '', talking: '' };

/**
 * One worker, five callbacks, each where a kill could hurt it; then `kill -9`, and a new worker. What became of each is told by the
 * tests.
 */
beforeAll(async () => {
  ringback = await openInstallation();
  const { gate } = ringback;

  killedWhile.talking = await ringback.accepted('+819012340001');
  await ringback.when(killedWhile.talking, ({ status }) => status === 'connected');

  const customerAnswer = gate.holdAnswer(asksFor('customer'));
  killedWhile.customerAnswer = await ringback.accepted('+819012340002');
  await customerAnswer;

  const customerRequest = gate.holdRequest(asksFor('customer'));
  killedWhile.request = await ringback.accepted('+819012340003');
  const request = await customerRequest;

  const agentAnswer = gate.holdAnswer(asksFor('agent'));
  killedWhile.agentAnswer = await ringback.accepted('+819012340004');
  await agentAnswer;

  const slowAgent = gate.holdAnswer(asksFor('agent'));
  killedWhile.intended = await ringback.accepted('+819012340005');
  const agentAnswered = await slowAgent;
  const slots = await lockSlots();
  agentAnswered.letGo();
  await slots.untilAsked();
  await ringback.parts.worker.kill();
  await slots.unlock();

  request.lose();
  await ringback.parts.worker.start();
});
afterAll(() => ringback?.close());

/** Holds the account's slots, so that whoever asks for leave to post waits in the database. */
async function lockSlots() {
  const client = new pg.Client(ringback.databaseUrl);
  await client.connect();
  // What PostgreSQL tells of its activity stays the same within a transaction: somebody else has to look.
  const watcher = new pg.Client(ringback.databaseUrl);
  await watcher.connect();
  await client.query('begin');
  await client.query('select 1 from telephone_account for update');
  const { rows: [holder] } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const waiting = 'select 1 from pg_stat_activity where $1 = any (pg_blocking_pids(pid))';
  return {
    untilAsked: () => eventually(async () => (await watcher.query(waiting, [holder?.pid])).rowCount, (count) => count !== null && count > 0),
    async unlock() {
      await client.query('rollback');
      await client.end();
      await watcher.end();
    },
  };
}

/** Until Temporal has given up on the worker that is gone, nobody answers: then one asks again, as people do. */
async function hangUp(id: string): Promise<boolean> {
  try {
    await ringback.callbacks.update(hangUpUpdate, id, { actor: { type: 'user', id: 'somebody' }, attempt: 1 });
    return true;
  } catch (error) {
    if (error instanceof TemporalUnavailable) return false;
    throw error;
  }
}

async function goesOnToItsEnd(id: string): Promise<void> {
  const actor = { type: 'user', id: 'somebody' } as const;
  await ringback.when(id, ({ status }) => status === 'connected');
  await eventually(() => hangUp(id), (done) => done);
  await ringback.when(id, ({ status }) => status === 'wrap_up');
  await ringback.callbacks.update(completeUpdate, id, { actor, disposition: 'resolved', effect: 'end' });
  expect(await ringback.row(id)).toMatchObject({ status: 'completed', attempt: 1, attempts_placed: 1, last_outcome: 'answered' });
  expect(await ringback.rings(id, 'agent')).toHaveLength(1);
  expect(await ringback.rings(id, 'customer')).toHaveLength(1);
  expect(await ringback.farEnd.placed(id)).toEqual([AGENT, CUSTOMER]);
  const ends = ringback.store.db.selectFrom('callback_event').select('type').where('callback_id', '=', id).where('type', '=', 'completed');
  expect(await ends.execute()).toHaveLength(1);
}

describe('a worker is killed', () => {
  test('…while the customer talks: the call goes on, and ends once', () => goesOnToItsEnd(killedWhile.talking));

  test('…between the request for the customer’s leg and its answer: the customer is rung once, and the callback goes on', () =>
    goesOnToItsEnd(killedWhile.customerAnswer));

  test('…between the request for the agent’s leg and its answer: both are rung once, and the callback goes on', () =>
    goesOnToItsEnd(killedWhile.agentAnswer));

  test('…before leave to post was given: the leg is still intended, the next worker posts it, and the customer is rung once', () =>
    goesOnToItsEnd(killedWhile.intended));

  test('…and its request with it: the customer is not rung, not asked for again, and after the window the attempt is unknown', async () => {
    const id = killedWhile.request;
    const posted = await ringback.whenLeg(id, CUSTOMER, ({ state }) => state === 'posting' || state === 'unknown');
    const earlier = new Date((posted.posted_at?.getTime() ?? 0) - WINDOW_MS);
    await ringback.store.db.updateTable('leg').set({ posted_at: earlier }).where('callback_id', '=', id).where('label', '=', CUSTOMER).execute();
    expect(await ringback.when(id, ({ status }) => status === 'wrap_up')).toMatchObject({ last_outcome: 'unknown', attempt: 1, attempts_placed: 1 });
    expect(await ringback.rings(id, 'customer')).toEqual([]);
    expect(ringback.gate.passed.filter(asksFor('customer', id))).toHaveLength(1);
  });
});

test('two callbacks of two routes to one number never ring it at once, and each rings it once', async () => {
  const number = '+819012340050';
  const ids = await Promise.all([ringback.accepted(number, 'billing'), ringback.accepted(number, 'support')]);
  for (const id of ids) await ringback.when(id, ({ status }) => status === 'wrap_up');
  const [first, second, ...more] = await ringback.farEnd.callsTo(number);
  expect(more).toEqual([]);
  expect(first?.endedAt).toBeTruthy();
  expect(Date.parse(second?.createdAt ?? '')).toBeGreaterThanOrEqual(Date.parse(first?.endedAt ?? ''));
});
