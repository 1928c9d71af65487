import type { Locator } from 'playwright-core';
import { AOKI, deskOf, offerOf, row } from './served/people.ts';
import { button, change, eachInChromium, open, page, served, until, wrapUp } from './served/screen.ts';

/* Dialogues that come over others. */

eachInChromium();

/** Whether a press of the mouse would reach it. */
const isOnTop = (element: Locator) =>
  element.evaluate((found) => {
    const { x, y, width, height } = found.getBoundingClientRect();
    return found.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });

async function inReschedule(): Promise<void> {
  served.known.desk = deskOf({ live: wrapUp() });
  await open('/desk');
  await button('Reschedule').click();
  await page.getByRole('dialog', { name: 'Reschedule' }).getByRole('button', { name: 'Close' }).focus();
}

test('a session that ends asks over any dialogue that is open', async () => {
  await inReschedule();
  served.known.me = null;
  served.hint({ agentId: AOKI.id });
  const password = page.getByRole('dialog', { name: 'Sign in' }).getByLabel('Password', { exact: true });
  await password.waitFor();
  await until(() => isOnTop(password), Boolean);
});

test('the list of keys opens over any dialogue, and what must be in reach is in it', async () => {
  await inReschedule();
  await page.keyboard.press('Alt+/');
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await until(() => isOnTop(keys.getByRole('button', { name: 'Close' })), Boolean);
  change({ offer: offerOf(row({ id: 'offered', status: 'offered' })) });
  await keys.getByRole('button', { name: 'Accept' }).waitFor();
  await page.keyboard.press('Alt+a');
  await until(() => served.bodies('POST', '/offered/accept'), ({ length }) => length === 1);
});
