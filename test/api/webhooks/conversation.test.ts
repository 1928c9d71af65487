import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Express } from 'express';
import request from 'supertest';
import { noteRecording, recordingsOf } from '../../../store/call/call-recordings.ts';
import type { Store } from '../../../store/open.ts';
import { givenLeg } from './legs-support.ts';
import { appOf, post, PUBLIC_URL } from './support.ts';
import { openStore } from '../../database.ts';

let store: Store;
let app: Express;
beforeAll(async () => {
  store = await openStore();
  app = appOf({ store });
});
afterAll(() => store.close());

describe('the music of who is on hold', () => {
  test('is played for ever, from our own address', async () => {
    const { text } = await post(app, '/twilio/voice/hold-music', {}).expect(200);
    expect(text).toContain(`<Play loop="0">${PUBLIC_URL}/twilio/media/hold-music.wav</Play>`);
  });

  test('is a sound of some seconds that anybody may hear, soft and never silent', async () => {
    const { body, headers } = await request(app).get('/twilio/media/hold-music.wav').responseType('blob').expect(200);
    expect(headers['content-type']).toBe('audio/wav');
    const sound = body as Buffer;
    expect(sound.subarray(0, 4).toString()).toBe('RIFF');
    const samples = new Int16Array(sound.buffer.slice(sound.byteOffset + 44, sound.byteOffset + sound.length));
    const seconds = Array.from({ length: Math.floor(samples.length / 8_000) }, (_, n) => samples.subarray(n * 8_000, (n + 1) * 8_000));
    expect(seconds.length).toBeGreaterThan(10);
    for (const second of seconds) expect(Math.max(...second)).toBeGreaterThan(1_000);
    expect(Math.max(...samples)).toBeLessThan(32_767);
    // The loop has no seam: its ends are as near as any two neighbours.
    expect(Math.abs((samples[0] ?? 0) - (samples.at(-1) ?? 0))).toBeLessThan(4_000);
  });
});

describe('digits', () => {
  async function given(played: string | null): Promise<string> {
    const token = randomUUID();
    const playedAt = played === null ? null : sql<Date>`now() - ${played}::interval`;
    const row = { token, callback_id: await givenLeg(store, 'placed'), attempt: 1, digits: '12#w', sent_by: 'aoki', played_at: playedAt };
    await store.db.insertInto('call_tones').values(row).execute();
    return token;
  }

  test.each([
    ['for the first time', null, 200],
    ['again at once, as Twilio does when our answer was lost', '10 seconds', 200],
    ['later', '16 seconds', 404],
  ])('are given when they are asked for %s', async (_when, played, status) => {
    const token = await given(played);
    const { text } = await post(app, `/twilio/voice/tones?token=${token}`, {}).expect(status);
    expect(text.includes('<Play digits="12#w"/>')).toBe(status === 200);
  });

  test('that have been heard are given to nobody, however soon', async () => {
    const token = await given(null);
    await post(app, `/twilio/voice/tones?token=${token}`, {}).expect(200);
    const { callback_id } = await store.db.selectFrom('call_tones').selectAll().where('token', '=', token).executeTakeFirstOrThrow();
    const end = { ConferenceSid: `CF${'1'.repeat(32)}`, StatusCallbackEvent: 'announcement-end', SequenceNumber: '9', AnnounceUrl: `${PUBLIC_URL}/twilio/voice/tones?token=${token}` };
    await post(app, `/twilio/voice/conference?callback=${callback_id}&attempt=1`, end).expect(204);
    await post(app, `/twilio/voice/tones?token=${token}`, {}).expect(404);
  });

  test('are not given to who does not sign', async () => {
    await post(app, `/twilio/voice/tones?token=${await given(null)}`, {}, 'forged').expect(403);
  });
});

describe('an apology', () => {
  test.each([
    ['ja', 'ja-JP', '申し訳ございません'],
    ['ko-KR', 'ko-KR', '죄송합니다'],
    ['en', 'en-US', 'sorry'],
    ['fr', 'en-US', 'sorry'],
  ])('in %s', async (lang, language, word) => {
    const { text } = await post(app, `/twilio/voice/apology?lang=${lang}`, {}).expect(200);
    expect(text).toContain(`<Say language="${language}">`);
    expect(text).toContain(word);
    expect(text).toContain('<Hangup/>');
  });
});

describe('the status of a recording', () => {
  const told = (callback: string, sid: string, RecordingStatus: string, more: Record<string, string> = {}) =>
    post(app, `/twilio/voice/recording?callback=${callback}&attempt=1`, { RecordingSid: sid, CallSid: `CA${'1'.repeat(32)}`, RecordingStatus, ...more });
  const begun = { RecordingStartTime: 'Fri, 20 Nov 2026 10:00:00 +0000' };

  test('is kept from its beginning to its end', async () => {
    const callback = await givenLeg(store, 'placed');
    const sid = `RE${'a'.repeat(32)}`;
    await told(callback, sid, 'in-progress', begun).expect(204);
    expect(await recordingsOf(store.db, callback)).toMatchObject([{ recording_sid: sid, status: 'recording', started_at: new Date('2026-11-20T10:00:00Z'), ended_at: null }]);
    await told(callback, sid, 'completed', { ...begun, RecordingDuration: '42' }).expect(204);
    await told(callback, sid, 'in-progress', begun).expect(204);
    expect(await recordingsOf(store.db, callback)).toMatchObject([{ status: 'completed', duration_s: 42, ended_at: expect.anything(), attempt: 1 }]);
  });

  test('that says late that it began does not end its pause; that there is nothing is kept, too', async () => {
    const callback = await givenLeg(store, 'placed');
    const sid = `RE${'b'.repeat(32)}`;
    await noteRecording(store.db, { sid, callbackId: callback, attempt: 1, state: 'paused', startedAt: new Date(), durationS: null });
    await told(callback, sid, 'in-progress', begun).expect(204);
    expect(await recordingsOf(store.db, callback)).toMatchObject([{ status: 'paused' }]);
    await told(callback, sid, 'absent').expect(204);
    expect(await recordingsOf(store.db, callback)).toMatchObject([{ status: 'absent' }]);
  });

  test.each([
    ['RecordingStatus', { RecordingStatus: 'lost' }],
    ['RecordingSid', { RecordingSid: 'RE1' }],
    ['RecordingDuration', { RecordingDuration: 'long' }],
    ['RecordingStartTime', { RecordingStartTime: 'yesterday' }],
  ])('with a bad %s is refused and changes nothing', async (field, form) => {
    const callback = await givenLeg(store, 'placed');
    const { body } = await told(callback, `RE${'c'.repeat(32)}`, 'completed', form).expect(400);
    expect(body.errors).toContainEqual(expect.objectContaining({ parameter: field }));
    expect(await recordingsOf(store.db, callback)).toEqual([]);
  });
});
