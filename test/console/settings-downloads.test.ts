import type { DownloadEntry } from '../../console/api/types.ts';
import { seriousFindings } from './served/axe.ts';
import { administratorMe, agentMe, AOKI, MORI } from './served/people.ts';
import { button, eachInChromium, open, page, served, until } from './served/screen.ts';
import { problem } from './served/served-console.ts';

eachInChromium();
beforeEach(() => {
  served.known.me = administratorMe;
});

const PATH = '/settings/downloads';
const row = (text: string) => page.getByRole('row').filter({ hasText: text });
const refused = problem('internal', 'The database is gone.', { status: 500 });

/** Enough for two pages, and an id of its own for each. */
function many(count: number): DownloadEntry[] {
  const [first] = served.known.downloads;
  return Array.from({ length: count }, (_, index) => ({ ...(first as DownloadEntry), id: count - index, rows: 1000 + count - index }));
}

test('every download says who took what, what was searched for in words, and how many rows; axe finds nothing serious', async () => {
  await open('/settings');
  await page.getByRole('link', { name: 'Downloads' }).press('Enter');
  await row(AOKI.name).filter({ hasText: 'Callbacks (search)' }).getByText('12,345', { exact: true }).waitFor();
  expect(await row(AOKI.name).getByRole('term').allTextContents()).toEqual(['Period of', 'From', 'Route', 'Order']);
  expect(await row(AOKI.name).getByRole('definition').allTextContents()).toContain('2026-11-21 00:00 (Asia/Tokyo)');
  await row(MORI.name).filter({ hasText: 'Callbacks (selection)' }).getByText('Broken off').waitFor();
  expect(await row('Agents (CSV)').getByRole('cell').nth(3).textContent()).toBe('—');
  await page.getByText('3 downloads shown · End of the list').waitFor();
  expect(await page.getByText('Broken off').count()).toBe(1);
  expect(await seriousFindings(page)).toEqual([]);
});

test('the next page is read by the keyboard; where it cannot be, it says why and what is there stays', async () => {
  served.known.downloads = many(60);
  served.known.refusals.set('GET /v1/audit/downloads?lang=en&before=11', refused);
  await open(PATH);
  await page.getByText('50 downloads shown').waitFor();
  await button('Load more').press('Enter');
  await page.getByRole('alert').getByText('The database is gone.').waitFor();
  await page.getByText('50 downloads shown').waitFor();
  served.known.refusals.clear();
  await button('Load more').press('Enter');
  await page.getByText('60 downloads shown · End of the list').waitFor();
  await row('1,001').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('nothing was downloaded, it is being read, and it could not be read: each is said', async () => {
  served.known.downloads = [];
  let answer: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route('**/v1/audit/downloads*', (route) => held.then(() => route.continue()), { times: 1 });
  await open(PATH);
  await page.getByRole('status', { name: 'Loading…' }).waitFor();
  answer();
  await page.getByText('Nothing has been downloaded yet.').waitFor();
  served.known.refusals.set('GET /v1/audit/downloads?lang=en', problem('forbidden', 'Your rights have changed.', { status: 403 }));
  await open(PATH);
  await page.getByRole('alert').getByText('Your rights have changed.').waitFor();
  served.known.refusals.clear();
  await button('Try again').press('Enter');
  await page.getByText('Nothing has been downloaded yet.').waitFor();
});

test('agents have no such page, and administrators read it in their language', async () => {
  served.known.me = agentMe;
  await open(PATH);
  await page.getByText('There is no such page.').waitFor();
  expect(served.asked.filter(({ path }) => path.startsWith('/v1/audit'))).toEqual([]);
  served.known.me = administratorMe;
  await page.addInitScript(() => localStorage.setItem('ringback-language', 'ja'));
  await open(PATH);
  await page.getByRole('heading', { name: 'ダウンロード履歴' }).waitFor();
  await until(() => served.asked.filter(({ path }) => path === '/v1/audit/downloads?lang=ja').length, (asked) => asked > 0);
});
