import { newNumber, pickUp, ringingAt } from './customer.ts';
import type { Walk } from './call-walk.ts';
import { callSays, close, goTo, letRing, LONG_NAME, offered, picksUp, setReady } from './call-walk.ts';
import type { Person } from './person.ts';
import { signIn } from './person.ts';
import { openWebsite } from './website.ts';

const LONG_TIME_MS = 15 * 60_000;

/** One agent and one customer, from the offer with its preview to Mark Done. */
export async function alone(walk: Walk): Promise<void> {
  const { centre, looks, words, seen } = walk;
  await centre.setPolicy('billing', { offerTimeoutMs: LONG_TIME_MS, afterCallLimitMs: LONG_TIME_MS, recording: 'on_demand' });
  const [admin, hana] = [await signIn(centre, 'admin', looks), await signIn(centre, 'hana', looks)];
  const number = newNumber('90');
  await setReady(walk, hana);
  await asksWithHistory(admin, number);
  await dialled(walk, hana, number);
  await talked(walk, hana);
  await lookedUp(walk, hana);
  await hana.page.keyboard.press('Alt+u');
  await callSays(walk, hana, words.call.readyToCall);
  await seen(hana, 'ready-to-call');
  await filed(walk, hana);
}

/** A customer who is known, and says what it is about. */
async function asksWithHistory(admin: Person, number: string): Promise<void> {
  const name = '田中 由紀';
  const numbers = [{ number }, { number: newNumber('45'), label: 'work' }];
  await admin.post('/v1/contacts', { name, reading: 'タナカ ユキ', company: 'つばめ商事', numbers, addresses: [{ value: 'yuki@example.com' }], note: 'Prefers mornings.' });
  const collected = { invoice: 'INV-2041', reason: 'I seem to have paid twice' };
  await admin.post('/v1/callbacks', { routeId: 'billing', number, name, language: 'ja', kind: 'asap', timeZone: 'Europe/London', collected });
}

/** The offer, on the desk and elsewhere; then both telephones, one after the other. */
async function dialled(walk: Walk, hana: Person, number: string): Promise<void> {
  const { centre, words, seen } = walk;
  await offered(walk, hana);
  await seen(hana, 'offer');
  await goTo(hana, words.nav.callbacks);
  await seen(hana, 'offer-elsewhere');
  await goTo(hana, words.nav.desk);
  await letRing(walk, 'hana');
  await hana.page.keyboard.press('Alt+a');
  await callSays(walk, hana, words.call.ringingYou);
  await seen(hana, 'agent-ringing');
  await picksUp(walk, 'hana');
  await callSays(walk, hana, words.call.ringingCustomer);
  await ringingAt(centre, number);
  await seen(hana, 'customer-ringing');
  await pickUp(centre, number);
  await hana.button(words.control.hold).waitFor();
}

async function talked(walk: Walk, hana: Person): Promise<void> {
  const { words, seen } = walk;
  const { page } = hana;
  const note = page.getByRole('textbox', { name: words.filing.note, exact: true });
  await note.fill('Invoice INV-2041 was paid twice; the second payment is returned by Friday.');
  await note.blur();
  await page.getByText(words.filing.saved, { exact: true }).waitFor();
  await page.keyboard.press('Alt+v');
  await hana.region(words.call.label).getByText(words.standing.recording, { exact: true }).waitFor();
  await seen(hana, 'connected');
  await page.keyboard.press('Alt+h');
  await callSays(walk, hana, words.standing.onHold);
  await hana.button(words.control.resume).waitFor();
  await seen(hana, 'on-hold');
  await goTo(hana, words.nav.callbacks);
  await seen(hana, 'on-hold-elsewhere');
  await goTo(hana, words.nav.desk);
  await hana.pressAgain('Alt+h');
  await callSays(walk, hana, words.status.connected);
  await page.keyboard.press('Alt+k');
  await page.getByRole('textbox', { name: words.keypad.digits }).fill('42#');
  await page.keyboard.press('Enter');
  await page.getByText(words.keypad.sent.replace('{{digits}}', '42#')).waitFor();
  await seen(hana, 'keypad');
  await close(hana);
}

/** What is looked up, written and agreed while the call goes on. */
async function lookedUp({ words, seen }: Walk, hana: Person): Promise<void> {
  const { page } = hana;
  const dialogue = page.getByRole('dialog');
  await page.keyboard.press('Alt+t');
  await page.getByRole('option', { name: /Emma Brown/ }).waitFor();
  await seen(hana, 'directory');
  await dialogue.getByRole('combobox').fill('zzz');
  await dialogue.getByText(words.directory.nobody).waitFor();
  await seen(hana, 'directory-nobody');
  await close(hana);
  await page.keyboard.press('Alt+s');
  await dialogue.getByRole('group').getByRole('button').first().waitFor();
  await seen(hana, 'reschedule');
  await close(hana);
  await page.keyboard.press('Alt+p');
  await seen(hana, 'party');
  await page.getByRole('button', { name: words.party.sms }).click();
  await page.getByRole('textbox', { name: words.message.text }).fill('Your second payment is on its way back to you.');
  await seen(hana, 'sms');
  await page.getByRole('button', { name: words.message.submit, exact: true }).click();
  await page.locator('.party').getByRole('status').filter({ hasText: words.message.state.delivered }).waitFor();
  await page.getByRole('tab', { name: words.responses.title }).click();
  await page.getByRole('tree').getByRole('treeitem').first().click();
  await page.getByRole('tree').scrollIntoViewIfNeeded();
  await seen(hana, 'responses');
  await page.getByRole('tab', { name: words.case.timeline }).click();
  await page.evaluate('scrollTo(0, 0)');
}

async function filed({ words, seen }: Walk, hana: Person): Promise<void> {
  const { page } = hana;
  await page.keyboard.press('Alt+z');
  await page.getByText(words.filing.required).waitFor();
  await seen(hana, 'disposition-missing');
  await page.getByRole('combobox', { name: words.filing.disposition }).click();
  await page.getByRole('option').first().waitFor();
  await seen(hana, 'dispositions');
  await page.getByRole('option').first().click();
  await seen(hana, 'wrap-up');
  await page.getByRole('button', { name: words.filing.done }).click();
  await page.getByText(words.desk.idle).waitFor();
  await seen(hana, 'done');
}

/** A web callback in its own window: read first, then called. */
export async function onTheWeb(walk: Walk): Promise<void> {
  const { centre, looks, words, seen } = walk;
  await centre.setPolicy('support', { previewTimeoutMs: LONG_TIME_MS, offerTimeoutMs: LONG_TIME_MS });
  const [admin, hana] = [await signIn(centre, 'admin', looks), await signIn(centre, 'hana', looks)];
  const ask = await openWebsite(centre, admin);
  await setReady(walk, hana, 'web');
  const collected = { subject: 'Cannot sign in', message: 'The page says that my code has expired.', reachable: 'Weekday mornings', plan: 'Basic' };
  await ask({ routeId: 'support', number: newNumber('00'), name: LONG_NAME, kind: 'asap', origin: 'web', collected });
  await offered(walk, hana);
  await seen(hana, 'web-offer');
  await hana.page.keyboard.press('Alt+a');
  await callSays(walk, hana, words.status.preview);
  await seen(hana, 'web-preview');
  await hana.page.keyboard.press('Alt+c');
  await hana.button(words.control.hold).waitFor();
  await seen(hana, 'web-connected');
  await hana.page.keyboard.press('Alt+u');
  await callSays(walk, hana, words.call.readyToCall);
  await seen(hana, 'web-ready-to-call');
}
