import type { Call, Case } from '../../console/api/types.ts';
import { CUSTOMER, directory, ME, partyOf, talking, WAITING } from './served/calls.ts';
import { AOKI, deskOf, minutesFromNow, MORI } from './served/people.ts';
import { button, change, eachInChromium, note, open, page, served, until, wrapUp } from './served/screen.ts';
import { problem } from './served/served-console.ts';

eachInChromium();

const bar = () => page.getByRole('region', { name: 'Call', exact: true });
const parties = () => bar().getByRole('list', { name: 'Parties' }).getByRole('listitem');

async function openWith(call: Partial<Call>, given: Partial<Case> = {}): Promise<void> {
  served.known.directory = directory;
  served.known.desk = deskOf({ live: talking(call, given) });
  await open('/desk');
  await bar().waitFor();
}

const sent = (command: string) => until(() => served.bodies('POST', `/live/${command}`), (bodies) => bodies.length > 0);

/** The last line of a case between two calls. */
const ended = (given: Partial<Case['timeline'][number]>): Case['timeline'] => [
  { key: 'end', type: 'attempt_ended', at: new Date().toISOString(), actor: { type: 'system', id: null, name: null }, whom: null, hungUpBy: null, status: 'wrap_up', data: { attempt: 2, outcome: 'answered' }, ...given },
];

/** Every control with its key, what it asks for, and how its button is called. */
const CONTROLS: readonly [name: string, key: string, command: string, body: object, call: Partial<Call>][] = [
  ['Hold', 'h', 'hold', { attempt: 2, hold: true }, {}],
  ['Resume', 'h', 'hold', { attempt: 2, hold: false }, { isOnHold: true, parties: [ME, WAITING] }],
  ['Record', 'v', 'recording', { attempt: 2, recording: 'on' }, {}],
  ['Pause recording', 'v', 'recording', { attempt: 2, recording: 'paused' }, { recording: { wanted: 'on', known: 'on', allowed: 'always' } }],
  ['Resume recording', 'v', 'recording', { attempt: 2, recording: 'on' }, { recording: { wanted: 'paused', known: 'paused', allowed: 'on_demand' } }],
  ['Help', 'q', 'help', { attempt: 2, wanted: true }, {}],
  ['Help not needed', 'q', 'help', { attempt: 2, wanted: false }, { helpWanted: true }],
  ['End', 'u', 'hang-up', { attempt: 2 }, {}],
];

test.each(CONTROLS)('%s is pressed by Alt+%s, which stands on it', async (name, key, command, body, call) => {
  await openWith(call);
  expect(await button(name).getByText(`Alt ${key.toUpperCase()}`).isVisible()).toBe(true);
  await page.keyboard.press(`Alt+${key}`);
  expect(await sent(command)).toEqual([body]);
});

test.each(CONTROLS)('%s says where it was pressed why it was refused', async (name, _key, command, _body, call) => {
  served.known.refusals.set(`POST /v1/callbacks/live/${command}`, problem('wrong_state', 'There is no such conversation going on.'));
  await openWith(call);
  await button(name).click();
  const alert = bar().getByRole('alert');
  await alert.getByText('There is no such conversation going on.').waitFor();
  const [pressed, said] = [await button(name).boundingBox(), await alert.boundingBox()];
  expect(Math.abs((said?.y ?? 0) - (pressed?.y ?? 1e6))).toBeLessThan(100);
});

/** How long it takes until Hold is shown as under way, when nothing answers. */
async function holdIsUnderWayMs(): Promise<number> {
  await openWith({});
  return button('Hold').evaluate(async (pressed: HTMLButtonElement) => {
    const begun = performance.now();
    pressed.click();
    while (pressed.getAttribute('aria-busy') !== 'true') await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - begun;
  });
}

test('a control is shown as under way within 100 ms, whatever the server does', async () => {
  await page.route('**/live/hold', () => undefined);
  // One of three: a machine at work with something else may keep a browser waiting.
  const took = [await holdIsUnderWayMs(), await holdIsUnderWayMs(), await holdIsUnderWayMs()];
  expect(Math.min(...took)).toBeLessThan(100);
});

test('a control can be pressed again once the call is shown anew, however long the list on the screen takes', async () => {
  await openWith({});
  await page.getByRole('link', { name: 'Callbacks', exact: true }).click();
  await until(() => served.asked.filter(({ path }) => path.startsWith('/v1/callbacks?')), ({ length }) => length > 0);
  await page.route('**/v1/callbacks?*', () => undefined);
  const hold = bar().locator('button[aria-keyshortcuts="Alt+h" i]');
  await page.route('**/live/hold', async (route) => {
    await hold.and(page.locator('[aria-busy="true"]')).waitFor();
    await route.continue();
  }, { times: 1 });
  await page.keyboard.press('Alt+h');
  await sent('hold');
  await hold.and(page.locator(':not([aria-busy="true"])')).waitFor();
  await page.keyboard.press('Alt+h');
  await until(() => served.bodies('POST', '/live/hold'), ({ length }) => length === 2);
});

describe('the standing', () => {
  test('cannot be held or resumed while one’s own telephone rings anew', async () => {
    await openWith({ isOnHold: true, parties: [{ ...ME, isRinging: true, isInCall: false }, WAITING] });
    await button('End').waitFor();
    expect(await button('Resume').count()).toBe(0);
    change({ live: talking({ isOnHold: true, parties: [ME, WAITING] }) });
    await button('Resume').waitFor();
  });

  test('is On hold when the network says so, not when it is only wanted', async () => {
    await openWith({ isOnHold: true, isSettled: false });
    await bar().getByRole('status').filter({ hasText: /Connected.*under way/s }).waitFor();
    await button('Resume').waitFor();
    change({ live: talking({ isOnHold: true, parties: [ME, WAITING] }) });
    await bar().getByRole('status').filter({ hasText: 'On hold' }).waitFor();
    expect(await bar().getByText('under way').count()).toBe(0);
  });

  test('is Handing over once the call goes on with somebody outside, and nothing can be pressed that would not do any more', async () => {
    const outside = partyOf({ label: 'target-2-2', number: '+81312345678' });
    await openWith({ isSettled: false, isLetGo: true, parties: [ME, CUSTOMER, outside] });
    await bar().getByRole('status').filter({ hasText: 'Handing over…' }).waitFor();
    expect(await bar().getByText(/Connected|under way/).count()).toBe(0);
    for (const name of ['Hold', 'End', 'Keypad', 'Transfer']) expect(await button(name).count()).toBe(0);
    expect(await bar().getByRole('button', { name: /Remove/ }).count()).toBe(0);
    await page.getByRole('link', { name: 'Callbacks', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Callbacks' }).waitFor();
    await bar().getByRole('status').filter({ hasText: 'Handing over…' }).waitFor();
    for (const name of ['Hold', 'End']) expect(await button(name).count()).toBe(0);
  });

  test('shows the recording as it is, and help that was asked for', async () => {
    await openWith({ recording: { wanted: 'on', known: 'off', allowed: 'on_demand' }, helpWanted: true });
    await bar().getByText('Help asked for').waitFor();
    expect(await bar().getByText('Recording', { exact: true }).count()).toBe(0);
    change({ live: talking({ recording: { wanted: 'on', known: 'on', allowed: 'on_demand' } }) });
    await bar().getByText('Recording', { exact: true }).waitFor();
  });

  test('offers no recording where the route has none', async () => {
    await openWith({ recording: { wanted: 'off', known: 'off', allowed: 'off' } });
    await button('Help').waitFor();
    expect(await button('Record').count()).toBe(0);
  });

  test.each<[string, Partial<Case['timeline'][number]>]>([
    ['The customer hung up', { hungUpBy: 'customer' }],
    ['Your telephone was hung up', { hungUpBy: 'agent' }],
    ['You ended the call', { actor: { type: 'user', ...AOKI } }],
    ['Mori Kenta ended the call', { actor: { type: 'user', ...MORI } }],
    ['You handed the call over', { data: { reason: 'transferred' } }],
    ['The agent’s line was lost: the customer is called again', { data: { reason: 'agent_lost' } }],
    ['Last attempt: Answered', {}],
  ])('once either side has hung up it is Ready to call, and: %s', async (sentence, end) => {
    served.known.desk = deskOf({ live: wrapUp({ timeline: ended(end) }) });
    await open('/desk');
    await bar().getByRole('status').filter({ hasText: /Ready to call/ }).getByText(sentence).waitFor();
    await button('Call again').waitFor();
    for (const name of ['Hold', 'Keypad', 'End']) expect(await button(name).count()).toBe(0);
  });
});

test.each([
  ['stays with the agent', 'Stays with you for', { attempt: 2, outcome: 'answered', reason: 'agent_lost' }],
  ['is done', 'Done by itself in', { attempt: 2, outcome: 'answered' }],
])('when the time after a conversation is over it %s', async (_what, words, data) => {
  served.known.desk = deskOf({ live: wrapUp({ timeline: ended({ data }), wrapUpEndsAt: minutesFromNow(5) }) });
  await open('/desk');
  await bar().getByRole('status').filter({ hasText: words }).waitFor();
});

describe('the keypad', () => {
  test('has the customer hear each key in its order, by one request after the other, and puts no digit into an address', async () => {
    await openWith({});
    await page.keyboard.press('Alt+k');
    const keypad = page.getByRole('dialog', { name: 'Keypad' });
    for (const key of ['1', '2', '#']) await keypad.getByRole('button', { name: `Key ${key}`, exact: true }).click();
    await keypad.getByText('Sent 12#').waitFor();
    const digits = () => served.bodies('POST', '/live/digits') as { attempt: number; key: string; digits: string }[];
    expect(digits().map((body) => body.digits).join('')).toBe('12#');
    expect(new Set(digits().map(({ key }) => key)).size).toBe(digits().length);
    expect(digits().every(({ attempt, key }) => attempt === 2 && /^[0-9a-f-]{36}$/.test(key))).toBe(true);
  });

  test('sends what is typed on Enter, in any width, and none of the Enter that confirms a conversion', async () => {
    await openWith({});
    await page.keyboard.press('Alt+k');
    const field = page.getByRole('textbox', { name: 'Digits' });
    await field.fill('１２-3x４#');
    await field.dispatchEvent('keydown', { key: 'Enter', code: 'Enter', isComposing: true, keyCode: 229 });
    expect(served.bodies('POST', '/live/digits')).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await sent('digits')).toMatchObject([{ digits: '1234#' }]);
    expect(await field.inputValue()).toBe('');
    await page.keyboard.press('Escape');
    await field.waitFor({ state: 'hidden' });
  });

  test('names beside the field what is no tone before anything is sent; nothing but such is not sent at all', async () => {
    await openWith({});
    await page.keyboard.press('Alt+k');
    const field = page.getByRole('textbox', { name: 'Digits' });
    const said = page.getByRole('dialog', { name: 'Keypad' }).getByText(/^Not sent/);
    await field.fill('abc');
    await page.keyboard.press('Enter');
    await said.filter({ hasText: 'Not sent: a b c. Only 0–9, * and # are heard; w is a pause.' }).waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(served.bodies('POST', '/live/digits')).toEqual([]);
    await field.fill('1,2w3p4');
    await said.filter({ hasText: 'Not sent: , p.' }).waitFor();
    await field.fill('12w34');
    await said.waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    expect(await sent('digits')).toMatchObject([{ digits: '12w34' }]);
  });

  test('says beside the keys why they were refused, and sends nothing of what was to follow', async () => {
    served.known.refusals.set('POST /v1/callbacks/live/digits', problem('wrong_state', 'There is no such conversation going on.'));
    await openWith({});
    await button('Keypad').click();
    const keypad = page.getByRole('dialog', { name: 'Keypad' });
    for (const key of ['1', '2', '3']) await keypad.getByRole('button', { name: `Key ${key}`, exact: true }).click();
    await keypad.getByRole('alert').getByText('There is no such conversation going on.').waitFor();
    const count = served.bodies('POST', '/live/digits').length;
    await keypad.getByRole('button', { name: 'Key 4', exact: true }).click();
    await until(() => served.bodies('POST', '/live/digits').length, (now) => now === count + 1);
  });
});

describe('the parties', () => {
  test('are drawn as they are: ringing, on the line, on hold, muted, heard by one alone', async () => {
    await openWith({
      parties: [
        ME,
        WAITING,
        partyOf({ label: 'target-2-2', agent: MORI, isRinging: true, isInCall: false }),
        partyOf({ label: 'target-2-3', name: 'Back office', isMuted: true }),
        partyOf({ label: 'target-2-4', number: '+81312345678', isInCall: false }),
        partyOf({ label: 'supervisor-2-5', role: 'supervisor', agent: { id: 's1', name: 'Hayashi Mei' }, isMuted: true }),
        partyOf({ label: 'supervisor-2-6', role: 'supervisor', agent: { id: 's2', name: 'Ito Sho' }, coaches: ME.label }),
      ],
    });
    expect((await parties().allInnerTexts()).map((line) => line.replaceAll(/\s+/g, ' ').trim())).toEqual([
      'You on the line',
      'Tanaka Yui on hold',
      'Mori Kenta ringing Remove',
      'Back office muted Remove',
      '03-1234-5678 being connected Remove Alt X',
      'Hayashi Mei listening',
      'Ito Sho heard by you alone',
    ]);
  });

  test('a third one is removed, and why not is said there', async () => {
    await openWith({ parties: [ME, CUSTOMER, partyOf({ label: 'target-2-2', agent: MORI })] });
    await button('Remove Mori Kenta from the call').click();
    expect(await sent('parties/target-2-2/dismiss')).toEqual([{ attempt: 2 }]);
    served.known.refusals.set('POST /v1/callbacks/live/parties/target-2-2/dismiss', problem('wrong_state', 'There is no such conversation going on.'));
    await button('Remove Mori Kenta from the call').click();
    await parties().getByText('There is no such conversation going on.').waitFor();
  });
});

test('on other screens the call has its standing, Hold and End', async () => {
  served.known.desk = deskOf({ live: talking({ isOnHold: true, parties: [ME, WAITING] }) });
  await open('/callbacks');
  await bar().getByRole('status').filter({ hasText: 'On hold' }).waitFor();
  await page.keyboard.press('Alt+h');
  expect(await sent('hold')).toEqual([{ attempt: 2, hold: false }]);
  await page.keyboard.press('Alt+u');
  expect(await sent('hang-up')).toEqual([{ attempt: 2 }]);
});

test('notes and disposition are kept while the call is held and resumed', async () => {
  await openWith({});
  await note().fill('Invoice 4471');
  change({ live: talking({ isOnHold: true, parties: [ME, WAITING] }) });
  await bar().getByText('On hold').first().waitFor();
  expect(await note().inputValue()).toBe('Invoice 4471');
});

describe('the timeline', () => {
  const by = { type: 'user' as const, ...AOKI };
  const system = { type: 'system' as const, id: null, name: null };
  type Line = Case['timeline'][number];
  const line = (type: Line['type'], data: Line['data'], whom: string | null = null, actor: Line['actor'] = by): Line => ({ key: `${type} ${JSON.stringify(data)}`, type, at: new Date().toISOString(), actor, whom, hungUpBy: null, status: null, data });

  test('says with whom, and how it ended', async () => {
    const timeline = [
      line('held', {}),
      line('tones_sent', { count: 4 }),
      line('tones_sent', { count: 3, digits: '12#' }),
      line('invited', { purpose: 'consult' }, MORI.name),
      line('invitation_accepted', {}, MORI.name, { type: 'user', ...MORI }),
      line('invitation_ended', { purpose: 'consult', end: 'refused' }, MORI.name, { type: 'user', ...MORI }),
      line('invitation_ended', { purpose: 'transfer', end: 'busy' }, '+81312345678', system),
      line('invitation_ended', { purpose: 'consult', end: 'call_over' }, MORI.name, system),
      line('swapped', { with: 'customer' }, MORI.name),
      line('transferred', {}, MORI.name),
      line('party_left', { label: 'target-2-2', reason: 'hung_up' }, MORI.name, system),
      line('recording_changed', { recording: 'paused' }),
      line('supervised', { how: null }, 'Hayashi Mei', system),
      line('control_refused', { control: 'record' }, null, system),
      { ...line('attempt_ended', { outcome: 'answered' }, null, system), hungUpBy: 'customer' as const },
    ];
    await openWith({}, { timeline });
    const lines = await page.locator('.timeline li > span').allInnerTexts();
    const said = lines.filter((text, index) => index % 2 === 0 && text !== '').toReversed();
    expect(said).toEqual([
      'Put on hold',
      'Digits sent: 4 digits',
      'Digits sent: 12#',
      'Somebody asked in: Mori Kenta · Consult',
      'Invitation accepted',
      'Invitation ended: Consult · refused',
      'Invitation ended: 03-1234-5678 · Transfer · Busy',
      'Invitation ended: Mori Kenta · Consult · the call was over',
      'Swapped: Mori Kenta · with the customer',
      'Transferred: Mori Kenta',
      'Party left: Mori Kenta · hung up',
      'Recording changed: paused',
      'Supervisor takes part: Hayashi Mei · has left',
      'Refused by the network: recording',
      'Attempt ended: the customer hung up · Answered',
    ]);
  });
});
