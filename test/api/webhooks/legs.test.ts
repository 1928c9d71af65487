import type { Express } from 'express';
import { KICKS } from '../../../store/notify.ts';
import type { Store } from '../../../store/open.ts';
import type { FarEnd } from '../../telephony/far-end.ts';
import { openFarEnd, twilioError } from '../../telephony/far-end.ts';
import { telephonyAt } from '../../telephony/given.ts';
import { givenLeg, LABEL, legIn, told } from './legs-support.ts';
import { appOf, callSid, post } from './support.ts';
import { openStore } from '../../database.ts';

let store: Store;
let farEnd: FarEnd;
let app: Express;
beforeAll(async () => void (store = await openStore()));
afterAll(() => store.close());
beforeEach(async () => {
  farEnd = await openFarEnd();
  farEnd.answer = ({ method }) => ({ status: 200, body: { sid: callSid(), status: method === 'GET' ? 'ringing' : 'canceled' } });
  app = appOf({ store, telephony: telephonyAt(farEnd.url) });
});
afterEach(() => farEnd.close());

function status(callback: string, CallSid: string, CallStatus: string, SequenceNumber = '0') {
  return post(app, `/twilio/voice/leg?callback=${callback}&leg=${LABEL}`, { CallSid, CallStatus, SequenceNumber, CallbackSource: 'call-progress-events' });
}

function machine(callback: string, CallSid: string, AnsweredBy: string) {
  return post(app, `/twilio/voice/amd?callback=${callback}&leg=${LABEL}`, { CallSid, AnsweredBy, MachineDetectionDuration: '1200' });
}

/** The calls that Twilio was asked to end. */
function hungUp(): string[] {
  return farEnd.heard.filter(({ form }) => form.get('Status') === 'canceled').map(({ path }) => path.replace(/^.*\/(CA.*)\.json$/, '$1'));
}

const news = (progress: string, end: string | null = null, answeredBy: string | null = null) => ({
  message: 'leg',
  payload: { label: LABEL, attempt: 1, facts: { progress, end, answeredBy } },
});

describe('the status of a leg', () => {
  test('is learnt, and only an answer and an end are told to the workflow', async () => {
    const callback = await givenLeg(store, 'placed');
    const sid = callSid();
    for (const [n, word] of ['initiated', 'ringing', 'in-progress', 'completed'].entries()) {
      await status(callback, sid, word, String(n)).expect(204);
    }
    expect(await legIn(store, callback)).toMatchObject({ state: 'placed', call_sid: sid, progress: 'ended', call_end: 'completed' });
    expect(await told(store, callback)).toEqual([news('answered'), news('ended', 'completed')]);
  });

  test.each([
    ['busy', 'busy'],
    ['no-answer', 'no_answer'],
    ['failed', 'failed'],
    ['canceled', 'cancelled'],
  ])('%s ends it as %s', async (word, end) => {
    const callback = await givenLeg(store, 'placed');
    await status(callback, callSid(), word).expect(204);
    expect(await told(store, callback)).toEqual([news('ended', end)]);
    expect((await legIn(store, callback)).settled_at).not.toBeNull();
  });

  test.each([
    ['unknown', 'is told from its first word on', [news('ringing')]],
    ['posting', 'is told only what its request will not tell', []],
  ] as const)('of a leg that is %s %s: it was placed', async (state, _what, expected) => {
    const callback = await givenLeg(store, state);
    await status(callback, callSid(), 'ringing', '1').expect(204);
    expect((await legIn(store, callback)).state).toBe('placed');
    expect(await told(store, callback)).toEqual(expected);
  });

  test('wakes the outbox', async () => {
    const callback = await givenLeg(store, 'placed');
    let wake: () => void = () => undefined;
    const kicked = new Promise<void>((resolve) => (wake = resolve));
    await store.listen(KICKS, () => wake());
    await status(callback, callSid(), 'in-progress').expect(204);
    await kicked;
  });

  test('sent twice, even at once, is told once', async () => {
    const callback = await givenLeg(store, 'placed');
    const sid = callSid();
    await Promise.all([1, 2, 3].map(() => status(callback, sid, 'in-progress', '2').expect(204)));
    expect(await told(store, callback)).toEqual([news('answered')]);
  });
});

describe('machine detection', () => {
  test.each([
    ['human', 'human', []],
    ['unknown', 'unknown', []],
    ['machine_start', 'machine', [news('none', null, 'machine')]],
    ['fax', 'machine', [news('none', null, 'machine')]],
  ])('%s is %s', async (word, answeredBy, expected) => {
    const callback = await givenLeg(store, 'placed');
    const sid = callSid();
    await machine(callback, sid, word).expect(204);
    await machine(callback, sid, word).expect(204);
    expect((await legIn(store, callback)).answered_by).toBe(answeredBy);
    expect(await told(store, callback)).toEqual(expected);
  });

  test.each(['human', 'unknown'] as const)('%s is waited for of somebody who is to have the call', async (answeredBy) => {
    const callback = await givenLeg(store, 'placed', { role: 'target' });
    await machine(callback, callSid(), answeredBy).expect(204);
    expect(await told(store, callback)).toEqual([news('none', null, answeredBy)]);
  });
});

describe('a call that nobody wants any more', () => {
  test.each([
    ['of a leg that was given up', 'unknown', { settled: true }],
    ['of a leg that was voided', 'void', { settled: true }],
    ['under the label of another call', 'placed', { callSid: callSid() }],
  ] as const)('%s is hung up, and nothing else happens', async (_what, state, more) => {
    const callback = await givenLeg(store, state, more);
    const before = await legIn(store, callback);
    const sid = callSid();
    await status(callback, sid, 'ringing', '1').expect(204);
    expect(hungUp()).toEqual([sid]);
    expect(await legIn(store, callback)).toEqual(before);
    expect(await told(store, callback)).toEqual([]);
  });

  test('and is over already is left alone', async () => {
    const callback = await givenLeg(store, 'unknown', { settled: true });
    await status(callback, callSid(), 'no-answer', '2').expect(204);
    expect(farEnd.heard).toEqual([]);
  });

  test('because its end is wanted is hung up as soon as its sid is known, and still followed', async () => {
    const callback = await givenLeg(store, 'posting', { endWanted: true });
    const sid = callSid();
    await status(callback, sid, 'initiated').expect(204);
    expect(hungUp()).toEqual([sid]);
    await status(callback, sid, 'canceled', '1').expect(204);
    expect(hungUp()).toEqual([sid]);
    expect(await told(store, callback)).toEqual([news('ended', 'cancelled')]);
  });

  test('is tried again when it could not be hung up: the webhook fails, and Twilio sends it again', async () => {
    const callback = await givenLeg(store, 'posting', { endWanted: true });
    const sid = callSid();
    const works = farEnd.answer;
    farEnd.answer = () => twilioError(503, 20503);
    await status(callback, sid, 'in-progress', '1').expect(500);
    farEnd.answer = works;
    await status(callback, sid, 'in-progress', '1').expect(204);
    expect(hungUp()).toEqual([sid]);
    expect(await told(store, callback)).toHaveLength(1);
  });

  test('a late word about a call that is known to be over hangs nothing up', async () => {
    const callback = await givenLeg(store, 'placed');
    const sid = callSid();
    await status(callback, sid, 'completed', '3').expect(204);
    await status(callback, sid, 'ringing', '1').expect(204);
    expect(farEnd.heard).toEqual([]);
    expect(await legIn(store, callback)).toMatchObject({ progress: 'ended', call_end: 'completed' });
  });
});
