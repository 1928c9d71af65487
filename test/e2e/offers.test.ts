import { DateTime } from 'luxon';
import { askForNow, newNumber } from './customer.ts';
import type { Person } from './person.ts';
import { signIn } from './person.ts';
import { stories } from './story.ts';
import type { Centre } from './system.ts';
import { fullNameOf } from './system.ts';
import { openWebsite } from './website.ts';

const story = stories();

/** How each offer of a number's callback ended, in the order they were made. */
async function offersOf(admin: Person, number: string, count: number): Promise<string[]> {
  const { offers } = await admin.caseWhen(number, (known) => known.offers.filter(({ end }) => end !== null).length === count);
  return offers.map(({ agent, end }) => `${agent?.name}: ${end}`);
}

story('a rejected offer goes to the next agent, a lapsed one too, and the four ends of an offer stay distinct', async (centre) => {
  await centre.setPolicy('sales', { offerTimeoutMs: 60_000 });
  const [admin, hana, emma] = [await signIn(centre, 'admin'), await signIn(centre, 'hana'), await signIn(centre, 'emma')];
  const number = newNumber('01');
  await hana.setWish('Ready');
  await askForNow(centre, number, 'sales');
  await hana.answerOffer('Alt+r');
  await hana.setWish('Not ready');

  await centre.setPolicy('sales', { offerTimeoutMs: 8_000, missedOfferMakesNotReady: true });
  await emma.setWish('Ready');
  await emma.region('Offer').waitFor();
  expect((await hana.desk()).offer).toBeNull();
  await emma.region('Offer').waitFor({ state: 'hidden' });
  await emma.page.getByRole('button', { name: 'Presence: Not ready (Missed an offer)' }).waitFor();

  await centre.setPolicy('sales', { offerTimeoutMs: 60_000 });
  const ken = await signIn(centre, 'ken');
  await ken.setWish('Ready');
  await ken.region('Offer').waitFor();
  const { id, version } = await admin.callbackOf(number);
  expect(version).toBeGreaterThan(0);
  await admin.page.goto(`/callbacks?open=${id}`);
  await admin.button('Reschedule').click();
  await admin.page.getByRole('dialog').getByRole('group', { name: 'Next free times' }).getByRole('button').last().click();
  await admin.button('Move to this time').click();
  await ken.region('Offer').waitFor({ state: 'hidden' });

  expect(await offersOf(admin, number, 3)).toEqual([`${fullNameOf('hana')}: rejected`, `${fullNameOf('emma')}: missed`, `${fullNameOf('ken')}: withdrawn`]);
  await admin.sees('Timeline', 'Offer rejected');
  await admin.sees('Timeline', `Offer missed: ${fullNameOf('emma')}`);

  const taken = newNumber('11');
  await askForNow(centre, taken, 'sales');
  await ken.answerOffer('Alt+a');
  expect(await offersOf(admin, taken, 1)).toEqual([`${fullNameOf('ken')}: accepted`]);
});

story('where the route asks for it, the case is read in the offer, before Accept or Reject', async (centre) => {
  const hana = await signIn(centre, 'hana');
  const number = newNumber('02');
  await askForNow(centre, number, 'billing');
  await hana.setWish('Ready');
  await hana.sees('Offer', 'Read the case beside before you answer.');
  await hana.sees('Case', 'Confirm the name and the invoice number');
  for (const region of ['Call', 'Disposition and notes']) expect(await hana.region(region).count()).toBe(0);
  await hana.answerOffer('Alt+a');
  await hana.sees('Call', 'Connected');
});

story('the callback information has the window in both zones, what came with the request, the earlier tries, and the earlier callbacks with their last note', async (centre) => {
  const again = { code: 'again', label: { en: 'Try once more' }, effect: 'retry' } as const;
  const soon = { busy: 5_000, no_answer: 5_000, machine: 5_000, failed: 5_000, unknown: 5_000 };
  await centre.setPolicy('billing', { preview: true, afterAttemptMs: 120_000, offerTimeoutMs: 60_000, retryDelayMs: soon, dispositions: [again] });
  const [admin, hana] = [await signIn(centre, 'admin'), await signIn(centre, 'hana')];
  const ask = await openWebsite(centre, admin);
  const number = newNumber('10');
  await ask({ routeId: 'sales', number, kind: 'asap', origin: 'api' });
  const { id } = await admin.callbackOf(number);
  expect((await admin.post(`/v1/callbacks/${id}/notes`, { text: 'Moves house in spring' })).status()).toBe(201);
  expect((await admin.post(`/v1/callbacks/${id}/cancel`, {})).status()).toBe(200);

  const at = DateTime.now().plus({ seconds: 1 });
  const windowEndsAt = at.plus({ hours: 1 });
  await hana.setWish('Ready');
  await ask({ routeId: 'billing', number, name: 'Olivia Chen', kind: 'scheduled', at: at.toUTC().toISO(), windowEndsAt: windowEndsAt.toUTC().toISO(), timeZone: 'Europe/London', origin: 'api', collected: { invoice: '553-22' } });
  await hana.answerOffer('Alt+a');
  await hana.sees('Call', 'Last attempt: Busy');
  await hana.file('Try once more', 'Busy all morning');
  await hana.sees('Offer', 'Busy all morning');
  await hana.page.getByRole('region', { name: /^My callbacks/ }).filter({ hasText: 'Busy all morning' }).waitFor();
  await hana.answerOffer('Alt+a');
  await hana.sees('Call', 'Last attempt: Busy');
  const wall = (zone: string) => windowEndsAt.setZone(zone).toFormat('HH:mm');
  await hana.sees('Details', new RegExp(`At a time.*${wall('Asia/Tokyo')}.*${wall('Europe/London')}.*London`, 's'));
  await hana.sees('Details', `555-01${number.slice(-2)}`);
  await hana.sees('Case', 'Confirm the name and the invoice number');
  await hana.sees('From the request', '553-22');
  await hana.sees('Attempts', 'Busy');
  await hana.sees('Earlier callbacks of this customer', 'Request cancelled');
  await hana.sees('Earlier callbacks of this customer', 'Moves house in spring');
});

story('on the web channel Accept opens the case, and nothing is dialled until Call', async (centre) => {
  const [admin, carlos] = [await signIn(centre, 'admin'), await signIn(centre, 'carlos')];
  const number = newNumber('03');
  await askOnTheWeb(centre, admin, number);
  await carlos.setWish('Ready', 'Voice');
  expect((await carlos.desk()).offer).toBeNull();
  await carlos.setWish('Ready', 'Web');
  await carlos.sees('Offer', 'nothing is dialled until you press Call');
  await carlos.answerOffer('Alt+a');
  await carlos.sees('Call', /Preview.*Dials by itself in/);
  await carlos.sees('Case', 'My code has expired');
  const { attempts } = await admin.caseWhen(number, ({ status }) => status === 'preview');
  expect(attempts).toEqual([]);
  await carlos.page.keyboard.press('Alt+c');
  await carlos.sees('Call', 'Connected');
});

story('a preview is given back by its agent: what they noted stays theirs, and whoever comes next begins with empty fields', async (centre) => {
  const [admin, carlos] = [await signIn(centre, 'admin'), await signIn(centre, 'carlos')];
  const number = newNumber('13');
  await askOnTheWeb(centre, admin, number);
  await carlos.setWish('Ready', 'Web');
  await carlos.answerOffer('Alt+a');
  await carlos.sees('Call', 'Preview');
  await carlos.page.getByRole('textbox', { name: 'Note', exact: true }).fill('For somebody who knows the new app.');
  await carlos.button('Give back').click();
  await carlos.region('Call').waitFor({ state: 'hidden' });
  const { notes, draft, attempts, agent } = await admin.caseWhen(number, ({ status }) => status === 'queued');
  expect(notes).toMatchObject([{ author: { name: fullNameOf('carlos') }, text: 'For somebody who knows the new app.' }]);
  expect({ draft, attempts, agent }).toEqual({ draft: { note: '', disposition: null }, attempts: [], agent: null });
});

/** Asks for a callback as a website does. */
async function askOnTheWeb(centre: Centre, admin: Person, number: string): Promise<void> {
  const ask = await openWebsite(centre, admin);
  await ask({ routeId: 'support', number, name: 'Olivia Chen', kind: 'asap', origin: 'web', collected: { message: 'My code has expired' } });
}
