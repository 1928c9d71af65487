import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ABSENT, BUSY, CUSTOMER, eventually, HURRIED, MACHINE, MANUAL, OWN, REJECTING, startWorld, UNREACHABLE } from './support.ts';
import type { World } from './support.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const EVERY_EVENT = ['initiated', 'ringing', 'answered', 'completed'];

function dial(to: string, extra: Record<string, unknown> = {}) {
  const { client, receiver } = world;
  return client.calls.create({
    to, from: OWN, url: `${receiver.url}/twiml`, statusCallback: `${receiver.url}/status`, statusCallbackEvent: EVERY_EVENT, ...extra,
  });
}

const ended = (sid: string) =>
  eventually(async () => {
    const call = await world.client.calls(sid).fetch();
    return call.endTime === null ? undefined : call;
  });

describe('a call made by REST', () => {
  test('is queued at first, with every field that Twilio documents', async () => {
    const { status, body } = await world.rest('POST', '/Calls.json', { To: CUSTOMER, From: OWN, Twiml: '<Response/>' });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      sid: expect.stringMatching(/^CA[0-9a-f]{32}$/), status: 'queued', direction: 'outbound-api', to: CUSTOMER, from: OWN,
      to_formatted: '(415) 555-0101', queue_time: '0', api_version: '2010-04-01', start_time: null, end_time: null, duration: null,
      answered_by: null, parent_call_sid: null, date_created: expect.stringMatching(/^\w{3}, \d{2} \w{3} \d{4} [\d:]{8} \+0000$/),
      phone_number_sid: expect.stringMatching(/^PN/), account_sid: world.sandbox.accountSid,
    });
    expect(body['subresource_uris']).toMatchObject({ recordings: expect.stringMatching(/\/Recordings\.json$/), events: expect.any(String), notifications: expect.any(String) });
  });

  test('tells the subscribed events in order, signed, numbered from 0, with all parameters', async () => {
    const call = await dial(CUSTOMER);
    const hits = await world.receiver.until(4, ({ path }) => path === '/status');
    expect(hits.map(({ parameters }) => parameters['CallStatus'])).toEqual(['initiated', 'ringing', 'in-progress', 'completed']);
    expect(hits.map(({ parameters }) => parameters['SequenceNumber'])).toEqual(['0', '1', '2', '3']);
    expect(hits.every(({ signed }) => signed)).toBe(true);
    expect(hits[3]?.parameters).toMatchObject({
      CallSid: call.sid, AccountSid: world.sandbox.accountSid, From: OWN, To: CUSTOMER, Caller: OWN, Called: CUSTOMER, Direction: 'outbound-api',
      ApiVersion: '2010-04-01', CallbackSource: 'call-progress-events', ToCountry: 'US', SipResponseCode: '200',
      CallDuration: expect.stringMatching(/^\d+$/), Duration: expect.stringMatching(/^\d+$/), Timestamp: expect.stringMatching(/\+0000$/),
    });
    expect(hits[0]?.parameters).not.toHaveProperty('CallDuration');
  });

  test('tells only completed when nothing is subscribed', async () => {
    const { client, receiver } = world;
    await client.calls.create({ to: CUSTOMER, from: OWN, twiml: '<Response/>', statusCallback: `${receiver.url}/only` });
    await receiver.until(1, ({ path, parameters }) => path === '/only' && parameters['CallStatus'] === 'completed');
    expect(receiver.hits.filter(({ path }) => path === '/only')).toHaveLength(1);
  });

  test.each([
    ['busy', BUSY, 'busy', '486'],
    ['absent', ABSENT, 'no-answer', '487'],
    ['unreachable', UNREACHABLE, 'failed', '503'],
    ['declining', REJECTING, 'busy', '603'],
  ])('to a person who is %s ends so, unanswered', async (_kind, to, status, sip) => {
    const { sid } = await dial(to, { timeout: 5 });
    expect((await ended(sid)).status).toBe(status);
    const [last] = await world.receiver.until(1, ({ path, parameters }) => path === '/status' && parameters['CallStatus'] === status);
    expect(last?.parameters).toMatchObject({ SipResponseCode: sip, CallDuration: '0' });
    expect(world.receiver.hits.some(({ path }) => path === '/twiml')).toBe(false);
  });

  test('to a hurried person is hung up by that person', async () => {
    world.receiver.reply('/twiml', '<Response><Pause length="600"/></Response>');
    const { sid } = await dial(HURRIED);
    expect((await ended(sid)).status).toBe('completed');
  });

  test.each(['client:agent_10', 'client:agent_x?callback=c1&leg=agent-1-20', 'sip:desk10@pbx.example.com:40'])('to %s is answered, whatever it ends in', async (to) => {
    world.receiver.reply('/twiml', '<Response><Hangup/></Response>');
    const { sid } = await dial(to);
    expect(await ended(sid)).toMatchObject({ status: 'completed', to: to.split('?')[0] });
  });

  test('rings at a manual telephone until somebody answers or declines', async () => {
    const { sid } = await dial(MANUAL);
    await eventually(async () => ((await world.control('GET', `/calls/${sid}`))['awaitsDecision'] ? true : undefined));
    await world.control('POST', `/calls/${sid}/answer`);
    expect((await ended(sid)).status).toBe('completed');
    const second = await dial(MANUAL);
    await eventually(async () => ((await world.control('GET', `/calls/${second.sid}`))['awaitsDecision'] ? true : undefined));
    await world.control('POST', `/calls/${second.sid}/decline`);
    expect((await ended(second.sid)).status).toBe('busy');
  });

  test('is ended by its time limit', async () => {
    const { sid } = await dial(CUSTOMER, { twiml: '<Response><Pause length="600"/></Response>', url: undefined, timeLimit: 3 });
    const call = await ended(sid);
    expect(call.status).toBe('completed');
    expect(Number(call.duration)).toBeGreaterThanOrEqual(3);
  });
});

describe('answering machine detection', () => {
  test.each([
    [CUSTOMER, 'Enable', 'human'],
    [MACHINE, 'Enable', 'machine_start'],
    [MACHINE, 'DetectMessageEnd', 'machine_end_beep'],
  ])('of %s in mode %s says %s to the TwiML URL', async (to, machineDetection, answeredBy) => {
    const { sid } = await dial(to, { machineDetection });
    const [hit] = await world.receiver.until(1, ({ path }) => path === '/twiml');
    expect(hit?.parameters).toMatchObject({ AnsweredBy: answeredBy, MachineDetectionDuration: expect.stringMatching(/^\d+$/), CallStatus: 'in-progress' });
    expect((await world.client.calls(sid).fetch()).answeredBy).toBe(answeredBy);
    const [completed] = await world.receiver.until(1, ({ parameters }) => parameters['CallStatus'] === 'completed');
    expect(completed?.parameters['AnsweredBy']).toBe(answeredBy);
  });

  test('in the background does not hold the call up', async () => {
    const { receiver } = world;
    receiver.reply('/twiml', '<Response><Pause length="600"/></Response>');
    await dial(MACHINE, {
      machineDetection: 'DetectMessageEnd', asyncAmd: 'true', asyncAmdStatusCallback: `${receiver.url}/amd`,
    });
    const [twiml] = await receiver.until(1, ({ path }) => path === '/twiml');
    expect(twiml?.parameters).not.toHaveProperty('AnsweredBy');
    const [amd] = await receiver.until(1, ({ path }) => path === '/amd');
    expect(amd).toMatchObject({ signed: true, parameters: { AnsweredBy: 'machine_end_beep' } });
  });
});

describe('changing a call', () => {
  test('cancels one that rings, and its final status is canceled', async () => {
    const { sid } = await dial(ABSENT);
    await world.receiver.until(1, ({ parameters }) => parameters['CallStatus'] === 'ringing');
    expect((await world.client.calls(sid).update({ status: 'canceled' })).status).toBe('canceled');
    await world.receiver.until(1, ({ parameters }) => parameters['CallStatus'] === 'canceled');
  });

  test('with canceled does nothing to one in progress; completed ends it', async () => {
    world.receiver.reply('/twiml', '<Response><Pause length="600"/></Response>');
    const { sid } = await dial(CUSTOMER);
    await world.receiver.until(1, ({ path }) => path === '/twiml');
    expect((await world.client.calls(sid).update({ status: 'canceled' })).status).toBe('in-progress');
    expect((await world.client.calls(sid).update({ status: 'completed' })).status).toBe('completed');
  });

  test('is refused with 21220 once it is over, and other TwiML is refused while it rings', async () => {
    const { sid } = await dial(BUSY);
    await ended(sid);
    await expect(world.client.calls(sid).update({ status: 'completed' })).rejects.toMatchObject({ status: 400, code: 21_220 });
    const ringing = await dial(ABSENT);
    await expect(world.client.calls(ringing.sid).update({ twiml: '<Response/>' })).rejects.toMatchObject({ code: 21_220 });
  });

  test('gives one in progress other TwiML', async () => {
    const { receiver, client } = world;
    receiver.reply('/twiml', '<Response><Pause length="600"/></Response>');
    const { sid } = await dial(CUSTOMER);
    await receiver.until(1, ({ path }) => path === '/twiml');
    await client.calls(sid).update({ twiml: '<Response><Say language="ja-JP">さようなら</Say></Response>' });
    await ended(sid);
    const { transcript } = await world.control('GET', `/calls/${sid}`);
    expect(transcript).toContainEqual(expect.objectContaining({ kind: 'say', text: 'さようなら', language: 'ja-JP' }));
  });
});

describe('the list of calls', () => {
  test('filters, and pages newest first through the client', async () => {
    for (const to of [CUSTOMER, BUSY, CUSTOMER]) await ended((await dial(to)).sid);
    const { client } = world;
    expect((await client.calls.list({ pageSize: 1 })).map(({ to }) => to)).toEqual([CUSTOMER, BUSY, CUSTOMER]);
    expect(await client.calls.list({ status: 'busy' })).toHaveLength(1);
    expect(await client.calls.list({ to: CUSTOMER, startTimeAfter: new Date(Date.now() - 60_000) })).toHaveLength(2);
    expect(await client.calls.list({ to: CUSTOMER, startTimeAfter: new Date(Date.now() + 60_000) })).toHaveLength(0);
  });
});

describe('calls per second', () => {
  test('what exceeds the limit is queued, and queue_time tells for how long', async () => {
    const slow = await startWorld({ callsPerSecond: 1 });
    try {
      const create = () => slow.client.calls.create({ to: CUSTOMER, from: OWN, twiml: '<Response/>' });
      const [first, second, third] = await Promise.all([create(), create(), create()]);
      const times = [first, second, third].map((call) => Number(call?.queueTime)).toSorted((one, other) => one - other);
      expect(times[0]).toBeLessThan(50);
      // The third has the turn in two seconds; a slow machine may ask for it up to a second after the first.
      expect(times[2]).toBeGreaterThan(1_000);
      const started = await eventually(async () => {
        const calls = await slow.client.calls.list();
        return calls.every((call) => call.endTime !== null) ? calls : undefined;
      });
      expect(started).toHaveLength(3);
    } finally {
      await slow.stop();
    }
  });
});
