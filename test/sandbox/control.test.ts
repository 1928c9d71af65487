import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox } from '../../sandbox/sandbox.ts';
import { ABSENT, AGENT, clientFor, CUSTOMER, eventually, MANUAL, OWN, QUICK, startReceiver, startWorld } from './support.ts';
import type { World } from './support.ts';

describe('the control API', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('tells who lives behind which number, and lets a number be another person', async () => {
    const { people } = await world.control('GET', '/people');
    expect(people).toContainEqual({ ending: '90', behaviour: 'manual', description: expect.any(String) });
    await world.control('PUT', `/people/${CUSTOMER}`, { behaviour: 'busy' });
    const { sid } = await world.client.calls.create({ to: CUSTOMER, from: OWN, twiml: '<Response/>' });
    await eventually(async () => ((await world.client.calls(sid).fetch()).status === 'busy' ? true : undefined));
    expect((await world.control('GET', '/people'))['overrides']).toEqual({ [CUSTOMER]: 'busy' });
    expect(await world.control('DELETE', `/people/${CUSTOMER}`)).toMatchObject({ behaviour: 'answers' });
    expect(await world.control('PUT', `/people/${CUSTOMER}`, { behaviour: 'sings' })).toMatchObject({ http: 400 });
  });

  test('keeps numbers, and nobody answers at others', async () => {
    expect(await world.control('PUT', '/numbers/+81312345678', { voiceUrl: `${world.receiver.url}/tokyo`, voiceMethod: 'GET' })).toMatchObject({
      number: '+81312345678', sid: expect.stringMatching(/^PN/), voice: { method: 'GET' },
    });
    await world.control('POST', '/calls', { from: CUSTOMER, to: '+81312345678' });
    const [hit] = await world.receiver.until(1, ({ path }) => path === '/tokyo');
    expect(hit).toMatchObject({ method: 'GET', signed: true, parameters: { ToCountry: 'JP', FromCountry: 'US' } });
    expect(await world.control('POST', '/calls', { from: CUSTOMER, to: AGENT })).toMatchObject({ http: 404, error: expect.any(String) });
    expect(await world.control('PUT', '/numbers/12', {})).toMatchObject({ http: 400 });
    expect(await world.control('PUT', '/numbers/+81312345678', { voiceURL: 'x' })).toMatchObject({ http: 400 });
  });

  test('lists calls of both directions, active ones on request', async () => {
    world.receiver.reply('/voice', '<Response><Gather timeout="600"/></Response>');
    const incoming = await world.control('POST', '/calls', { from: CUSTOMER, to: OWN });
    const { sid } = await world.client.calls.create({ to: CUSTOMER, from: OWN, twiml: '<Response/>' });
    await eventually(async () => ((await world.control('GET', `/calls/${sid}`))['active'] ? undefined : true));
    expect((await world.control('GET', '/calls'))['calls']).toHaveLength(2);
    const { calls } = await world.control('GET', '/calls?active=true');
    expect(calls).toMatchObject([{ sid: incoming['sid'], direction: 'inbound', from: CUSTOMER, to: OWN }]);
  });

  test('sends a hint for each change', async () => {
    const response = await fetch(`${world.sandbox.url}/sandbox/events`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const { sid } = await world.client.calls.create({ to: MANUAL, from: OWN, twiml: '<Response/>' });
    let text = '';
    await eventually(async () => {
      text += (await reader?.read())?.value ?? '';
      return text.includes(`data: {"type":"call","sid":"${sid}"}`) ? true : undefined;
    });
    await reader?.cancel();
  });

  test.each(['/calls/CA1', '/calls/CA1/digits', '/nothing'])('%s: a precise 404', async (path) => {
    expect(await world.control(path.endsWith('digits') ? 'POST' : 'GET', path, path.endsWith('digits') ? {} : undefined)).toMatchObject({ http: 404, error: expect.any(String) });
  });

  test('refuses what a person cannot do', async () => {
    const { sid } = await world.client.calls.create({ to: ABSENT, from: OWN, twiml: '<Response/>', timeout: 600 });
    expect(await world.control('POST', `/calls/${sid}/answer`)).toMatchObject({ http: 409 });
    expect(await world.control('POST', `/calls/${sid}/digits`, { digits: '1' })).toMatchObject({ http: 409 });
    expect(await world.control('POST', `/calls/${sid}/digits`, { digits: 'x' })).toMatchObject({ http: 400 });
    expect(await world.control('POST', `/calls/${sid}/sing`)).toMatchObject({ http: 404 });
  });
});

describe('ordered failures', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const create = () => world.client.conferences('attempt-1').participants.create({ to: CUSTOMER, from: OWN });
  const order = (fault: Record<string, unknown>) => world.control('POST', '/faults', { method: 'POST', pathPattern: 'Participants\\.json$', ...fault });

  test('a status: nothing is processed, as many times as ordered', async () => {
    await order({ kind: 'status', status: 429, code: 20_429, times: 2 });
    await expect(create()).rejects.toMatchObject({ status: 429, code: 20_429 });
    await expect(create()).rejects.toMatchObject({ status: 429 });
    expect(await world.client.calls.list()).toHaveLength(0);
    await create();
  });

  test('a reset: nothing is processed', async () => {
    await order({ kind: 'reset' });
    await expect(create()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await world.client.calls.list()).toHaveLength(0);
  });

  test('a reset after processing: the telephone rings all the same', async () => {
    await order({ kind: 'reset_after_processing' });
    await expect(create()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(await world.client.calls.list({ to: CUSTOMER })).toHaveLength(1);
  });

  test('a delay: processed late', async () => {
    await order({ kind: 'delay', delayMs: 150 });
    const before = Date.now();
    await create();
    expect(Date.now() - before).toBeGreaterThanOrEqual(145);
  });

  test('are listed, taken back, and checked', async () => {
    await order({ kind: 'reset' });
    expect((await world.control('GET', '/faults'))['faults']).toHaveLength(1);
    await world.control('DELETE', '/faults');
    expect((await world.control('GET', '/faults'))['faults']).toHaveLength(0);
    expect(await order({ kind: 'explode' })).toMatchObject({ http: 400 });
    expect(await world.control('POST', '/faults', { kind: 'reset', pathPattern: '(' })).toMatchObject({ http: 400 });
  });
});

describe('a journal file', () => {
  test('lets calls that were live when the process stopped be reported ended after the next start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const journalFile = join(folder, 'calls.jsonl');
    const account = { accountSid: `AC${'1'.repeat(32)}`, authToken: 'token', journalFile, callsPerSecond: 1000, timings: QUICK };
    const receiver = await startReceiver(() => 'token');
    const first = await startSandbox(account);
    first.addNumber(OWN);
    const hooks = {
      statusCallback: `${receiver.url}/status`, statusCallbackEvent: ['answered', 'completed'], conferenceStatusCallback: `${receiver.url}/conference`,
      conferenceStatusCallbackEvent: ['start', 'end', 'join', 'leave'],
    };
    const add = (to: string) => clientFor(first).conferences('attempt-1').participants.create({ to, from: OWN, timeout: 600, ...hooks });
    const [agent, customer] = [await add(AGENT), await add(CUSTOMER)];
    await receiver.until(1, ({ parameters }) => parameters['StatusCallbackEvent'] === 'conference-start');
    const ringing = await add(ABSENT);
    await first.stop();

    await appendFile(journalFile, '{"call":{"sid":"CA');
    const second = await startSandbox(account);
    const statuses = await receiver.until(3, ({ path, parameters }) => path === '/status' && parameters['CallStatus'] !== 'in-progress');
    const numbers = Object.fromEntries(statuses.map(({ parameters }) => [parameters['CallSid'], parameters['SequenceNumber']]));
    expect(numbers).toEqual({ [agent.callSid]: '1', [customer.callSid]: '1', [ringing.callSid]: '0' });
    const bySid = Object.fromEntries(statuses.map(({ parameters }) => [parameters['CallSid'], parameters['CallStatus']]));
    expect(bySid).toEqual({ [agent.callSid]: 'completed', [customer.callSid]: 'completed', [ringing.callSid]: 'failed' });
    await receiver.until(3, ({ parameters }) => parameters['StatusCallbackEvent'] === 'participant-leave');
    await receiver.until(1, ({ parameters }) => parameters['StatusCallbackEvent'] === 'conference-end');
    expect(receiver.hits.every(({ signed }) => signed)).toBe(true);
    const order = receiver.hits.filter(({ path }) => path === '/conference').map(({ parameters }) => Number(parameters['SequenceNumber']));
    expect(order).toEqual(order.map((_number, index) => index + 1));
    expect(await clientFor(second).calls(customer.callSid).fetch()).toMatchObject({ status: 'completed', to: CUSTOMER });
    expect((await clientFor(second).conferences(agent.conferenceSid).fetch()).status).toBe('completed');
    await second.stop();

    const third = await startSandbox(account);
    expect((await clientFor(third).calls(customer.callSid).fetch()).status).toBe('completed');
    expect(receiver.hits.filter(({ path }) => path === '/status')).toHaveLength(5);
    expect((await readFile(journalFile, 'utf8')).trim().split('\n')).toHaveLength(4);
    await third.stop();
    await receiver.stop();
    await rm(folder, { recursive: true });
  });
});

describe('a kill', () => {
  test('of the whole process loses no call: it is reported completed after the next start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-'));
    const account = { accountSid: `AC${'2'.repeat(32)}`, authToken: 'token', journalFile: join(folder, 'calls.jsonl'), timings: QUICK };
    const receiver = await startReceiver(() => 'token');
    const program = `
      import { startSandbox } from ${JSON.stringify(new URL('../../sandbox/sandbox.ts', import.meta.url).href)};
      const sandbox = await startSandbox(${JSON.stringify(account)});
      sandbox.addNumber(${JSON.stringify(OWN)});
      console.log(sandbox.url);`;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [printed] = await once(child.stdout, 'data');
    const client = clientFor({ ...account, url: String(printed).trim() });
    const { sid } = await client.calls.create({
      to: CUSTOMER, from: OWN, twiml: '<Response><Pause length="60000"/></Response>', statusCallback: `${receiver.url}/status`,
      statusCallbackEvent: ['answered', 'completed'],
    });
    await receiver.until(1, ({ parameters }) => parameters['CallStatus'] === 'in-progress');
    child.kill('SIGKILL');
    await once(child, 'exit');

    const sandbox = await startSandbox(account);
    const [completed] = await receiver.until(1, ({ parameters }) => parameters['CallStatus'] === 'completed');
    expect(completed).toMatchObject({ signed: true, parameters: { CallSid: sid, SequenceNumber: '1' } });
    expect((await clientFor(sandbox).calls(sid).fetch()).status).toBe('completed');
    await sandbox.stop();
    await receiver.stop();
    await rm(folder, { recursive: true });
  });
});

describe('starting', () => {
  test.each([
    [{ accountSid: 'AC1' }, 'accountSid'],
    [{ apiKey: 'key' }, 'apiKey'],
    [{ callsPerSecond: 0 }, 'callsPerSecond'],
  ])('with %j says what is wrong', async (options, word) => {
    await expect(startSandbox(options)).rejects.toThrow(word);
  });
});
