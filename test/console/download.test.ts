import { KEYS } from '../../console/keyboard/keys.ts';
import { administratorMe, row } from './served/people.ts';
import { button, eachInChromium, open, page, served, until } from './served/screen.ts';
import { problem } from './served/served-console.ts';

eachInChromium();

beforeEach(() => {
  served.known.me = administratorMe;
  served.known.list = [row({ id: 'c0', name: 'Sato' }), row({ id: 'c1', name: 'Suzuki' })];
});

interface Place {
  readonly of: string;
  readonly path: string;
  readonly button: string;
  readonly file: string;
}

const LIST: Place = { of: 'the list', path: '/callbacks?status=queued', button: 'Excel', file: 'callbacks.xlsx' };
const SELECTION: Place = { of: 'a selection', path: '/callbacks', button: 'Excel of the selection', file: 'callbacks.xlsx' };
const STATUS: Place = { of: 'the status', path: '/status?period=custom&from=2026-11-01&to=2026-11-10&groupBy=route', button: 'Excel', file: 'status.xlsx' };
const PLACES = [LIST, SELECTION, STATUS];

async function ready(place: Place): Promise<void> {
  await open(place.path);
  if (place === SELECTION) await page.getByRole('checkbox', { name: 'Sato' }).press('Space');
  await button(place.button).waitFor();
}

const asked = ({ file }: Place) => served.asked.filter(({ path }) => path.startsWith(`/v1/${file}`));
const queryOf = (place: Place) => Object.fromEntries(new URLSearchParams(asked(place)[0]?.path.split('?')[1]));

describe.each(PLACES)('the workbook of $of', (place) => {
  test('comes as a file with the server’s name', async () => {
    await ready(place);
    const [file] = await Promise.all([page.waitForEvent('download'), button(place.button).click()]);
    expect(file.suggestedFilename()).toBe(place.file);
    await page.getByText('Downloaded').waitFor();
  });

  test('tells how many rows are written, and Cancel ends it at the server, the keyboard staying on the button', async () => {
    served.known.download = { rows: 1200, total: 4000 };
    await ready(place);
    await button(place.button).focus();
    await page.keyboard.press('Enter');
    await page.getByText('1,200 of 4,000 rows').waitFor();
    await button('Cancel the download').waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Download cancelled').waitFor();
    await until(() => served.brokenOff, (count) => count === 1);
    await page.keyboard.press('Enter');
    await until(() => asked(place).length, (count) => count === 2);
  });

  test('says why it is refused, and can be asked for again', async () => {
    await page.route(`**/v1/${place.file}*`, (route) => route.fulfill({ status: 403, json: problem('forbidden', 'Your rights have changed.', { status: 403 }) }), { times: 1 });
    await ready(place);
    await button(place.button).click();
    await page.getByRole('alert').getByText('Your rights have changed.').waitFor();
    await Promise.all([page.waitForEvent('download'), button(place.button).click()]);
    expect(await page.getByRole('alert').count()).toBe(0);
  });
});

test('the list’s is of the search', async () => {
  await ready(LIST);
  await Promise.all([page.waitForEvent('download'), button(LIST.button).click()]);
  expect(queryOf(LIST)).toMatchObject({ status: 'queued', lang: 'en', progress: expect.any(String) });
});

test('the selection’s is of its ids', async () => {
  await ready(SELECTION);
  await Promise.all([page.waitForEvent('download'), button(SELECTION.button).click()]);
  expect(served.bodies('POST', '/v1/callbacks.xlsx')).toMatchObject([{ ids: ['c0'], lang: 'en', progress: expect.any(String) }]);
});

test('the status’s is of what is shown', async () => {
  await ready(STATUS);
  await Promise.all([page.waitForEvent('download'), button(STATUS.button).click()]);
  expect(queryOf(STATUS)).toEqual({ from: '2026-11-01', to: '2026-11-10', unit: 'day', groupBy: 'route', lang: 'en', progress: expect.any(String) });
});

test('a second click is not taken for Cancel', async () => {
  served.known.download = { rows: 0, total: null };
  await ready(STATUS);
  await button('Excel').dblclick();
  await page.getByText('Being made…').waitFor();
  expect([asked(STATUS).length, served.brokenOff]).toEqual([1, 0]);
});

test('the status’s has a key, as its button says', async () => {
  await ready(STATUS);
  await Promise.all([page.waitForEvent('download'), page.locator('body').press(`Alt+${KEYS.excel.toLowerCase()}`)]);
});
