import type { CallbackRow, PlanWish } from '../../console/api/types.ts';
import { OPEN_STATUSES } from '../../domain/status.ts';
import { seriousFindings } from './served/axe.ts';
import { administratorMe, agentMe, AOKI, MORI, row } from './served/people.ts';
import { planOf } from './served/plans.ts';
import { button, eachInChromium, open, page, served, until } from './served/screen.ts';
import { problem } from './served/served-console.ts';

eachInChromium();
beforeEach(() => {
  served.known.me = administratorMe;
  served.known.list = rows(5);
});

function rows(count: number): CallbackRow[] {
  return Array.from({ length: count }, (_, index) => row({ id: `c${index}`, name: `Customer ${index}` }));
}

const callbackBox = (index: number) => page.getByRole('checkbox', { name: `Select Customer ${index}`, exact: true });
const agentBox = (name: string) => page.getByRole('checkbox', { name: `Choose ${name}`, exact: true });
const wishes = () => served.bodies('POST', '/v1/plans') as PlanWish[];
const listed = () => served.asked.filter(({ path }) => path.startsWith('/v1/callbacks?')).map(({ path }) => new URLSearchParams(path.split('?')[1]));

test('by the keyboard alone callbacks are selected, agents chosen, what will happen is read, and it happens', async () => {
  await open('/distribution');
  await callbackBox(0).waitFor();
  await callbackBox(0).focus();
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 2; presses += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Space');
  await page.getByText('3 selected').waitFor();
  await agentBox(AOKI.name).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await page.getByText('120 callbacks over 2 agents: 60 each').waitFor();
  expect(await page.getByRole('row', { name: AOKI.name }).textContent()).toContain('+60');
  await page.keyboard.press('Alt+b');
  await page.getByRole('heading', { name: 'Distribution of 120 callbacks' }).waitFor();
  expect(wishes()).toEqual([
    { action: { type: 'distribute', method: 'equal', agentIds: [AOKI.id, MORI.id], levelled: false }, selection: { ids: ['c0', 'c1', 'c2'] } },
  ]);
  expect(await page.getByText('0 selected').count()).toBe(1);
});

test('the progress survives a reload; Stop stops, and what was refused is told with its reason, in a list and at its row', async () => {
  served.known.planRefusals = [{ callback: { id: 'c1', name: 'Customer 1', number: '+819012345678', route: row({ id: 'c1' }).route }, refusal: 'already_distributed' }];
  await open(`/distribution?plan=${served.known.plan.id}`);
  await page.getByText('Under way').waitFor();
  await page.reload({ waitUntil: 'domcontentloaded' });
  await page.getByText('Under way').waitFor();
  await page.keyboard.press('Alt+x');
  await page.getByText('Stopped: 66 done, 4 refused').waitFor();
  expect(served.bodies('POST', '/stop')).toHaveLength(1);
  const why = 'It is already an agent’s. Withdraw or move it.';
  await page.getByRole('list', { name: 'Refused, and why' }).getByText(why).waitFor();
  await page.getByRole('row', { name: 'Customer 1' }).getByText(why).waitFor();
  await page.keyboard.press('Alt+x');
  await page.getByRole('heading', { name: 'What will happen' }).waitFor();
  expect(new URL(page.url()).searchParams.has('plan')).toBe(false);
});

test('everything of the search is sent as a search, not as ids, and only one page of it is read', async () => {
  served.known.list = rows(450);
  await open('/distribution?period=today&route=route-billing&number=5678');
  await button('Select all 340 of the search').waitFor();
  await page.keyboard.press('Alt+l');
  await page.getByText('340 selected').waitFor();
  await agentBox(MORI.name).check();
  await button('Distribute').click();
  const [wish] = await until(wishes, ({ length }) => length > 0);
  expect(wish?.selection).toMatchObject({ search: { route: ['route-billing'], number: '5678', assignee: 'none', status: OPEN_STATUSES, by: 'requested', from: expect.any(String), to: expect.any(String) } });
  expect(listed().every((query) => !query.has('cursor'))).toBe(true);
});

test('scrolling reads on, a page at a time', async () => {
  served.known.list = rows(250);
  await open('/distribution');
  await callbackBox(99).waitFor();
  expect(await callbackBox(100).count()).toBe(0);
  await page.getByText('100 callbacks shown').scrollIntoViewIfNeeded();
  await callbackBox(199).waitFor();
});

test('a next page that cannot be read is asked for once', async () => {
  served.known.list = rows(250);
  await open('/distribution');
  await callbackBox(99).waitFor();
  const [first] = served.asked.filter(({ path }) => path.startsWith('/v1/callbacks?'));
  served.known.refusals.set(`GET ${first?.path}&cursor=100`, problem('bad_cursor', 'The list has changed.', { status: 400 }));
  await page.getByText('100 callbacks shown').scrollIntoViewIfNeeded();
  await page.getByRole('alert').getByText('The list has changed.').waitFor();
  // Whatever asks at once for what has just failed has asked again by the time that the next thing pressed is answered.
  await page.getByLabel('Number', { exact: true }).fill('1');
  await until(() => listed().at(-1)?.get('number'), (number) => number === '1');
  expect(listed().filter((query) => query.has('cursor') && !query.has('number'))).toHaveLength(1);
});

test('shows what is undistributed, unless all is asked for, or an agent or a team is searched for', async () => {
  await open('/distribution');
  await callbackBox(0).waitFor();
  expect(listed().at(-1)?.get('assignee')).toBe('none');
  await page.getByLabel('Show', { exact: true }).selectOption('All open ones');
  await until(() => listed().at(-1), (query) => query?.has('assignee') === false);
  await page.getByLabel('Show', { exact: true }).selectOption('Undistributed');
  await page.getByLabel('Assignee').selectOption(AOKI.name);
  await until(() => listed().at(-1)?.get('assignee'), (assignee) => assignee === AOKI.id);
  expect(await page.getByLabel('Show', { exact: true }).isDisabled()).toBe(true);
});

test('CTI keeps only agents who are logged in, and one who is shown no longer is chosen no longer', async () => {
  await open('/distribution');
  await callbackBox(1).check();
  await page.getByRole('checkbox', { name: 'Choose all agents shown' }).check();
  await page.getByText('over 2 agents').waitFor();
  await page.getByRole('checkbox', { name: 'CTI: only agents who are logged in' }).check();
  await agentBox(MORI.name).waitFor({ state: 'detached' });
  await button('Distribute').click();
  const [wish] = await until(wishes, ({ length }) => length > 0);
  expect(wish?.action).toMatchObject({ agentIds: [AOKI.id] });
  expect(new URL(page.url()).searchParams.get('cti')).toBe('1');
});

test('agents are looked for by name, and whoever is chosen stays chosen when hidden', async () => {
  await open('/distribution?called=mori');
  await callbackBox(1).check();
  await page.getByRole('checkbox', { name: 'Choose all agents shown' }).check();
  expect(await agentBox(AOKI.name).count()).toBe(0);
  await page.getByLabel('Agent', { exact: true }).fill('AOKI');
  await agentBox(AOKI.name).check();
  expect(await agentBox(MORI.name).count()).toBe(0);
  await page.getByText('2 agents chosen').waitFor();
  await button('Distribute').click();
  const [wish] = await until(wishes, ({ length }) => length > 0);
  expect(wish?.action).toMatchObject({ agentIds: [MORI.id, AOKI.id] });
});

test('only those are shown who serve a route of what is selected, if that is asked for', async () => {
  served.known.list = [row({ id: 'c0', name: 'Customer 0' }), row({ id: 'c1', name: 'Customer 1', route: { id: 'route-nobody', name: 'Nobody’s' } })];
  await open('/distribution?serving=1');
  await agentBox(MORI.name).waitFor();
  await callbackBox(1).check();
  await page.getByText('No agent matches.').waitFor();
  await page.getByRole('checkbox', { name: 'Only those who serve the selected routes' }).uncheck();
  await agentBox(MORI.name).waitFor();
  expect(await page.getByText('other routes', { exact: true }).count()).toBe(2);
});

test('manual distribution takes one agent', async () => {
  await open('/distribution');
  await callbackBox(1).check();
  await page.getByText('Manual', { exact: true }).click();
  await page.getByRole('radio', { name: `Choose ${AOKI.name}` }).check();
  await page.getByRole('radio', { name: `Choose ${MORI.name}` }).check();
  served.known.plan = planOf({ action: { type: 'distribute', method: 'manual', agentIds: [MORI.id], levelled: false } });
  await page.getByText(`60 callbacks to ${MORI.name}`).waitFor();
  await button('Distribute').click();
  const [wish] = await until(wishes, ({ length }) => length > 0);
  expect(wish?.action).toEqual({ type: 'distribute', method: 'manual', agentIds: [MORI.id], levelled: false });
});

test('what would be refused is told before, with the way to Withdrawal; what cannot be done at all says why', async () => {
  served.known.preview = { total: 5, perAgent: [{ agent: AOKI, count: 3 }], refused: [{ refusal: 'already_distributed', count: 2 }] };
  await open('/distribution?show=all&number=5678');
  await page.getByRole('checkbox', { name: 'Select all that are shown' }).check();
  await agentBox(AOKI.name).check();
  await page.getByText('2 would be refused:').waitFor();
  served.known.refusals.set('POST /v1/plans', problem('too_many', 'At most 10,000 callbacks at once.'));
  await button('Distribute').click();
  await page.getByText('At most 10,000 callbacks at once.').waitFor();
  await page.getByRole('link', { name: 'Go to Withdrawal' }).click();
  await page.getByRole('heading', { name: 'Withdrawal', level: 1 }).waitFor();
  expect(new URL(page.url()).searchParams.get('number')).toBe('5678');
});

test('a plan that got no answer is not made twice by pressing again', async () => {
  const keys: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/v1/plans')) keys.push(request.headers()['idempotency-key']);
  });
  await open('/distribution');
  await callbackBox(1).check();
  await agentBox(AOKI.name).check();
  served.known.refusals.set('POST /v1/plans', problem('unavailable', 'Not now.', { status: 503 }));
  await button('Distribute').click();
  await page.getByText('Not now.').waitFor();
  served.known.refusals.clear();
  await button('Distribute').click();
  await page.getByText('Under way').waitFor();
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test('whoever went elsewhere finds a plan that is under way again', async () => {
  served.known.plans = [planOf({ id: 'older', state: 'finished' }), planOf()];
  await open('/distribution');
  const running = page.getByRole('list', { name: 'Plans under way' }).getByRole('button');
  await running.waitFor();
  expect(await running.textContent()).toBe('Distribution of 120 callbacks (Hayashi Mei)');
  await running.click();
  await button('Stop').waitFor();
});

test('a hint has the list, its totals and the preview read again', async () => {
  await open('/distribution');
  await callbackBox(0).check();
  await agentBox(AOKI.name).check();
  await page.getByText('120 callbacks').or(page.getByText('60 callbacks to')).waitFor();
  served.known.list = rows(5).slice(1);
  served.known.totals = { matching: 9, total: 9, distributed: 1, undistributed: 8 };
  served.known.preview = { total: 1, perAgent: [], refused: [{ refusal: 'already_distributed', count: 1 }] };
  served.hint({ callbackId: 'c0', agentId: AOKI.id });
  await callbackBox(0).waitFor({ state: 'detached' });
  await page.getByText('Nothing would be distributed.').waitFor();
  await page.locator('.totals').getByText('8', { exact: true }).waitFor();
  expect(await button('Distribute').isDisabled()).toBe(true);
});

test('an agent has neither page', async () => {
  served.known.me = agentMe;
  for (const path of ['/distribution', '/withdrawal']) {
    await open(path);
    await page.getByText('There is no such page.').waitFor();
  }
  for (const name of ['Distribution', 'Withdrawal']) expect(await page.getByRole('link', { name }).count()).toBe(0);
});

test.each(['light', 'dark'] as const)('axe finds nothing serious, in %s colours', async (colorScheme) => {
  await page.emulateMedia({ colorScheme });
  await open('/distribution?show=all');
  await callbackBox(0).check();
  await agentBox(AOKI.name).check();
  await page.getByText(`60 callbacks to ${AOKI.name}`).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  served.known.planRefusals = [{ callback: { id: 'c1', name: 'Customer 1', number: '+819012345678', route: row({ id: 'c1' }).route }, refusal: 'being_called' }];
  await open('/distribution?plan=p');
  await page.getByRole('row', { name: 'Customer 1' }).getByText('It is being called.').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});
