import { agentMe, caseOf, deskOf, messageOf, minutesFromNow } from './served/people.ts';
import { seriousFindings } from './served/axe.ts';
import { button, change, eachInChromium, open, page, served, until, whenFocused, wrapUp } from './served/screen.ts';
import { problem } from './served/served-console.ts';

eachInChromium();

const live = (given: Parameters<typeof wrapUp>[0] = {}) => wrapUp({ status: 'connected', connectedAt: minutesFromNow(-1), ...given });
/** Not the menu, which is a dialogue of its own and fades while this one opens. */
const dialogue = () => page.locator('[role=dialog][aria-modal=true]');
const item = (name: string) => page.getByRole('button', { name, exact: true });
const text = () => dialogue().getByRole('textbox', { name: 'Text' });
const sent = () => served.bodies('POST', '/live/messages');

async function openWay(name: string, given: Parameters<typeof wrapUp>[0] = {}): Promise<void> {
  served.known.desk = deskOf({ live: live(given) });
  await open('/desk');
  await button('Party').click();
  await item(name).click();
  await dialogue().waitFor();
}

test('the key shown opens the menu, and an SMS is written and sent by keyboard alone; its delivery is told where it was sent', async () => {
  served.known.desk = deskOf({ live: live() });
  await open('/desk');
  await button('Party').waitFor();
  await page.keyboard.press('Alt+p');
  await whenFocused(item('Send SMS…'));
  await page.keyboard.press('Enter');
  await text().waitFor();
  await whenFocused(text());
  await page.keyboard.type('Your invoice is on its way.');
  await dialogue().getByText('27 of 1600 characters · sent as 1 SMS').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await until(sent, (bodies) => bodies.length === 1);
  expect(sent()).toEqual([{ kind: 'sms', to: '+819012345678', text: 'Your invoice is on its way.', key: expect.stringMatching(/^[0-9a-f]{32}$/) }]);
  const status = page.locator('.party').getByRole('status');
  await status.filter({ hasText: 'SMS being sent' }).waitFor();
  const messages = served.known.desk.live?.messages ?? [];
  change({ live: live({ messages: messages.map((message) => ({ ...message, state: 'delivered' as const })) }) });
  await status.filter({ hasText: 'SMS delivered' }).waitFor();
  await page.getByRole('heading', { name: 'Messages' }).waitFor();
});

test('what was written stays when the dialogue is closed, and is gone once it was sent', async () => {
  await openWay('Send SMS…');
  await text().fill('half a sentence');
  await page.keyboard.press('Escape');
  await dialogue().waitFor({ state: 'hidden' });
  const again = async () => {
    await button('Party').click();
    await item('Send SMS…').click();
    return text().inputValue();
  };
  expect(await again()).toBe('half a sentence');
  await button('Send').click();
  await dialogue().waitFor({ state: 'hidden' });
  expect(await again()).toBe('');
});

test('a text outside the small alphabet is counted as it is sent', async () => {
  await openWay('Send SMS…');
  await text().fill('請'.repeat(71));
  await dialogue().getByText('71 of 1600 characters · sent as 2 SMS').waitFor();
  await text().fill('x'.repeat(161));
  await dialogue().getByText('161 of 1600 characters · sent as 2 SMS').waitFor();
});

test('pressed again after an answer that did not come, it is the same message; with another text it is another', async () => {
  await openWay('Send SMS…');
  await page.route('**/live/messages', (route) => route.abort());
  await text().fill('once');
  await button('Send').click();
  await dialogue().getByText('The server cannot be reached', { exact: false }).waitFor();
  const keys: string[] = [];
  await page.unroute('**/live/messages');
  await page.route('**/live/messages', async (route) => {
    keys.push(route.request().postDataJSON().key);
    await route.fulfill({ status: 409, json: problem('busy', 'Not now.') });
  });
  for (const what of ['once', 'once', 'another']) {
    await text().fill(what);
    const known = keys.length;
    await button('Send').click();
    await until(() => keys.length, (now) => now === known + 1);
    await dialogue().getByText('Not now.').waitFor();
  }
  expect([keys[0] === keys[1], keys[1] === keys[2]]).toEqual([true, false]);
});

test('a standard response is put where the caret is; Enter in its search sends nothing', async () => {
  await openWay('Send SMS…');
  await text().fill('Hello.');
  await dialogue().getByRole('button', { name: 'Standard responses' }).click();
  const search = dialogue().getByRole('searchbox', { name: 'Search the texts' });
  await search.fill('名乗り');
  await search.press('Enter');
  await dialogue().getByRole('tree').locator('div[data-value]').getByText('名乗り', { exact: true }).click();
  await dialogue().getByRole('button', { name: 'Insert', exact: true }).click();
  await until(() => text().inputValue(), (value) => value === 'Hello.BillingのAoki Harukaと申します。');
  expect(sent()).toEqual([]);
});

test('an SMS that is longer than one can be is not sent, and says so', async () => {
  await openWay('Send SMS…');
  await text().fill('x'.repeat(1601));
  await button('Send').click();
  await dialogue().getByText('An SMS has at most 1600 characters.').waitFor();
  expect(sent()).toEqual([]);
});

test('another number can be typed; what is none is said at its field', async () => {
  served.known.refusals.set('POST /v1/callbacks/live/messages', problem('malformed', 'x', { status: 400, errors: [{ pointer: '/to', detail: 'is not a telephone number' }] }));
  await openWay('Send SMS…');
  await dialogue().getByRole('combobox', { name: 'To' }).selectOption('Another one…');
  const number = dialogue().getByRole('textbox', { name: 'Telephone number' });
  await text().fill('hello');
  await button('Send').click();
  await dialogue().getByText('This is not a telephone number that a message can go to.').waitFor();
  expect(sent()).toEqual([]);
  await number.fill('090 nonsense');
  await button('Send').click();
  await until(sent, (bodies) => bodies.length === 1);
  await dialogue().getByText('This is not a telephone number that a message can go to.').waitFor();
  served.known.refusals.clear();
  await number.fill('080-1111-2222');
  await button('Send').click();
  await dialogue().waitFor({ state: 'hidden' });
  expect(sent().at(-1)).toMatchObject({ to: '080-1111-2222' });
});

test('an e-mail goes to the address that is known, with its subject', async () => {
  await openWay('Send e-mail…');
  await button('Send').click();
  await dialogue().getByText('Write something first.').waitFor();
  await dialogue().getByRole('textbox', { name: 'Subject' }).fill('Invoice');
  await text().fill('It is attached.');
  await button('Send').click();
  await dialogue().waitFor({ state: 'hidden' });
  expect(sent()).toMatchObject([{ kind: 'email', to: 'yui@example.com', subject: 'Invoice', text: 'It is attached.' }]);
});

/** Listens for the next address that the page itself goes to; what another program opens is in no request. */
async function nextJump(): Promise<() => Promise<string>> {
  const chromium = await page.context().newCDPSession(page);
  await chromium.send('Page.enable');
  const jump = new Promise<string>((heard) => chromium.on('Page.frameRequestedNavigation', ({ url }) => heard(url)));
  return () => jump;
}

test('without a mail server the mail program is opened with what was written, and nothing is asked of the server', async () => {
  served.known.me = { ...agentMe, mail: false };
  await openWay('Send e-mail…', { reachable: { numbers: ['+819012345678'], addresses: [] } });
  await dialogue().getByText('There is no mail server here.', { exact: false }).waitFor();
  const opened = await nextJump();
  await dialogue().getByRole('textbox', { name: 'E-mail address' }).fill('yui@example.com');
  await text().fill('It is attached.');
  await button('Open in the mail program').click();
  await dialogue().waitFor({ state: 'hidden' });
  expect(await opened()).toBe('mailto:yui@example.com?body=It%20is%20attached.');
  expect(sent()).toEqual([]);
});

test('the case says what was written, how far it came, and why it did not arrive', async () => {
  const messages = [
    messageOf({ id: 'a', state: 'undelivered', reason: 'unreachable', errorCode: 30003 }),
    messageOf({ id: 'b', kind: 'email', to: 'yui@example.com', subject: 'Invoice', text: 'It is attached.', state: 'sent' }),
  ];
  served.known.desk = deskOf({ live: live({ messages }) });
  await open('/desk');
  const lines = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Messages' }) }).getByRole('listitem');
  await lines.filter({ hasText: /E-mail\s*yui@example.com\s*sent/ }).waitFor();
  await lines.filter({ hasText: /SMS\s*090-1234-5678\s*not delivered/ }).waitFor();
  expect(await lines.nth(1).innerText()).toContain('The telephone is off, out of reach, or the number is no longer in use. Code 30003');
});

describe('another number', () => {
  const NUMBERS = { numbers: ['+819012345678', '+81311112222'], addresses: [] };
  const openNumbers = (given: Parameters<typeof wrapUp>[0] = {}) => openWay('Call another number…', { status: 'wrap_up', reachable: NUMBERS, ...given });
  const dialled = () => served.bodies('POST', '/live/dial');

  test('of the customer’s is called with one press between two calls, and the dialogue goes', async () => {
    await openNumbers();
    expect(await dialogue().getByRole('listitem').count()).toBe(1);
    await dialogue().getByRole('button', { name: 'Call 03-1111-2222' }).press('Enter');
    await dialogue().waitFor({ state: 'hidden' });
    expect(dialled()).toEqual([{ attempt: 3, number: '+81311112222' }]);
  });

  test('that is not known is typed; what is wrong with it is said there', async () => {
    await openNumbers();
    const field = dialogue().getByRole('textbox', { name: 'Another number' });
    await field.press('Enter');
    await dialogue().getByText('This is no telephone number.').waitFor();
    served.known.refusals.set('POST /v1/callbacks/live/dial', problem('number_has_callback', 'This route has another open callback of that number.'));
    await field.fill(' 03-1111-3333 ');
    await field.press('Enter');
    await dialogue().getByText('This route has another open callback of that number.').waitFor();
    served.known.refusals.clear();
    await field.press('Enter');
    await dialogue().waitFor({ state: 'hidden' });
    expect(dialled()).toEqual([{ attempt: 3, number: '03-1111-3333' }, { attempt: 3, number: '03-1111-3333' }]);
  });

  test('is no choice during a call: it says how to reach it then', async () => {
    await openNumbers({ status: 'connected', connectedAt: minutesFromNow(-1) });
    await dialogue().getByText('03-1111-2222').waitFor();
    await dialogue().getByText('move the callback to it', { exact: false }).waitFor();
    expect(await dialogue().getByRole('button', { name: 'Call', exact: false }).count()).toBe(0);
  });

  test('has no serious findings by axe', async () => {
    await openNumbers();
    await dialogue().getByRole('textbox', { name: 'Another number' }).press('Enter');
    expect(await seriousFindings(page)).toEqual([]);
  });
});

test('a callback that is another agent’s has no menu, an administrator’s file has', async () => {
  served.known.cases = [caseOf({ id: 'theirs', status: 'queued', assignee: { id: 'agent-mori', name: 'Mori Kenta' } })];
  served.known.list = [caseOf({ id: 'theirs' })];
  await open('/callbacks?open=theirs');
  await page.getByRole('heading', { name: 'Timeline' }).waitFor();
  expect(await button('Party').count()).toBe(0);
  served.known.me = { ...agentMe, role: 'administrator' };
  await open('/callbacks?open=theirs');
  await button('Party').waitFor();
});

test('texts that people were sent are on the page of the sandbox’s telephones', async () => {
  served.known.texts = [{ sid: 'SM1', to: '+819012345678', body: 'Your invoice', status: 'delivered', createdAt: minutesFromNow(-1) }];
  await open('/phone');
  const received = page.getByRole('list', { name: 'Texts' });
  await received.getByText('Your invoice').waitFor();
  expect(await received.innerText()).toContain('received');
});

test('neither menu nor dialogue has a serious finding by axe', async () => {
  served.known.desk = deskOf({ live: live({ messages: [messageOf({ id: 'a', state: 'undelivered', reason: 'kept_back', errorCode: 30007 })] }) });
  await open('/desk');
  await button('Party').click();
  await item('Send SMS…').waitFor();
  const findings = await seriousFindings(page);
  await item('Send SMS…').click();
  await text().waitFor();
  expect([...findings, ...(await seriousFindings(page))]).toEqual([]);
});
