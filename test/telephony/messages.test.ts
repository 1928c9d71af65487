import { setTimeout as pause } from 'node:timers/promises';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { startSandbox } from '../../sandbox/sandbox.ts';
import type { Messaging, SmsRequest } from '../../telephony/messaging.ts';
import { createTwilioTelephony } from '../../telephony/twilio/index.ts';
import type { Answer, FarEnd } from './far-end.ts';
import { openFarEnd, twilioError } from './far-end.ts';
import { ACCOUNT, PUBLIC_URL, telephonyAt } from './given.ts';

const MESSAGE_ID = '0b8f5a1e-6f0e-4a6e-9a57-0f1f8c1d2e3f';
const SID = `SM${'1'.repeat(32)}`;
const SMS: SmsRequest = { messageId: MESSAGE_ID, to: '+819012345678', from: '+81312345678', text: '請求書をお送りしました。' };
const SINCE = '2026-11-20T10:00:00.400Z';
const LOST = { to: SMS.to, from: SMS.from, text: SMS.text, since: SINCE, others: [] };

describe('against a far end', () => {
  let farEnd: FarEnd;
  beforeEach(async () => void (farEnd = await openFarEnd()));
  afterEach(() => farEnd.close());

  function message(fields: { sid?: string; status?: string; error_code?: number | null; body?: string; created?: string } = {}) {
    const { sid = SID, status = 'queued', error_code = null, body = SMS.text, created = 'Fri, 20 Nov 2026 10:00:00 +0000' } = fields;
    return { sid, status, error_code, body, date_created: created, to: SMS.to, from: SMS.from };
  }

  const answers = (answer: Answer) => void (farEnd.answer = () => answer);

  test('asks once for the whole of it, and says where to tell us how it fares', async () => {
    answers({ status: 201, body: message() });
    expect(await telephonyAt(farEnd.url).sendMessage(SMS)).toEqual({ result: 'accepted', sid: SID, state: 'sending' });
    expect(farEnd.heard.map(({ method, path }) => [method, path])).toEqual([['POST', `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`]]);
    expect(Object.fromEntries(farEnd.heard[0]?.form ?? [])).toEqual({
      To: SMS.to,
      From: SMS.from,
      Body: SMS.text,
      StatusCallback: `${PUBLIC_URL}/twilio/message?message=${MESSAGE_ID}#rc=5&rp=ct,rt,5xx`,
    });
  });

  test.each([
    ['is too busy', twilioError(429, 20429), { result: 'not_sent' }],
    ['says that the customer has opted out', twilioError(400, 21610), { result: 'refused', reason: 'unsubscribed', code: 21610 }],
    ['says that it is no mobile telephone', twilioError(400, 21614), { result: 'refused', reason: 'takes_none' }],
    ['says that it is no number', twilioError(400, 21211), { result: 'refused', reason: 'takes_none' }],
    ['does not let us send there', twilioError(403, 21408), { result: 'refused', reason: 'country' }],
    ['does not let the route’s number send', twilioError(400, 21606), { result: 'refused', reason: 'sender' }],
    ['refuses for another reason', twilioError(400, 20001), { result: 'refused', reason: 'refused', code: 20001 }],
    ['fails', twilioError(503, 20503), { result: 'unknown' }],
    ['names no message', { status: 201, body: { status: 'queued' } }, { result: 'unknown' }],
    ['breaks off', (response: { destroy(): unknown }) => void response.destroy(), { result: 'unknown' }],
  ] satisfies [string, Answer, object][])('when Twilio %s', async (_how, answer, result) => {
    answers(answer);
    const sent = await telephonyAt(farEnd.url).sendMessage(SMS);
    expect(sent).toMatchObject(result);
    expect(JSON.stringify(sent)).not.toContain(SMS.to.slice(1));
    expect(farEnd.heard).toHaveLength(1);
  });

  test('when Twilio is not there nothing was sent', async () => {
    const { url } = farEnd;
    await farEnd.close();
    expect(await telephonyAt(url).sendMessage(SMS)).toMatchObject({ result: 'not_sent' });
    farEnd = await openFarEnd();
  });

  test.each([
    ['accepted', 'sending', null, null],
    ['scheduled', 'sending', null, null],
    ['queued', 'sending', null, null],
    ['sending', 'sending', null, null],
    ['sent', 'sent', null, null],
    ['delivered', 'delivered', null, null],
    ['read', 'delivered', null, null],
    ['undelivered', 'undelivered', 30003, 'unreachable'],
    ['undelivered', 'undelivered', 30006, 'takes_none'],
    ['undelivered', 'undelivered', 30007, 'kept_back'],
    ['failed', 'failed', 30034, 'sender'],
    ['failed', 'failed', null, 'refused'],
    ['canceled', 'failed', null, 'refused'],
  ])('a message that is %s is %s (%s: %s)', async (status, state, errorCode, reason) => {
    answers({ status: 200, body: message({ status, error_code: errorCode }) });
    expect(await telephonyAt(farEnd.url).fetchMessage(SID)).toEqual({ sid: SID, state, errorCode, reason });
  });

  test('one that is not there, or is of no status of ours, answers null; a far end that is away throws', async () => {
    expect(await telephonyAt(farEnd.url).fetchMessage(SID)).toBeNull();
    answers({ status: 200, body: message({ status: 'received' }) });
    expect(await telephonyAt(farEnd.url).fetchMessage(SID)).toBeNull();
    answers(twilioError(500, 20500));
    await expect(telephonyAt(farEnd.url).fetchMessage(SID)).rejects.toThrow('Twilio answered with error 20500 (HTTP 500).');
    await expect(telephonyAt(farEnd.url).findMessage(LOST)).rejects.toThrow('20500');
  });

  test('a lost one is that of the same text created nearest to the request, not an earlier one and not one known as another', async () => {
    const other = `SM${'8'.repeat(32)}`;
    const messages = [
      message({ sid: `SM${'6'.repeat(32)}`, created: 'Fri, 20 Nov 2026 10:04:00 +0000' }),
      message({ sid: `SM${'7'.repeat(32)}`, body: 'something else' }),
      message({ sid: other }),
      message({ status: 'sent', created: 'Fri, 20 Nov 2026 10:00:01 +0000' }),
      message({ sid: `SM${'9'.repeat(32)}`, created: 'Fri, 20 Nov 2026 09:58:00 +0000' }),
    ];
    answers({ status: 200, body: { messages, page_size: 50 } });
    const found = await telephonyAt(farEnd.url).findMessage({ ...LOST, others: [other] });
    expect(found).toEqual({ sid: SID, state: 'sent', errorCode: null, reason: null });
    const { query } = farEnd.heard[0] ?? {};
    expect([query?.get('To'), query?.get('From')]).toEqual([SMS.to, SMS.from]);
    answers({ status: 200, body: { messages: [], page_size: 50 } });
    expect(await telephonyAt(farEnd.url).findMessage(LOST)).toBeNull();
  });
});

describe('against the sandbox', () => {
  let sandbox: Sandbox;
  let telephony: Messaging;
  beforeAll(async () => {
    sandbox = await startSandbox({ timings: { messageMs: 5 } });
    sandbox.addNumber(SMS.from, {});
    const { accountSid, authToken, url: baseUrl } = sandbox;
    const log = { info: () => undefined, warn: () => undefined };
    telephony = createTwilioTelephony({ accountSid, authToken, baseUrl, publicUrl: 'http://127.0.0.1:9', log });
  });
  afterAll(() => sandbox.stop());

  async function ended(sid: string) {
    for (const deadline = Date.now() + 10_000; ; ) {
      const seen = await telephony.fetchMessage(sid);
      if (seen?.state === 'delivered' || seen?.state === 'undelivered') return seen;
      if (Date.now() > deadline) throw new Error('it did not end within 10 s');
      await pause(10);
    }
  }

  test('a message is delivered, and nothing in the request is unknown there', async () => {
    const sent = await telephony.sendMessage(SMS);
    if (sent.result !== 'accepted' || sent.sid === null) throw new Error(sent.result);
    expect(await ended(sent.sid)).toEqual({ sid: sent.sid, state: 'delivered', errorCode: null, reason: null });
    const { entries } = (await (await fetch(`${sandbox.url}/sandbox/journal?kind=request`)).json()) as { entries: { warnings: unknown[] }[] };
    expect(entries.flatMap(({ warnings }) => warnings)).toEqual([]);
  });

  test('one to a telephone that is off is not, and says why', async () => {
    const sent = await telephony.sendMessage({ ...SMS, to: '+819012345640' });
    if (sent.result !== 'accepted' || sent.sid === null) throw new Error(sent.result);
    expect(await ended(sent.sid)).toMatchObject({ state: 'undelivered', errorCode: 30003, reason: 'unreachable' });
  });

  test('one whose answer was lost is found, and it was sent once', async () => {
    const fault = { method: 'POST', pathPattern: '/Messages.json', kind: 'reset_after_processing' };
    await fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(fault) });
    const since = new Date().toISOString();
    const to = '+819012345601';
    expect(await telephony.sendMessage({ ...SMS, to })).toMatchObject({ result: 'unknown' });
    const found = await telephony.findMessage({ ...LOST, to, since });
    expect(found).toMatchObject({ sid: expect.stringMatching(/^SM/) });
    expect(await telephony.findMessage({ ...LOST, to, since, others: [String(found?.sid)] })).toBeNull();
  });
});
