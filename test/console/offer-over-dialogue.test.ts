import { askedInOf, talking } from './served/calls.ts';
import { seriousFindings } from './served/axe.ts';
import { administratorMe, agentMe, AOKI, BILLING, caseOf, deskOf, MORI, minutesFromNow, offerOf, row } from './served/people.ts';
import { button, change, eachInChromium, open, page, served, until, whenFocused, wrapUp } from './served/screen.ts';

/* What must always be in reach, while a dialogue is open: it is a part of the dialogue then, and lies above what covers the screen. */

eachInChromium();

const offered = row({ id: 'offered', status: 'offered' });
const dialogue = (name: string) => page.getByRole('dialog', { name });
const offerIn = (name: string) => dialogue(name).getByRole('region', { name: 'Offer' });
const newContact = () => dialogue('New contact');
const nameField = () => newContact().getByRole('textbox', { name: 'Name', exact: true });
/** Whether a press of the mouse would reach it. */
const isOnTop = (button: ReturnType<typeof nameField>) =>
  button.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  });

async function inNewContact(): Promise<void> {
  await open('/contacts');
  await button('New contact').click();
  await nameField().fill('Tanaka Yui');
}

test('an offer is reached by pointer and by Tab while a contact is typed; accepting it loses nothing of that', async () => {
  await inNewContact();
  change({ offer: offerOf(offered) });
  const accept = offerIn('New contact').getByRole('button', { name: 'Accept' });
  await accept.waitFor();
  expect(await isOnTop(accept)).toBe(true);
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Alt+a');
  expect(served.bodies('POST', '/offered/accept')).toEqual([]);
  await newContact().getByRole('button', { name: 'Save' }).focus();
  await page.keyboard.press('Tab');
  await whenFocused(accept);
  await page.keyboard.press('Enter');
  await until(() => served.bodies('POST', '/offered/accept'), ({ length }) => length === 1);
  change({ live: talking() });
  await newContact().getByRole('button', { name: 'End' }).waitFor();
  expect(page.url()).toMatch(/\/contacts$/);
  expect(await nameField().inputValue()).toBe('Tanaka Yui');
  await whenFocused(newContact().getByRole('button', { name: 'Save' }));
  await page.keyboard.press('Escape');
  await newContact().waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'To the desk' }).click();
  await until(() => page.url(), (url) => url.endsWith('/desk'));
});

test.each([['a', '/offered/accept'], ['r', '/offered/reject']])('Alt and %s answer an offer once behind the list of keys, on the desk, too', async (letter, ending) => {
  served.known.desk = deskOf({ offer: offerOf(offered) });
  await open('/desk');
  await button('Accept').waitFor();
  await page.keyboard.press('Alt+/');
  await offerIn('Keyboard shortcuts').waitFor();
  await page.keyboard.press(`Alt+${letter}`);
  await until(() => served.bodies('POST', ending), ({ length }) => length > 0);
  expect(served.bodies('POST', ending)).toHaveLength(1);
});

test.each([
  ['u', async () => void (await until(() => served.bodies('POST', '/live/hang-up'), ({ length }) => length === 1))],
  ['h', async () => void (await until(() => served.bodies('POST', '/live/hold'), ({ length }) => length === 1))],
  ['m', () => button('Unmute').waitFor()],
])('Alt and %s work on a live call while it is rescheduled', async (letter, does) => {
  served.known.me = { ...agentMe, telephone: 'softphone_simulated' };
  served.known.desk = deskOf({ live: talking() });
  await open('/desk');
  await button('Reschedule').click();
  const bar = dialogue('Reschedule').getByRole('region', { name: 'Call' });
  expect(await isOnTop(bar.getByRole('button', { name: 'End' }))).toBe(true);
  await dialogue('Reschedule').getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press(`Alt+${letter}`);
  await does();
});

test('a preview says in the dialogue when it dials, and then that it dials, with End', async () => {
  const reading = wrapUp({ status: 'preview', channel: 'web', previewEndsAt: minutesFromNow(3) });
  served.known.desk = deskOf({ live: reading });
  await open('/desk');
  await button('Reschedule').click();
  const bar = dialogue('Reschedule').getByRole('region', { name: 'Call' });
  await bar.getByText(/^Dials by itself in [0-2]:\d\d$/).waitFor();
  await dialogue('Reschedule').getByLabel('New time').fill('2027-03-01T14:30');
  change({ live: { ...reading, status: 'dialling', previewEndsAt: null } });
  await bar.getByText('Ringing your telephone').waitFor();
  await bar.getByRole('button', { name: 'End' }).click();
  await until(() => served.bodies('POST', '/live/hang-up'), ({ length }) => length === 1);
  expect(await dialogue('Reschedule').getByLabel('New time').inputValue()).toBe('2027-03-01T14:30');
});

test('a contact that is made out of an offer’s preview stays on the screen when the offer is accepted', async () => {
  served.known.desk = deskOf({ offer: offerOf(offered, caseOf({ ...offered, id: 'offered' })) });
  await open('/desk');
  await button('Create a contact').click();
  await nameField().fill('Tanaka Yui');
  change({ live: talking() });
  await newContact().getByRole('button', { name: 'End' }).waitFor();
  expect(await nameField().inputValue()).toBe('Tanaka Yui');
});

test('an invitation, and an agent who asks for help, are in reach, too; what would lead away is not there', async () => {
  served.known.me = { ...administratorMe, ...AOKI, isAgent: true, mayPhone: true };
  served.known.liveCalls = [{ id: 'theirs', attempt: 2, name: 'Tanaka Yui', route: BILLING, agent: MORI, connectedAt: minutesFromNow(-3), isOnHold: false, helpWanted: true, supervisors: [], guest: null }];
  served.known.desk = deskOf({ askedIn: askedInOf() });
  await inNewContact();
  await newContact().getByRole('region', { name: 'Asked into a call' }).getByRole('button', { name: 'Accept' }).waitFor();
  expect(await newContact().getByRole('button', { name: 'Show on the desk' }).count()).toBe(0);
  await newContact().getByRole('button', { name: 'Close' }).focus();
  await page.keyboard.press('Alt+j');
  await until(() => served.bodies('POST', '/theirs/supervision'), ({ length }) => length === 1);
});

test('a button of the call that has the focus when a dialogue opens has it when the dialogue is closed', async () => {
  // The dialogue gives the focus back while it fades.
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  served.known.desk = deskOf({ live: talking() });
  await open('/contacts');
  const end = () => page.getByRole('region', { name: 'Call' }).getByRole('button', { name: 'End' });
  await end().focus();
  await page.keyboard.press('Alt+/');
  await dialogue('Keyboard shortcuts').getByRole('button', { name: 'End' }).waitFor();
  await page.keyboard.press('Escape');
  await dialogue('Keyboard shortcuts').waitFor({ state: 'detached' });
  await whenFocused(end());
});
