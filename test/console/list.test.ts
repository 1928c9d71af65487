import type { PlanWish } from '../../console/api/types.ts';
import { mayDialNow } from '../../console/case/useMayDial.ts';
import { seriousFindings } from './served/axe.ts';
import { administratorMe, agentMe, AOKI, caseOf, deskOf, MORI, offerOf, row } from './served/people.ts';
import { planOf } from './served/plans.ts';
import { button, eachInChromium, open, page, served, until, whenFocused } from './served/screen.ts';

describe('who may dial from the list just now', () => {
  const idle = deskOf();
  const admin = { ...administratorMe, isAgent: true, mayPhone: true };
  const waiting = row({ id: 'c1', status: 'queued' });

  test('is its assignee, and an administrator who acts as an agent', () => {
    expect(mayDialNow(agentMe, idle, { ...waiting, assignee: AOKI })).toBe(true);
    expect(mayDialNow(agentMe, idle, { ...waiting, assignee: MORI })).toBe(false);
    expect(mayDialNow(admin, idle, { ...waiting, assignee: MORI })).toBe(true);
    expect(mayDialNow(admin, idle, { ...waiting, agent: MORI })).toBe(false);
    expect(mayDialNow(admin, idle, { ...waiting, status: 'completed' })).toBe(false);
  });

  test('is nobody who has another in hand or offered; their own offer and case they may', () => {
    const live = caseOf({ id: 'c2', status: 'wrap_up' });
    const busy = deskOf({ live });
    expect(mayDialNow(admin, busy, waiting)).toBe(false);
    expect(mayDialNow(agentMe, busy, live)).toBe(true);
    expect(mayDialNow(agentMe, idle, live)).toBe(false);
    const offered = row({ id: 'c3', status: 'offered', agent: AOKI });
    expect(mayDialNow(agentMe, deskOf({ offer: offerOf(offered) }), offered)).toBe(true);
    expect(mayDialNow(agentMe, deskOf({ offer: offerOf(offered) }), { ...waiting, assignee: AOKI })).toBe(false);
    expect(mayDialNow(agentMe, idle, offered)).toBe(false);
  });
});

describe('the list in the browser', () => {
  eachInChromium();
  beforeEach(() => {
    served.known.me = administratorMe;
    served.known.list = ['Sato', 'Suzuki', 'Takahashi', 'Tanaka'].map((name, index) => row({ id: `c${index}`, name, assignee: AOKI, distributor: 'arrival' }));
  });

  const box = (name: string) => page.getByRole('checkbox', { name: `Select ${name}`, exact: true });
  const wishes = () => served.bodies('POST', '/v1/plans') as PlanWish[];
  const lastList = () => served.asked.findLast(({ path }) => path.startsWith('/v1/callbacks?'))?.path ?? '';

  test('tells the totals of its search above the table', async () => {
    await open('/callbacks?number=5678');
    const totals = page.locator('.list-totals');
    await totals.getByText('400').waitFor();
    expect(await totals.locator('div').allTextContents()).toEqual(['Found400', 'Open340', 'Distributed220', 'Undistributed120']);
    await until(() => served.asked.some(({ path }) => path.startsWith('/v1/callbacks/totals?') && path.includes('number=5678')), Boolean);
  });

  test('is sorted by the headings of its columns, in the address, and says so', async () => {
    await open('/callbacks');
    const heading = (name: string) => page.getByRole('columnheader', { name });
    await until(() => heading('Requested').getAttribute('aria-sort'), (sort) => sort === 'descending');
    await heading('Customer').getByRole('button').press('Enter');
    await until(lastList, (path) => path.includes('sort=name') && path.includes('order=asc'));
    expect(await heading('Customer').getAttribute('aria-sort')).toBe('ascending');
    expect(await heading('Requested').getAttribute('aria-sort')).toBe('none');
    await heading('Customer').getByRole('button').press('Enter');
    await until(lastList, (path) => path.includes('order=desc'));
    expect(page.url()).toContain('sort=name');
    expect(await heading('Route').getAttribute('aria-sort')).toBeNull();
  });

  test('narrows by distributor, completed time, disposition, team and attempts', async () => {
    await open('/callbacks');
    await page.getByLabel('Distributor', { exact: true }).selectOption('arrival');
    await page.getByLabel('Time', { exact: true }).selectOption('ended');
    await button('Filters').click();
    await page.getByLabel('Disposition', { exact: true }).selectOption('resolved');
    await page.getByLabel('Team', { exact: true }).selectOption('team-east');
    await page.getByLabel('Attempts from').fill('2');
    const wanted = ['distributor=arrival', 'by=ended', 'disposition=resolved', 'team=team-east', 'attemptsFrom=2'];
    await until(lastList, (path) => wanted.every((part) => path.includes(part)));
    await until(() => page.url(), (url) => wanted.every((part) => url.includes(part)));
  });

  test('cancels what is selected with Shift, after saying how many, and shows how far that is', async () => {
    served.known.plan = planOf({ action: { type: 'cancel', reason: null }, state: 'finished', total: 3, pending: 0, done: 2, refused: 1, perAgent: [] });
    await open('/callbacks');
    await box('Sato').click();
    await box('Takahashi').click({ modifiers: ['Shift'] });
    await page.getByText('3 selected').waitFor();
    await button('Cancel requests').click();
    await page.getByRole('heading', { name: 'Cancel 3 requests for good?' }).waitFor();
    await whenFocused(page.getByRole('textbox', { name: 'Reason' }));
    await page.keyboard.type('Duplicate import');
    await page.keyboard.press('Enter');
    await page.getByText('Finished: 2 done, 1 refused').waitFor();
    expect(wishes()).toEqual([{ action: { type: 'cancel', reason: 'Duplicate import' }, selection: { ids: ['c0', 'c1', 'c2'] } }]);
    await page.getByText('0 selected').waitFor();
  });

  test('changes the route of everything the search finds, as a search', async () => {
    await open('/callbacks?status=queued');
    await button('Select all 400 of the search').click();
    await button('Change route').click();
    const dialogue = page.getByRole('dialog');
    await dialogue.getByRole('button', { name: 'Change the route of all 400' }).click();
    await dialogue.getByText('Choose a route.').waitFor();
    await dialogue.getByLabel('Route').selectOption('route-sales');
    await dialogue.getByRole('button', { name: 'Change the route of all 400' }).click();
    await until(wishes, ({ length }) => length === 1);
    expect(wishes()).toEqual([{ action: { type: 'change_route', routeId: 'route-sales' }, selection: { search: { by: 'requested', order: 'desc', status: ['queued'] } } }]);
  });

  test('reschedules one that is selected to a time in the centre’s zone', async () => {
    await open('/callbacks');
    await box('Suzuki').press('Space');
    await button('Reschedule').click();
    const dialogue = page.getByRole('dialog');
    await dialogue.getByLabel('New time').fill('2030-01-07T10:00');
    await page.keyboard.press('Enter');
    await until(wishes, ({ length }) => length === 1);
    expect(wishes()).toEqual([{ action: { type: 'reschedule', at: '2030-01-07T01:00:00.000Z', windowEndsAt: null }, selection: { ids: ['c1'] } }]);
  });

  test('offers an agent nothing for many at once', async () => {
    served.known.me = agentMe;
    await open('/callbacks');
    await button('Open the callback of Sato').waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
  });

  test('has no serious findings by axe, with a selection and with a dialogue', async () => {
    await open('/callbacks?name=a');
    await box('Sato').press('Space');
    expect(await seriousFindings(page)).toEqual([]);
    await button('Reschedule').click();
    await page.getByRole('dialog').waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });
});
