import { createServer } from 'node:net';
import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import twilio from 'twilio';
import { connectionOf } from '../../sandbox/callbacks/overrides.ts';
import { signature } from '../../sandbox/callbacks/signature.ts';
import { CUSTOMER, eventually, OWN, startWorld } from './support.ts';
import type { World } from './support.ts';

describe('signatures', () => {
  test('are what Twilio’s own code expects, for parameters in any order, other scripts and queries', () => {
    const parameters = { To: '+81312345678', Digits: '', CallSid: 'CA1', speech: 'あとで', caller: 'a b&c' };
    const url = 'https://example.com/twilio/voice/incoming?route=東京&x=1';
    expect(twilio.validateRequest('token', signature('token', url, parameters), url, parameters)).toBe(true);
    expect(twilio.validateRequest('token', signature('other', url, parameters), url, parameters)).toBe(false);
  });
});

describe('connection overrides', () => {
  test('without a fragment are Twilio’s defaults', () => {
    expect(connectionOf('https://example.com/x')).toEqual({
      url: 'https://example.com/x', connectTimeoutMs: 5000, readTimeoutMs: 15_000, totalTimeoutMs: 15_000, retries: 1,
      retryOn: new Set(['ct']), problems: [],
    });
  });

  test('are read from the fragment, which is neither requested nor signed', () => {
    expect(connectionOf('https://example.com/x?y=1#ct=2000&rt=3000&tt=4000&rc=5&rp=ct,rt,5xx')).toEqual({
      url: 'https://example.com/x?y=1', connectTimeoutMs: 2000, readTimeoutMs: 3000, totalTimeoutMs: 4000, retries: 5,
      retryOn: new Set(['ct', 'rt', '5xx']), problems: [],
    });
    expect(connectionOf('https://example.com/#rp=all').retryOn).toEqual(new Set(['ct', 'rt', '4xx', '5xx']));
  });

  test('that Twilio refuses are named and replaced by the default', () => {
    const connection = connectionOf('https://example.com/#rc=9&rp=sometimes&tt=60000');
    expect(connection).toMatchObject({ retries: 1, totalTimeoutMs: 15_000 });
    expect(connection.problems.map(({ code }) => code)).toEqual(expect.arrayContaining([11_100, 11_243]));
  });
});

describe('delivery', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const dial = (statusCallback: string) => world.client.calls.create({ to: CUSTOMER, from: OWN, twiml: '<Response/>', statusCallback });
  const journalled = (url: string) =>
    eventually(async () => {
      const { entries } = await world.control('GET', '/journal?kind=callback');
      return entries.find((entry) => entry.url === url);
    });

  test('is tried once by default when the answer is an error', async () => {
    world.receiver.reply('/status', { status: 503 });
    await dial(`${world.receiver.url}/status`);
    expect(await journalled(`${world.receiver.url}/status`)).toMatchObject({ attempts: 1, status: 503, error: expect.any(String) });
  });

  test('is retried as the fragment says, with the same idempotency token', async () => {
    world.receiver.reply('/status', { status: 503 }, { status: 503 }, '');
    await dial(`${world.receiver.url}/status#rc=5&rp=ct,rt,5xx`);
    expect(await journalled(`${world.receiver.url}/status`)).toMatchObject({ attempts: 3, status: 200, error: null });
    const hits = world.receiver.hits.filter(({ path }) => path === '/status');
    expect(new Set(hits.map(({ headers }) => headers['i-twilio-idempotency-token'])).size).toBe(1);
    expect(hits.every(({ signed }) => signed)).toBe(true);
  });

  test('of an event does not wait for the retries of the one before', async () => {
    world.receiver.reply('/status', { status: 503 }, '');
    await world.client.calls.create({
      to: CUSTOMER, from: OWN, twiml: '<Response/>', statusCallback: `${world.receiver.url}/status#rc=1&rp=5xx`, statusCallbackEvent: ['initiated', 'ringing'],
    });
    const hits = await world.receiver.until(3, ({ path }) => path === '/status');
    expect(hits.map(({ parameters }) => [parameters['CallStatus'], parameters['SequenceNumber']])).toEqual([
      ['initiated', '0'], ['ringing', '1'], ['initiated', '0'],
    ]);
  });

  test('is not retried for a kind of failure that the policy leaves out', async () => {
    world.receiver.reply('/status', { status: 404 });
    await dial(`${world.receiver.url}/status#rc=5&rp=5xx`);
    expect(await journalled(`${world.receiver.url}/status`)).toMatchObject({ attempts: 1, status: 404 });
  });

  test('to a port where nobody listens is tried again once, and noted as 11205', async () => {
    await dial('http://127.0.0.1:1/status');
    expect(await journalled('http://127.0.0.1:1/status')).toMatchObject({ attempts: 2, status: null });
    const { entries } = await world.control('GET', '/journal?kind=alert');
    expect(entries).toContainEqual(expect.objectContaining({ code: 11_205 }));
  });

  test('gives up on a server that never answers when its total time is over', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const address = silent.address();
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/status`;
    const before = Date.now();
    await dial(`${url}#rc=5&rp=rt&tt=400`);
    expect(await journalled(url)).toMatchObject({ status: null, attempts: 1 });
    expect(Date.now() - before).toBeLessThan(2000);
    silent.close();
  });

  test.each([[302, 'GET'], [308, 'POST']])('follows a redirect with %i by %s and signs what it asks for', async (status, method) => {
    const { receiver, client } = world;
    receiver.reply('/old', { status, location: '/new?x=1' });
    await client.calls.create({ to: CUSTOMER, from: OWN, url: `${receiver.url}/old` });
    const [hit] = await receiver.until(1, ({ path }) => path === '/new');
    expect(hit).toMatchObject({ method, signed: true, parameters: { x: '1', CallStatus: 'in-progress' } });
  });

  test('by GET carries the parameters in the query, which is signed with it', async () => {
    const { receiver, client } = world;
    await client.calls.create({
      to: CUSTOMER, from: OWN, twiml: '<Response/>', statusCallback: `${receiver.url}/status?route=1`, statusCallbackMethod: 'GET',
    });
    const [hit] = await receiver.until(1, ({ path }) => path === '/status');
    expect(hit).toMatchObject({ method: 'GET', signed: true, parameters: { route: '1', CallStatus: 'completed', To: CUSTOMER } });
  });

  test('of TwiML is retried once at most', async () => {
    world.receiver.reply('/twiml', { status: 503 });
    await world.client.calls.create({ to: CUSTOMER, from: OWN, url: `${world.receiver.url}/twiml#rc=5&rp=5xx` });
    expect(await journalled(`${world.receiver.url}/twiml`)).toMatchObject({ attempts: 2, status: 503 });
  });
});
