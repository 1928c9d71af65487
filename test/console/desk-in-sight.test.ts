import { seriousFindings } from './served/axe.ts';
import { caseOf, deskOf } from './served/people.ts';
import { eachInChromium, note, open, page, served, until } from './served/screen.ts';

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
