import type { LiveCall } from '../../console/supervision/live-calls.ts';
import { seriousFindings } from './served/axe.ts';
import { joinedOf } from './served/calls.ts';
import { administratorMe, BILLING, deskOf, minutesFromNow, MORI } from './served/people.ts';
import { button, eachInChromium, open, page, served, until } from './served/screen.ts';
import { problem } from './served/served-console.ts';

eachInChromium();

const CALL: LiveCall = {
  id: 'live-1', attempt: 2, name: 'Tanaka Yui', route: BILLING, agent: MORI, connectedAt: minutesFromNow(-3), isOnHold: false, helpWanted: false, supervisors: [], guest: null,
};
const ME = { id: administratorMe.id, name: administratorMe.name };
const wishes = () => served.bodies('POST', '/supervision');

beforeEach(() => {
  served.known.me = administratorMe;
  served.known.liveCalls = [CALL];
});

test('a supervisor sees who talks to whom, and listens, by keyboard too', async () => {
  await open('/wallboard');
  const row = page.getByRole('row').filter({ hasText: 'Tanaka Yui' });
  expect(await row.innerText()).toContain('Connected');
  await row.getByRole('button', { name: 'Listen' }).press('Enter');
  await until(wishes, ({ length }) => length === 1);
  expect(wishes()).toEqual([{ attempt: 2, how: 'listen' }]);
  expect(await seriousFindings(page)).toEqual([]);
});

test('on the line, the way they take part is pressed, and who has a desk can take over, or leave', async () => {
  served.known.liveCalls = [{ ...CALL, supervisors: [{ ...ME, how: 'coach', isHere: true }] }];
  await open('/wallboard');
  await button('Leave').waitFor();
  expect(await button('Take over').count()).toBe(0);
  served.known.me = { ...administratorMe, isAgent: true, mayPhone: true };
  await page.reload();
  await page.getByRole('button', { name: 'Coach', pressed: true }).waitFor();
  await button('Take over').click();
  await until(wishes, ({ length }) => length === 1);
  await button('Leave').click();
  await until(wishes, ({ length }) => length === 2);
  expect(wishes()).toEqual([{ attempt: 2, how: 'take_over' }, { attempt: 2, how: null }]);
});

test('an agent who asks for help is told of on every screen, with what can be done', async () => {
  served.known.liveCalls = [{ ...CALL, helpWanted: true }];
  await open('/callbacks');
  const banner = page.getByRole('region', { name: 'Asks for help' });
  expect(await banner.innerText()).toContain('Tanaka Yui');
  served.known.refusals.set('POST /v1/callbacks/live-1/supervision', problem('no_telephone', 'There is no telephone to ring you on.'));
  await banner.getByRole('button', { name: 'Listen' }).click();
  await banner.getByText('There is no telephone to ring you on.').waitFor();
});

test('the first who asks for help is listened to by a key, on every screen', async () => {
  served.known.liveCalls = [{ ...CALL, helpWanted: true }, { ...CALL, id: 'live-2', helpWanted: true }];
  await open('/contacts');
  const banners = page.getByRole('region', { name: 'Asks for help' });
  await banners.nth(1).waitFor();
  expect(await banners.getByText('Alt J').count()).toBe(1);
  await page.keyboard.press('Alt+j');
  await until(wishes, ({ length }) => length === 1);
  expect(served.bodies('POST', '/v1/callbacks/live-1/supervision')).toEqual([{ attempt: 2, how: 'listen' }]);
});

test.each(['/desk', '/wallboard'])('who asks for help stays in sight above the call one is in, however far %s is scrolled', async (path) => {
  served.known.me = { ...administratorMe, isAgent: true, mayPhone: true };
  const part = { label: 'supervisor-2-1', agent: ME, how: 'coach', isHere: true } as const;
  served.known.desk = deskOf({ joined: joinedOf({ supervisors: [part] }) });
  served.known.liveCalls = [{ ...CALL, helpWanted: true, supervisors: [{ ...ME, how: 'coach', isHere: true }] }];
  await page.setViewportSize({ width: 1280, height: 400 });
  await open(path);
  const bar = page.getByRole('region', { name: 'Call', exact: true });
  const help = page.getByRole('region', { name: 'Asks for help' });
  await bar.waitFor();
  await help.getByRole('button', { name: 'Take over' }).waitFor();
  await until(() => page.evaluate(() => (scrollTo(0, 1_000), scrollY)), (scrolled) => scrolled > 100);
  const [shell, asks, call] = await Promise.all([page.getByRole('banner'), help, bar].map((one) => one.boundingBox()));
  expect(asks?.y).toBeGreaterThanOrEqual((shell?.y ?? 0) + (shell?.height ?? 0));
  expect(call?.y).toBeGreaterThanOrEqual((asks?.y ?? 0) + (asks?.height ?? 0));
});

test('nobody on a call is said so', async () => {
  served.known.liveCalls = [];
  await open('/wallboard');
  await page.getByText('Nobody is on a call.').waitFor();
});
