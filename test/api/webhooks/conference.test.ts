import type { Express } from 'express';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { HINTS } from '../../../store/notify.ts';
import type { Store } from '../../../store/open.ts';
import { givenLeg, LABEL, legIn, told } from './legs-support.ts';
import { appOf, callSid, CUSTOMER, post } from './support.ts';
import { openStore } from '../../database.ts';

let store: Store;
let app: Express;
const lines: string[] = [];
const log = pino({ level: 'info' }, new Writable({ write: (line: Buffer, _encoding, done) => (lines.push(line.toString()), done()) }));
beforeAll(async () => {
  store = await openStore();
  app = appOf({ store, log });
});
afterAll(() => store.close());

/** Every attempt has a conference of its own. */
function conferenceOf(callback: string): string {
  return `CF${callback.replaceAll('-', '')}`;
}

function event(callback: string, StatusCallbackEvent: string, more: Record<string, string> = {}) {
  const form = { ConferenceSid: conferenceOf(callback), FriendlyName: `callback-${callback}-1`, StatusCallbackEvent, SequenceNumber: '1', ...more };
  return post(app, `/twilio/voice/conference?callback=${callback}&attempt=1`, form);
}

test('joining and leaving are written with their reasons, and the attempt learns its conference', async () => {
  const callback = await givenLeg(store, 'placed');
  await event(callback, 'participant-join', { ParticipantLabel: LABEL }).expect(204);
  const left = { ParticipantLabel: LABEL, ReasonParticipantLeft: 'participant_hung_up', SequenceNumber: '4' };
  await event(callback, 'participant-leave', left).expect(204);
  const leg = await legIn(store, callback);
  expect(leg).toMatchObject({ conference_sid: conferenceOf(callback), left_reason: 'participant_hung_up' });
  expect([leg.joined_at, leg.left_at]).not.toContain(null);
  const attempt = await store.db.selectFrom('attempt').selectAll().where('callback_id', '=', callback).executeTakeFirst();
  expect(attempt?.conference_sid).toBe(conferenceOf(callback));
});

test('leaving without having answered is no answer: the workflow is told nothing', async () => {
  const callback = await givenLeg(store, 'placed');
  await event(callback, 'participant-leave', { ParticipantLabel: LABEL, ParticipantCallStatus: 'busy' }).expect(204);
  expect(await legIn(store, callback)).toMatchObject({ progress: 'none', call_end: null });
  expect(await told(store, callback)).toEqual([]);
});

test('consoles are told to read the callback again', async () => {
  const callback = await givenLeg(store, 'placed');
  let tell: () => void = () => undefined;
  const hinted = new Promise<void>((resolve) => (tell = resolve));
  await store.listen(HINTS, (payload) => payload.includes(callback) && tell());
  await event(callback, 'participant-join', { ParticipantLabel: LABEL }).expect(204);
  await hinted;
});

test('a repeated event changes nothing', async () => {
  const callback = await givenLeg(store, 'placed');
  await event(callback, 'participant-join', { ParticipantLabel: LABEL }).expect(204);
  const before = await legIn(store, callback);
  expect(before.joined_at).not.toBeNull();
  await event(callback, 'participant-join', { ParticipantLabel: LABEL }).expect(204);
  expect(await legIn(store, callback)).toEqual(before);
});

describe('how a party sits', () => {
  const seat = (more: Record<string, string>) => ({ ParticipantLabel: LABEL, Hold: 'false', Muted: 'false', Coaching: 'false', ...more });

  test('is drawn from every event about it', async () => {
    const callback = await givenLeg(store, 'placed');
    await event(callback, 'participant-hold', seat({ Hold: 'true', SequenceNumber: '3' })).expect(204);
    expect(await legIn(store, callback)).toMatchObject({ on_hold: true, muted: false, coaches: null });
    await event(callback, 'participant-mute', seat({ Muted: 'true', SequenceNumber: '4' })).expect(204);
    expect(await legIn(store, callback)).toMatchObject({ on_hold: false, muted: true });
  });

  test('stays as the newest event says, however late an older one comes, and whatever is sent twice', async () => {
    const callback = await givenLeg(store, 'placed');
    await event(callback, 'participant-unhold', seat({ SequenceNumber: '12' })).expect(204);
    await event(callback, 'participant-hold', seat({ Hold: 'true', SequenceNumber: '9' })).expect(204);
    await event(callback, 'participant-hold', seat({ Hold: 'true', SequenceNumber: '9' })).expect(204);
    expect(await legIn(store, callback)).toMatchObject({ on_hold: false, conference_sequence: 12 });
  });

  test('names whom it coaches by the label of their leg; a call we do not know is nobody', async () => {
    const sid = callSid();
    const callback = await givenLeg(store, 'placed', { callSid: sid });
    await event(callback, 'participant-modify', seat({ Coaching: 'true', CallSidToCoach: sid, SequenceNumber: '3' })).expect(204);
    expect((await legIn(store, callback)).coaches).toBe(LABEL);
    await event(callback, 'participant-modify', seat({ Coaching: 'true', CallSidToCoach: callSid(), SequenceNumber: '4' })).expect(204);
    expect((await legIn(store, callback)).coaches).toBeNull();
    await event(callback, 'participant-modify', seat({ Coaching: 'false', CallSidToCoach: sid, SequenceNumber: '5' })).expect(204);
    expect((await legIn(store, callback)).coaches).toBeNull();
  });

  test('an event without a number says nothing of it', async () => {
    const callback = await givenLeg(store, 'placed');
    const form = { ConferenceSid: conferenceOf(callback), StatusCallbackEvent: 'participant-hold', ...seat({ Hold: 'true' }) };
    await post(app, `/twilio/voice/conference?callback=${callback}&attempt=1`, form).expect(204);
    expect(await legIn(store, callback)).toMatchObject({ on_hold: false, conference_sequence: null });
  });
});

test('when the conference is over whoever was in it has left; a late word still says why', async () => {
  const callback = await givenLeg(store, 'placed');
  await event(callback, 'participant-join', { ParticipantLabel: LABEL }).expect(204);
  await event(callback, 'conference-end', { SequenceNumber: '7' }).expect(204);
  expect(await legIn(store, callback)).toMatchObject({ left_at: expect.anything(), left_reason: null });
  await event(callback, 'participant-leave', { ParticipantLabel: LABEL, ReasonParticipantLeft: 'moderator_ended_conference', SequenceNumber: '6' }).expect(204);
  expect(await legIn(store, callback)).toMatchObject({ left_reason: 'moderator_ended_conference' });
});

test.each(['conference-start', 'conference-end', 'participant-hold', 'participant-speech-start'])('%s is taken without more ado', async (name) => {
  const callback = await givenLeg(store, 'placed');
  const more: Record<string, string> = name.startsWith('participant') ? { ParticipantLabel: LABEL } : { ReasonConferenceEnded: 'last-participant-left' };
  await event(callback, name, more).expect(204);
});

describe('an event of another conference than the attempt’s', () => {
  const another = `CF${'9'.repeat(32)}`;

  test.each([
    ['participant-leave', { ParticipantLabel: LABEL, ReasonParticipantLeft: 'participant_hung_up' }],
    ['participant-hold', { ParticipantLabel: LABEL, Hold: 'true', Muted: 'true', Coaching: 'false' }],
    ['conference-end', {}],
  ])('%s is ignored, and logged without a number', async (name, more) => {
    const callback = await givenLeg(store, 'placed');
    await event(callback, 'participant-join', { ParticipantLabel: LABEL }).expect(204);
    const before = await legIn(store, callback);
    lines.length = 0;
    await event(callback, name, { ...more, ConferenceSid: another, SequenceNumber: '9' }).expect(204);
    expect(await legIn(store, callback)).toEqual(before);
    expect(lines.map((line) => JSON.parse(line))).toEqual([expect.objectContaining({ level: 30, callbackId: callback, attempt: 1, event: name })]);
    expect(lines.join()).not.toContain(CUSTOMER.slice(3));
    // What is ignored does not stand in the way of the attempt's own.
    await event(callback, name, { ...more, SequenceNumber: '9' }).expect(204);
    expect(await legIn(store, callback)).not.toEqual(before);
  });

  test('is told by the sid that the network’s answer to the first request gave', async () => {
    const callback = await givenLeg(store, 'placed');
    await store.db.updateTable('attempt').set({ conference_sid: conferenceOf(callback) }).where('callback_id', '=', callback).execute();
    await event(callback, 'participant-join', { ParticipantLabel: LABEL, ConferenceSid: another }).expect(204);
    expect(await legIn(store, callback)).toMatchObject({ joined_at: null, conference_sid: null });
  });
});
