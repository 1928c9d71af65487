import { seriousFindings } from './served/axe.ts';
import { AOKI, caseOf, deskOf, offerOf, row } from './served/people.ts';
import { browser, button, eachInChromium, note, open, page, served, until } from './served/screen.ts';

/* On a screen of 1280 × 800, what is needed next is in sight, or one press away. */

eachInChromium();

beforeEach(() => page.setViewportSize({ width: 1280, height: 800 }));

const bottomOf = async (field: ReturnType<typeof note>) => {
  const box = await field.boundingBox();
  return (box?.y ?? 0) + (box?.height ?? Number.POSITIVE_INFINITY);
};

test('however much a customer wrote on the web, disposition and note are in sight; what they wrote is scrolled by keyboard', async () => {
  const message = 'I have been charged twice for the same invoice. '.repeat(20);
  served.known.desk = deskOf({ live: caseOf({ id: 'live', status: 'preview', channel: 'web', origin: 'web', collected: { subject: 'Invoice', message } }) });
  await open('/desk');
  expect(await bottomOf(note())).toBeLessThan(800);
  const written = page.getByRole('group', { name: 'What it is about' });
  await written.focus();
  await page.keyboard.press('End');
  await until(() => written.evaluate(({ scrollTop, scrollHeight, clientHeight }) => scrollHeight - clientHeight - scrollTop), (left) => left < 2);
  expect(await written.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  expect(await seriousFindings(page)).toEqual([]);
});

const offered = row({ id: 'offered', status: 'offered' });
const chosen = row({ id: 'chosen', name: 'Suzuki Aoi', assignee: AOKI });
const inFocus = () => page.evaluate<string>('document.activeElement.innerText');

beforeEach(() => {
  served.known.cases = [caseOf({ ...chosen, id: 'chosen' }), caseOf({ ...offered, id: 'offered' })];
  served.known.desk = deskOf({ callbacks: [chosen], offer: offerOf(offered, caseOf({ ...offered, id: 'offered' })) });
});

test('the offer’s card leads back to the case in it from another customer’s, however far that is scrolled', async () => {
  await open('/desk?case=chosen');
  await page.getByRole('heading', { name: 'Suzuki Aoi' }).scrollIntoViewIfNeeded();
  await page.evaluate('scrollTo(0, document.body.scrollHeight)');
  const heading = page.getByRole('heading', { name: 'Tanaka Yui' });
  await until(() => heading.evaluate((element) => element.getBoundingClientRect().bottom), (bottom) => bottom < 0);
  await button('Show the case').click();
  await until(() => heading.evaluate((element) => element.getBoundingClientRect().top), (top) => top >= 44 && top < 200);
  expect(await inFocus()).toMatch(/^Tanaka Yui/);
  expect(await inFocus()).not.toContain('Suzuki Aoi');
});

test('where the offered case is the one that was chosen, it leads to that', async () => {
  await open('/desk?case=offered');
  await button('Show the case').click();
  await until(inFocus, (text) => text.includes('Tanaka Yui'));
});

test('without preview there is no case to be shown', async () => {
  served.known.desk = deskOf({ offer: offerOf(offered) });
  await open('/desk');
  await button('Accept').waitFor();
  expect(await button('Show the case').count()).toBe(0);
});

test.each(['en-GB', 'ja-JP'])('a window with the customer’s clock beside it is not cut off by the offer’s card in %s', async (locale) => {
  const window = { kind: 'scheduled', desiredAt: '2026-11-27T15:36:00Z', windowEndsAt: '2026-11-27T16:36:00Z', timeZone: 'America/Argentina/Buenos_Aires' } as const;
  served.known.desk = deskOf({ offer: offerOf(row({ id: 'offered', status: 'offered', ...window })) });
  const own = await browser.newContext({ locale, reducedMotion: 'reduce', viewport: { width: 1280, height: 800 } });
  const tab = await own.newPage();
  await open('/desk', tab);
  const card = tab.locator('.offer');
  await card.waitFor();
  const overhang = await card.evaluate((element) => element.scrollWidth - element.clientWidth);
  await own.close();
  expect(overhang).toBe(0);
});
