import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { AGENT, BUSY, CUSTOMER, eventually, OWN, startWorld } from './support.ts';
import type { World } from './support.ts';

let world: World;
beforeEach(async () => {
  world = await startWorld();
});
afterEach(() => world.stop());

const say = (text: string): string => `<Response><Say>${text}</Say></Response>`;

/** A customer dials the account's number. */
async function dialIn(): Promise<string> {
  const call = await world.control('POST', '/calls', { from: CUSTOMER, to: OWN });
  expect(call['http']).toBe(201);
  return call['sid'];
}

const view = (sid: string) => world.control('GET', `/calls/${sid}`);
const over = (sid: string) => eventually(async () => {
  const call = await view(sid);
  return call['active'] ? undefined : call;
});
const waits = (sid: string) => eventually(async () => (await view(sid))['waitingFor'] ?? undefined);
const said = async (sid: string): Promise<string[]> => {
  const { transcript } = await view(sid);
  return transcript.filter(({ kind }) => kind === 'say').map(({ text }) => text);
};
const alerts = async (): Promise<(number | null)[]> => {
  const { entries } = await world.control('GET', '/journal?kind=alert');
  return entries.map(({ code }) => code);
};

describe('a customer who calls', () => {
  test('makes the voice webhook ring with all parameters, signed; the call is answered by its TwiML and told when it is over', async () => {
    const { receiver } = world;
    receiver.reply('/voice', say('Welcome.'));
    const sid = await dialIn();
    const [voice] = await receiver.until(1, ({ path }) => path === '/voice');
    expect(voice).toMatchObject({
      method: 'POST', signed: true,
      parameters: {
        CallSid: sid, AccountSid: world.sandbox.accountSid, From: CUSTOMER, To: OWN, Caller: CUSTOMER, Called: OWN, CallStatus: 'ringing',
        Direction: 'inbound', ApiVersion: '2010-04-01', FromCountry: 'US', StirVerstat: 'TN-Validation-Passed-A',
      },
    });
    expect(voice?.headers).toMatchObject({ 'i-twilio-idempotency-token': expect.any(String), 'content-type': expect.stringContaining('form-urlencoded') });
    const [status] = await receiver.until(1, ({ path }) => path === '/inbound-status');
    expect(status).toMatchObject({ signed: true, parameters: { CallStatus: 'completed', CallSid: sid, Direction: 'inbound' } });
    expect(await view(sid)).toMatchObject({ status: 'completed' });
    expect((await world.client.calls(sid).fetch()).direction).toBe('inbound');
  });

  test('is asked by Gather: keys go to its action, which may be relative', async () => {
    const { receiver } = world;
    receiver.reply('/voice', '<Response><Gather action="when?step=1" numDigits="1" language="ja-JP"><Say language="ja-JP">番号を押してください。</Say></Gather></Response>');
    receiver.reply('/when', say('Thank you.'));
    const sid = await dialIn();
    expect(await waits(sid)).toMatchObject({ verb: 'gather', input: ['dtmf'], numDigits: 1, finishOnKey: '#', language: 'ja-JP' });
    await world.control('POST', `/calls/${sid}/digits`, { digits: '12' });
    const [when] = await receiver.until(1, ({ path }) => path === '/when');
    expect(when).toMatchObject({ signed: true, parameters: { step: '1', Digits: '1', CallSid: sid, CallStatus: 'in-progress' } });
    await over(sid);
    expect(await said(sid)).toEqual(['番号を押してください。', 'Thank you.']);
  });

  test('ends a number of unknown length with the finishing key, which is told apart', async () => {
    const { receiver } = world;
    receiver.reply('/voice', '<Response><Gather action="/number" timeout="60"/></Response>');
    const sid = await dialIn();
    await waits(sid);
    await world.control('POST', `/calls/${sid}/digits`, { digits: '415' });
    await world.control('POST', `/calls/${sid}/digits`, { digits: '555#' });
    const [hit] = await receiver.until(1, ({ path }) => path === '/number');
    expect(hit?.parameters).toMatchObject({ Digits: '415555', FinishedOnKey: '#' });
  });

  test('may speak where speech is listened for, and only there', async () => {
    const { receiver } = world;
    receiver.reply('/voice', '<Response><Gather input="dtmf speech" action="/said" timeout="60" hints="now, later"/></Response>');
    receiver.reply('/said', '<Response><Gather input="dtmf" action="/keys" timeout="60"/></Response>');
    const sid = await dialIn();
    await waits(sid);
    await world.control('POST', `/calls/${sid}/speech`, { text: 'later today', confidence: 0.7 });
    const [hit] = await receiver.until(1, ({ path }) => path === '/said');
    expect(hit?.parameters).toMatchObject({ SpeechResult: 'later today', Confidence: '0.7' });
    expect(hit?.parameters).not.toHaveProperty('Digits');
    await eventually(async () => ((await view(sid))['waitingFor']?.input.length === 1 ? true : undefined));
    await world.control('POST', `/calls/${sid}/speech`, { text: 'now' });
    expect((await view(sid))['waitingFor']).not.toBeNull();
  });

  test('who says nothing goes on to the next verb, or to the action where it asks for that', async () => {
    const { receiver } = world;
    receiver.reply('/voice', '<Response><Gather timeout="1" action="/never"/><Gather timeout="1" action="/empty" actionOnEmptyResult="true"/></Response>');
    const sid = await dialIn();
    const [hit] = await receiver.until(1, ({ path }) => path === '/empty');
    expect(hit?.parameters).toMatchObject({ Digits: '' });
    await over(sid);
    expect(receiver.hits.some(({ path }) => path === '/never')).toBe(false);
  });

  test('is redirected, and hung up by Hangup', async () => {
    world.receiver.reply('/voice', '<Response><Redirect method="GET">/next</Redirect></Response>');
    world.receiver.reply('/next', '<Response><Say>Goodbye.</Say><Hangup/><Say>Never.</Say></Response>');
    const sid = await dialIn();
    await over(sid);
    expect(await said(sid)).toEqual(['Goodbye.']);
    expect(world.receiver.hits.find(({ path }) => path === '/next')).toMatchObject({ method: 'GET', signed: true });
  });

  test('hears what entities and speech marks stand for', async () => {
    world.receiver.reply('/voice', '<Response><Say>Fish &amp; chips, <emphasis>caf&#xe9;</emphasis></Say><Redirect>/next?a=1&amp;b=2</Redirect></Response>');
    const sid = await dialIn();
    const [next] = await world.receiver.until(1, ({ path }) => path === '/next');
    expect(next?.parameters).toMatchObject({ a: '1', b: '2' });
    expect(await said(sid)).toEqual(['Fish & chips, café']);
  });

  test.each([['busy', 'busy'], ['rejected', 'no-answer']])('is rejected (%s) without being answered', async (reason, status) => {
    world.receiver.reply('/voice', `<Response><Reject reason="${reason}"/></Response>`);
    expect(await over(await dialIn())).toMatchObject({ status, answeredAt: null });
  });

  test('hangs up: what waited for keys is dropped', async () => {
    world.receiver.reply('/voice', '<Response><Gather timeout="600" action="/never"/></Response>');
    const sid = await dialIn();
    await waits(sid);
    await world.control('POST', `/calls/${sid}/hangup`);
    expect(await view(sid)).toMatchObject({ status: 'completed', active: false, waitingFor: null });
    expect(await world.control('POST', `/calls/${sid}/digits`, { digits: '1' })).toMatchObject({ http: 409 });
  });
});

describe('Dial', () => {
  test('bridges to a telephone as a child call and tells the action how it ended', async () => {
    const { receiver, client } = world;
    receiver.reply('/voice', `<Response><Dial action="/dialled" timeout="5"><Number statusCallback="/child" statusCallbackEvent="initiated answered completed">${BUSY}</Number></Dial></Response>`);
    const sid = await dialIn();
    const [dialled] = await receiver.until(1, ({ path }) => path === '/dialled');
    expect(dialled).toMatchObject({ signed: true, parameters: { DialCallStatus: 'busy', CallSid: sid } });
    const [child] = await client.calls.list({ parentCallSid: sid });
    expect(child).toMatchObject({ direction: 'outbound-dial', status: 'busy', from: CUSTOMER });
    const events = await receiver.until(2, ({ path }) => path === '/child');
    expect(events.map(({ parameters }) => parameters['CallStatus'])).toEqual(['initiated', 'busy']);
    expect(events[0]?.parameters['ParentCallSid']).toBe(sid);
  });

  test('talks until either side hangs up; the called person hears the noun’s URL first', async () => {
    const { receiver, client } = world;
    receiver.reply('/voice', `<Response><Dial action="/dialled"><Number url="/whisper">${AGENT}</Number></Dial></Response>`);
    receiver.reply('/whisper', say('A customer.'));
    const sid = await dialIn();
    const [whisper] = await receiver.until(1, ({ path }) => path === '/whisper');
    const child = String(whisper?.parameters['CallSid']);
    expect(whisper).toMatchObject({ signed: true, parameters: { ParentCallSid: sid, To: AGENT } });
    await world.control('POST', `/calls/${child}/hangup`);
    const [dialled] = await receiver.until(1, ({ path }) => path === '/dialled');
    expect(dialled?.parameters).toMatchObject({ DialCallStatus: 'completed', DialCallSid: child, DialBridged: 'true', DialCallDuration: expect.any(String) });
    const second = await dialIn();
    const [, hit] = await receiver.until(2, ({ path }) => path === '/whisper');
    await world.control('POST', `/calls/${second}/hangup`);
    expect((await client.calls(String(hit?.parameters['CallSid'])).fetch()).status).toBe('completed');
  });

  test('with a caller ID that is not the account’s fails: 13214', async () => {
    world.receiver.reply('/voice', `<Response><Dial callerId="+14155559999" action="/dialled">${AGENT}</Dial></Response>`);
    await dialIn();
    const [dialled] = await world.receiver.until(1, ({ path }) => path === '/dialled');
    expect(dialled?.parameters['DialCallStatus']).toBe('failed');
    expect(await alerts()).toContain(13_214);
  });

  test('puts the caller into a conference with a participant of REST; afterwards its TwiML goes on', async () => {
    const { receiver, client } = world;
    receiver.reply('/voice', '<Response><Dial action="/after"><Conference participantLabel="customer-1-1" startConferenceOnEnter="false" statusCallback="/conf" statusCallbackEvent="start end join leave">attempt-9</Conference></Dial></Response>');
    receiver.reply('/after', say('Goodbye.'));
    const sid = await dialIn();
    await receiver.until(1, ({ path, parameters }) => path === '/conf' && parameters['StatusCallbackEvent'] === 'participant-join');
    const agent = await client.conferences('attempt-9').participants.create({ to: AGENT, from: OWN, label: 'agent-1-1', endConferenceOnExit: true });
    await receiver.until(1, ({ parameters }) => parameters['StatusCallbackEvent'] === 'conference-start');
    await expect(client.conferences('attempt-9').participants.create({ to: AGENT, from: OWN, label: 'customer-1-1' })).rejects.toMatchObject({ code: 16_026 });
    await client.conferences(agent.conferenceSid).participants(agent.callSid).remove();
    const [after] = await receiver.until(1, ({ path }) => path === '/after');
    expect(after?.parameters).toMatchObject({ CallSid: sid, CallStatus: 'in-progress', DialCallStatus: 'answered' });
    const leaves = await receiver.until(2, ({ parameters }) => parameters['StatusCallbackEvent'] === 'participant-leave');
    expect(leaves.map(({ parameters }) => parameters['ParticipantCallStatus'])).toEqual(['completed', 'in-progress']);
    await over(sid);
  });

  test('into a conference with a label in use ends with the application error: 16025', async () => {
    world.receiver.reply('/voice', '<Response><Dial><Conference participantLabel="same">attempt-8</Conference></Dial></Response>');
    world.receiver.reply('/fallback', say('Fallback.'));
    const first = await dialIn();
    await eventually(async () => ((await view(first))['conference'] === null ? undefined : true));
    const second = await dialIn();
    await over(second);
    expect(await alerts()).toContain(16_025);
    expect(await said(second)).toEqual(['Fallback.']);
    const [fallback] = await world.receiver.until(1, ({ path }) => path === '/fallback');
    expect(fallback?.parameters).toMatchObject({ ErrorCode: '16025', ErrorUrl: `${world.receiver.url}/voice` });
  });
});

describe('a queue', () => {
  test('runs its wait URL until Leave; the call goes on at the action', async () => {
    const { receiver } = world;
    receiver.reply('/voice', '<Response><Enqueue waitUrl="/wait" action="/left">support</Enqueue></Response>');
    receiver.reply('/wait', '<Response><Gather numDigits="1" action="/key" timeout="600"/></Response>');
    receiver.reply('/key', '<Response><Leave/></Response>');
    receiver.reply('/left', say('We will call you back.'));
    const sid = await dialIn();
    await waits(sid);
    await world.control('POST', `/calls/${sid}/digits`, { digits: '1' });
    const [left] = await receiver.until(1, ({ path }) => path === '/left');
    expect(left?.parameters).toMatchObject({ QueueResult: 'leave', QueueSid: expect.stringMatching(/^QU/), QueueTime: expect.any(String) });
    await over(sid);
    expect(await said(sid)).toEqual(['We will call you back.']);
  });
});

describe('Record', () => {
  test('ends on a key and tells the action where the recording is', async () => {
    world.receiver.reply('/voice', '<Response><Record action="/recorded" finishOnKey="#" timeout="600"/></Response>');
    const sid = await dialIn();
    await waits(sid);
    await world.control('POST', `/calls/${sid}/speech`, { text: 'Please call me.' });
    await world.control('POST', `/calls/${sid}/digits`, { digits: '#' });
    const [hit] = await world.receiver.until(1, ({ path }) => path === '/recorded');
    expect(hit?.parameters).toMatchObject({ RecordingSid: expect.stringMatching(/^RE/), RecordingUrl: expect.stringContaining('/Recordings/RE'), Digits: '#' });
  });
});

describe('TwiML that is wrong', () => {
  test.each([
    ['not XML', { body: '<Response><Say>oops</Response>' }, 12_100],
    ['a bare ampersand', { body: '<Response><Redirect>/next?a=1&b=2</Redirect></Response>' }, 12_100],
    ['an entity that XML does not have', { body: '<Response><Say>a&nbsp;b</Say></Response>' }, 12_100],
    ['entities of its own', { body: '<!DOCTYPE r [<!ENTITY a "b">]><Response><Say>&a;</Say></Response>' }, 12_100],
    ['empty', { body: '' }, 12_100],
    ['another root', { body: '<Twiml/>' }, 12_102],
    ['JSON', { body: '{}', contentType: 'application/json' }, 12_300],
    ['an error status', { status: 404, body: 'no' }, 11_200],
    ['a relative URL that is none', { body: '<Response><Redirect>http://</Redirect></Response>' }, 11_100],
  ])('%s: noted with its code, and the fallback URL is asked', async (_kind, reply, code) => {
    world.receiver.reply('/voice', reply);
    await dialIn();
    const [fallback] = await world.receiver.until(1, ({ path }) => path === '/fallback');
    expect(fallback).toMatchObject({ signed: true, parameters: { ErrorCode: String(code), ErrorUrl: `${world.receiver.url}/voice` } });
    expect(await alerts()).toContain(code);
  });

  test('when the fallback fails too, the caller hears of an application error and the call ends', async () => {
    world.receiver.reply('/voice', { status: 500 });
    world.receiver.reply('/fallback', { status: 500 });
    const sid = await dialIn();
    expect((await over(sid))['status']).toBe('completed');
    expect(await said(sid)).toEqual([expect.stringContaining('application error')]);
  });

  test.each([
    '<Response><Say tone="kind">Hello.</Say></Response>',
    '<Response><Sing/><Say>Hello.</Say></Response>',
    '<Response><Gather numDigits="0" timeout="1"/><Say>Hello.</Say></Response>',
    '<Response><Gather timeout="1"><Dial/></Gather><Say>Hello.</Say></Response>',
  ])('what Twilio does not know in %s is noted as 12200 and ignored', async (body) => {
    world.receiver.reply('/voice', body);
    const sid = await dialIn();
    await over(sid);
    expect(await said(sid)).toEqual(['Hello.']);
    expect(await alerts()).toContain(12_200);
  });
});
