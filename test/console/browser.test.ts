import type { Browser, BrowserContext, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import type { Case, CallbackRow } from '../../console/api/types.ts';
import { administratorMe, AOKI, caseOf, deskOf, minutesFromNow, offerOf, row } from './served/people.ts';
import { buildConsole, problem, ServedConsole } from './served/served-console.ts';

/* The built console in real Chromium, over canned answers. What the answers mean end to end is tested in test/e2e. */

let built: Awaited<ReturnType<typeof buildConsole>>;
let browser: Browser;
let served: ServedConsole;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  built = await buildConsole();
  browser = await chromium.launch({ executablePath: process.env['RINGBACK_TEST_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
}, 120_000);

afterAll(async () => {
  await browser.close();
  await built.remove();
});

beforeEach(async () => {
  served = new ServedConsole(built.folder);
  context = await browser.newContext({ locale: 'en-GB', timezoneId: 'America/New_York' });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
});

afterEach(async () => {
  await context.close();
  served.close();
});

const open = (path: string, tab = page) => tab.goto(served.url + path, { waitUntil: 'domcontentloaded' });

/** Changes what the API knows, and has it say so. */
function change(desk: Parameters<typeof deskOf>[0]): void {
  served.known.desk = deskOf(desk);
  served.hint({ agentId: AOKI.id });
}

/** Waits until a fact holds. */
async function until<T>(read: () => T | Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let tries = 0; tries < 100; tries += 1) {
    const value = await read();
    if (holds(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`This never held: ${String(holds)}; last seen ${JSON.stringify(await read())}`);
}

const wrapUp = (given: Partial<Case> = {}): Case => caseOf({ id: 'live', status: 'wrap_up', attempt: 2, lastOutcome: 'answered', ...given });
const offered: CallbackRow = row({ id: 'c1', status: 'offered' });

const button = (name: string, tab = page) => tab.getByRole('button', { name, exact: true });
const note = (tab = page) => tab.getByRole('textbox', { name: 'Note' });

describe('signing in', () => {
  test('a wrong password is told at the form, and the form stays', async () => {
    served.known.me = null;
    await page.route('**/auth/sign-in/email', (route) => route.fulfill({ status: 401, json: { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'x' } }));
    await open('/');
    await page.getByLabel('E-mail address').fill('a@example.com');
    await page.getByLabel('Password', { exact: true }).fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText('The e-mail address or the password is wrong.').waitFor();
  });

  test('a session that ends asks over the open screen, and what was typed stays', async () => {
    served.known.desk = deskOf({ live: wrapUp() });
    await open('/desk');
    await note().fill('half a sentence');
    const { me } = served.known;
    served.known.me = null;
    served.hint({ agentId: AOKI.id });
    await page.getByText('Your session has ended.', { exact: false }).waitFor();
    await page.route('**/auth/sign-in/email', (route) => {
      served.known.me = me;
      return route.fulfill({ json: {} });
    });
    await page.getByLabel('E-mail address').fill('a@example.com');
    await page.getByLabel('Password', { exact: true }).fill('right');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(await note().inputValue()).toBe('half a sentence');
    await until(() => served.known.desk.live?.draft.note, (saved) => saved === 'half a sentence');
  });
});

describe('roles', () => {
  test('an administrator without the right to phone has no desk and no presence', async () => {
    served.known.me = administratorMe;
    await open('/');
    await page.getByRole('heading', { name: 'Callbacks', level: 1 }).waitFor();
    expect(await page.getByRole('link', { name: 'Desk' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Presence', exact: false }).count()).toBe(0);
    expect(served.asked.filter(({ path }) => path.includes('heartbeat'))).toEqual([]);
  });

  test('an agent without the right to phone is shown no callbacks, and told what to do', async () => {
    served.known.me = { ...administratorMe, role: 'agent', isAgent: true, phone: false };
    await open('/callbacks');
    await page.getByText('There is nothing here that you may see.', { exact: false }).waitFor();
    expect(await page.getByRole('navigation').getByRole('link').count()).toBe(0);
    expect(served.asked.filter(({ path }) => path.startsWith('/v1/callbacks'))).toEqual([]);
  });

  test('Phone is there only with the sandbox', async () => {
    served.known.me = { ...administratorMe, phone: false };
    await open('/phone');
    await page.getByText('There is no such page.').waitFor();
    expect(await page.getByRole('link', { name: 'Phone' }).count()).toBe(0);
  });
});

describe('an offer', () => {
  test('appears by itself, in the title too, and the key shown accepts it', async () => {
    await open('/desk');
    await page.getByText('No case in hand').waitFor();
    change({ offer: offerOf(offered) });
    await button('Accept').waitFor();
    expect(await page.title()).toContain('Tanaka Yui');
    await page.keyboard.press('Alt+a');
    await until(() => served.bodies('POST', '/c1/accept'), (bodies) => bodies.length === 1);
    expect(served.bodies('POST', '/c1/accept')).toEqual([{ offerId: 'offer-c1' }]);
  });

  test('never takes the keyboard from a half-written note, and no key of it fires there', async () => {
    served.known.me = { ...administratorMe, ...AOKI, isAgent: true, mayPhone: true };
    served.known.cases = [caseOf({ id: 'c2' })];
    await open('/callbacks?open=c2');
    const typing = page.getByRole('textbox', { name: 'New note' });
    await typing.fill('the customer sa');
    change({ offer: offerOf(offered) });
    await button('Accept').waitFor();
    await page.keyboard.press('Alt+a');
    await page.keyboard.type('id');
    expect(await typing.inputValue()).toBe('the customer said');
    expect(served.bodies('POST', '/c1/accept')).toEqual([]);
  });

  test('shows the case before the answer where the route says so', async () => {
    served.known.desk = deskOf({ offer: offerOf(offered, caseOf({ id: 'c1', status: 'offered' })) });
    await open('/desk');
    await page.getByText('553-22').waitFor();
  });

  test('with its case leaves a half-written note and an open dialogue on the desk as they are, keyboard and all', async () => {
    served.known.cases = [caseOf({ id: 'c2', assignee: AOKI })];
    await open('/desk?case=c2');
    const typing = page.getByRole('textbox', { name: 'New note' });
    await typing.fill('the customer sa');
    change({ offer: offerOf(offered, caseOf({ id: 'c1', status: 'offered', name: 'Sato Ren' })) });
    await page.getByRole('heading', { name: 'Sato Ren' }).waitFor();
    await page.keyboard.type('id');
    expect(await typing.inputValue()).toBe('the customer said');
    change({});
    await page.getByRole('heading', { name: 'Sato Ren' }).waitFor({ state: 'detached' });
    expect(await typing.inputValue()).toBe('the customer said');
    await button('Reschedule').click();
    await page.getByLabel('New time').fill('2030-01-07T10:00');
    change({ offer: offerOf(offered, caseOf({ id: 'c1', status: 'offered', name: 'Sato Ren' })) });
    await page.getByRole('heading', { name: 'Sato Ren', includeHidden: true }).waitFor({ state: 'attached' });
    expect(await page.getByLabel('New time').inputValue()).toBe('2030-01-07T10:00');
  });

  test('that is accepted hides the half-written note until the case in hand is done', async () => {
    served.known.cases = [caseOf({ id: 'c2', assignee: AOKI })];
    await open('/desk?case=c2');
    const typing = page.getByRole('textbox', { name: 'New note' });
    await typing.fill('the customer sa');
    change({ live: wrapUp() });
    await button('Mark Done').waitFor();
    expect(await typing.isVisible()).toBe(false);
    await page.locator('body').press('Alt+s');
    expect(await page.getByRole('dialog').count()).toBe(1);
    await page.keyboard.press('Escape');
    change({});
    await typing.waitFor();
    expect(await typing.inputValue()).toBe('the customer sa');
  });

  test('that was refused says why, and goes on saying it when the offer is gone', async () => {
    served.known.desk = deskOf({ offer: offerOf(offered) });
    served.known.refusals.set('POST /v1/callbacks/c1/accept', problem('offer_over', 'This offer was withdrawn.'));
    await open('/desk');
    await button('Accept').click();
    await page.getByText('This offer was withdrawn.').waitFor();
    change({ offer: null });
    await button('Accept').waitFor({ state: 'detached' });
    await page.getByText('This offer was withdrawn.').waitFor();
  });
});

describe('an action under way', () => {
  test('is shown at once, keeps the focus, and cannot be asked for twice', async () => {
    served.known.desk = deskOf({ live: wrapUp() });
    let letThrough = () => {};
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route('**/live/dial', async (route) => {
      await held;
      await route.continue();
    });
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

describe('the case in hand', () => {
  test('says Connected with a running clock, and Ready to call between calls', async () => {
    served.known.desk = deskOf({ live: wrapUp({ status: 'connected', connectedAt: minutesFromNow(-1) }) });
    await open('/desk');
    await page.getByRole('timer').filter({ hasText: /^1:\d\d$/ }).waitFor();
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

  test.each([['en-GB', 'Timeline', 'Offer accepted'], ['ja-JP', '経過', '通知を受諾']])('has in %s a line of its own for who accepted it', async (locale, timeline, accepted) => {
    served.known.desk = deskOf({ live: wrapUp() });
    const own = await browser.newContext({ locale });
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

describe('the lease', () => {
  const drops = () => served.asked.filter(({ path }) => path.includes('/v1/me/tabs/'));

  test('begins at once and is given up when the tab goes', async () => {
    await open('/desk');
    await until(() => served.bodies('POST', '/me/heartbeat'), (beats) => beats.length > 0);
    await page.getByText('No case in hand').waitFor();
    await page.close({ runBeforeUnload: false });
    await until(drops, (dropped) => dropped.length === 1);
  });

  test('is kept over a reload while an offer is open, and by the same tab', async () => {
    served.known.desk = deskOf({ offer: offerOf(offered) });
    await open('/desk');
    await button('Accept').waitFor();
    await page.reload({ waitUntil: 'domcontentloaded' });
    await button('Accept').waitFor();
    const beats = await until(() => served.bodies('POST', '/me/heartbeat') as { tabId: string }[], ({ length }) => length > 1);
    expect(drops()).toEqual([]);
    expect(new Set(beats.map(({ tabId }) => tabId)).size).toBe(1);
  });
});

describe('the list', () => {
  test('keeps its search in the address, and a reload shows the same', async () => {
    served.known.me = administratorMe;
    await open('/callbacks');
    await page.getByLabel('Number').fill('5678');
    await page.getByLabel('Period').selectOption('today');
    await until(() => page.url(), (url) => url.includes('number=5678') && url.includes('period=today'));
    await page.getByText('Nothing matches this search.').waitFor();
    await page.reload({ waitUntil: 'domcontentloaded' });
    expect(await page.getByLabel('Number').inputValue()).toBe('5678');
    await until(() => served.asked.at(-1)?.path ?? '', () => served.asked.some(({ path }) => path.includes('number=5678&') || path.endsWith('number=5678')));
  });

  test('opens a callback beside itself, and Escape closes it', async () => {
    served.known.me = administratorMe;
    served.known.list = [row({ id: 'c2' })];
    served.known.cases = [caseOf({ id: 'c2' })];
    await open('/callbacks');
    await page.getByRole('button', { name: 'Open the callback of Tanaka Yui' }).click();
    const panel = page.getByRole('complementary', { name: 'Callback of Tanaka Yui' });
    await panel.getByText('Timeline').waitFor();
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await page.getByRole('table', { name: 'Callbacks' }).count()).toBe(1);
  });

  test('downloads as a file and says so', async () => {
    served.known.me = administratorMe;
    await open('/callbacks');
    const downloading = page.waitForEvent('download');
    await button('Excel').click();
    expect((await downloading).suggestedFilename()).toBe('callbacks.xlsx');
    await page.getByText('Downloaded').waitFor();
  });

  test('a new callback tells at the field what the server found wrong', async () => {
    served.known.me = administratorMe;
    served.known.refusals.set('POST /v1/callbacks', problem('invalid', 'The request is not valid.', { status: 400, errors: [{ pointer: '/number', detail: 'This is no telephone number.' }] }));
    await open('/callbacks');
    await button('New callback').click();
    await page.getByRole('dialog').getByRole('combobox', { name: 'Route' }).selectOption('route-billing');
    await page.getByLabel('Telephone number').fill('12');
    await button('Request the callback').click();
    await page.getByText('This is no telephone number.').waitFor();
    expect(await page.getByLabel('Telephone number').getAttribute('aria-invalid')).toBe('true');
  });

  test('shows times in the centre’s zone, wherever the browser is', async () => {
    served.known.me = administratorMe;
    served.known.list = [row({ id: 'c2', requestedAt: '2025-11-21T05:30:00Z' })];
    await open('/callbacks');
    await page.getByText('Fri 21 Nov 2025 14:30').waitFor();
  });
});

test('everything is in Japanese once Japanese is chosen, and stays so', async () => {
  served.known.list = [row({ id: 'c2', status: 'queued' })];
  await open('/callbacks');
  await button(`User menu: ${AOKI.name}`).click();
  await page.getByText('日本語').click();
  await page.reload({ waitUntil: 'domcontentloaded' });
  await page.getByRole('heading', { name: 'コールバックリスト' }).waitFor();
  await page.getByRole('cell', { name: '対応待ち' }).waitFor();
});
