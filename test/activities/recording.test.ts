import { text } from 'node:stream/consumers';
import { playTones } from '../../activities/call/play-tones.ts';
import { record } from '../../activities/call/record.ts';
import type { Recording } from '../../domain/call/call.ts';
import { recordingsOf } from '../../store/call/call-recordings.ts';
import type { Network, Talk } from './network.ts';
import { openNetwork, until } from './network.ts';

let network: Network;
beforeAll(async () => void (network = await openNetwork()));
afterAll(() => network.close());

const ask = ({ callbackId, attempt }: Talk, recording: Recording) => record(network.dependencies, { callbackId, attempt, recording });
const kept = ({ callbackId }: Talk) => recordingsOf(network.store.db, callbackId);
const statusesOf = async (talk: Talk) => (await kept(talk)).map(({ status }) => status);

describe('recording', () => {
  test('starts with both sides, pauses, resumes and stops; asking twice changes nothing', async () => {
    const talk = await network.talk();
    for (const [wish, status] of [['on', 'recording'], ['on', 'recording'], ['paused', 'paused'], ['paused', 'paused'], ['on', 'recording']] as const) {
      expect(await ask(talk, wish)).toBe('done');
      expect(await statusesOf(talk)).toEqual([status]);
    }
    expect(await ask(talk, 'off')).toBe('done');
    const [recording] = await until(async () => (await statusesOf(talk))[0] === 'completed' && kept(talk));
    expect(recording).toMatchObject({ attempt: 1, duration_s: expect.any(Number), ended_at: expect.anything() });
    expect(await ask(talk, 'off')).toBe('done');
    const { call_sid } = await network.leg(talk.callbackId, talk.customer);
    const requests = [...(await network.requests(`${call_sid}/Recordings.json`)), ...(await network.requests(`${call_sid}/Recordings/Twilio.CURRENT.json`))];
    expect(requests.map(({ parameters }) => parameters)).toEqual([
      expect.objectContaining({ RecordingChannels: 'dual', RecordingStatusCallback: expect.stringContaining(`recording?callback=${talk.callbackId}&attempt=1`) }),
      { Status: 'paused', PauseBehavior: 'skip' },
      { Status: 'in-progress' },
      { Status: 'stopped' },
    ]);
    expect(await network.complaints()).toEqual([]);
  });

  test('one after the other are two; what is not kept needs no pausing', async () => {
    const talk = await network.talk();
    expect(await ask(talk, 'paused')).toBe('done');
    expect(await statusesOf(talk)).toEqual([]);
    for (const wish of ['on', 'off', 'on'] as const) await ask(talk, wish);
    await until(async () => (await statusesOf(talk)).toSorted().join(' ') === 'completed recording');
  });

  test('ends with the call, and is told of by the network', async () => {
    const talk = await network.talk();
    await ask(talk, 'on');
    await network.control('POST', `/calls/${(await network.leg(talk.callbackId, talk.customer)).call_sid}/hangup`);
    await until(async () => (await statusesOf(talk))[0] === 'completed');
    expect(await ask(talk, 'on')).toBe('gone');
    expect(await statusesOf(talk)).toEqual(['completed']);
  });

  test('whose answer is lost is found, and not started again', async () => {
    const talk = await network.talk();
    await network.control('POST', '/faults', { method: 'POST', pathPattern: '/Recordings', times: 1, kind: 'reset_after_processing' });
    await expect(ask(talk, 'on')).rejects.toThrow('Twilio');
    expect(await ask(talk, 'on')).toBe('done');
    expect(await statusesOf(talk)).toEqual(['recording']);
  });

  test('can be heard when it is over, whole or in part; before, and of another name, there is nothing', async () => {
    const talk = await network.talk();
    await ask(talk, 'on');
    const { telephony } = network.dependencies;
    const sid = (await kept(talk))[0]?.recording_sid ?? '';
    expect(await telephony.hearRecording(sid, null)).toBeNull();
    await ask(talk, 'off');
    const whole = await telephony.hearRecording(sid, null);
    expect(whole).toMatchObject({ isPart: false, type: 'audio/x-wav', range: null });
    expect((await text(whole!.stream)).slice(0, 4)).toBe('RIFF');
    const part = await telephony.hearRecording(sid, 'bytes=8-11');
    expect(part).toMatchObject({ isPart: true, length: '4', range: `bytes 8-11/${whole?.length}` });
    expect(await text(part!.stream)).toBe('WAVE');
    expect(await telephony.hearRecording(`RE${'0'.repeat(32)}`, null)).toBeNull();
    await network.control('POST', '/faults', { method: 'GET', pathPattern: '/Recordings/RE', times: 1, kind: 'status', status: 503, code: 20503 });
    await expect(telephony.hearRecording(sid, null)).rejects.toThrow('HTTP 503');
  });
});

describe('digits', () => {
  const digitsHeard = async ({ callbackId, customer }: Talk) =>
    (await network.call(callbackId, customer)).transcript.filter(({ kind }) => kind === 'digits').map(({ text: digits }) => digits);

  async function write({ callbackId, attempt }: Talk, digits: string): Promise<string> {
    const token = `token-${callbackId}-${digits.length}`;
    await network.store.db.insertInto('call_tones').values({ token, callback_id: callbackId, attempt, digits, sent_by: 'aoki' }).execute();
    return token;
  }

  test('are heard by the customer alone, once, one after the other, and stand in no URL and no request', async () => {
    const talk = await network.talk();
    for (const digits of ['12#', '3456']) {
      const token = await write(talk, digits);
      expect(await playTones(network.dependencies, { ...talk, token })).toBe('done');
      const row = await network.store.db.selectFrom('call_tones').selectAll().where('token', '=', token).executeTakeFirstOrThrow();
      expect([row.played_at, row.ended_at]).toEqual([expect.anything(), expect.anything()]);
    }
    expect(await digitsHeard(talk)).toEqual(['12#', '3456']);
    expect((await network.call(talk.callbackId, talk.agent)).transcript.filter(({ kind }) => kind === 'digits')).toEqual([]);
    const { call_sid } = await network.leg(talk.callbackId, talk.customer);
    for (const { parameters } of await network.requests(`${call_sid}.json`)) expect(JSON.stringify(parameters)).not.toContain('3456');
    expect(await network.complaints()).not.toContainEqual(expect.objectContaining({ kind: 'alert' }));
  });

  test('that have been heard are heard no more, whoever asks', async () => {
    const talk = await network.talk();
    const token = await write(talk, '99');
    for (let n = 0; n < 2; n += 1) expect(await playTones(network.dependencies, { ...talk, token })).toBe('done');
    expect(await digitsHeard(talk)).toEqual(['99']);
  });

  test('for a customer who has gone are asked of nobody', async () => {
    const talk = await network.talk();
    await network.control('POST', `/calls/${(await network.leg(talk.callbackId, talk.customer)).call_sid}/hangup`);
    await network.when(talk.callbackId, talk.customer, ({ progress }) => progress === 'ended');
    expect(await playTones(network.dependencies, { ...talk, token: await write(talk, '1') })).toBe('gone');
  });
});
