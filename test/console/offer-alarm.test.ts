import { seriousFindings } from './served/axe.ts';
import { askedInOf } from './served/calls.ts';
import { administratorMe, AOKI, caseOf, deskOf, minutesFromNow, offerOf, row, SALES } from './served/people.ts';
import { button, change, eachInChromium, holdBack, open, page, served, until } from './served/screen.ts';

eachInChromium();

const offered = row({ id: 'c1', status: 'offered', kind: 'scheduled', desiredAt: minutesFromNow(1), windowEndsAt: minutesFromNow(31), timeZone: 'Europe/London', lastNote: 'Prefers the mobile' });

/** What the desktop is asked in the page: whether notifications may be shown, and which. */
interface Desktop {
  readonly asked: boolean[];
  readonly shown: { title: string; body: string; tag: string; isClosed: boolean }[];
}

/** A desktop that says yes, behind a page that nobody looks at. */
async function withDesktop(): Promise<void> {
  await page.addInitScript(`
    const desktop = { asked: [], shown: [] };
    window.desktop = desktop;
    window.Notification = class {
      static permission = 'default';
      static async requestPermission() {
        desktop.asked.push(navigator.userActivation.isActive);
        return (window.Notification.permission = 'granted');
      }
      constructor(title, options) {
        this.told = { title, ...options, isClosed: false };
        desktop.shown.push(this.told);
      }
      addEventListener() {}
      close() { this.told.isClosed = true; }
    };
    Object.defineProperty(document, 'hidden', { get: () => true });`);
}

const desktop = () => page.evaluate<Desktop>('window.desktop');

test('pressing Ready asks whether notifications may be shown, once; then an offer is one, for as long as it is open', async () => {
  await withDesktop();
  await open('/desk');
  await page.getByText('No case in hand').waitFor();
  expect((await desktop()).asked).toEqual([]);
  await page.getByRole('button', { name: /^Presence/ }).click();
  const voice = page.getByRole('group', { name: 'Voice' });
  await voice.getByRole('button', { name: 'Not ready' }).click();
  expect((await desktop()).asked).toEqual([]);
  await voice.getByRole('button', { name: 'Ready', exact: true }).click();
  await until(async () => (await desktop()).asked, (asked) => asked.length === 1);
  await voice.getByRole('button', { name: 'Ready', exact: true }).click();
  expect((await desktop()).asked).toEqual([true]);
  await page.keyboard.press('Escape');

  change({ offer: offerOf(offered) });
  const [told] = await until(async () => (await desktop()).shown, ({ length }) => length === 1);
  expect(told).toMatchObject({ title: 'Offer', tag: 'offer-c1', isClosed: false });
  expect(told?.body).toMatch(/^Billing · Tanaka Yui · At a time · .*–.*London\)$/);
  await until(() => page.title(), (title) => /^● 0:\d\d Offer: Tanaka Yui$/.test(title));
  change({});
  await until(async () => (await desktop()).shown, ([one]) => one?.isClosed === true);
  await until(() => page.title(), (title) => title === 'Ringback');
});

test('the banner on other screens says route, name, kind with preview, the desired time on both clocks, and what is left', async () => {
  served.known.desk = deskOf({ offer: offerOf(offered, caseOf({ ...offered, id: 'c1' })) });
  await open('/callbacks');
  const banner = page.getByRole('region', { name: 'Offer' });
  await banner.getByText('Billing · Tanaka Yui').waitFor();
  await banner.getByText('At a time · Preview').waitFor();
  await banner.getByText(/–.*London\)/).waitFor();
  await banner.getByRole('timer', { name: 'Time left' }).waitFor();
});

test.each<[string, Parameters<typeof deskOf>[0], string]>([
  ['an offer', { offer: offerOf(offered) }, '**/v1/callbacks/*/accept'],
  ['an invitation', { askedIn: askedInOf() }, '**/invitations/target-1/answer'],
])('who accepts %s and goes on to another screen before that counts is not called away from there', async (_what, desk, request) => {
  served.known.desk = deskOf(desk);
  const letThrough = await holdBack(request);
  await open('/callbacks');
  const accept = button('Accept');
  await accept.click();
  await page.getByRole('link', { name: 'Contacts' }).click();
  await until(() => page.url(), (url) => url.endsWith('/contacts'));
  letThrough();
  await until(() => accept.getAttribute('aria-busy'), (busy) => busy === 'false');
  expect(page.url()).toMatch(/\/contacts$/);
});

test('the card says the last note, and where the offer goes where that is not obvious', async () => {
  const offer = { ...offerOf(offered), rejectedGoesTo: { to: 'route' as const, route: SALES }, missedMakesNotReady: true };
  served.known.desk = deskOf({ offer });
  await open('/desk');
  const card = page.getByRole('region', { name: 'Offer' });
  await card.getByText('Prefers the mobile').waitFor();
  await card.getByText('If you reject it, it goes to the route Sales.').waitFor();
  await card.getByText('Unanswered you become Not ready.').waitFor();
  change({ offer: { ...offer, missedGoesTo: offer.rejectedGoesTo } });
  await card.getByText('If you do not take it, it goes to the route Sales.').waitFor();
});

test('an offer with preview shows the fields the route has chosen for it, in its words, and no other data', async () => {
  const shown = caseOf({ ...offered, id: 'c1', collected: { contract: '553-22', secret: 'not yet' } });
  served.known.desk = deskOf({ offer: { ...offerOf(offered, shown), previewFields: [{ key: 'contract', label: { en: 'Contract number' } }] } });
  await open('/desk');
  await page.getByText('Contract number', { exact: true }).waitFor();
  expect(await page.getByText('not yet').count()).toBe(0);
});

test('rows of the list and of the desk show the last note', async () => {
  const noted = row({ id: 'c2', lastNote: 'Asked for a quotation' });
  served.known.list = [noted];
  served.known.desk = deskOf({ callbacks: [noted] });
  await open('/callbacks');
  await page.getByRole('cell', { name: 'Asked for a quotation' }).waitFor();
  await open('/desk');
  await page.getByRole('region', { name: /^My callbacks/ }).getByText('Asked for a quotation').waitFor();
});

test('a note of an earlier callback is said to be that, with its day, on the offer and in the rows; pointing at it reads it whole', async () => {
  const again = row({ id: 'c2', earlierNote: { text: 'Asked about the bill', requestedAt: '2024-10-03T02:00:00.000Z' } });
  const words = 'Earlier callback, Thu 3 Oct 2024';
  served.known.list = [again];
  served.known.desk = deskOf({ callbacks: [again], offer: offerOf({ ...again, id: 'c1', status: 'offered' }) });
  await open('/callbacks');
  await page.getByRole('cell', { name: `${words} Asked about the bill` }).waitFor();
  await open('/desk');
  for (const place of ['Offer', /^My callbacks/]) await page.getByRole('region', { name: place }).getByTitle(`${words}: Asked about the bill`).waitFor();
});

describe('the presence control while something is in hand', () => {
  const held = (next: { wish: 'ready' | 'not_ready'; reason: string | null } | null) =>
    ({ presence: 'busy' as const, channels: [{ channel: 'voice' as const, wish: 'ready' as const, reason: null, since: null, next }] });

  test('reserves what is chosen, says it, and takes it back where the choice is what holds anyway', async () => {
    served.known.desk = deskOf({ presence: held(null), live: caseOf({ id: 'live', status: 'connected' }) });
    await open('/desk');
    await button('Presence: Busy').click();
    await page.getByText('When this callback is done').waitFor();
    await page.getByRole('group', { name: 'Voice' }).getByRole('button', { name: 'Not ready' }).click();
    await until(() => served.bodies('PUT', '/channels/voice/next'), ({ length }) => length === 1);
    expect(served.bodies('PUT', '/channels/voice/next')).toEqual([{ wish: 'not_ready', reason: null }]);
    change({ presence: held({ wish: 'not_ready', reason: 'break' }), live: caseOf({ id: 'live', status: 'connected' }) });
    await button('Presence: Busy → Not ready (Break)').waitFor();
    await page.getByRole('group', { name: 'Voice' }).getByRole('button', { name: 'Ready', exact: true }).click();
    await until(() => served.bodies('DELETE', '/channels/voice/next'), ({ length }) => length === 1);
    expect(served.bodies('PUT', '/channels/voice')).toEqual([]);
  });
});

test('a wrap-up that is limited says when it ends by itself', async () => {
  served.known.desk = deskOf({ live: caseOf({ id: 'live', status: 'wrap_up', lastOutcome: 'answered', wrapUpEndsAt: minutesFromNow(9) }) });
  await open('/desk');
  await page.getByText('Done by itself in', { exact: false }).waitFor();
});

const theirs = row({ id: 'c3', kind: 'scheduled', desiredAt: minutesFromNow(4), dueAt: minutesFromNow(4), assignee: AOKI });
const onTheWeb = caseOf({ id: 'live', status: 'preview', channel: 'web', collected: { message: 'My code has expired', reachable: 'Mornings' } });

test.each([
  ['an offer with a reminder', { offer: offerOf(offered), callbacks: [theirs] }, 'Reminder: callback of Tanaka Yui'],
  ['a web callback', { live: onTheWeb }, 'Web callback'],
])('%s has no serious findings by axe', async (_what, desk, region) => {
  served.known.desk = deskOf(desk);
  await open('/desk');
  await page.getByRole('region', { name: region }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

test('a wrap-up on the wallboard and the presence control have no serious findings by axe', async () => {
  served.known.me = { ...administratorMe, ...AOKI, isAgent: true, mayPhone: true };
  served.known.list = [row({ id: 'live', status: 'wrap_up', agent: AOKI })];
  served.known.desk = deskOf({ presence: { presence: 'after_call', channels: [{ channel: 'voice', wish: 'ready', reason: null, since: null, next: { wish: 'not_ready', reason: 'break' } }] } });
  await open('/wallboard?show=after_call');
  await button('Complete wrap-up').waitFor();
  await button('Presence: After-call work → Not ready (Break)').click();
  await page.getByText('When this callback is done').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});
