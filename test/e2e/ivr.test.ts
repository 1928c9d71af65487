import { DateTime } from 'luxon';
import { askForNow, callIn, callInToWhen, newNumber } from './customer.ts';
import type { Person } from './person.ts';
import { signIn } from './person.ts';
import { stories } from './story.ts';

const story = stories();

/** Where the routes are. */
const ZONE = 'Asia/Tokyo';
const HOUR_MS = 3600_000;
/** What Twilio says when the number is withheld: ANONYMOUS on a telephone's keys. */
const WITHHELD = '+266696687';

function callbacksOf(admin: Person, e164: string): Promise<unknown[]> {
  return admin.get<{ items: unknown[] }>(`/v1/callbacks?number=${encodeURIComponent(e164)}`).then(({ items }) => items);
}

story('"later today" makes a delayed callback, due after the route’s lead time', async (centre) => {
  const admin = await signIn(centre, 'admin');
  const from = newNumber('01');
  const call = await callInToWhen(centre, from, 'sales');
  await call.press('2');
  await call.hear(/on the number ending in 0 1 0 1, (today|tomorrow) at \d+:\d\d [AP]M\./);
  await call.hangUp();
  const { kind, status, requestedAt, dueAt } = await admin.caseWhen(from, ({ dueAt }) => dueAt !== null);
  expect({ kind, status }).toEqual({ kind: 'delayed', status: 'scheduled' });
  const waitMs = Date.parse(dueAt ?? '') - Date.parse(requestedAt);
  expect(Math.abs(waitMs - 2 * HOUR_MS)).toBeLessThan(60_000);
});

story('a keyed time makes a callback scheduled at that time of the route’s zone', async (centre) => {
  const admin = await signIn(centre, 'admin');
  const from = newNumber('02');
  const wanted = DateTime.now().setZone(ZONE).plus({ hours: 3 }).startOf('minute');
  const call = await callInToWhen(centre, from, 'sales');
  await call.press('3');
  await call.hear(/four digits/);
  await call.press(wanted.toFormat('HHmm'));
  await call.hear(new RegExp(`at ${wanted.toFormat('h:mm a', { locale: 'en' })}`));
  await call.hangUp();
  const { kind, desiredAt, dueAt } = await admin.caseWhen(from, ({ status, dueAt }) => status === 'scheduled' && dueAt !== null);
  expect({ kind, desiredAt, dueAt }).toEqual({ kind: 'scheduled', desiredAt: wanted.toUTC().toISO(), dueAt: wanted.toUTC().toISO() });
});

story('a time that is none, and a time at which the route is closed, are answered with the next free times', async (centre) => {
  await centre.setPolicy('sales', { hours: { 1: [{ from: '09:00', to: '09:40' }] } });
  const call = await callInToWhen(centre, newNumber('03'), 'sales');
  await call.press('3');
  await call.hear(/four digits/);
  await call.press('2561');
  await call.hear(/this is not a time of day.*next times we can call you are .*Monday.* at 9:00 AM/);
  await call.press('1200');
  await call.hear(/we are closed at that time.*next times/);
  await call.hangUp();
});

story('another number can be keyed, and it is that one which is called', async (centre) => {
  const admin = await signIn(centre, 'admin');
  const from = newNumber('04');
  const other = newNumber('05');
  const call = await callIn(centre, from, 'sales');
  await call.hear(/For English/);
  await call.press('1');
  await call.hear(/press 1 or say yes/);
  await call.press('2');
  await call.hear(/beginning with the area code/);
  await call.press('12#');
  await call.hear(/not a number we can call/);
  await call.press(`${other.slice(2)}#`);
  expect(await call.hear(/press 1 or say yes/)).toContain(other.slice(2, 5).split('').join(' '));
  await call.press('1');
  await call.hear(/as soon as possible/);
  await call.press('1');
  await call.hear(/on the number ending in 0 1 0 5/);
  await call.hangUp();
  expect(await admin.callbackOf(other)).toMatchObject({ number: other, origin: 'ivr' });
  expect(await callbacksOf(admin, from)).toEqual([]);
});

story('a caller without a number is asked for one', async (centre) => {
  const admin = await signIn(centre, 'admin');
  const own = newNumber('06');
  const call = await callIn(centre, WITHHELD, 'sales');
  await call.hear(/For English/);
  await call.press('1');
  await call.hear(/cannot see the number you are calling from.*enter the number/);
  await call.press(`${own.slice(2)}#`);
  await call.hear(/press 1 or say yes/);
  await call.press('1');
  await call.hear(/as soon as possible/);
  await call.press('1');
  await call.hear(/as soon as one of us is free/);
  await call.hangUp();
  expect(await admin.callbackOf(own)).toMatchObject({ number: own });
});

story('everything can be said instead of keyed, and the reason is on the case', async (centre) => {
  const admin = await signIn(centre, 'admin');
  const from = newNumber('07');
  const call = await callIn(centre, from, 'support');
  await call.hear(/For English/);
  await call.press('1');
  await call.hear(/press 1 or say yes/);
  await call.say('Yes, please.');
  await call.hear(/as soon as possible/);
  await call.say('Now');
  await call.hear(/what it is about/);
  await call.say('I cannot sign in');
  await call.toTheEnd();
  const { collected, language } = await admin.caseWhen(from, (known) => known.collected['reason'] !== undefined);
  expect(collected).toMatchObject({ reason: 'I cannot sign in', callerIdMatches: 'yes' });
  expect(language).toBe('en');
});

story('a repeated call is told of the request there is, and makes no second callback', async (centre) => {
  const admin = await signIn(centre, 'admin');
  const from = newNumber('08');
  await askForNow(centre, from, 'sales');
  const { id } = await admin.callbackOf(from);
  const again = await callInToWhen(centre, from, 'sales');
  await again.press('1');
  expect(await again.toTheEnd()).toMatch(/We already have your request.*as soon as one of us is free/);
  expect(await callbacksOf(admin, from)).toEqual([expect.objectContaining({ id })]);
  const { timeline } = await admin.caseWhen(from, (known) => known.timeline.some(({ type }) => type === 'requested_again'));
  expect(timeline.filter(({ type }) => type === 'requested_again').map(({ actor }) => actor.type)).toEqual(['customer']);
});

story('an unknown key is asked about again; who never makes it clear is called as soon as possible', async (centre) => {
  const admin = await signIn(centre, 'admin');
  const from = newNumber('09');
  const call = await callInToWhen(centre, from, 'sales');
  await call.press('7');
  await call.hear(/did not understand that.*as soon as possible/);
  await call.press('8');
  await call.hear(/did not understand that.*as soon as possible/);
  await call.press('9');
  await call.hear(/as soon as one of us is free/);
  await call.hangUp();
  expect(await admin.callbackOf(from)).toMatchObject({ kind: 'asap' });
});

story('the IVR speaks Japanese, and the callback carries the language', async (centre) => {
  const admin = await signIn(centre, 'admin', { locale: 'ja-JP' });
  const from = newNumber('16');
  const call = await callIn(centre, from, 'billing');
  await call.hear(/日本語をご希望の方は、1を押してください.*For English, press 2/);
  await call.press('1');
  await call.hear(/お客様の電話番号は/);
  expect(await call.languages()).toEqual(['ja-JP']);
  await call.say('はい、お願いします。');
  await call.hear(/折り返しのお時間をお選びください/);
  await call.say('今すぐ');
  await call.hear(/担当者の準備が整い次第、お電話を差し上げます.*ご用件/);
  await call.say('請求書の件です');
  expect(await call.toTheEnd()).toMatch(/失礼いたします/);
  const row = admin.page.getByRole('row').filter({ hasText: from.slice(-4) });
  await row.filter({ hasText: '対応待ち' }).waitFor();
  await row.getByRole('button').first().click();
  await admin.page.getByText('請求書の件です').waitFor();
  expect(await admin.callbackOf(from)).toMatchObject({ language: 'ja' });
});
