import { Worker } from '@temporalio/worker';
import { sql } from 'kysely';
import { nextStep } from '../../domain/call/call.ts';
import { bundleParts } from '../../temporal/data-converter.ts';
import { acceptUpdate, cancelUpdate, hangUpUpdate, holdUpdate, rescheduleUpdate, workflowIdOf } from '../../workflows/messages.ts';
import { DAY_MS, accept, fromNow, offeredTo, user } from './acts.ts';
import type { Centre } from './centre.ts';
import { openCentre, workflowBundle } from './centre.ts';
import { customerIsOnHold, talking } from './in-call.ts';

/*
 * Accept and Hold ask for a request to the network at once: the step is written by the request, not before it.
 */

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre({}, []);
});
beforeEach(() => centre.only('aoki'));
afterEach(() => centre.clear());
afterAll(() => centre.close());

const AGENT = 'agent-1-1';
const typesOf = async (id: string) => (await centre.events(id)).map(({ type }) => type);

/** What the workflow wrote itself, and what it asked for, in their order; `+` where the request took a step along. */
async function historyOf(id: string): Promise<string[]> {
  const { events } = await centre.client.workflow.getHandle(workflowIdOf(id)).fetchHistory();
  return (events ?? []).flatMap(({ markerRecordedEventAttributes: marker, activityTaskScheduledEventAttributes: activity }) => {
    if (marker) return ['written'];
    const asked = Buffer.from(activity?.input?.payloads?.[0]?.data ?? []).toString();
    return activity ? [`${activity.activityType?.name}${asked.includes('"step":') ? '+' : ''}`] : [];
  });
}

/** The network takes its time to answer the next request for a telephone. */
const slowNetwork = () => centre.control('POST', '/faults', { method: 'POST', pathPattern: '/Participants', times: 1, kind: 'delay', delayMs: 1_000 });

/** The store fails the next time that a row of the table is written, as if the connection had broken. */
async function failOnce(table: 'leg' | 'callback_event'): Promise<void> {
  const { db } = centre.store;
  await sql`create sequence failing`.execute(db);
  await sql`create function fail_once() returns trigger language plpgsql as $$ begin if nextval('failing') = 1 then raise exception 'broken'; end if; return new; end $$`.execute(db);
  await sql`create trigger fails before insert on ${sql.table(table)} for each row execute function fail_once()`.execute(db);
}

async function failNoMore(): Promise<void> {
  await sql`drop function fail_once cascade`.execute(centre.store.db);
  await sql`drop sequence failing`.execute(centre.store.db);
}

test('accepting is written by the request for the agent’s telephone, and by nothing before it', async () => {
  const id = await centre.request('00');
  await accept(centre, id, 'aoki');
  await centre.leg(id, AGENT, ({ state }) => state === 'placed');
  expect(await historyOf(id)).toEqual(['written', 'written', 'written', 'placeLeg+']);
  expect(await typesOf(id)).toEqual(['requested', 'due_planned', 'queued', 'offered', 'offer_accepted', 'attempt_started']);
});

test('today’s code takes the same turns again', async () => {
  const id = await talking(centre);
  await centre.callbacks.update(holdUpdate, id, { actor: user('aoki'), attempt: 1, hold: true });
  await customerIsOnHold(centre, id, true);
  await centre.callbacks.update(hangUpUpdate, id, { actor: user('aoki'), attempt: 1 });
  await centre.when(id, ({ status }) => status === 'wrap_up');
  const history = await centre.client.workflow.getHandle(workflowIdOf(id)).fetchHistory();
  const options = { workflowBundle: await workflowBundle(), dataConverter: { failureConverterPath: bundleParts.failureConverterPath } };
  await Worker.runReplayHistory(options, history, workflowIdOf(id));
});

test('accepting is answered, and shows, before the network has answered', async () => {
  await slowNetwork();
  const id = await centre.request('00');
  await accept(centre, id, 'aoki');
  await centre.when(id, ({ status }) => status === 'dialling');
  expect(await centre.leg(id, AGENT, () => true)).toMatchObject({ state: 'posting' });
  await centre.when(id, ({ status }) => status === 'connected');
});

test('what is decided while the network is asked is written at once, above what the request has written, and nothing twice', async () => {
  await slowNetwork();
  const id = await centre.request('00');
  await accept(centre, id, 'aoki');
  await centre.leg(id, AGENT, ({ state }) => state === 'posting');
  await centre.callbacks.update(rescheduleUpdate, id, { actor: user('aoki'), at: await fromNow(centre, DAY_MS), windowEndsAt: null, staysWithAgent: true });
  expect((await typesOf(id)).slice(-3)).toEqual(['offer_accepted', 'attempt_started', 'rescheduled']);
  expect(await centre.leg(id, AGENT, () => true)).toMatchObject({ state: 'posting' });
  await centre.when(id, ({ status }) => status === 'connected');
  expect((await typesOf(id)).slice(-5)).toEqual(['offer_accepted', 'attempt_started', 'rescheduled', 'agent_answered', 'connected']);
});

test('cancelling right after accepting finds the telephone that rings, or will, and ends it', async () => {
  await slowNetwork();
  const id = await centre.request('00');
  await accept(centre, id, 'aoki');
  await centre.callbacks.update(cancelUpdate, id, { actor: user('mori'), reason: null });
  await centre.when(id, ({ status }) => status === 'cancelled');
  const leg = await centre.leg(id, AGENT, ({ settled_at }) => settled_at !== null);
  expect(['void', 'placed']).toContain(leg.state);
  expect(await centre.row(id)).toMatchObject({ attempts_placed: 0 });
});

test('cancelling while the accepting is on its way leaves nothing ringing, or about to', async () => {
  const id = await centre.request('00');
  const offerId = await offeredTo(centre, id, 'aoki');
  const workflow = centre.client.workflow.getHandle(workflowIdOf(id));
  await workflow.executeUpdate(acceptUpdate, { args: [{ offerId, agentId: 'aoki' }] });
  await workflow.executeUpdate(cancelUpdate, { args: [{ actor: user('mori'), reason: null }] });
  await centre.when(id, ({ status }) => status === 'cancelled');
  await centre.quiet(id);
  expect((await typesOf(id)).slice(-4)).toEqual(['offer_accepted', 'attempt_started', 'attempt_ended', 'cancelled']);
});

test('what the request could not write is written without it, and the telephone is asked for again', async () => {
  await failOnce('leg');
  const id = await centre.request('00');
  await accept(centre, id, 'aoki');
  await centre.when(id, ({ status }) => status === 'connected');
  await failNoMore();
  expect((await typesOf(id)).slice(-4)).toEqual(['offer_accepted', 'attempt_started', 'agent_answered', 'connected']);
});

test('holding is written by the request to the network; where that fails to write it, by the workflow', async () => {
  const id = await talking(centre);
  for (const hold of [true, false]) {
    await centre.when(id, ({ call }) => call !== null && nextStep(call) === null);
    await centre.callbacks.update(holdUpdate, id, { actor: user('aoki'), attempt: 1, hold });
    await customerIsOnHold(centre, id, hold);
  }
  expect(await historyOf(id)).toContain('control+');
  await centre.when(id, ({ call }) => call !== null && nextStep(call) === null);
  await failOnce('callback_event');
  await centre.callbacks.update(holdUpdate, id, { actor: user('aoki'), attempt: 1, hold: true });
  await customerIsOnHold(centre, id, true);
  await failNoMore();
  expect((await typesOf(id)).slice(-3)).toEqual(['held', 'resumed', 'held']);
});
