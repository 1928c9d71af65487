import { administratorMe, deskOf } from './served/people.ts';
import { seriousFindings } from './served/axe.ts';
import { eachInChromium, note, open, page, served, wrapUp } from './served/screen.ts';

eachInChromium();

const list = () => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

test('an agent finds every key of the desk by Alt and the slash, and none of the administrators’', async () => {
  await open('/desk');
  await page.getByRole('button', { name: /^Presence/ }).focus();
  await page.keyboard.press('Alt+/');
  await list().getByRole('region', { name: 'Desk' }).getByText('Mark Done').waitFor();
  expect(await list().getByRole('region').evaluateAll((regions) => regions.map((region) => region.getAttribute('aria-label')))).toEqual(['Everywhere', 'Desk', 'A callback', 'Callbacks', 'Contacts']);
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

test('the note and the disposition are reached by their keys, presence is opened by its own, and typing stays typing', async () => {
  served.known.desk = deskOf({ live: wrapUp() });
  await open('/desk');
  await note().waitFor();
  await page.keyboard.press('Alt+n');
  expect(await note().evaluate((field) => field === document.activeElement)).toBe(true);
  await page.keyboard.press('Alt+i');
  expect(await note().evaluate((field) => field === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: /^Presence/ }).focus();
  await page.keyboard.press('Alt+i');
  expect(await page.getByRole('combobox', { name: 'Disposition' }).evaluate((field) => field === document.activeElement)).toBe(true);
  await page.getByRole('button', { name: /^Presence/ }).focus();
  await page.keyboard.press('Alt+y');
  await page.getByRole('group', { name: 'Voice' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});
