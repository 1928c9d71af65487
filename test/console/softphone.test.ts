import type { Page } from 'playwright-core';
import type { Call } from '../../console/api/types.ts';
import { joinedOf } from './served/calls.ts';
import { agentMe, AOKI, caseOf, deskOf } from './served/people.ts';
import { seriousFindings } from './served/axe.ts';
import { Gateway, SOUND } from './served/gateway.ts';
import { button, change, context, eachInChromium, open, page, served, until } from './served/screen.ts';
import { problem } from './served/served-console.ts';

/*
 * The softphone with the real SDK in real Chromium: a fake microphone, and Twilio's signalling played by served/gateway.ts, since the
 * real network cannot be reached from a test.
 */

eachInChromium(SOUND);

let gateway: Gateway;
beforeEach(async () => {
  gateway = await Gateway.beside(context);
  served.known.me = { ...agentMe, telephone: 'softphone' };
});

const OWN = { attempt: '3', callback: 'live', leg: 'agent-3-1' };
const dialling = caseOf({ id: 'live', status: 'dialling', attempt: 3 });
const connected = caseOf({ id: 'live', status: 'connected', attempt: 3, connectedAt: new Date().toISOString() });

const telephone = (state: string, tab: Page = page) => tab.getByRole('button', { name: `Telephone: ${state}`, exact: true });
const setReady = async (tab: Page = page) => {
  await tab.getByRole('button', { name: /^Presence/ }).click();
  await tab.getByRole('group', { name: 'Web' }).getByRole('button', { name: 'Ready', exact: true }).click();
};
/** The browser has given the microphone before. */
const allowed = () => context.grantPermissions(['microphone'], { origin: served.url });
/** The browser does not tell beforehand whether it would give the microphone, as some do not. */
const tellsNothing = () =>
  context.addInitScript(() => {
    navigator.permissions.query = () => Promise.reject(new TypeError());
  });
/** Has the browser refuse the microphone in this way, as it does without one or without permission. */
const noMicrophone = (name: string) =>
  context.addInitScript((thrown) => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', thrown));
  }, name);

async function registered(): Promise<void> {
  await allowed();
  await open('/desk');
  await telephone('Softphone').waitFor();
}

async function talking(): Promise<void> {
  served.known.desk = deskOf({ live: dialling });
  await registered();
  await gateway.ring('CA1', OWN);
  await telephone('On the softphone').waitFor();
  await button('Mute').waitFor();
}

describe('coming to the network', () => {
  test('the press of Ready unlocks the microphone; then this browser can be rung', async () => {
    await tellsNothing();
    await open('/desk');
    await telephone('Softphone off').click();
    await page.getByText('Your calls ring in this browser once it may use the microphone.', { exact: false }).waitFor();
    expect([gateway.registered, served.tokens]).toEqual([0, 0]);
    await page.keyboard.press('Escape');
    await setReady();
    await telephone('Softphone').waitFor();
    expect([gateway.tokens, gateway.registered]).toEqual([['token-1'], 1]);
    await until(() => served.bodies('PUT', '/channels/web'), (sent) => sent.length === 1);
  });

  test('who does not give the microphone does not become Ready, and is told what to do', async () => {
    await tellsNothing();
    await noMicrophone('NotAllowedError');
    await open('/desk');
    await telephone('Softphone off').waitFor();
    await setReady();
    await page.getByRole('alert').filter({ hasText: 'Allow it at the icon beside the address' }).waitFor();
    await telephone('Microphone not allowed').waitFor();
    expect(served.bodies('PUT', '/channels/web')).toEqual([]);
  });

  test.each([
    ['NotFoundError', 'No microphone', 'Plug in a headset'],
    ['NotReadableError', 'Microphone not free', 'Another program may be using it'],
  ])('%s is told as what it is', async (name, state, advice) => {
    await allowed();
    await noMicrophone(name);
    await open('/desk');
    await telephone(state).click();
    await page.getByText(advice, { exact: false }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  test('one tab has the telephone; when it is closed, the other has it', async () => {
    await registered();
    const other = await context.newPage();
    await open('/desk', other);
    await telephone('Softphone in another tab', other).waitFor();
    expect(gateway.registered).toBe(1);
    await page.close();
    await telephone('Softphone', other).waitFor();
    await until(() => gateway.registered, (count) => count === 1);
  });

  test('a token that ends soon is followed by the next', async () => {
    gateway.tokenLastsS = 61;
    await registered();
    await until(() => gateway.tokens, (tokens) => tokens.includes('token-2'));
    await telephone('Softphone').waitFor();
  });

  test('who is not let in is told, and so is who is cut off, until the way is found again', async () => {
    gateway.refuses = 31_202;
    await allowed();
    await open('/desk');
    await telephone('Softphone not let in').waitFor();
    gateway.refuses = null;
    await telephone('Softphone').waitFor();
    await gateway.goAway();
    await telephone('Softphone not connected').waitFor();
    gateway.isAway = false;
    await telephone('Softphone').waitFor();
  });

  test('no token, no softphone: it is tried again, and not while the agent has another telephone', async () => {
    served.known.refusals.set('POST /v1/me/softphone/token', problem('no_softphone', 'The softphone is not set up.'));
    await allowed();
    await open('/desk');
    await telephone('Softphone not let in').waitFor();
    expect(gateway.tokens).toEqual([]);
  });
});

describe('a call', () => {
  test("of one's own attempt is answered by itself; Mute closes the microphone, and the end opens the way for the next", async () => {
    await talking();
    expect(gateway.said).toEqual(['answer CA1']);
    await page.keyboard.press('Alt+m');
    await page.getByRole('button', { name: 'Unmute', exact: true, pressed: true }).waitFor();
    await page.keyboard.press('Alt+m');
    await page.getByRole('button', { name: 'Mute', exact: true, pressed: false }).waitFor();
    change({ live: { ...connected, status: 'wrap_up' } });
    gateway.hangUp('CA1');
    await telephone('Softphone').waitFor();
    expect(served.bodies('POST', '/rejoin')).toEqual([]);
  });

  test('that comes before the desk knows of it is answered when it does', async () => {
    await registered();
    await gateway.ring('CA1', OWN);
    await telephone('Softphone rings').waitFor();
    expect(gateway.said).toEqual([]);
    change({ live: dialling });
    await telephone('On the softphone').waitFor();
  });

  test("that is not the desk's is left to the agent", async () => {
    served.known.desk = deskOf({ live: dialling });
    await registered();
    await gateway.ring('CA1', { ...OWN, attempt: '2' });
    await telephone('Softphone rings').click();
    await page.getByText('A call rings that your desk does not know of.').waitFor();
    await button('Decline').click();
    await telephone('Softphone').waitFor();
    expect(gateway.said).toEqual(['reject CA1']);
    await gateway.ring('CA2', {});
    await telephone('Softphone rings').waitFor();
    await button('Answer').click();
    await telephone('On the softphone').waitFor();
    await until(() => gateway.said.join(), (said) => said === 'reject CA1,answer CA2');
  });

  test('that a reload tears away is rung anew, once', async () => {
    await talking();
    change({ live: connected });
    page.on('dialog', (asked) => void asked.accept());
    await page.reload();
    await until(() => served.bodies('POST', '/callbacks/live/rejoin'), (sent) => sent.length > 0);
    await gateway.ring('CA2', { ...OWN, leg: 'agent-3-2' });
    await until(() => gateway.said, (said) => said.includes('answer CA2'));
    expect(served.bodies('POST', '/callbacks/live/rejoin')).toEqual([{ attempt: 3 }]);
  });

  test('of a colleague is rung anew by a reload for who has joined in, and not for who listens', async () => {
    const joined = { ...joinedOf({}), attempt: 3 };
    served.known.desk = deskOf({ joined });
    await registered();
    await gateway.ring('CA1', { ...OWN, callback: 'theirs', leg: 'target-3-2' });
    await telephone('On the softphone').waitFor();
    page.on('dialog', (asked) => void asked.accept());
    await page.reload();
    await until(() => served.bodies('POST', '/callbacks/theirs/rejoin'), (sent) => sent.length > 0);
    change({ joined: { ...joined, call: { ...joined.call, supervisors: [{ label: 'supervisor-3-3', agent: AOKI, how: 'listen', isHere: true }] } as Call } });
    await page.reload();
    await telephone('Softphone').click();
    await page.getByLabel('Microphone', { exact: true }).waitFor();
    expect(await button('Ring me in this browser').count()).toBe(0);
    expect(served.bodies('POST', '/callbacks/theirs/rejoin')).toEqual([{ attempt: 3 }]);
  });

  test('that goes on in another browser is rung here when the agent asks for it', async () => {
    served.known.desk = deskOf({ live: connected });
    await registered();
    await telephone('Softphone').click();
    await button('Ring me in this browser').click();
    await until(() => served.bodies('POST', '/callbacks/live/rejoin'), (sent) => sent.length === 1);
  });

  test('is heard and spoken by the devices that the agent has chosen for this browser', async () => {
    await registered();
    await telephone('Softphone').click();
    const microphone = page.getByLabel('Microphone', { exact: true });
    const name = await microphone.locator('option').nth(1).innerText();
    await microphone.selectOption({ label: name });
    await page.reload();
    await telephone('Softphone').click();
    await until(() => microphone.locator('option:checked').innerText(), (chosen) => chosen === name);
    expect(await seriousFindings(page)).toEqual([]);
    change({ live: dialling });
    await gateway.ring('CA1', OWN);
    await telephone('On the softphone').waitFor();
  });
});

describe('another telephone', () => {
  const scripts = () => {
    const loaded: string[] = [];
    page.on('request', (request) => void (/twilio/.test(request.url()) && loaded.push(request.url())));
    return loaded;
  };

  test('is nothing to the console: no part of the softphone is loaded', async () => {
    served.known.me = agentMe;
    const loaded = scripts();
    await open('/desk');
    await setReady();
    await until(() => served.bodies('PUT', '/channels/web'), (sent) => sent.length === 1);
    expect(await page.getByRole('button', { name: /^Telephone/ }).count()).toBe(0);
    expect([served.tokens, loaded]).toEqual([0, []]);
    served.known.me = { ...agentMe, telephone: 'softphone' };
    await allowed();
    served.hint({ agentId: AOKI.id });
    await telephone('Softphone').waitFor();
    expect(loaded.some((url) => url.startsWith(served.url))).toBe(true);
  });

  test.each([
    ['none', 'No telephone', 'nothing can be offered to you'],
    ['unusable', 'Telephone cannot be rung', 'The address you are rung on cannot be rung.'],
    ['softphone_not_set_up', 'Softphone not set up', 'TWILIO_API_KEY and TWILIO_API_SECRET are missing'],
  ] as const)('that is %s is told before Ready', async (kind, state, told) => {
    served.known.me = { ...agentMe, telephone: kind };
    await open('/desk');
    await telephone(state).waitFor();
    await page.getByRole('button', { name: /^Presence/ }).click();
    await page.getByRole('alert').filter({ hasText: told }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
  });

  test('that is simulated says so, and so does its Mute', async () => {
    served.known.me = { ...agentMe, telephone: 'softphone_simulated' };
    served.known.desk = deskOf({ live: connected });
    await open('/callbacks');
    await telephone('Softphone (simulated)').waitFor();
    await button('Mute').waitFor();
    await page.keyboard.press('Alt+m');
    await page.getByText('Simulated: nothing is muted').waitFor();
    await page.getByRole('button', { name: 'Unmute', exact: true, pressed: true }).waitFor();
    expect(served.tokens).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
  });
});
