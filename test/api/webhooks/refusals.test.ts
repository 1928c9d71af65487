import { createHash, randomUUID } from 'node:crypto';
import type { Express } from 'express';
import request from 'supertest';
import type { Store } from '../../../store/open.ts';
import { readTwiml } from './caller.ts';
import { givenLeg, LABEL, legIn } from './legs-support.ts';
import { appOf, callSid, CUSTOMER, post, ROUTE_NUMBER, sign } from './support.ts';
import { openStore } from '../../database.ts';

let store: Store;
let app: Express;
beforeAll(async () => {
  store = await openStore();
  app = appOf({ store });
});
afterAll(() => store.close());

const CONFERENCE = `CF${'c'.repeat(32)}`;
const STATUS = { CallSid: callSid(), CallStatus: 'ringing', SequenceNumber: '1' };

test('nothing unsigned is heard, by any address', async () => {
  const callback = await givenLeg(store, 'placed');
  const before = await legIn(store, callback);
  const paths = ['incoming', 'when', `leg?callback=${callback}&leg=${LABEL}`, 'amd', 'conference', 'wait', 'nothing-here'];
  for (const path of paths) {
    for (const signature of ['', 'bm8=', sign('/twilio/voice/other', STATUS), sign(`/twilio/voice/${path}`, { ...STATUS, CallStatus: 'busy' })]) {
      const response = await post(app, `/twilio/voice/${path}`, STATUS, signature).expect(403);
      expect(response.type).toBe('application/problem+json');
      expect(response.body).toMatchObject({ status: 403, code: 'bad_signature' });
    }
  }
  expect(await legIn(store, callback)).toEqual(before);
});

test('a host that a proxy shows does not matter: the signature is over the public URL', async () => {
  const callback = await givenLeg(store, 'placed');
  const path = `/twilio/voice/leg?callback=${callback}&leg=${LABEL}`;
  await post(app, path, STATUS).set('Host', 'inner.example').set('X-Forwarded-Host', 'evil.example').expect(204);
});

describe('what is signed and malformed is a 400 that names the field', () => {
  const leg = `leg?callback=${randomUUID()}&leg=${LABEL}`;
  test.each([
    ['leg?callback=7&leg=customer-1-1', STATUS, 'callback'],
    [`leg?callback=${randomUUID()}&leg=a/b`, STATUS, 'leg'],
    [`leg?callback=${randomUUID()}&leg=${LABEL}&leg=${LABEL}`, STATUS, 'leg'],
    [leg, { ...STATUS, CallSid: 'CA1' }, 'CallSid'],
    [leg, { CallSid: STATUS.CallSid }, 'CallStatus'],
    [leg, { ...STATUS, CallStatus: 'toString' }, 'CallStatus'],
    [leg, { ...STATUS, SequenceNumber: '-1' }, 'SequenceNumber'],
    [leg.replace('leg?', 'amd?'), { CallSid: STATUS.CallSid, AnsweredBy: 'a dog' }, 'AnsweredBy'],
    [`conference?callback=${randomUUID()}&attempt=0`, { ConferenceSid: CONFERENCE, StatusCallbackEvent: 'participant-join' }, 'attempt'],
    [`conference?callback=${randomUUID()}&attempt=1`, { ConferenceSid: 'CF1', StatusCallbackEvent: 'participant-join' }, 'ConferenceSid'],
    [`wait?callback=${randomUUID()}&lang=1`, {}, 'lang'],
    ['incoming', { From: CUSTOMER, To: ROUTE_NUMBER }, 'CallSid'],
    ['when?lang=xx', { CallSid: callSid(), From: CUSTOMER, To: ROUTE_NUMBER }, 'lang'],
    ['when?lang=en&number=+819012345678', { CallSid: callSid(), From: CUSTOMER, To: ROUTE_NUMBER }, 'number'],
  ])('%s %j', async (path, form, field) => {
    await givenLeg(store, 'placed');
    const response = await post(app, `/twilio/voice/${path}`, form as Record<string, string>).expect(400);
    expect(response.body.errors).toContainEqual(expect.objectContaining({ parameter: field }));
    expect(response.text).not.toContain('9012345678');
  });
});

test.each([
  [`leg?callback=${randomUUID()}&leg=${LABEL}`, STATUS],
  [`amd?callback=${randomUUID()}&leg=${LABEL}`, { CallSid: STATUS.CallSid, AnsweredBy: 'human' }],
  [`conference?callback=${randomUUID()}&attempt=1`, { ConferenceSid: CONFERENCE, StatusCallbackEvent: 'conference-start' }],
  [`wait?callback=${randomUUID()}&lang=en`, {}],
  ['tones?token=nobody-has-it', {}],
  [`recording?callback=${randomUUID()}&attempt=1`, { RecordingSid: `RE${'7'.repeat(32)}`, RecordingStatus: 'completed' }],
  ['nothing-here', {}],
])('%s is about nothing we know: 404', async (path, form) => {
  await post(app, `/twilio/voice/${path}`, form as Record<string, string>).expect(404);
});

test('a form with more fields than Twilio ever sends is too large: 413', async () => {
  const form = Array.from({ length: 1001 }, (_, index) => `f${index}=`).join('&');
  const response = await request(app).post('/twilio/voice/incoming').type('form').send(form).expect(413);
  expect(response.body).toMatchObject({ code: 'too_large' });
});

test('signed JSON is not what these addresses take: 415; changed JSON is not even that: 403', async () => {
  const body = JSON.stringify(STATUS);
  const path = `/twilio/voice/leg?callback=${randomUUID()}&leg=${LABEL}&bodySHA256=${createHash('sha256').update(body).digest('hex')}`;
  const send = (text: string) => request(app).post(path).type('json').set('X-Twilio-Signature', sign(path, {})).send(text);
  await send(body).expect(415);
  await send(body.replace('ringing', 'busy')).expect(403);
});

test('the app does not start without the token that signs', () => {
  const config = { publicUrl: 'https://ringback.example', numberHashKey: Buffer.alloc(32), twilio: null };
  expect(() => appOf({ store, config })).toThrow('TWILIO_AUTH_TOKEN');
});

test('who waits alone in the conference hears whose customer is called, once, and nothing that Twilio forbids there', async () => {
  const callback = await givenLeg(store, 'placed');
  const path = `/twilio/voice/wait?callback=${callback}&lang=ja`;
  const first = readTwiml((await post(app, path, { ConferenceSid: CONFERENCE }).expect(200)).text);
  expect(first.map(({ name }) => name)).toEqual(['Say', 'Pause', 'Redirect']);
  expect(first[0]?.text).toContain('Acme Support');
  const next = first[2]?.text.replace('https://ringback.example', '') ?? '';
  const later = readTwiml((await post(app, next, { ConferenceSid: CONFERENCE }).expect(200)).text);
  expect(later.map(({ name }) => name)).toEqual(['Pause', 'Redirect']);
});
