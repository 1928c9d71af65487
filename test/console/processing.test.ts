import { administratorMe, agentMe, row } from './served/people.ts';
import { seriousFindings } from './served/axe.ts';
import { button, eachInChromium, open, page, served, until } from './served/screen.ts';
import { problem } from './served/served-console.ts';

eachInChromium();

beforeEach(() => {
  served.known.me = administratorMe;
});

const asked = (path: string) => served.asked.filter((request) => request.path.startsWith(path));
const NOVEMBER = '/status?period=custom&from=2026-11-01&to=2026-11-10';

describe('Status', () => {
  test('shows each figure with what it means, the totals first, and every day', async () => {
    await open(NOVEMBER);
    const table = page.getByRole('table', { name: 'Figures of the processing status' });
    await table.waitFor();
    expect(await table.getByRole('columnheader', { name: 'Processing rate' }).innerText()).toContain('completed ÷ distributed');
    expect(await table.locator('tbody tr').count()).toBe(11);
    expect(await table.locator('tbody tr').first().innerText()).toMatch(/^Total/);
    expect(await table.locator('tbody tr').last().innerText()).toContain('Tue 10 Nov');
    await page.getByRole('img', { name: 'Distributed, completed and unprocessed as bars', exact: false }).locator('svg .recharts-bar-rectangle').first().waitFor();
  });

  test('asks anew when something is chosen, by keyboard too, and keeps it in the address', async () => {
    await open(NOVEMBER);
    await page.getByRole('radio', { name: 'Day' }).focus();
    await page.keyboard.press('ArrowRight');
    await until(() => asked('/v1/status?').at(-1)?.path ?? '', (path) => path.includes('unit=month'));
    await page.getByLabel('Agent', { exact: true }).first().selectOption({ label: 'Aoki Haruka' });
    await until(() => page.url(), (url) => url.includes('unit=month') && url.includes('agent='));
    await page.reload();
    await page.getByRole('table', { name: 'Figures of the processing status' }).waitFor();
    expect(await page.getByRole('radio', { name: 'Month' }).isChecked()).toBe(true);
  });

  test('by agent, the days of each are behind their name', async () => {
    await open(`${NOVEMBER}&groupBy=agent`);
    const name = page.getByRole('button', { name: 'Aoki Haruka' });
    await name.waitFor();
    const rows = page.getByRole('table', { name: 'Figures of the processing status' }).locator('tbody tr');
    expect(await rows.count()).toBe(3);
    await name.press('Enter');
    expect(await name.getAttribute('aria-expanded')).toBe('true');
    expect(await rows.count()).toBeGreaterThan(10);
  });

  test('a refusal is told, and tried again', async () => {
    served.known.refusals.set('GET /v1/status?from=2026-11-01&to=2026-11-10&unit=day&groupBy=none', problem('bad_request', 'That period is too long.', { status: 400 }));
    await open(NOVEMBER);
    await page.getByText('That period is too long.').waitFor();
    served.known.refusals.clear();
    await button('Try again').click();
    await page.getByRole('table', { name: 'Figures of the processing status' }).waitFor();
  });
});

describe('the wallboard', () => {
  const figure = (name: string) => page.locator('.wall-figure').filter({ has: page.locator('dt', { hasText: name }) }).locator('dd');

  test('follows hints by itself, at most once a second', async () => {
    await open('/wallboard');
    await until(() => figure('Waiting').innerText(), (text) => text === '7');
    const before = asked('/v1/wallboard').length;
    served.known.status.board = { ...served.known.status.board, waiting: 9 };
    for (let n = 0; n < 30; n += 1) served.hint({ callbackId: `c${n}` });
    await until(() => figure('Waiting').innerText(), (text) => text === '9');
    expect(asked('/v1/wallboard').length - before).toBeLessThanOrEqual(2);
  });

  test('lists what is due within the hour by itself, in the address, whatever else is overdue', async () => {
    served.known.list = [row({ id: 'w1', status: 'scheduled', name: 'Sato Ren' })];
    await open('/wallboard?team=team-1');
    await button('Release now').waitFor();
    await page.getByRole('radiogroup', { name: 'What is listed' }).getByText('Due within the hour').click();
    const query = await until(
      () => new URLSearchParams(asked('/v1/callbacks').at(-1)?.path.split('?')[1]),
      (one) => one.has('to'),
    );
    expect([query.get('status'), query.get('by'), query.get('team')]).toEqual(['scheduled', 'due', 'team-1']);
    expect(Date.parse(query.get('to') ?? '') - Date.parse(query.get('from') ?? '')).toBe(3_600_000);
    expect(new URL(page.url()).search).toBe('?team=team-1&show=soon');
  });

  test('tells of a wait of days in days and hours', async () => {
    served.known.status.board = { ...served.known.status.board, oldestDueAt: new Date(Date.now() - (167 * 60 + 24) * 60_000).toISOString() };
    await open('/wallboard');
    await until(() => figure('Longest wait').innerText(), (text) => text === '6 d 23 h');
  });

  test('releases, moves and cancels what waits, and shows no number', async () => {
    served.known.list = [row({ id: 'w1', status: 'scheduled', name: 'Sato Ren' })];
    await open('/wallboard');
    await button('Release now').click();
    await until(() => served.bodies('POST', '/w1/release'), (bodies) => bodies.length === 1);
    expect(await page.locator('main').innerText()).not.toContain('5678');
    await button('Move').click();
    const dialogue = page.getByRole('dialog');
    await dialogue.getByLabel('Agent').selectOption({ index: 1 });
    await dialogue.getByRole('button', { name: 'Move' }).click();
    await until(() => served.bodies('POST', '/w1/assign'), (bodies) => bodies.length === 1);
    expect(served.bodies('POST', '/w1/assign')).toEqual([{ agentId: 'agent-aoki' }]);
    await dialogue.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Cancel', exact: false }).first().click();
    await page.getByRole('dialog').getByRole('button').last().click();
    await until(() => served.bodies('POST', '/w1/cancel'), (bodies) => bodies.length === 1);
  });

  test('is narrowed in the address, and fills the screen without the frame', async () => {
    await open('/wallboard?team=team-1');
    await until(() => asked('/v1/wallboard').at(-1)?.path ?? '', (path) => path.includes('team=team-1'));
    await until(() => asked('/v1/callbacks').at(-1)?.path ?? '', (path) => path.includes('team=team-1'));
    await page.locator('body').press('Alt+z');
    await button('Leave full screen').waitFor();
    expect(await page.locator('header.shell').isVisible()).toBe(false);
  });
});

test.each(['/status', '/wallboard'])('%s is not for agents', async (path) => {
  served.known.me = agentMe;
  await open(path);
  await page.getByText('There is no such page.').waitFor();
  expect(await page.getByRole('link', { name: 'Wallboard' }).count()).toBe(0);
  expect([...asked('/v1/status'), ...asked('/v1/wallboard')]).toEqual([]);
});

test.each(['light', 'dark'] as const)('both screens have no serious findings in %s', async (colorScheme) => {
  await page.emulateMedia({ colorScheme });
  served.known.list = [row({ id: 'w1', status: 'scheduled' }), row({ id: 'w2', status: 'queued' })];
  for (const path of [NOVEMBER, `${NOVEMBER}&groupBy=agent`, '/wallboard']) {
    await open(path);
    await page.locator('table tbody tr').first().waitFor();
    await page.getByRole('img').or(page.locator('.wall-figure')).first().waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  }
});
