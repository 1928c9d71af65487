import type { Desk } from '../../console/api/types.ts';
import { askedInOf } from './served/calls.ts';
import { AOKI, offerOf, row } from './served/people.ts';
import { button, change, context, eachInChromium, open, page, served, until } from './served/screen.ts';

/* An offer whose end nobody tells of: the network is lost, or the session has ended. */

eachInChromium();

const offered = row({ id: 'offered', status: 'offered' });
const notes = () => page.evaluate<number>('window.notes');

/** Counts the notes that are played, and lets time be moved. */
async function listening(): Promise<void> {
  await page.addInitScript(`
    window.notes = 0;
    const Played = OscillatorNode;
    window.OscillatorNode = class extends Played {
      constructor(...how) { super(...how); window.notes += 1; }
    };`);
  await page.clock.install();
}

/** Opens a page with this desk, hears it ring, and loses the network. */
async function ringingOffline(path: string, desk: Partial<Desk>, title: RegExp): Promise<void> {
  await listening();
  await open(path);
  await page.getByRole('button', { name: /^Presence/ }).press('Shift');
  change(desk);
  await until(() => page.title(), (said) => title.test(said));
  await until(notes, (count) => count > 0);
  await context.setOffline(true);
}

test.each(['/desk', '/callbacks'])('past its deadline an offer is over on %s: no sound, no title, no answer, and it says so', async (path) => {
  await ringingOffline(path, { offer: offerOf(offered) }, /Offer: Tanaka Yui/);
  await page.clock.fastForward(31_000);
  await page.getByRole('region', { name: 'Offer' }).getByText('This offer is over.').waitFor();
  expect(await page.title()).toBe('Ringback');
  expect(await button('Accept').isDisabled()).toBe(true);
  expect(await button('Reject').isDisabled()).toBe(true);
  expect(await page.getByRole('timer').count()).toBe(0);
  const before = await notes();
  await page.clock.runFor(20_000);
  expect(await notes()).toBe(before);
});

test('an invitation is silent past its deadline, too', async () => {
  await ringingOffline('/desk', { askedIn: askedInOf() }, /wants to consult you/);
  await page.clock.fastForward(31_000);
  await until(() => page.title(), (title) => title === 'Ringback');
  const before = await notes();
  await page.clock.runFor(20_000);
  expect(await notes()).toBe(before);
});

test('an offer is silent once the session has ended', async () => {
  await listening();
  await open('/desk');
  await page.getByRole('button', { name: /^Presence/ }).press('Shift');
  change({ offer: offerOf(offered) });
  await until(() => page.title(), (title) => title.includes('Offer: Tanaka Yui'));
  served.known.me = null;
  served.hint({ agentId: AOKI.id });
  await page.getByRole('dialog', { name: 'Sign in' }).waitFor();
  await until(() => page.title(), (title) => title === 'Ringback');
  expect(await page.getByRole('dialog', { name: 'Sign in' }).getByRole('button', { name: 'Accept' }).count()).toBe(0);
});
