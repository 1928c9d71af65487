import { Readable } from 'node:stream';
import { noteRecording } from '../../store/call/call-recordings.ts';
import type { Media } from '../../telephony/port.ts';
import type { Centre } from './support.ts';
import { given, givenCallback, openCentre } from './support.ts';

const SID = `RE${'1'.repeat(32)}`;
const SOUND = 'ID3 and then the sound';

let centre: Centre;
let asked: { sid: string; range: string | null }[];
let hears: (range: string | null) => Promise<Media | null>;
beforeAll(async () => {
  centre = await openCentre({ telephony: { hearRecording: (sid, range) => (asked.push({ sid, range }), hears(range)) } });
});
afterAll(() => centre.close());
beforeEach(() => {
  asked = [];
  hears = async () => ({ isPart: false, type: 'audio/mpeg', length: String(SOUND.length), range: null, acceptRanges: null, stream: Readable.from([SOUND]) });
});

async function recorded(more: { assignee?: string } = {}): Promise<string> {
  const callbackId = await givenCallback(centre);
  await given(centre, callbackId, { assignee_id: more.assignee ?? centre.ids.aoki, attempt: 1 });
  const startedAt = new Date('2026-11-21T05:30:00Z');
  await centre.store.db.deleteFrom('call_recording').execute();
  await noteRecording(centre.store.db, { sid: SID, callbackId, attempt: 1, state: 'completed', startedAt, durationS: 95 });
  return callbackId;
}

const path = (callbackId: string, sid = SID) => `/v1/callbacks/${callbackId}/recordings/${sid}`;

test('the case says what was kept of its conversations', async () => {
  const { body } = await centre.ask('GET', `/v1/callbacks/${await recorded()}`, { as: 'aoki' });
  expect(body.recordings).toEqual([{ sid: SID, attempt: 1, startedAt: '2026-11-21T05:30:00.000Z', durationS: 95, status: 'completed' }]);
});

test('a recording is heard by whoever may see the callback, and kept by nobody between', async () => {
  const answer = await centre.ask('GET', path(await recorded()), { as: 'aoki' });
  expect([answer.status, answer.body]).toEqual([200, SOUND]);
  expect(answer.headers.get('content-type')).toBe('audio/mpeg');
  expect(answer.headers.get('cache-control')).toBe('private, max-age=3600');
  expect(answer.headers.get('content-length')).toBe(String(SOUND.length));
});

test('a part of it is answered as a part', async () => {
  hears = async () => ({ isPart: true, type: 'audio/mpeg', length: '3', range: 'bytes 0-2/22', acceptRanges: 'bytes', stream: Readable.from(['ID3']) });
  const answer = await centre.ask('GET', path(await recorded()), { as: 'admin', headers: { Range: 'bytes=0-2' } });
  expect([answer.status, answer.body, answer.headers.get('content-range')]).toEqual([206, 'ID3', 'bytes 0-2/22']);
  expect(answer.headers.get('accept-ranges')).toBe('bytes');
  expect(asked).toEqual([{ sid: SID, range: 'bytes=0-2' }]);
});

test('nobody else hears it, by no callback and under no other name, and the network is not asked', async () => {
  const callbackId = await recorded();
  const other = await givenCallback(centre);
  const answers = [
    await centre.ask('GET', path(callbackId), { as: 'mori' }),
    await centre.ask('GET', path(other), { as: 'admin' }),
    await centre.ask('GET', path(callbackId, `RE${'2'.repeat(32)}`), { as: 'admin' }),
  ];
  expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [404, 'not_found']));
  expect([(await centre.ask('GET', path(callbackId))).status, (await centre.ask('GET', path(callbackId), { as: 'kato' })).status]).toEqual([401, 403]);
  expect((await centre.ask('GET', path(callbackId, 'RE1'), { as: 'admin' })).status).toBe(404);
  expect(asked).toEqual([]);
});

test('where there is nothing to be heard yet, and where the network cannot be asked, it says so', async () => {
  const callbackId = await recorded();
  hears = async () => null;
  expect(await centre.ask('GET', path(callbackId), { as: 'admin' })).toMatchObject({ status: 404 });
  hears = () => Promise.reject(new Error('away'));
  const answer = await centre.ask('GET', path(callbackId), { as: 'admin' });
  expect(answer).toMatchObject({ status: 503, body: { code: 'network_unavailable' } });
  expect(answer.headers.get('retry-after')).toBe('5');
});

test('who has heard enough ends the fetching', async () => {
  const callbackId = await recorded();
  const endless = new Readable({ read: () => void endless.push('la '.repeat(10_000)) });
  hears = async () => ({ isPart: false, type: 'audio/mpeg', length: null, range: null, acceptRanges: null, stream: endless });
  const ended = new Promise<void>((resolve) => endless.once('close', resolve));
  const listening = new AbortController();
  const response = await fetch(`${centre.url}${path(callbackId)}`, { headers: await centre.credentials('admin'), signal: listening.signal });
  await response.body?.getReader().read();
  listening.abort();
  await ended;
});
