import { administratorMe } from './served/people.ts';
import { seriousFindings } from './served/axe.ts';
import { eachInChromium, open, page, served } from './served/screen.ts';

eachInChromium();

const list = () => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

test('an agent finds every key of the desk by Alt and the slash, and none of the administrators’', async () => {
  await open('/desk');
  await page.getByRole('button', { name: /^Presence/ }).focus();
  await page.keyboard.press('Alt+/');
  await list().getByRole('region', { name: 'Desk' }).getByText('Mark Done').waitFor();
  expect(await list().getByRole('region').evaluateAll((regions) => regions.map((region) => region.getAttribute('aria-label')))).toEqual(['Everywhere', 'Desk', 'A callback', 'Callbacks']);
  expect(await list().getByRole('region', { name: 'Everywhere' }).innerText()).toMatch(/Hold, Resume\s+Alt H/);
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await list().waitFor({ state: 'hidden' });
});

test('a question mark opens it, too, and stays one in a text field', async () => {
  served.known.me = administratorMe;
  await open('/callbacks');
  const search = page.getByRole('textbox').first();
  await search.press('?');
  expect(await search.inputValue()).toBe('?');
  expect(await list().count()).toBe(0);
  await page.getByRole('link', { name: 'Callbacks' }).press('?');
  await list().getByRole('region', { name: 'Distribution' }).getByText('Distribute').waitFor();
  expect(await list().getByRole('region', { name: 'Desk' }).count()).toBe(0);
});
