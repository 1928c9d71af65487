import { AOKI, deskOf, minutesFromNow } from './served/people.ts';
import { browser, button, change, context, eachInChromium, holdBack, note, open, page, served, until, whenFocused, wrapUp } from './served/screen.ts';

eachInChromium();

describe('an action under way', () => {
  test('is shown at once, keeps the focus, and cannot be asked for twice', async () => {
    served.known.desk = deskOf({ live: wrapUp() });
    const letThrough = await holdBack('**/live/dial');
    await open('/desk');
    const again = button('Call again');
    await again.focus();
    await page.keyboard.press('Enter');
    await until(() => again.getAttribute('aria-busy'), (busy) => busy === 'true');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Alt+c');
    expect(await again.evaluate((element) => element === document.activeElement)).toBe(true);
    letThrough();
    await until(() => again.getAttribute('aria-busy'), (busy) => busy === 'false');
    expect(served.bodies('POST', '/live/dial')).toHaveLength(1);
  });
});

/** A note is typed while the server is away. */
async function typesUnheard(): Promise<void> {
  served.known.desk = deskOf({ live: wrapUp() });
  await open('/desk');
  await page.route('**/live/draft', (route) => route.abort());
  await note().fill('Typed while nobody heard');
  await page.getByText('Not saved yet; trying again').waitFor();
}

describe('the case in hand', () => {
  test('says Connected with a running clock, and Ready to call between calls', async () => {
    served.known.desk = deskOf({ live: wrapUp({ status: 'connected', connectedAt: minutesFromNow(-1) }) });
    await open('/desk');
    await page.getByRole('timer').filter({ hasText: /^[1-9]:\d\d$/ }).waitFor();
    expect(await button('Mark Done').isDisabled()).toBe(true);
    change({ live: wrapUp({ lastOutcome: 'busy' }) });
    await page.getByText('Ready to call').waitFor();
    await button('Call again').click();
    await until(() => served.bodies('POST', '/live/dial'), (bodies) => bodies.length === 1);
    expect(served.bodies('POST', '/live/dial')).toEqual([{ attempt: 3 }]);
  });

  test('is not done without a disposition where the route wants one; the field says so', async () => {
    served.known.desk = deskOf({ live: wrapUp() });
    await open('/desk');
    await note().fill('Paid twice.');
    await button('Mark Done').click();
    await page.getByText('This route wants a disposition before Mark Done.', { exact: false }).waitFor();
    expect(served.bodies('POST', '/live/complete')).toEqual([]);
    await page.getByRole('combobox', { name: 'Disposition' }).click();
    await page.getByRole('option', { name: 'Resolved' }).click();
    await button('Mark Done').click();
    await until(() => served.bodies('POST', '/live/complete'), (bodies) => bodies.length === 1);
    expect(served.bodies('POST', '/live/complete')).toEqual([{ disposition: 'resolved', note: 'Paid twice.' }]);
  });

  test('says what becomes of it after Mark Done: tried again, at the time agreed, or ended', async () => {
    const doneWith = async (disposition: string, status: 'wrap_up' | 'completed') => {
      served.known.desk = deskOf({ live: wrapUp() });
      served.known.cases = [wrapUp({ status })];
      await page.route('**/live/complete', (route) => {
        change({});
        return route.fulfill({ json: { version: 9, status } });
      });
      await open('/desk');
      await page.getByRole('combobox', { name: 'Disposition' }).click();
      await page.getByRole('option', { name: disposition }).click();
      await button('Mark Done').click();
      return page.locator('.result').innerText();
    };
    expect(await doneWith('Could not reach the customer', 'wrap_up')).toBe('Tanaka Yui: will be tried again');
    expect(await doneWith('Resolved', 'wrap_up')).toBe('Tanaka Yui: Rescheduled');
    expect(await doneWith('Resolved', 'completed')).toBe('Tanaka Yui: Completed');
  });

  test('keeps note and disposition before it asks for another time', async () => {
    served.known.desk = deskOf({ live: wrapUp() });
    await open('/desk');
    await page.getByRole('combobox', { name: 'Disposition' }).click();
    await page.getByRole('option', { name: 'Wants another time' }).click();
    await note().fill('Monday at ten.');
    await button('Mark Done').click();
    await page.getByRole('dialog', { name: 'Reschedule' }).waitFor();
    await until(() => served.known.desk.live?.draft, (draft) => draft?.note === 'Monday at ten.' && draft.disposition === 'later');
    expect(served.bodies('POST', '/live/complete')).toEqual([]);
  });

  test('can be given back from the preview that accepting on the web channel opened', async () => {
    const accepted = { offerId: 'offer-live', agent: AOKI, preview: false, offeredAt: minutesFromNow(-1), deadlineAt: null, end: 'accepted' as const, endedAt: minutesFromNow(0) };
    served.known.desk = deskOf({ live: wrapUp({ status: 'preview', offers: [{ ...accepted, offerId: 'older' }, accepted] }) });
    await open('/desk');
    await button('Give back').click();
    await until(() => served.bodies('POST', '/live/reject'), (bodies) => bodies.length === 1);
    expect(served.bodies('POST', '/live/reject')).toEqual([{ offerId: 'offer-live' }]);
  });

  test('offers no code that asks for another try while nobody has been called', async () => {
    served.known.desk = deskOf({ live: wrapUp({ status: 'preview' }) });
    await open('/desk');
    await page.getByRole('combobox', { name: 'Disposition' }).click();
    const cannot = page.locator('[role=option][data-combobox-disabled]');
    expect(await cannot.allInnerTexts()).toEqual(['Could not reach the customer']);
    change({ live: wrapUp() });
    await cannot.waitFor({ state: 'detached' });
  });

  test.each([['en-GB', 'Timeline', 'Offer accepted'], ['ja-JP', '経過', '通知を受諾']])('has in %s a line of its own for who accepted it', async (locale, timeline, accepted) => {
    served.known.desk = deskOf({ live: wrapUp() });
    const own = await browser.newContext({ locale, reducedMotion: 'reduce' });
    const tab = await own.newPage();
    await open('/desk', tab);
    const lines = tab.locator('section').filter({ has: tab.getByRole('heading', { name: timeline }) }).getByRole('listitem');
    const line = await lines.filter({ hasText: accepted }).innerText();
    await own.close();
    expect(line).toContain('Mori Kenta');
  });

  test('keeps a note as it is typed: a reload shows it again', async () => {
    served.known.desk = deskOf({ live: wrapUp() });
    await open('/desk');
    await note().fill('Invoice 4471');
    await page.reload({ waitUntil: 'domcontentloaded' });
    await until(() => note().inputValue(), (value) => value === 'Invoice 4471');
  });

  test('keeps a note that is typed while the server is away: a reload shows it again, and it is saved', async () => {
    await typesUnheard();
    page.once('dialog', (asked) => void asked.accept());
    await page.reload({ waitUntil: 'domcontentloaded' });
    await until(() => note().inputValue(), (value) => value === 'Typed while nobody heard');
    await page.unroute('**/live/draft');
    await until(() => served.known.desk.live?.draft.note, (kept) => kept === 'Typed while nobody heard');
  });

  test('that has gone meanwhile still gets the note that was typed while the server was away', async () => {
    await typesUnheard();
    served.known.desk = deskOf({});
    page.once('dialog', (asked) => void asked.accept());
    await page.unroute('**/live/draft');
    await page.goto('about:blank');
    await open('/desk');
    await until(() => served.bodies('PUT', '/live/draft'), (bodies) => bodies.some((body) => (body as { note: string }).note === 'Typed while nobody heard'));
  });

  test('is not done with a disposition that the route does not offer any more: it is to be chosen again', async () => {
    served.known.desk = deskOf({ live: wrapUp({ draft: { note: '', disposition: 'order_taken' } }) });
    await open('/desk');
    await page.getByText('“order_taken” is not offered any more. Choose again.').waitFor();
    const field = page.getByRole('combobox', { name: 'Disposition' });
    expect(await field.inputValue()).toBe('order_taken');
    await button('Mark Done').click();
    await whenFocused(field);
    await page.getByText('“order_taken” is not offered any more. Choose again.').waitFor();
    expect(served.bodies('POST', '/live/complete')).toEqual([]);
    expect(served.bodies('PUT', '/live/draft')).toEqual([]);
    await field.click();
    await page.getByRole('option', { name: 'Resolved' }).click();
    await button('Mark Done').click();
    await until(() => served.bodies('POST', '/live/complete'), (bodies) => bodies.length === 1);
  });

  test('shows in a second tab what the first one typed', async () => {
    served.known.desk = deskOf({ live: wrapUp() });
    await open('/desk');
    const second = await context.newPage();
    await open('/desk', second);
    await note(second).waitFor();
    await note().fill('from the first tab');
    await until(() => served.known.desk.live?.draft.note, (saved) => saved === 'from the first tab');
    served.hint({ callbackId: 'live' });
    await until(() => note(second).inputValue(), (value) => value === 'from the first tab');
  });

  test('keeps its note while one looks something up in the list', async () => {
    served.known.desk = deskOf({ live: wrapUp({ status: 'connected', connectedAt: minutesFromNow(-1) }) });
    await open('/desk');
    await note().fill('looking it up');
    await page.getByRole('link', { name: 'Callbacks' }).click();
    await button('End').waitFor();
    await page.getByRole('link', { name: 'To the desk' }).click();
    expect(await note().inputValue()).toBe('looking it up');
  });
});
