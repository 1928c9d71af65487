import { join } from 'node:path';
import type { en } from '../../console/i18n/en/index.ts';
import { CATALOGUES, pickLanguage } from '../../console/i18n/languages.ts';
import { askForNow, callIn, newNumber, pickUp, ringingAt } from './customer.ts';
import type { Looks, Person } from './person.ts';
import { signIn } from './person.ts';
import type { Centre } from './system.ts';

const LONG_NAME = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh von und zu Hohenlohe-Schillingsfürst';

interface Sitting {
  readonly centre: Centre;
  readonly looks: Looks;
  readonly words: typeof en;
  readonly folder: string;
}

/** Takes pictures of every screen, in the order in which a day brings them. */
export async function picturesOf(centre: Centre, looks: Looks, folder: string): Promise<void> {
  const words = CATALOGUES[pickLanguage([looks.locale ?? 'en'])] as unknown as typeof en;
  const sitting: Sitting = { centre, looks, words, folder };
  await signInPage(sitting);
  const [admin, agent] = [await signIn(centre, 'admin', looks), await signIn(centre, 'hana', looks)];
  await waiting(sitting, admin);
  await desk(sitting, admin, agent);
  await list(sitting, admin);
  await phone(sitting, admin);
}

function picture({ folder }: Sitting, { page }: Pick<Person, 'page'>, name: string): Promise<Buffer> {
  return page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

async function signInPage(sitting: Sitting): Promise<void> {
  const { centre, looks, words } = sitting;
  const context = await centre.browser.newContext({ baseURL: centre.system.url, locale: looks.locale ?? 'en', colorScheme: looks.colorScheme ?? 'light', viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('textbox', { name: words.signIn.email }).fill('hana@example.com');
  await page.getByRole('textbox', { name: words.signIn.password }).fill('not the password');
  await page.keyboard.press('Enter');
  await page.getByText(words.signIn.wrong).waitFor();
  await picture(sitting, { page }, 'sign-in-wrong');
  await context.close();
}

/** A list worth looking at: callbacks of all kinds, one of them with a very long name. */
async function waiting({ centre }: Sitting, admin: Person): Promise<void> {
  const at = new Date(Date.now() + 26 * 3600_000).toISOString();
  const requests = [
    { routeId: 'billing', number: newNumber('17'), name: LONG_NAME, kind: 'delayed', collected: { invoice: 'INV-2041' } },
    { routeId: 'support', number: newNumber('18'), name: '伊藤 美咲', kind: 'scheduled', at, timeZone: 'Europe/London' },
    { routeId: 'sales', number: newNumber('19'), name: 'Olivia Chen', kind: 'delayed' },
  ];
  for (const request of requests) await admin.post('/v1/callbacks', request);
  await centre.setPolicy('billing', { offerTimeoutMs: 120_000 });
}

async function setReady(sitting: Sitting, agent: Person): Promise<void> {
  const { words } = sitting;
  await agent.page.getByRole('banner').getByRole('button', { name: words.wish.not_ready }).click();
  const voice = agent.page.getByRole('group', { name: words.channel.voice });
  await voice.getByRole('button', { name: words.wish.ready, exact: true }).click();
  await voice.getByRole('button', { name: words.wish.ready, exact: true, pressed: true }).waitFor();
  await picture(sitting, agent, 'presence');
  await agent.page.keyboard.press('Escape');
}

/** The desk of an agent through one callback that is busy and moved, and one from the offer to Mark Done. */
async function desk(sitting: Sitting, admin: Person, agent: Person): Promise<void> {
  const { centre, words } = sitting;
  await agent.page.getByText(words.desk.idle).waitFor();
  await picture(sitting, agent, 'desk-idle');
  await setReady(sitting, agent);
  await busy(sitting, agent);
  const number = newNumber('90');
  const collected = { invoice: 'INV-2041', reason: 'I seem to have paid twice' };
  await admin.post('/v1/callbacks', { routeId: 'billing', number, name: '田中 由紀 Yuki Tanaka', language: 'ja', kind: 'asap', collected });
  await offered(sitting, agent);
  await agent.page.keyboard.press('Alt+a');
  await ringingAt(centre, number);
  await callBar(sitting, agent, words.call.ringingCustomer);
  await picture(sitting, agent, 'desk-dialling');
  await pickUp(centre, number);
  await connected(sitting, agent);
  await wrappedUp(sitting, agent);
}

function callBar({ words }: Sitting, agent: Person, text: string | RegExp): Promise<void> {
  return agent.sees(words.call.label, text);
}

/** Another screen, by the way everybody takes. */
function goTo({ page }: Person, name: string): Promise<void> {
  return page.getByRole('link', { name, exact: true }).click();
}

async function busy(sitting: Sitting, agent: Person): Promise<void> {
  const { centre, words } = sitting;
  await askForNow(centre, newNumber('10'), 'sales');
  await agent.region(words.offer.title).waitFor();
  await picture(sitting, agent, 'desk-offer-without-preview');
  await agent.page.keyboard.press('Alt+a');
  await callBar(sitting, agent, words.outcome.busy);
  await picture(sitting, agent, 'desk-busy');
  await agent.page.keyboard.press('Alt+s');
  const dialogue = agent.page.getByRole('dialog');
  await dialogue.getByRole('group').getByRole('button').first().click();
  await picture(sitting, agent, 'desk-busy-reschedule');
  await dialogue.getByRole('button', { name: words.reschedule.submit }).click();
  await agent.page.getByText(words.desk.idle).waitFor();
  await picture(sitting, agent, 'desk-moved');
}

async function offered(sitting: Sitting, agent: Person): Promise<void> {
  const { words } = sitting;
  await agent.region(words.offer.title).waitFor();
  await picture(sitting, agent, 'desk-offer');
  await goTo(agent, words.nav.callbacks);
  await agent.page.getByRole('table').waitFor();
  await picture(sitting, agent, 'callbacks-agent-offer');
  await goTo(agent, words.nav.desk);
}

async function connected(sitting: Sitting, agent: Person): Promise<void> {
  const { words } = sitting;
  await callBar(sitting, agent, words.status.connected);
  await agent.page.getByRole('textbox', { name: words.filing.note, exact: true }).fill('Invoice INV-2041 was paid twice; the second payment is returned by Friday.');
  await agent.page.getByText(words.filing.saved, { exact: true }).waitFor();
  await agent.region(words.call.label).getByRole('timer').filter({ hasText: /0:0[3-9]/ }).waitFor();
  await picture(sitting, agent, 'desk-connected');
  await goTo(agent, words.nav.callbacks);
  await agent.page.getByRole('table').waitFor();
  await picture(sitting, agent, 'callbacks-agent-live');
  await goTo(agent, words.nav.desk);
  await agent.region(words.call.label).getByRole('button', { name: words.call.end, exact: true }).click();
}

async function wrappedUp(sitting: Sitting, agent: Person): Promise<void> {
  const { words } = sitting;
  await callBar(sitting, agent, words.call.readyToCall);
  await agent.page.getByRole('button', { name: words.filing.done }).click();
  await agent.page.getByText(words.filing.required).waitFor();
  await picture(sitting, agent, 'desk-wrap-up-missing');
  await agent.page.getByRole('combobox', { name: words.filing.disposition }).click();
  await picture(sitting, agent, 'desk-dispositions');
  await agent.page.getByRole('option').first().click();
  await agent.page.getByRole('button', { name: words.filing.done }).click();
  await agent.page.getByText(words.desk.idle).waitFor();
  await picture(sitting, agent, 'desk-done');
}

async function list(sitting: Sitting, admin: Person): Promise<void> {
  const { words } = sitting;
  const { page } = admin;
  await picture(sitting, admin, 'callbacks');
  await page.getByRole('row').filter({ hasText: words.status.completed }).getByRole('button').first().click();
  await admin.region(words.case.timeline).getByRole('listitem').first().waitFor();
  await picture(sitting, admin, 'callbacks-open');
  await admin.region(words.case.timeline).scrollIntoViewIfNeeded();
  await picture(sitting, admin, 'callbacks-open-timeline');
  await page.goto('/callbacks?number=99999&name=x');
  await page.getByText(words.list.nothing).waitFor();
  await picture(sitting, admin, 'callbacks-nothing');
  await page.goto('/callbacks');
  await page.getByRole('button', { name: words.request.title }).click();
  const dialogue = page.getByRole('dialog');
  await dialogue.getByRole('textbox', { name: words.request.number }).fill('12');
  await dialogue.getByRole('combobox', { name: words.request.route }).selectOption('support');
  await dialogue.getByText(words.kind.scheduled, { exact: true }).click();
  await dialogue.getByRole('button', { name: words.request.submit }).click();
  await picture(sitting, admin, 'request-incomplete');
  await dialogue.getByRole('group').getByRole('button').first().click();
  const refused = page.waitForResponse((response) => response.request().method() === 'POST');
  await dialogue.getByRole('button', { name: words.request.submit }).click();
  await refused;
  await dialogue.getByText(words.phone.badNumber).waitFor();
  await picture(sitting, admin, 'request-refused');
  await page.goto('/no-such-page');
  await page.getByText(words.app.notFound).waitFor();
  await picture(sitting, admin, 'not-found');
  await page.getByRole('banner').getByRole('button').last().click();
  await page.getByText(words.user.signOut).waitFor();
  await picture(sitting, admin, 'user-menu');
}

async function phone(sitting: Sitting, admin: Person): Promise<void> {
  const { centre, words, looks } = sitting;
  const { page } = admin;
  await page.goto('/phone');
  await page.getByText(words.phone.noCalls).waitFor();
  await picture(sitting, admin, 'phone-quiet');
  const call = await callIn(centre, newNumber('90'), 'sales');
  await call.hear(/For English/);
  await call.press(looks.locale?.startsWith('ja') ? '2' : '1');
  await call.hear(/press 1 or say yes|はい/);
  await page.getByRole('list', { name: words.phone.calls }).getByRole('button').first().click();
  await page.getByRole('log').getByText(/press 1 or say yes|はい/).waitFor();
  await picture(sitting, admin, 'phone');
}
