import type { Recording } from '../../console/api/types.ts';
import { soundOf } from '../../sandbox/network/sound.ts';
import { seriousFindings } from './served/axe.ts';
import { talking } from './served/calls.ts';
import { deskOf, minutesFromNow } from './served/people.ts';
import { eachInChromium, open, page, served, until, wrapUp } from './served/screen.ts';

eachInChromium();

const recording = (n: number, more: Partial<Recording> = {}): Recording => ({
  sid: `RE${String(n).repeat(32)}`,
  attempt: 1,
  startedAt: minutesFromNow(-10 * n),
  durationS: 95,
  status: 'completed',
  ...more,
});

const lines = () => page.getByRole('region', { name: 'Recordings' }).getByRole('listitem');
const player = (line: number) => lines().nth(line).locator('audio');

async function show(recordings: Recording[]): Promise<void> {
  served.known.desk = deskOf({ live: wrapUp({ recordings }) });
  await open('/desk');
  await page.getByRole('region', { name: 'Notes', exact: true }).waitFor();
}

test('what was kept is played in the case, newest first, and nothing is fetched before', async () => {
  const asked: string[] = [];
  await page.route('**/recordings/*', (route) => {
    asked.push(new URL(route.request().url()).pathname);
    return route.fulfill({ contentType: 'audio/x-wav', body: soundOf(2) });
  });
  await show([recording(2, { durationS: 3731 }), recording(1)]);
  expect(await lines().allInnerTexts()).toEqual([expect.stringContaining('1:35'), expect.stringContaining('1:02:11')]);
  expect(await player(0).getAttribute('aria-label')).toMatch(/^Listen to the recording of \S/);
  expect(asked).toEqual([]);
  await player(0).evaluate((audio: HTMLAudioElement) => audio.play());
  await until(() => player(0).evaluate((audio: HTMLAudioElement) => audio.currentTime), (seconds) => seconds > 0);
  expect(new Set(asked)).toEqual(new Set([`/v1/callbacks/live/recordings/RE${'1'.repeat(32)}`]));
  expect(await seriousFindings(page)).toEqual([]);
});

const said = async () => (await lines().allInnerTexts()).map((text) => text.split('\n').at(-1));
const unfinished = [recording(4, { status: 'recording', durationS: null }), recording(3, { status: 'paused', durationS: null })];

test('what cannot be heard says why; what is refused says so', async () => {
  await page.route('**/recordings/*', (route) => route.fulfill({ status: 503, contentType: 'application/problem+json', body: '{}' }));
  await show([recording(3, { status: 'processing' }), recording(2, { status: 'absent', durationS: 0 }), recording(1)]);
  expect((await said()).slice(1)).toEqual(['There is nothing to be heard', 'Being made ready to be heard']);
  await player(0).evaluate((audio: HTMLAudioElement) => audio.play().catch(() => undefined));
  await page.getByText('This recording cannot be played at the moment.').waitFor();
});

test('a call that goes on is being recorded, or paused', async () => {
  served.known.desk = deskOf({ live: talking({}, { recordings: unfinished.map((one) => ({ ...one, attempt: 2 })) }) });
  await open('/desk');
  await lines().first().waitFor();
  expect(await said()).toEqual(['Recording paused', 'Being recorded']);
});

test.each([
  ['en', 'Being made ready to be heard'],
  ['ja', '再生の準備中'],
  ['ko', '재생 준비 중'],
])('of a call that is over nothing is being recorded any more, in %s', async (language, words) => {
  await page.addInitScript((chosen) => localStorage.setItem('ringback-language', chosen), language);
  // One of the attempt before, and one of a call that has just ended.
  for (const live of [talking({}, { recordings: unfinished }), wrapUp({ recordings: unfinished.map((one) => ({ ...one, attempt: 2 })) })]) {
    served.known.desk = deskOf({ live });
    await open('/desk');
    await page.locator('.recordings li').first().waitFor();
    expect((await page.locator('.recordings li').allInnerTexts()).map((text) => text.split('\n').at(-1))).toEqual([words, words]);
  }
});

test('a case of which nothing was kept says nothing of recordings', async () => {
  await show([]);
  expect(await page.getByRole('heading', { name: 'Recordings' }).count()).toBe(0);
});
