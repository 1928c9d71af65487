import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import { settleMessages } from '../../activities/sweep/messages.ts';
import type { ActivityDependencies } from '../../activities/index.ts';
import { SMTPServer } from 'smtp-server';
import { sql } from 'kysely';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import twilio from 'twilio';
import type { Answer as Said, FarEnd } from '../telephony/far-end.ts';
import { openFarEnd, twilioError } from '../telephony/far-end.ts';
import type { Centre } from './support.ts';
import { everything, given, givenCallback, openCentre, PUBLIC_URL } from './support.ts';

const TEXT = 'Your invoice is on its way.';
const NUMBER = '+819012345678';

let centre: Centre;
let farEnd: FarEnd;
let mailServer: SMTPServer;
let mailed: string[] = [];

beforeAll(async () => {
  farEnd = await openFarEnd();
  mailServer = new SMTPServer({
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: ({ address }, _session, done) => {
      if (address.startsWith('nobody')) return done(Object.assign(new Error('no such user'), { responseCode: 550 }));
      mailed.push(address);
      done();
    },
    onData: (stream, _session, done) => void stream.resume().once('end', () => done()),
  });
  const listening = mailServer.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  const SMTP_URL = `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`;
  centre = await openCentre({ env: { TWILIO_API_BASE_URL: farEnd.url, SMTP_URL } });
});
afterAll(async () => {
  await centre.close();
  await farEnd.close();
  await new Promise<void>((done) => mailServer.close(done));
});

let sids = 0;
function taken(status = 'queued'): Said {
  sids += 1;
  return { status: 201, body: { sid: `SM${String(sids).padStart(32, '0')}`, status, body: TEXT, date_created: new Date().toUTCString(), error_code: null } };
}
beforeEach(() => {
  farEnd.answer = () => taken();
  farEnd.heard.length = 0;
  mailed = [];
});

/** A callback in Aoki's hands. */
async function inHand(more: Record<string, unknown> = {}): Promise<string> {
  const id = await givenCallback(centre, more);
  await given(centre, id, { status: 'connected', agent_id: centre.ids.aoki });
  return id;
}

const sms = (more: Record<string, unknown> = {}) => ({ kind: 'sms', to: NUMBER, text: TEXT, key: randomUUID(), ...more });
const send = (id: string, body: unknown, as = 'aoki') => centre.ask('POST', `/v1/callbacks/${id}/messages`, { as, body });
const caseOf = async (id: string) => (await centre.ask('GET', `/v1/callbacks/${id}`, { as: 'admin' })).body;
const posts = () => farEnd.heard.filter(({ method }) => method === 'POST');

/** Tells us how a message fares, as Twilio does. */
async function told(message: string, form: Record<string, string>, signed = true) {
  const path = `/twilio/message?message=${message}`;
  const token = centre.config.twilio?.authToken ?? '';
  const signature = signed ? twilio.getExpectedTwilioSignature(token, PUBLIC_URL + path, form) : 'none';
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Twilio-Signature': signature };
  return centre.ask('POST', path, { headers, raw: new URLSearchParams(form).toString() });
}

const sidOf = async (id: string) => String((await centre.store.db.selectFrom('case_message').select('provider_sid').where('id', '=', id).executeTakeFirst())?.provider_sid);

async function sweep(): Promise<void> {
  const { store, telephony } = centre;
  await settleMessages({ store, telephony, mail: null, log: pino({ level: 'silent' }) } as unknown as ActivityDependencies);
}

/** So long ago that the sweep takes it in hand. */
const age = (ms: number) =>
  sql`update case_message set created_at = created_at - ${ms} * interval '1 millisecond', sent_at = sent_at - ${ms} * interval '1 millisecond', looked_at = null`.execute(centre.store.db);

const ended = async (kind: string, end: string) => {
  const { body } = await centre.ask('GET', '/metrics');
  return Number(new RegExp(`ringback_messages_total\\{kind="${kind}",end="${end}"\\} (\\d+)`).exec(String(body))?.[1] ?? 0);
};

test('an SMS goes out from the route’s number, stands in the case, and on the timeline without the number', async () => {
  const id = await inHand();
  const { status, body } = await send(id, sms({ to: '090-1234-5678' }));
  expect([status, body]).toMatchObject([201, { kind: 'sms', to: NUMBER, text: TEXT, state: 'sending', author: { name: 'aoki' }, reason: null }]);
  expect(Object.fromEntries(posts()[0]?.form ?? [])).toMatchObject({ To: NUMBER, From: '+81312345678', Body: TEXT });
  const { messages, timeline } = await caseOf(id);
  expect(messages).toEqual([body]);
  const lines = timeline.filter(({ type }: { type: string }) => type === 'message_sent');
  expect(lines).toMatchObject([{ actor: { name: 'aoki' }, data: { messageId: body.id, message: 'sms' } }]);
  expect(JSON.stringify(timeline)).not.toContain('1234');
});

test('asked for twice, one after the other or at once, it is sent once', async () => {
  const id = await inHand();
  const body = sms();
  const answers = await Promise.all([send(id, body), send(id, body), send(id, body)]);
  answers.push(await send(id, body));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 200, 200, 201]);
  expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
  expect(posts()).toHaveLength(1);
  expect(await send(id, { ...body, text: 'Another text.' })).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
  expect((await caseOf(id)).messages).toHaveLength(1);
});

test('what Twilio refuses says why', async () => {
  farEnd.answer = () => twilioError(400, 21610);
  const before = await ended('sms', 'failed');
  const id = await inHand();
  expect((await send(id, sms())).body).toMatchObject({ state: 'failed', reason: 'unsubscribed', errorCode: 21610 });
  const { timeline } = await caseOf(id);
  expect(timeline.at(-1)).toMatchObject({ type: 'message_failed', actor: { type: 'system' }, data: { failure: 'unsubscribed' } });
  expect(await ended('sms', 'failed')).toBe(before + 1);
});

test('a lost answer leaves it unknown; asking again sends nothing, and the network’s word settles it', async () => {
  farEnd.answer = () => (response) => void response.destroy();
  const id = await inHand();
  const body = sms();
  const { body: lost } = await send(id, body);
  expect(lost).toMatchObject({ state: 'unknown' });
  farEnd.answer = () => taken();
  expect(await send(id, body)).toMatchObject({ status: 200, body: { state: 'unknown' } });
  expect(posts()).toHaveLength(1);
  expect((await told(lost.id, { MessageSid: `SM${'a'.repeat(32)}`, MessageStatus: 'delivered' })).status).toBe(204);
  expect((await caseOf(id)).messages).toMatchObject([{ state: 'delivered' }]);
});

test('a lost answer is looked up, and sent no second time whether it is found or not', async () => {
  farEnd.answer = () => (response) => void response.destroy();
  const [found, gone] = [await inHand(), await inHand()];
  await send(found, sms({ text: 'found' }));
  await send(gone, sms({ text: 'gone' }));
  const seen = { sid: `SM${'b'.repeat(32)}`, status: 'delivered', body: 'found', date_created: new Date().toUTCString(), error_code: null };
  farEnd.answer = () => ({ status: 200, body: { messages: [seen], page_size: 50 } });
  // The look-up compares with when it was asked for, so only its turn is moved.
  await centre.store.db.updateTable('case_message').set({ sent_at: sql`sent_at - interval '61 seconds'`, looked_at: null }).execute();
  await sweep();
  expect([(await caseOf(found)).messages, (await caseOf(gone)).messages]).toMatchObject([[{ state: 'delivered' }], [{ state: 'unknown', settledAt: null }]]);
  await age(3_700_000);
  await sweep();
  expect((await caseOf(gone)).messages).toMatchObject([{ state: 'unknown', settledAt: expect.any(String) }]);
  expect(posts()).toHaveLength(2);
});

test('status callbacks that come late, twice and out of order leave what is furthest, and count once', async () => {
  const id = await inHand();
  const { body: message } = await send(id, sms());
  const sid = await sidOf(message.id);
  const before = await ended('sms', 'delivered');
  for (const MessageStatus of ['delivered', 'sent', 'delivered', 'sent']) await told(message.id, { MessageSid: sid, MessageStatus, ErrorCode: '' });
  const { messages, timeline } = await caseOf(id);
  expect(messages).toMatchObject([{ state: 'delivered', settledAt: expect.any(String) }]);
  expect(timeline.filter(({ type }: { type: string }) => type.startsWith('message_'))).toHaveLength(1);
  expect(await ended('sms', 'delivered')).toBe(before + 1);
});

test('one that the carrier could not deliver says why', async () => {
  const id = await inHand();
  const { body: message } = await send(id, sms());
  await told(message.id, { MessageSid: await sidOf(message.id), MessageStatus: 'undelivered', ErrorCode: '30003' });
  expect((await caseOf(id)).messages).toMatchObject([{ state: 'undelivered', reason: 'unreachable', errorCode: 30003 }]);
});

test('a status callback that is not signed, means nothing or is of no message is refused and changes nothing', async () => {
  const { body: message } = await send(await inHand(), sms());
  const MessageSid = await sidOf(message.id);
  const before = await everything(centre);
  const statuses = [
    await told(message.id, { MessageSid, MessageStatus: 'delivered' }, false),
    await told(message.id, { MessageSid, MessageStatus: 'eaten' }),
    await told(message.id, { MessageSid: 'SM1', MessageStatus: 'delivered' }),
    await told('none', { MessageSid, MessageStatus: 'delivered' }),
    await told(randomUUID(), { MessageSid, MessageStatus: 'delivered' }),
  ].map(({ status }) => status);
  expect(statuses).toEqual([403, 400, 400, 400, 404]);
  expect(await everything(centre)).toEqual(before);
});

test('who does not have the case, or may not phone, sends nothing; administrators and machines do', async () => {
  const id = await inHand();
  await given(centre, id, { assignee_id: centre.ids.mori });
  expect((await send(id, sms(), 'mori')).status).toBe(403);
  expect((await send(id, sms(), 'kato')).status).toBe(403);
  expect((await send(await givenCallback(centre), sms(), 'aoki')).status).toBe(404);
  expect(posts()).toHaveLength(0);
  expect((await send(id, sms(), 'admin')).body).toMatchObject({ author: { type: 'user', name: 'admin' } });
  expect((await send(id, sms(), 'machine')).body).toMatchObject({ author: { type: 'machine', name: 'crm' } });
});

test.each([
  ['/to', sms({ to: 'nobody' })],
  ['/to', sms({ to: '+81 1' })],
  ['/to', sms({ to: ' ' })],
  ['/text', sms({ text: ' ' })],
  ['/text', sms({ text: 'x'.repeat(1601) })],
  ['/key', { ...sms(), key: undefined }],
  ['/subject', sms({ subject: 'none in an SMS' })],
  ['/kind', { ...sms(), kind: 'fax' }],
  ['/to', { kind: 'email', to: 'yui at example.com', text: TEXT, key: 'k' }],
  ['/subject', { kind: 'email', to: 'yui@example.com', subject: 'a\nBcc: all@example.com', text: TEXT, key: 'k' }],
])('what is malformed is named (%s), and nothing is sent', async (pointer, body) => {
  const id = await inHand();
  const before = await everything(centre);
  expect(await send(id, body)).toMatchObject({ status: 400, body: { errors: [{ pointer }] } });
  expect(await everything(centre)).toEqual(before);
  expect(farEnd.heard).toEqual([]);
});

test('the answer waits a few seconds for Twilio, and what it says afterwards is in the case', async () => {
  let answerNow: () => void = () => undefined;
  farEnd.answer = () => (response) => {
    answerNow = () => void response.writeHead(400, { 'Content-Type': 'application/json' }).end(JSON.stringify({ code: 21614, status: 400 }));
  };
  const id = await inHand();
  expect(await send(id, sms())).toMatchObject({ status: 201, body: { state: 'sending' } });
  answerNow();
  for (const deadline = Date.now() + 30_000; ; await pause(20)) {
    const { messages } = await caseOf(id);
    if (messages[0].state === 'failed') return expect(messages[0].reason).toBe('takes_none');
    if (Date.now() > deadline) throw new Error('it was never written down');
  }
});

test('what nobody took is sent by the sweep, once, unless it has become too old', async () => {
  farEnd.answer = () => twilioError(429, 20429);
  const [soon, stale] = [await inHand(), await inHand()];
  expect((await send(stale, sms())).body).toMatchObject({ state: 'intended' });
  await age(601_000);
  expect((await send(soon, sms())).body).toMatchObject({ state: 'intended' });
  await age(11_000);
  farEnd.answer = () => taken();
  farEnd.heard.length = 0;
  await sweep();
  await sweep();
  expect(posts()).toHaveLength(1);
  expect((await caseOf(soon)).messages).toMatchObject([{ state: 'sending' }]);
  expect((await caseOf(stale)).messages).toMatchObject([{ state: 'failed', reason: 'not_sent' }]);
});

test('an e-mail reaches the mail server, and is settled', async () => {
  const before = await ended('email', 'sent');
  const id = await inHand();
  const body = { kind: 'email', to: 'yui@example.com', subject: 'ご請求書', text: TEXT, key: randomUUID() };
  const answers = await Promise.all([send(id, body), send(id, body)]);
  expect(answers.map((answer) => answer.body.id)[0]).toBe(answers[1]?.body.id);
  expect(mailed).toEqual(['yui@example.com']);
  const { messages, timeline } = await caseOf(id);
  expect(messages).toMatchObject([{ kind: 'email', subject: 'ご請求書', state: 'sent', settledAt: expect.any(String) }]);
  expect(timeline.at(-1)).toMatchObject({ type: 'message_sent', data: { message: 'email' } });
  expect(await ended('email', 'sent')).toBe(before + 1);
});

test('one to a mailbox that is not there has failed', async () => {
  const { body } = await send(await inHand(), { kind: 'email', to: 'nobody@example.com', text: TEXT, key: randomUUID() });
  expect(body).toMatchObject({ state: 'failed', reason: 'no_mailbox', errorCode: 550 });
});

test('where the customer can be reached: the number, and what addresses the request brought along', async () => {
  const id = await inHand({ collected: { mail: ' yui@example.com ', again: 'yui@example.com', reason: 'mail me @ home' } });
  const { number, reachable } = await caseOf(id);
  expect(reachable).toEqual({ numbers: [number], addresses: ['yui@example.com'] });
});

test('and on the numbers and at the addresses of their contact', async () => {
  const id = await inHand();
  const { number } = await caseOf(id);
  const numbers = [{ number: '+81311112222', label: 'work' }, { number, label: 'mobile' }];
  const addresses = [{ kind: 'email', value: 'yui@work.example', label: 'work' }];
  const made = await centre.ask('POST', '/v1/contacts', { as: 'admin', body: { name: 'Tanaka Yui', numbers, addresses } });
  expect(made.status).toBe(201);
  expect((await caseOf(id)).reachable).toEqual({ numbers: [number, '+81311112222'], addresses: ['yui@work.example'] });
});

test('without a mail server no e-mail is sent from here, and the console is told', async () => {
  expect((await centre.ask('GET', '/v1/me', { as: 'aoki' })).body.mail).toBe(true);
  const without = await openCentre();
  const id = await givenCallback(without);
  const body = { kind: 'email', to: 'yui@example.com', text: TEXT, key: 'k' };
  expect(await without.ask('POST', `/v1/callbacks/${id}/messages`, { as: 'admin', body })).toMatchObject({ status: 409, body: { code: 'no_mail_server' } });
  expect((await without.ask('GET', '/v1/me', { as: 'aoki' })).body.mail).toBe(false);
  await without.close();
});
