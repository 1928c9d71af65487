import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Sandbox } from '../../../sandbox/sandbox.ts';
import { startSandbox } from '../../../sandbox/sandbox.ts';
import type { Store } from '../../../store/open.ts';
import type { LegRequest, Telephony } from '../../../telephony/port.ts';
import { createTwilioTelephony } from '../../../telephony/twilio/index.ts';
import { until } from '../../activities/network.ts';
import { givenLeg, LABEL, legIn, told } from './legs-support.ts';
import { appOf, CUSTOMER, givenRoute, ROUTE_NUMBER, twilioAccount } from './support.ts';
import { openStore } from '../../database.ts';

/*
 * Our client and our webhooks with a telephone network between them that shares nothing with either. It notes as warnings what
 * Twilio would ignore in silence, and as alerts what it could not run.
 */

const TOKEN = 'sandbox token';
const AGENT_LABEL = 'agent-1-1';
let store: Store;
let sandbox: Sandbox;
let server: Server;
let telephony: Telephony;

beforeAll(async () => {
  store = await openStore();
  const timings = { connectMs: 5, ringMs: 10, talkMs: 200, greetingMs: 60, detectionMs: 20, characterMs: 0, secondMs: 200 };
  sandbox = await startSandbox({ authToken: TOKEN, callsPerSecond: 100, timings });
  server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const publicUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const log = { info: () => undefined, warn: () => undefined };
  telephony = createTwilioTelephony({ accountSid: sandbox.accountSid, authToken: TOKEN, baseUrl: sandbox.url, publicUrl, log });
  server.on('request', appOf({ store, telephony, config: { publicUrl, numberHashKey: Buffer.alloc(32), twilio: twilioAccount(TOKEN) } }));
  sandbox.addNumber(ROUTE_NUMBER, { voiceUrl: `${publicUrl}/twilio/voice/incoming` });
});
afterAll(async () => {
  // The network lives until everything it has said is answered: nothing may be asked of a database that is closed.
  server.close();
  await once(server, 'close');
  await sandbox.stop();
  await store.close();
});

interface CallView {
  readonly sid: string;
  readonly status: string;
  readonly waitingFor: object | null;
  readonly transcript: readonly { readonly text: string }[];
}

async function control<T>(path: string, body?: object): Promise<T> {
  const init = body && { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
  return (await fetch(`${sandbox.url}/sandbox${path}`, init)).json() as Promise<T>;
}

/** What Twilio would have complained of, aloud or in silence. */
async function complaints(): Promise<unknown[]> {
  const { entries } = await control<{ entries: { kind: string; warnings?: unknown[]; status?: number | null }[] }>('/journal');
  const refused = (status: number | null | undefined) => typeof status !== 'number' || status >= 300;
  return entries.filter(({ kind, warnings = [], status }) => kind === 'alert' || warnings.length > 0 || refused(status));
}

function legRequest(callbackId: string, more: Partial<LegRequest>): LegRequest {
  const shared = { attempt: 1, from: ROUTE_NUMBER, ringTimeoutS: 20, timeLimitS: 3600, language: 'en', conference: `callback-${callbackId}-1` };
  return { callbackId, label: LABEL, role: 'customer', to: '+14155550101', machineDetection: true, ...shared, ...more };
}

async function placeCustomer(callbackId: string, more: Partial<LegRequest> = {}) {
  const { deadline_at, attempt } = await legIn(store, callbackId);
  const agent = { callback_id: callbackId, label: AGENT_LABEL, attempt, role: 'agent', state: 'posting', deadline_at } as const;
  await store.db.insertInto('leg').values(agent).execute();
  const placed = await telephony.placeLeg(legRequest(callbackId, { label: AGENT_LABEL, role: 'agent', to: 'client:alice', machineDetection: false }));
  if (placed.result !== 'placed') throw new Error(placed.reason);
  await until(async () => (await legIn(store, callbackId, AGENT_LABEL)).joined_at);
  return telephony.placeLeg(legRequest(callbackId, { conference: placed.conferenceSid, ...more }));
}

test('a caller keys a request through the IVR', async () => {
  await givenRoute(store);
  const { sid } = await control<CallView>('/calls', { from: CUSTOMER, to: ROUTE_NUMBER });
  const read = () => control<CallView>(`/calls/${sid}`);
  for (const question of ['Your telephone number is', 'When should we call?']) {
    await until(async () => {
      const { waitingFor, transcript } = await read();
      return waitingFor && transcript.some(({ text }) => text.includes(question));
    });
    await control(`/calls/${sid}/digits`, { digits: '1' });
  }
  const call = await until(async () => {
    const view = await read();
    return view.status === 'completed' && view;
  });
  const said = call.transcript.map(({ text }) => text).join(' ');
  expect(said).toContain('0 9 0, 1 2 3 4, 5 6 7 8');
  expect(said).toContain('as soon as one of us is free');
  expect(await store.db.selectFrom('callback').select('number').where('request_key', '=', sid).execute()).toEqual([{ number: CUSTOMER }]);
  expect(await complaints()).toEqual([]);
});

test('agent and customer meet in one conference, and hanging up ends it', async () => {
  const callback = await givenLeg(store, 'posting');
  const placed = await placeCustomer(callback);
  if (placed.result !== 'placed') throw new Error(placed.reason);
  await until(async () => (await legIn(store, callback)).joined_at);
  await until(async () => (await legIn(store, callback)).answered_by === 'human');
  expect(await telephony.fetchLeg(placed.callSid)).toMatchObject({ progress: 'answered', end: null });
  await telephony.endCall(placed.callSid);
  const leg = await until(async () => {
    const row = await legIn(store, callback);
    return row.progress === 'ended' && row.left_at !== null && row;
  });
  expect(leg).toMatchObject({ state: 'placed', call_sid: placed.callSid, conference_sid: placed.conferenceSid, call_end: 'completed' });
  await until(async () => (await legIn(store, callback, AGENT_LABEL)).progress === 'ended');
  const facts = (await told(store, callback)).map((message) => JSON.stringify(message));
  expect(facts.filter((fact) => fact.includes(LABEL) && fact.includes('"answered"'))).toHaveLength(1);
  await telephony.endCall(placed.callSid);
  await telephony.endConference(placed.conferenceSid);
  expect(await complaints()).toEqual([]);
});

test('a machine is told to the workflow', async () => {
  const callback = await givenLeg(store, 'posting');
  const placed = await placeCustomer(callback, { to: '+14155550130' });
  await until(async () => JSON.stringify(await told(store, callback)).includes('machine'));
  if (placed.result === 'placed') await telephony.endConference(placed.conferenceSid);
  expect(await complaints()).toEqual([]);
});

test('a leg whose answer was lost is found by its label while it rings, and by its number when it is over', async () => {
  const callback = await givenLeg(store, 'posting');
  await control('/faults', { method: 'POST', pathPattern: '/Conferences/CF.*/Participants', times: 1, kind: 'reset_after_processing' });
  const since = new Date().toISOString();
  const to = '+14155550190';
  expect(await placeCustomer(callback, { to })).toMatchObject({ result: 'unknown' });
  const lost = { conference: `callback-${callback}-1`, label: LABEL, to, from: ROUTE_NUMBER, since };
  const found = await until(() => telephony.findLeg(lost));
  expect(found).toMatchObject({ end: null, conferenceSid: expect.stringMatching(/^CF/) });
  await telephony.endCall(found.callSid);
  await until(async () => (await legIn(store, callback)).progress === 'ended');
  expect(await telephony.findLeg(lost)).toMatchObject({ callSid: found.callSid, progress: 'ended', end: 'cancelled' });
});

test('a label in use leaves open whether it rings: this very leg was taken before', async () => {
  const callback = await givenLeg(store, 'posting');
  const first = await placeCustomer(callback, { to: '+14155550190' });
  if (first.result !== 'placed') throw new Error(first.reason);
  const again = await telephony.placeLeg(legRequest(callback, { to: '+14155550190', conference: first.conferenceSid }));
  expect(again).toMatchObject({ result: 'unknown', reason: expect.stringContaining('16026') });
  await telephony.endConference(first.conferenceSid);
});
