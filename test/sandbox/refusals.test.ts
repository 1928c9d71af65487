import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { clientFor, CUSTOMER, OWN, startWorld } from './support.ts';
import type { World } from './support.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld({ apiKey: `SK${'a'.repeat(32)}`, apiSecret: 'secret' });
});
afterAll(() => world.stop());

const basic = (user: string, password: string): string => `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
const GOOD_CALL = { To: CUSTOMER, From: OWN, Twiml: '<Response/>' };
const GOOD_PARTICIPANT = { To: CUSTOMER, From: OWN };

async function lastRequest() {
  const { entries } = await world.control('GET', '/journal?kind=request');
  const last = entries.at(-1);
  if (last === undefined) throw new Error('The journal has no requests.');
  return last;
}

describe('credentials', () => {
  test.each([['none', undefined], ['a wrong token', basic('AC', 'x')], ['another scheme', 'Bearer x']])('%s: 401, 20003', async (_kind, authorization) => {
    const response = await fetch(`${world.sandbox.url}/2010-04-01/Accounts/${world.sandbox.accountSid}/Calls.json`, {
      headers: authorization === undefined ? {} : { authorization },
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ code: 20_003, message: 'Authenticate', more_info: 'https://www.twilio.com/docs/errors/20003', status: 401 });
  });

  test('the client sees the refusal as Twilio’s', async () => {
    await expect(clientFor(world.sandbox, 'wrong').calls.list()).rejects.toMatchObject({ status: 401, code: 20_003 });
  });

  test('an API key works like the account’s token', async () => {
    const response = await fetch(`${world.sandbox.url}/2010-04-01/Accounts/${world.sandbox.accountSid}/Calls.json`, {
      headers: { authorization: basic(`SK${'a'.repeat(32)}`, 'secret') },
    });
    expect(response.status).toBe(200);
  });
});

describe('what no request finds', () => {
  test.each(['/Calls/CA00000000000000000000000000000000.json', '/Calls/nonsense.json', '/Nothing.json', '/Calls', '/Messages/SM1.json'])(
    '%s: 404, 20404',
    async (path) => {
      const { status, body } = await world.rest('GET', path);
      expect(status).toBe(404);
      expect(body).toEqual({
        code: 20_404, message: `The requested resource /2010-04-01/Accounts/${world.sandbox.accountSid}${path} was not found`,
        more_info: 'https://www.twilio.com/docs/errors/20404', status: 404,
      });
    },
  );

  test('a method that the resource does not have: 405, 20004', async () => {
    expect(await world.rest('DELETE', '/Calls.json')).toMatchObject({ status: 405, body: { code: 20_004 } });
  });
});

describe('parameters of a call', () => {
  test.each([
    ['no To', { To: '' }, 21_201],
    ['no From', { From: '' }, 21_213],
    ['To without +', { To: '4155550101' }, 21_211],
    ['To too short for its country', { To: '+1415555' }, 21_211],
    ['From that is not a number', { From: 'abc' }, 21_212],
    ['From that is not the account’s', { From: '+14155559999' }, 21_210],
    ['neither Url nor Twiml', { Twiml: undefined }, 21_205],
    ['a Url that is none', { Url: 'twiml.xml' }, 21_205],
    ['an application', { ApplicationSid: `AP${'0'.repeat(32)}` }, 21_218],
    ['a StatusCallback that is none', { StatusCallback: 'localhost/status' }, 21_609],
    ['a StatusCallback with an underscore in its host', { StatusCallback: 'http://my_host/status' }, 21_609],
    ['an unknown event', { StatusCallbackEvent: 'answred' }, 21_626],
    ['events in one value', { StatusCallbackEvent: 'initiated ringing' }, 21_626],
    ['a method that is none', { StatusCallbackMethod: 'PUT' }, 21_209],
    ['a timeout of 0', { Timeout: '0' }, 21_208],
    ['a timeout of 601', { Timeout: '601' }, 21_208],
    ['keys that are none', { SendDigits: '12x' }, 21_206],
    ['a detection that is none', { MachineDetection: 'yes' }, 20_001],
    ['a threshold out of bounds', { MachineDetectionSpeechThreshold: '999' }, 20_001],
    ['TwiML that is too long', { Twiml: 'x'.repeat(4001) }, 20_001],
  ])('%s is refused', async (_kind, change, code) => {
    const form = Object.fromEntries(Object.entries({ ...GOOD_CALL, ...change }).filter(([, value]) => value !== undefined)) as Record<string, string>;
    const { status, body } = await world.rest('POST', '/Calls.json', form);
    expect({ status, code: body['code'] }).toEqual({ status: 400, code });
    expect(body).toEqual({ code, message: expect.any(String), more_info: `https://www.twilio.com/docs/errors/${code}`, status: 400 });
  });

  test('a body that is not form-encoded has no parameters for Twilio', async () => {
    const response = await fetch(`${world.sandbox.url}/2010-04-01/Accounts/${world.sandbox.accountSid}/Calls.json`, {
      method: 'POST', body: JSON.stringify(GOOD_CALL),
      headers: { 'content-type': 'application/json', authorization: basic(world.sandbox.accountSid, world.sandbox.authToken) },
    });
    expect(await response.json()).toMatchObject({ code: 21_201 });
    expect((await lastRequest()).warnings).toEqual([expect.stringContaining('not form-encoded')]);
  });

  test('a parameter that Twilio does not know is ignored, and noted', async () => {
    expect((await world.rest('POST', '/Calls.json', { ...GOOD_CALL, statusCallback: 'x' })).status).toBe(201);
    expect(await lastRequest()).toMatchObject({ status: 201, code: null, warnings: [expect.stringContaining('statusCallback')] });
    await world.client.calls.create({ to: CUSTOMER, from: OWN, twiml: '<Response/>', timeout: 20, timeLimit: 600 });
    expect((await lastRequest()).warnings).toEqual([]);
  });
});

describe('parameters of a participant', () => {
  test.each([
    ['a timeout of 4', { Timeout: '4' }, 21_208],
    ['a beep that is none', { Beep: 'no' }, 20_001],
    ['a jitter buffer that is none', { JitterBufferSize: 'tiny' }, 20_001],
    ['a WaitUrl that is none', { WaitUrl: 'wait' }, 21_205],
    ['an unknown event of the conference', { ConferenceStatusCallbackEvent: 'start stop' }, 21_626],
    ['a ConferenceStatusCallback that is none', { ConferenceStatusCallback: 'x' }, 21_609],
    ['From that is not the account’s', { From: '+14155559999' }, 21_210],
    ['one participant at most', { MaxParticipants: '1' }, 20_001],
  ])('%s is refused', async (_kind, change, code) => {
    const { status, body } = await world.rest('POST', '/Conferences/refused/Participants.json', { ...GOOD_PARTICIPANT, ...change });
    expect({ status, code: body['code'] }).toEqual({ status: 400, code });
    expect(await world.client.conferences.list({ friendlyName: 'refused', status: 'init' })).toHaveLength(0);
  });

  test('everything the product sends is known: no warnings', async () => {
    const url = `${world.receiver.url}/x`;
    await world.client.conferences('full').participants.create({
      to: 'client:agent', from: OWN, label: 'agent-1-1', beep: 'false', jitterBufferSize: 'small', timeout: 20, timeLimit: 3600, earlyMedia: true,
      endConferenceOnExit: true, startConferenceOnEnter: true, waitUrl: '', statusCallback: `${url}#rc=5&rp=ct,rt,5xx`,
      statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'], conferenceStatusCallback: url,
      conferenceStatusCallbackEvent: ['start', 'end', 'join'], machineDetection: 'Enable', amdStatusCallback: url,
    });
    expect(await lastRequest()).toMatchObject({ status: 201, warnings: [] });
  });

  test('AsyncAmd belongs to calls: 21263 as a warning', async () => {
    expect((await world.rest('POST', '/Conferences/amd/Participants.json', { ...GOOD_PARTICIPANT, AsyncAmd: 'true' })).status).toBe(201);
    expect((await lastRequest()).warnings).toEqual([expect.stringContaining('21263')]);
  });

  test('a boolean that is none means false, and is noted', async () => {
    const { body } = await world.rest('POST', '/Conferences/bool/Participants.json', { ...GOOD_PARTICIPANT, EndConferenceOnExit: 'yes' });
    expect(body['end_conference_on_exit']).toBe(false);
    expect((await lastRequest()).warnings).toEqual([expect.stringContaining('EndConferenceOnExit')]);
  });
});

describe('lists', () => {
  test.each(['/Calls.json?Status=done', '/Calls.json?PageSize=1001', '/Calls.json?StartTime%3E=yesterday', '/Conferences.json?Status=over'])('%s is refused', async (path) => {
    expect(await world.rest('GET', path)).toMatchObject({ status: 400, body: { code: 20_001 } });
  });

  test('have Twilio’s envelope', async () => {
    const { body } = await world.rest('GET', '/Conferences.json?FriendlyName=nobody');
    const uri = `/2010-04-01/Accounts/${world.sandbox.accountSid}/Conferences.json?FriendlyName=nobody&PageSize=50&Page=0`;
    expect(body).toEqual({ conferences: [], page: 0, page_size: 50, start: 0, end: 0, uri, first_page_uri: uri, next_page_uri: null, previous_page_uri: null });
  });
});

describe('messages', () => {
  test('are sent and delivered, and each status is told', async () => {
    const { client, receiver } = world;
    const message = await client.messages.create({ to: CUSTOMER, from: OWN, body: 'We will call you at 10:00.', statusCallback: `${receiver.url}/sms` });
    expect(message).toMatchObject({ status: 'queued', direction: 'outbound-api', numSegments: '1', body: 'We will call you at 10:00.' });
    const hits = await receiver.until(2, ({ path }) => path === '/sms');
    expect(hits.map(({ parameters }) => parameters['MessageStatus'])).toEqual(['sent', 'delivered']);
    expect(hits.every(({ signed, parameters }) => signed && parameters['MessageSid'] === message.sid && parameters['SmsSid'] === message.sid)).toBe(true);
    expect((await client.messages(message.sid).fetch()).status).toBe('delivered');
    expect(await client.messages.list({ to: CUSTOMER })).toHaveLength(1);
  });

  test.each([
    ['no To', { To: '' }, 21_604],
    ['To that is no number', { To: '123' }, 21_211],
    ['no From', { From: '' }, 21_603],
    ['From that is not the account’s', { From: '+14155559999' }, 21_606],
    ['no Body', { Body: '' }, 21_602],
    ['a Body that is too long', { Body: 'x'.repeat(1601) }, 21_617],
    ['a StatusCallback that is none', { StatusCallback: 'x' }, 21_609],
  ])('%s is refused', async (_kind, change, code) => {
    const { status, body } = await world.rest('POST', '/Messages.json', { To: CUSTOMER, From: OWN, Body: 'Hello', ...change });
    expect({ status, code: body['code'] }).toEqual({ status: 400, code });
  });
});
