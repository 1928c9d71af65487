import type { Call } from '../../console/api/types.ts';
import { askedInOf, CUSTOMER, guestOf, joinedOf, partyOf } from './served/calls.ts';
import { lineOf } from './served/call-lines.ts';
import { AOKI, agentMe, deskOf, row } from './served/people.ts';
import { button, change, eachInChromium, open, page, served, until } from './served/screen.ts';
import { problem } from './served/served-console.ts';

eachInChromium();

const card = () => page.getByRole('region', { name: 'Asked into a call' });
const answered = () => until(() => served.bodies('POST', '/theirs/invitations/target-1/answer'), (bodies) => bodies.length > 0);

describe('an agent who is asked in', () => {
  test.each([['Accept', 'a', true], ['Refuse', 'r', false]])('on the desk: who asks, what for, until when; %s by Alt+%s', async (name, key, accepts) => {
    served.known.desk = deskOf({ askedIn: askedInOf() });
    await open('/desk');
    await card().getByText('Mori Kenta wants to consult you').waitFor();
    await card().getByText('Billing · Tanaka Yui · 090-1234-5678').waitFor();
    await card().getByRole('timer', { name: 'Time left' }).filter({ hasText: /0:[0-3]\d/ }).waitFor();
    await card().getByRole('button', { name, exact: true }).waitFor();
    await page.keyboard.press(`Alt+${key}`);
    expect(await answered()).toEqual([{ accepts }]);
  });

  test.each([
    ['transfer' as const, 'Mori Kenta wants to transfer a call to you'],
    ['conference' as const, 'Mori Kenta asks you into a conference'],
  ])('is told what for: %s', async (purpose, sentence) => {
    served.known.desk = deskOf({ askedIn: askedInOf({ purpose }) });
    await open('/desk');
    await card().getByText(sentence).waitFor();
  });

  test('on every other screen, too, in the title, and aloud; accepting leads to the desk', async () => {
    served.known.desk = deskOf({ askedIn: askedInOf() });
    await open('/callbacks');
    await card().waitFor();
    await until(() => page.title(), (title) => title === '● Mori Kenta wants to consult you');
    await page.getByRole('status').filter({ hasText: 'Mori Kenta wants to consult you: Billing · Tanaka Yui' }).first().waitFor({ state: 'attached' });
    await button('Accept').click();
    await until(() => page.url(), (url) => url.endsWith('/desk'));
    change({});
    await until(() => page.title(), (title) => title === 'Ringback');
  });

  test('is told why the answer did not count, also when the invitation is gone', async () => {
    served.known.refusals.set('POST /v1/callbacks/theirs/invitations/target-1/answer', problem('invitation_over', 'This invitation is over.'));
    served.known.desk = deskOf({ askedIn: askedInOf() });
    await open('/desk');
    await card().getByRole('button', { name: 'Accept' }).click();
    await page.getByRole('alert').getByText('This invitation is over.').waitFor();
    change({});
    await card().waitFor({ state: 'detached' });
    expect(await page.getByRole('alert').getByText('This invitation is over.').isVisible()).toBe(true);
  });
});

describe('a conversation one takes part in', () => {
  const bar = () => page.getByRole('region', { name: 'Call', exact: true });
  const consulted = guestOf({ agent: AOKI, phase: 'here', label: 'target-2-2', isTalkedTo: true, deadlineAt: null });

  test.each([
    ['a guest ends the consultation', { guest: consulted }, 'Mori Kenta consults you', '/theirs/invitations/target-1', { attempt: 2, wish: 'end' }],
    ['who joined in goes', {}, 'You take part in a call of Mori Kenta', '/theirs/parties/target-2-2/dismiss', { attempt: 2 }],
    ['who had joined in and is rung anew does not come', { parties: [CUSTOMER, partyOf({ label: 'target-2-2', agent: AOKI }), partyOf({ label: 'target-2-4', agent: AOKI, isRinging: true })] }, 'Your telephone rings', '/theirs/parties/target-2-4/dismiss', { attempt: 2 }],
    ['a supervisor stops', { supervisors: [{ label: 'supervisor-2-3', agent: AOKI, how: 'listen' as const, isHere: true }] }, 'You listen to a call of Mori Kenta', '/theirs/supervision', { attempt: 2, how: null }],
  ])('is left: %s', async (_what, call, sentence, path, body) => {
    served.known.desk = deskOf({ joined: joinedOf(call) });
    await open('/desk');
    await bar().getByText(sentence).waitFor();
    await page.keyboard.press('Alt+u');
    expect(await until(() => served.bodies('POST', path), (bodies) => bodies.length > 0)).toEqual([body]);
  });

  test('is supervised from the desk, by the keys shown: heard by nobody, by the agent alone, by all; and taken over', async () => {
    served.known.me = { ...agentMe, role: 'administrator' };
    served.known.desk = deskOf({ joined: joinedOf({ supervisors: [{ label: 'supervisor-2-3', agent: AOKI, how: 'coach', isHere: true }] }) });
    await open('/desk');
    await bar().getByRole('button', { name: 'Coach', pressed: true }).waitFor();
    const keys = await bar().getByRole('button').evaluateAll((buttons) => buttons.map((one) => one.getAttribute('aria-keyshortcuts')));
    expect(keys).toEqual(['Alt+L', 'Alt+K', 'Alt+B', 'Alt+T', 'Alt+U']);
    await page.route('**/theirs/supervision', async (route) => {
      await bar().getByRole('group').locator('button[aria-busy=true]').first().waitFor();
      await route.continue();
    });
    for (const [n, [key, how]] of [['b', 'barge'], ['l', 'listen'], ['t', 'take_over']].entries()) {
      await bar().getByRole('group').locator('button[aria-busy=false]').nth(3).waitFor();
      await page.keyboard.press(`Alt+${key}`);
      expect((await until(() => served.bodies('POST', '/theirs/supervision'), (bodies) => bodies.length > n)).at(-1)).toEqual({ attempt: 2, how });
    }
  });

  test('shows the case to be read: nothing is filed in it, nobody is removed', async () => {
    served.known.desk = deskOf({ joined: joinedOf({}) });
    await open('/desk');
    await page.getByText('Confirm the contract number first.').waitFor();
    expect(await bar().getByRole('listitem').allInnerTexts()).toHaveLength(3);
    await bar().getByText('You', { exact: true }).waitFor();
    expect(await bar().getByRole('button').allInnerTexts()).toEqual([expect.stringContaining('Leave')]);
    for (const name of ['Mark Done', 'Hold', 'Reschedule']) expect(await button(name).count()).toBe(0);
    expect(await page.getByRole('textbox').count()).toBe(0);
  });

  test('says that one’s telephone rings before it was answered', async () => {
    served.known.desk = deskOf({ joined: joinedOf({ guest: { ...consulted, phase: 'ringing' } }) });
    await open('/desk');
    await bar().getByText('Your telephone rings').waitFor();
  });

  test('says that one is on hold, and since when, while who consults one talks to the customer', async () => {
    const me = partyOf({ label: 'target-2-2', agent: AOKI });
    const joined = joinedOf({ guest: consulted, isOnHold: true });
    served.known.desk = deskOf({ joined: { ...joined, timeline: [lineOf('swapped', { with: 'customer' })], call: { ...joined.call, guest: { ...consulted, isTalkedTo: false }, parties: [CUSTOMER, { ...me, isOnHold: true }] } as Call } });
    await open('/desk');
    await bar().getByRole('status').filter({ hasText: /^On hold/ }).waitFor();
    await bar().getByRole('timer', { name: 'On hold for' }).waitFor();
    await bar().getByText('Mori Kenta consults you').waitFor();
    change({ joined: { ...joined, call: { ...joined.call, guest: consulted, parties: [{ ...CUSTOMER, isOnHold: true }, me] } as Call } });
    await bar().getByRole('status').filter({ hasText: /^Consulting/ }).waitFor();
  });

  test('stays in sight on other screens, with Leave', async () => {
    served.known.desk = deskOf({ joined: joinedOf({}) });
    await open('/callbacks');
    await bar().getByText('You take part in a call of Mori Kenta').waitFor();
    served.known.refusals.set('POST /v1/callbacks/theirs/parties/target-2-2/dismiss', problem('wrong_state', 'There is no such conversation going on.'));
    await button('Leave').click();
    await bar().getByRole('alert').getByText('There is no such conversation going on.').waitFor();
  });

  test('becomes the case in hand when it is handed over', async () => {
    served.known.desk = deskOf({ joined: joinedOf({}) });
    await open('/desk');
    await button('Leave').waitFor();
    change({ live: { ...joinedOf({}), agent: AOKI } });
    await button('Hold').waitFor();
    await page.getByRole('textbox', { name: 'Note', exact: true }).waitFor();
  });
});

test('nothing can be dialled from the list while one is asked in', async () => {
  const callbacks = [row({ id: 'mine' })];
  served.known.desk = deskOf({ askedIn: askedInOf(), callbacks });
  await open('/desk');
  await card().waitFor();
  expect(await button('Dial Tanaka Yui').count()).toBe(0);
  change({ callbacks });
  await button('Dial Tanaka Yui').waitFor();
});
