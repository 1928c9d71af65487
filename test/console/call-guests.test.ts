import type { Call } from '../../console/api/types.ts';
import { callOf, consulted, directory, guestOf, ME, MORI_HERE, partyOf, talking, WAITING } from './served/calls.ts';
import { TANAKA } from './served/contacts.ts';
import { deskOf, MORI, SALES } from './served/people.ts';
import { browser, button, change, eachInChromium, holdBack, open, page, served, until, whenFocused } from './served/screen.ts';
import { problem } from './served/served-console.ts';

eachInChromium();

const dialogue = () => page.getByRole('dialog', { name: 'Whom to ask in' });
const row = () => page.getByRole('region', { name: 'Asked into the call' });
const marked = () => dialogue().locator('[data-combobox-selected]');
const search = () => dialogue().getByRole('combobox', { name: 'Name or number' });

async function openWith(call: Partial<Call> = {}): Promise<void> {
  served.known.directory = directory;
  served.known.contacts = [];
  served.known.desk = deskOf({ live: talking(call) });
  await open('/desk');
  await page.getByRole('region', { name: 'Call', exact: true }).waitFor();
}

/** The directory, with Mori free or with something else in hand. */
function directoryWithMori(isFree: boolean): typeof directory {
  const { agents, routes } = directory;
  return { routes, agents: agents.map((agent) => (agent.id === MORI.id ? { ...agent, presence: isFree ? 'ready' : 'busy', canBeAsked: isFree } : agent)) };
}

interface Invited {
  readonly attempt: number;
  readonly key: string;
  readonly purpose: string;
  readonly target: object;
}

const invited = () => until(() => served.bodies('POST', '/live/invitations') as Invited[], (bodies) => bodies.length > 0);
const wished = () => until(() => served.bodies('POST', '/live/invitations/target-1'), (bodies) => bodies.length > 0);

describe('the directory', () => {
  test('lists agents with presence and routes, who can be asked first', async () => {
    await openWith();
    await button('Consult').click();
    await dialogue().getByRole('option', { name: /Sato/ }).waitFor();
    const lines = (await dialogue().getByRole('option').allInnerTexts()).map((line) => line.replaceAll(/\s+/g, ' '));
    expect(lines).toEqual(['Mori Kenta Billing, Sales Ready', 'Sato Ren Sales Not ready', 'Kato Jun Billing Busy', 'Billing nobody ready', 'Sales 3 ready']);
  });

  test.each([['l', 'consult'], ['t', 'transfer'], ['o', 'conference']])('is used by the keyboard alone: Alt+%s, a name, arrows, Enter asks to %s', async (key, purpose) => {
    await openWith();
    await page.keyboard.press(`Alt+${key}`);
    await dialogue().getByRole('option', { name: /Sato/ }).waitFor();
    await whenFocused(dialogue().getByRole('combobox'));
    await page.keyboard.type('sa');
    await until(() => dialogue().getByRole('option').count(), (count) => count === 2);
    await marked().filter({ hasText: 'Sato' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const [body] = await invited();
    expect(body).toMatchObject({ attempt: 2, purpose, target: { routeId: SALES.id } });
    await dialogue().waitFor({ state: 'hidden' });
  });

  test('takes the first line on Enter, and nothing of the Enter that confirms a conversion', async () => {
    await openWith();
    await page.keyboard.press('Alt+l');
    await search().fill('mori');
    await until(() => dialogue().getByRole('option').count(), (count) => count === 1);
    await search().dispatchEvent('keydown', { key: 'Enter', code: 'Enter', isComposing: true, keyCode: 229 });
    expect(served.bodies('POST', '/live/invitations')).toEqual([]);
    await page.keyboard.press('Enter');
    const [body] = await invited();
    expect(body?.target).toEqual({ agentId: MORI.id });
  });

  test('calls any number, written in any way, under a key of its own', async () => {
    await openWith();
    await page.keyboard.press('Alt+t');
    await search().fill('０３-1234-5678');
    await dialogue().getByRole('option', { name: 'Call 03-1234-5678' }).waitFor();
    await page.keyboard.press('Enter');
    const [body] = await invited();
    expect(body).toMatchObject({ purpose: 'transfer', target: { number: '+81312345678', name: '' } });
    expect(body?.key).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('finds contacts, one line for each of their numbers, and calls them by their name', async () => {
    await openWith();
    served.known.contacts = [TANAKA];
    await page.keyboard.press('Alt+o');
    await search().fill('田中');
    await dialogue().getByRole('option', { name: /田中 結衣.*090-1234-5678/ }).waitFor();
    await dialogue().getByRole('option', { name: /田中 結衣.*03-1234-5678/ }).click();
    const [body] = await invited();
    expect(body).toMatchObject({ purpose: 'conference', target: { number: '+81312345678', name: '田中 結衣' } });
  });

  test('asks on Enter also when it was typed before the directory was read', async () => {
    const letThrough = await holdBack('**/v1/directory**');
    await openWith();
    await page.keyboard.press('Alt+t');
    await search().fill('03-1234-5678');
    letThrough();
    await dialogue().getByRole('option', { name: 'Call 03-1234-5678' }).waitFor();
    await until(() => marked().count(), (count) => count === 1);
    await search().press('Enter');
    const [body] = await invited();
    expect(body?.target).toEqual({ number: '+81312345678', name: '' });
  });

  test('keeps another purpose that is chosen in it', async () => {
    await openWith();
    await button('Consult').click();
    await dialogue().getByText('Conference', { exact: true }).click();
    await search().fill('mori');
    await until(() => dialogue().getByRole('option').count(), (count) => count === 1);
    await search().press('Enter');
    const [body] = await invited();
    expect(body?.purpose).toBe('conference');
  });

  test('shows who has something in hand, and does not ask them', async () => {
    await openWith();
    await button('Transfer').click();
    const kato = dialogue().getByRole('option', { name: /Kato/ });
    expect(await kato.getAttribute('aria-disabled')).toBe('true');
    await kato.click({ force: true });
    await whenFocused(dialogue().getByRole('combobox'));
    await page.keyboard.type('kato');
    await until(() => dialogue().getByRole('option').count(), (count) => count === 1);
    await page.keyboard.press('Enter');
    expect(served.bodies('POST', '/live/invitations')).toEqual([]);
  });

  test('marks nobody who cannot be asked, and asks who was typed on Enter as soon as they are free', async () => {
    await openWith();
    await button('Consult').click();
    await marked().filter({ hasText: 'Mori' }).waitFor();
    served.known.directory = directoryWithMori(false);
    await search().fill('mori');
    await dialogue().getByRole('option', { name: /Mori/, disabled: true }).waitFor();
    await until(() => marked().count(), (count) => count === 0);
    served.known.directory = directoryWithMori(true);
    await marked().filter({ hasText: 'Mori' }).waitFor();
    await search().press('Enter');
    const [body] = await invited();
    expect(body?.target).toEqual({ agentId: MORI.id });
  });

  test('asks nobody on Enter who was found for what was typed before', async () => {
    await openWith();
    await page.keyboard.press('Alt+l');
    await marked().filter({ hasText: 'Mori' }).waitFor();
    const letThrough = await holdBack('**/v1/directory?search=sato**');
    await search().fill('sato');
    await search().press('Enter');
    letThrough();
    await marked().filter({ hasText: 'Sato' }).waitFor();
    expect(served.bodies('POST', '/live/invitations')).toEqual([]);
    await search().press('Enter');
    const [body] = await invited();
    expect(body?.target).toEqual({ agentId: 'agent-sato' });
  });

  test('shows who is free now, not who was when it was last open', async () => {
    await openWith();
    served.known.directory = directoryWithMori(false);
    await page.keyboard.press('Alt+l');
    await dialogue().getByRole('option', { name: /Mori/, disabled: true }).waitFor();
    await page.keyboard.press('Escape');
    await dialogue().waitFor({ state: 'hidden' });
    served.known.directory = directoryWithMori(true);
    await page.keyboard.press('Alt+l');
    const mori = dialogue().getByRole('option', { name: /Mori/ });
    await mori.waitFor();
    expect(await mori.isDisabled()).toBe(false);
  });

  test('says why somebody could not be asked, and stays for another', async () => {
    served.known.refusals.set('POST /v1/callbacks/live/invitations', problem('target_busy', 'Mori Kenta has something else in hand.'));
    await openWith();
    await button('Consult').click();
    await dialogue().getByRole('option', { name: /Mori/ }).click();
    await dialogue().getByRole('alert').getByText('Mori Kenta has something else in hand.').waitFor();
    await search().fill('nobody of this name');
    await dialogue().getByText('Nobody has this name, and it is no telephone number.').waitFor();
    expect(await dialogue().getByRole('alert').count()).toBe(0);
    await page.keyboard.press('Escape');
    await dialogue().waitFor({ state: 'hidden' });
  });
});

describe('an invitation', () => {
  test.each<[string, Parameters<typeof guestOf>[0], RegExp]>([
    ['a route is sought', { kind: 'route', name: 'Sales', agent: null, phase: 'sought' }, /Consult Looking for somebody free: Sales\s*0:\d\d/],
    ['an agent of a route is asked', { kind: 'route', name: 'Sales' }, /Mori Kenta \(Sales\) is being asked\s*0:\d\d/],
    ['a telephone rings', { purpose: 'transfer', phase: 'ringing', label: 'target-2-2', deadlineAt: null }, /Transfer Ringing Mori Kenta/],
    ['a number rings', { purpose: 'conference', phase: 'ringing', kind: 'number', name: '', number: '+81312345678', agent: null, deadlineAt: null }, /Conference Ringing 03-1234-5678/],
  ])('says who is asked, and until when: %s', async (_what, guest, sentence) => {
    await openWith({ guest: guestOf(guest) });
    await row().getByRole('status').filter({ hasText: sentence }).waitFor();
    for (const name of ['Consult', 'Swap']) expect(await button(name).count()).toBe(0);
  });

  test('rings no more once a number has answered, of whom is not known yet whether it is a person', async () => {
    const number = { purpose: 'transfer', phase: 'ringing', kind: 'number', name: 'Head office', agent: null, label: 'target-2-2', deadlineAt: null } as const;
    const theirs = partyOf({ label: 'target-2-2', name: 'Head office', isRinging: true, isInCall: false });
    await openWith({ guest: guestOf(number), isOnHold: true, parties: [ME, WAITING, theirs] });
    await row().getByRole('status').filter({ hasText: 'Transfer Ringing Head office' }).waitFor();
    change({ live: talking({ guest: guestOf(number), isOnHold: true, parties: [ME, WAITING, { ...theirs, isRinging: false, isInCall: true }] }) });
    await row().getByRole('status').filter({ hasText: 'Transfer Head office has answered' }).waitFor();
    await button('Take back').waitFor();
  });

  test.each([['consult', 'l'], ['transfer', 't'], ['conference', 'o']] as const)('to %s is taken back by the key that began it, Alt+%s', async (purpose, key) => {
    await openWith({ guest: guestOf({ purpose }) });
    await button('Take back').waitFor();
    await page.keyboard.press(`Alt+${key}`);
    expect(await wished()).toEqual([{ attempt: 2, wish: 'end' }]);
  });

  test('holds no customer who is already held for it', async () => {
    await openWith({ guest: guestOf(), isOnHold: true, parties: [ME, WAITING] });
    await button('Take back').waitFor();
    expect(await button('Resume').count()).toBe(0);
    change({ live: talking({ guest: guestOf({ purpose: 'conference' }) }) });
    await button('Hold').waitFor();
  });
});

describe('a consultation', () => {
  test.each([
    ['Swap', 'w', 'talk_to_customer'],
    ['Make it a conference', 'o', 'conference'],
    ['Transfer', 't', 'transfer'],
    ['End consultation', 'l', 'end'],
  ])('%s is pressed by Alt+%s', async (name, key, wish) => {
    await openWith(consulted());
    await row().getByText('You talk to Mori Kenta; Tanaka Yui is on hold').waitFor();
    await button(name).waitFor();
    await page.keyboard.press(`Alt+${key}`);
    expect(await wished()).toEqual([{ attempt: 2, wish }]);
  });

  test.each(['Swap', 'Make it a conference', 'Transfer', 'End consultation'])('%s says why it was refused', async (name) => {
    served.known.refusals.set('POST /v1/callbacks/live/invitations/target-1', problem('invitation_over', 'This consultation is over.'));
    await openWith(consulted());
    await button(name).click();
    await row().getByRole('alert').getByText('This consultation is over.').waitFor();
  });

  test.each([
    ['en-GB', 'Asked into the call', 'Transfer'],
    ['ja-JP', '呼び出し中の相手', '相談転送'],
    ['ko-KR', '통화에 부른 사람', '협의 후 호 전환'],
  ])('ends in %s by a transfer that is not called an instant one', async (locale, guest, transfer) => {
    served.known.desk = deskOf({ live: talking(consulted()) });
    const own = await browser.newContext({ locale, reducedMotion: 'reduce' });
    const tab = await own.newPage();
    await open('/desk', tab);
    await tab.getByRole('region', { name: guest }).getByRole('button', { name: transfer, exact: true }).waitFor();
    await own.close();
  });

  test('swaps back to the guest, whom the parties name as consulted', async () => {
    await openWith({ ...consulted({ isTalkedTo: false }), isOnHold: false, parties: callOf().parties.concat({ ...MORI_HERE, isOnHold: true }) });
    await row().getByText('You talk to Tanaka Yui; Mori Kenta is on hold').waitFor();
    await page.getByRole('list', { name: 'Parties' }).getByText('(consulting) Mori Kenta').waitFor();
    await button('Swap').click();
    expect(await wished()).toEqual([{ attempt: 2, wish: 'talk_to_guest' }]);
  });

  test('is the standing of the call while the customer waits', async () => {
    await openWith(consulted());
    await page.getByRole('region', { name: 'Call', exact: true }).getByRole('status').filter({ hasText: 'Consulting' }).waitFor();
  });
});
