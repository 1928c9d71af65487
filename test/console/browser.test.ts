import type { CallbackRow } from '../../console/api/types.ts';
import { administratorMe, AOKI, caseOf, deskOf, offerOf, row } from './served/people.ts';
import { button, change, eachInChromium, note, open, page, served, until, wrapUp } from './served/screen.ts';
import { problem } from './served/served-console.ts';

eachInChromium();

const offered: CallbackRow = row({ id: 'c1', status: 'offered' });

describe('signing in', () => {
  const tooMany = { type: 'about:blank', title: 'Too Many Requests', status: 429 };
  const accountClosed = { ...tooMany, code: 'too_many_tries', detail: 'The password of this account was tried too often. Please wait a quarter of an hour.' };
  test.each([
    ['a wrong password', 401, { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'x' }, 'The e-mail address or the password is wrong.'],
    ['an account that was tried too often', 429, accountClosed, 'Please wait a quarter of an hour.'],
    ['who asks too often', 429, { ...tooMany, code: 'sign_in_failed', detail: 'Not now.' }, 'Wait a minute, then try again.'],
  ])('%s is told at the form, and the form stays', async (_who, status, json, told) => {
    served.known.me = null;
    await page.route('**/auth/sign-in/email', (route) => route.fulfill({ status, json }));
    await open('/');
    await page.getByLabel('E-mail address').fill('a@example.com');
    await page.getByLabel('Password', { exact: true }).fill('wrong');
    await page.keyboard.press('Enter');
    await page.getByText(told, { exact: false }).waitFor();
    await button('Sign in').waitFor();
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

describe('the event stream', () => {
  test('tells once more what one may do when it was lost: nobody hinted at what changed meanwhile', async () => {
    const { me } = served.known;
    await open('/desk');
    await page.getByText('No case in hand').waitFor();
    served.known.me = me && { ...me, role: 'administrator' };
    served.breakStreams();
    await page.getByRole('link', { name: 'Settings', exact: true }).waitFor();
  });

  test('that does not open is told of once that has lasted a while, and not at every opening of a page', async () => {
    await page.route('**/v1/events*', () => undefined);
    await open('/desk');
    await page.getByRole('status').filter({ hasText: 'No live updates just now' }).waitFor();
    expect(await page.evaluate(() => performance.now())).toBeGreaterThan(3_000);
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
    expect(await button('Dial').count()).toBe(0);
    change({});
    await page.getByRole('heading', { name: 'Sato Ren' }).waitFor({ state: 'detached' });
    await button('Dial').waitFor();
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
    await page.getByRole('dialog').waitFor();
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

describe('the lease', () => {
  const leavings = () => served.asked.filter(({ method, path }) => method === 'POST' && path.includes('/v1/me/tabs/'));

  test('begins at once, and the tab says so when it goes', async () => {
    await open('/desk');
    await until(() => served.bodies('POST', '/me/heartbeat'), (beats) => beats.length > 0);
    await page.getByText('No case in hand').waitFor();
    await page.close({ runBeforeUnload: false });
    await until(leavings, (left) => left.length === 1);
  });

  test('is renewed after a reload by the same tab', async () => {
    served.known.desk = deskOf({ offer: offerOf(offered) });
    await open('/desk');
    await button('Accept').waitFor();
    await page.reload({ waitUntil: 'domcontentloaded' });
    await button('Accept').waitFor();
    const beats = await until(() => served.bodies('POST', '/me/heartbeat') as { tabId: string }[], ({ length }) => length > 1);
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

  test('completes a callback without a call only by a disposition that ends it', async () => {
    served.known.me = administratorMe;
    served.known.cases = [caseOf({ id: 'c2', status: 'queued' })];
    await open('/callbacks?open=c2');
    await button('Complete').click();
    await page.getByRole('dialog').getByRole('combobox', { name: 'Disposition' }).click();
    await page.getByRole('option', { name: 'Resolved' }).waitFor();
    for (const name of ['Could not reach the customer', 'Wants another time']) expect(await page.getByRole('option', { name }).count()).toBe(0);
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
