/**
 * Pictures of every screen, to be looked at: `node --import tsx test/console/served/look.ts FOLDER`, or of some: with parts of their names, separated by commas. Chromium is the one the
 * environment names in RINGBACK_TEST_CHROMIUM, or the distribution's.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { PLAN_REFUSALS } from '../../../domain/plan.ts';
import { STATUSES } from '../../../domain/status.ts';
import { builtConsole } from '../../built-console.ts';
import type { CallbackRow } from '../../../console/api/types.ts';
import { administratorMe, agentMe, AOKI, BILLING, caseOf, deskOf, minutesFromNow, MORI, offerOf, row, SALES } from './people.ts';
import { TANAKA } from './contacts.ts';
import { CALL_LOOKS } from './call-looks.ts';
import { planOf } from './plans.ts';
import { problem, ServedConsole } from './served-console.ts';

const LONG = 'Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh von und zu Hohenlohe-Schillingsfürst';

const mine: CallbackRow[] = [
  row({ id: 'm1', name: 'Sato Ren', route: SALES, dueAt: minutesFromNow(-12), attemptsPlaced: 0 }),
  row({ id: 'm2', name: 'Suzuki Aoi', dueAt: minutesFromNow(35), attemptsPlaced: 2, timeZone: 'Europe/London' }),
  row({ id: 'm3', name: LONG, dueAt: minutesFromNow(60 * 30), attemptsPlaced: 1, status: 'queued' }),
  row({ id: 'm4', name: '', dueAt: minutesFromNow(60 * 50) }),
];
const legs = [
  { label: 'agent-3-1', attempt: 3, role: 'agent' as const, agent: AOKI, progress: 'answered' as const, end: null, answeredBy: null, inConference: true, answeredAt: minutesFromNow(-2), endedAt: null },
  { label: 'customer-3-1', attempt: 3, role: 'customer' as const, agent: null, progress: 'answered' as const, end: null, answeredBy: null, inConference: true, answeredAt: minutesFromNow(-2), endedAt: null },
];
const connected = caseOf({ id: 'live', status: 'connected', attempt: 3, attemptsPlaced: 3, kind: 'scheduled', desiredAt: minutesFromNow(0), windowEndsAt: minutesFromNow(30), timeZone: 'Europe/London', connectedAt: minutesFromNow(-2), legs, draft: { note: 'Invoice 4471 was paid twice.', disposition: null } });
const accepted = { offerId: 'o1', agent: AOKI, preview: false, offeredAt: minutesFromNow(-1), deadlineAt: null, end: 'accepted' as const, endedAt: minutesFromNow(0) };
const wrapUp = { ...connected, status: 'wrap_up' as const, lastOutcome: 'no_answer' as const, wrapUpEndsAt: minutesFromNow(4), legs: [] };
const offered = row({ id: 'offered', kind: 'scheduled', status: 'offered', windowEndsAt: minutesFromNow(10), attemptsPlaced: 1 });
const noted = { ...offered, desiredAt: minutesFromNow(-2), timeZone: 'Europe/London', lastNote: 'Please call in the afternoon, the customer works nights and will not pick up earlier.' };
const again = { text: 'Please call in the afternoon, the customer works nights and will not pick up earlier.', requestedAt: minutesFromNow(-60 * 24 * 8) };
const promised = row({ id: 'promised', name: 'Kato Mio', kind: 'scheduled', desiredAt: minutesFromNow(4), dueAt: minutesFromNow(4), windowEndsAt: minutesFromNow(34), timeZone: 'Europe/London', assignee: AOKI, lastNote: 'Wants the offer in writing first.' });
const list = STATUSES.map((status, index) =>
  row({ id: `l${index}`, status, name: index === 3 ? LONG : `Yamada ${index}`, number: index === 2 ? '+442079460000' : '+819012345678', assignee: index % 2 ? MORI : null, route: index % 3 ? BILLING : SALES, attemptsPlaced: index % 4, lastOutcome: index % 4 ? 'no_answer' : null, timeZone: index === 5 ? 'America/New_York' : null, lastNote: index % 3 ? null : 'Please call in the afternoon, the customer works nights and will not pick up earlier.', disposition: index === 8 ? { code: 'resolved', label: { en: 'Resolved', ja: '解決' } } : null }),
);
const call = {
  sid: 'CA1', from: '+819012345690', to: '+815031000001', direction: 'inbound', status: 'in-progress', active: true, awaitsDecision: false, answeredAt: minutesFromNow(0), waitingFor: { input: ['dtmf', 'speech'] },
  transcript: [
    { at: minutesFromNow(0), who: 'network', kind: 'say', text: 'お電話ありがとうございます。折り返しの番号は、090、1234、5690でよろしいですか。', language: 'ja-JP' },
    { at: minutesFromNow(0), who: 'person', kind: 'digits', text: '1', language: null },
    { at: minutesFromNow(0), who: 'network', kind: 'say', text: 'すぐにおかけ直しする場合は1を、後ほどの場合は2を押してください。', language: 'ja-JP' },
  ],
};
const ringing = { ...call, sid: 'CA2', from: '+815031000001', to: '+819012345690', direction: 'outbound-api', status: 'ringing', awaitsDecision: true };

const manyRefusals = list.slice(0, 6).map(({ id, name, number, route }, index) => ({ callback: { id, name, number, route }, refusal: PLAN_REFUSALS[index % 4] ?? ('callback_over' as const) }));

function asAdministrator({ known }: ServedConsole): void {
  known.me = administratorMe;
  known.list = Array.from({ length: 4 }, (_, times) => list.map((one) => ({ ...one, id: times === 0 ? one.id : `${one.id}-${times}` }))).flat();
}

async function chooseThree(page: Page): Promise<void> {
  for (const index of [0, 1, 3]) await page.locator('.pick tbody input').nth(index).press(' ');
  await page.waitForTimeout(200);
}

async function chooseThreeAndAll(page: Page): Promise<void> {
  await chooseThree(page);
  await page.locator('.agents thead input').press(' ');
  await page.waitForTimeout(700);
}

export interface Look {
  readonly name: string;
  readonly path: string;
  readonly arrange?: (served: ServedConsole) => void;
  readonly act?: (page: Page) => Promise<unknown>;
}

const LOOKS: readonly Look[] = [
  ...CALL_LOOKS,
  { name: 'sign-in', path: '/', arrange: ({ known }) => { known.me = null; } },
  { name: 'desk-idle', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ callbacks: mine }); } },
  { name: 'desk-offer', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ callbacks: mine, offer: offerOf(offered, caseOf({ ...offered, id: 'offered' })) }); } },
  { name: 'desk-connected', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ callbacks: mine, live: connected, presence: { presence: 'busy', channels: [] } }); } },
  { name: 'desk-wrap-up-mandatory', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ callbacks: mine, live: wrapUp, presence: { presence: 'after_call', channels: [] } }); }, act: (page) => page.keyboard.press('Alt+z') },
  { name: 'desk-reschedule', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ live: wrapUp }); }, act: (page) => page.keyboard.press('Alt+s') },
  { name: 'desk-reschedule-numbers', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ live: { ...wrapUp, contact: TANAKA } }); }, act: (page) => page.keyboard.press('Alt+s') },
  { name: 'party-numbers', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ live: { ...wrapUp, contact: TANAKA, reachable: { numbers: ['+819012345678', '+81312345678', '+442079460000'], addresses: [] } } }); }, act: async (page) => { await page.locator('.party button').press('Enter'); await page.locator('[role=dialog] .tabler-icon-phone').click(); await page.getByRole('dialog').locator('form button').waitFor(); } },
  { name: 'desk-preview', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ live: { ...connected, status: 'preview', attempt: 2, offers: [accepted] } }); } },
  { name: 'desk-offer-over-chosen', path: '/desk?case=m2', arrange: ({ known }) => { known.cases = [caseOf({ ...row({ id: 'm2', name: 'Suzuki Aoi' }), assignee: AOKI })]; known.desk = deskOf({ callbacks: mine, offer: offerOf(offered, caseOf({ ...offered, id: 'offered' })) }); } },
  { name: 'desk-refused', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ callbacks: mine, offer: offerOf(offered) }); known.refusals.set('POST /v1/callbacks/offered/accept', problem('offer_over', 'This offer is over: it was withdrawn.')); }, act: (page) => page.keyboard.press('Alt+a') },
  { name: 'desk-unreadable', path: '/desk', arrange: ({ known }) => { known.refusals.set('GET /v1/me/desk', problem('broken', 'Something went wrong on our side.', { status: 403 })); } },
  { name: 'desk-chosen-fields', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ live: { ...connected, collected: { contract: '553-22', reason: 'invoice', menu: 'b' }, caseFields: [{ key: 'contract', label: { en: 'Contract', ja: '契約番号', ko: '계약 번호' } }, { key: 'reason', label: {} }], callbackFields: [{ key: 'number', label: {} }, { key: 'desired', label: { en: 'Promised', ja: '約束の時間' } }, { key: 'attempts', label: {} }] } }); } },
  { name: 'desk-web', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ callbacks: mine, live: { ...connected, status: 'preview', channel: 'web', origin: 'web', attempt: 2, offers: [accepted], collected: { subject: 'Cannot sign in', message: 'The page says my code has expired.', reachable: 'Weekday mornings', plan: 'Basic' } } }); } },
  { name: 'desk-limited', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ callbacks: mine, live: { ...wrapUp, lastOutcome: 'answered', dispositionMandatory: false }, presence: { presence: 'after_call', channels: [] } }); } },
  { name: 'desk-offer-elsewhere', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ callbacks: mine, offer: { ...offerOf(noted), rejectedGoesTo: { to: 'route', route: SALES }, missedGoesTo: { to: 'route', route: SALES }, missedMakesNotReady: true } }); } },
  { name: 'desk-reminder', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ callbacks: [promised, ...mine] }); } },
  { name: 'list-reminder', path: '/callbacks', arrange: ({ known }) => { known.list = list; known.desk = deskOf({ callbacks: [promised], offer: offerOf(noted) }); } },
  { name: 'presence-reserved', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ live: connected, presence: { presence: 'busy', channels: [{ channel: 'voice', wish: 'ready', reason: null, since: null, next: { wish: 'not_ready', reason: 'break' } }, { channel: 'web', wish: 'not_ready', reason: null, since: null, next: null }] } }); }, act: async (page) => { await page.locator('header button').first().click(); await page.waitForTimeout(300); } },
  { name: 'wallboard-after-call', path: '/wallboard?show=after_call', arrange: (served) => { asAdministrator(served); served.known.list = [row({ id: 'live', status: 'wrap_up', agent: MORI })]; served.known.cases = [caseOf({ id: 'live', status: 'wrap_up', agent: MORI, draft: { note: 'x', disposition: 'resolved' } })]; }, act: async (page) => { await page.locator('main tbody button').first().press('Enter'); await page.waitForTimeout(500); } },
  { name: 'presence', path: '/desk', act: async (page) => { await page.locator('header button').first().click(); await page.waitForTimeout(300); } },
  { name: 'user-menu', path: '/desk', act: async (page) => { await page.locator('header button.user').click(); await page.waitForTimeout(300); } },
  { name: 'password', path: '/desk', act: async (page) => { await openPassword(page); await page.getByRole('dialog').locator('button[type=submit]').click(); } },
  { name: 'desk-earlier-note', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ callbacks: mine.map((one) => ({ ...one, earlierNote: again })), offer: offerOf({ ...offered, earlierNote: again }) }); } },
  { name: 'list-earlier-note', path: '/callbacks', arrange: ({ known }) => { known.list = list.map((one) => (one.lastNote === null ? { ...one, earlierNote: again } : one)); } },
  { name: 'list', path: '/callbacks', arrange: ({ known }) => { known.me = administratorMe; known.list = list; } },
  { name: 'list-agent-offer', path: '/callbacks', arrange: ({ known }) => { known.list = list; known.desk = deskOf({ offer: offerOf(offered) }); } },
  { name: 'list-agent-live', path: '/callbacks?status=queued,offered&name=x', arrange: ({ known }) => { known.list = list; known.desk = deskOf({ live: connected }); } },
  { name: 'list-panel', path: '/callbacks?open=l0', arrange: ({ known }) => { known.me = administratorMe; known.list = list; known.cases = [caseOf({ id: 'l0', assignee: MORI, distributor: 'automatic' })]; } },
  { name: 'list-panel-dial', path: '/callbacks?open=l0', arrange: ({ known }) => { known.me = { ...administratorMe, isAgent: true, mayPhone: true }; known.list = list; known.cases = [caseOf({ id: 'l0', status: 'queued', assignee: MORI })]; } },
  { name: 'list-download', path: '/callbacks', arrange: (served) => { asAdministrator(served); served.known.download = { rows: 128_400, total: 400_000 }; }, act: async (page) => { await page.locator('.list-main button').nth(1).press('Enter'); await page.waitForTimeout(900); } },
  { name: 'list-empty', path: '/callbacks', arrange: ({ known }) => { known.me = administratorMe; } },
  { name: 'list-nothing', path: '/callbacks?number=999', arrange: ({ known }) => { known.me = administratorMe; } },
  { name: 'request', path: '/callbacks', arrange: ({ known }) => { known.me = administratorMe; known.list = list; known.refusals.set('POST /v1/callbacks', problem('invalid', 'The request is not valid.', { status: 400, errors: [{ pointer: '/number', detail: 'This is not a telephone number.' }] })); }, act: askForCallback },
  { name: 'distribution', path: '/distribution', arrange: asAdministrator, act: chooseThreeAndAll },
  { name: 'distribution-empty', path: '/distribution', arrange: ({ known }) => { known.me = administratorMe; } },
  { name: 'distribution-refused', path: '/distribution?show=all', arrange: (served) => { asAdministrator(served); served.known.preview = { total: 40, perAgent: [{ agent: AOKI, count: 19 }, { agent: MORI, count: 18 }], refused: [{ refusal: 'already_distributed', count: 2 }, { refusal: 'being_called', count: 1 }] }; }, act: chooseThreeAndAll },
  { name: 'distribution-running', path: '/distribution?plan=p', arrange: asAdministrator },
  { name: 'distribution-finished', path: '/distribution?plan=p', arrange: (served) => { asAdministrator(served); served.known.plan = planOf({ state: 'finished', pending: 0, done: 116 }); served.known.planRefusals = manyRefusals; } },
  { name: 'withdrawal', path: '/withdrawal', arrange: asAdministrator, act: chooseThree },
  { name: 'withdrawal-withdraw', path: '/withdrawal', arrange: asAdministrator, act: async (page) => { await chooseThree(page); await page.keyboard.press('Alt+w'); await page.waitForTimeout(300); } },
  { name: 'withdrawal-move', path: '/withdrawal', arrange: asAdministrator, act: async (page) => { await chooseThree(page); await page.keyboard.press('Alt+v'); await page.waitForTimeout(300); await page.getByRole('dialog').locator('thead input').press(' '); await page.waitForTimeout(600); } },
  { name: 'withdrawal-done', path: '/withdrawal?plan=p&assignee=agent-aoki', arrange: (served) => { asAdministrator(served); served.known.plan = planOf({ action: { type: 'withdraw', reason: null }, perAgent: [], state: 'finished', total: 3, pending: 0, done: 2, refused: 1 }); served.known.planRefusals = [{ callback: { ...list[5]!, id: 'l5' }, refusal: 'being_called' }]; } },
  { name: 'withdrawal-withdrawn', path: '/withdrawal?show=withdrawn', arrange: (served) => { asAdministrator(served); served.known.list = list.map((one) => ({ ...one, status: 'withdrawn', assignee: null })); }, act: chooseThree },
  { name: 'status', path: '/status?period=custom&from=2026-11-01&to=2026-11-25', arrange: asAdministrator },
  { name: 'status-whole', path: '/status?period=custom&from=2026-11-18&to=2026-11-25', arrange: asAdministrator, act: (page) => page.evaluate('document.querySelector("section")?.scrollIntoView()') },
  { name: 'status-agents', path: '/status?period=custom&from=2026-11-01&to=2026-11-25&groupBy=agent', arrange: asAdministrator, act: (page) => page.locator('.group-name').first().press('Enter') },
  { name: 'status-months', path: '/status?period=months13&unit=month&groupBy=none', arrange: asAdministrator },
  { name: 'status-nothing', path: '/status?period=today', arrange: (served) => { asAdministrator(served); served.known.status.perDay = 0; served.known.status.offers = []; } },
  { name: 'status-download', path: '/status?period=custom&from=2026-11-01&to=2026-11-25', arrange: (served) => { asAdministrator(served); served.known.download = { rows: 0, total: null }; }, act: async (page) => { await page.keyboard.press('Alt+x'); await page.waitForTimeout(900); } },
  { name: 'wallboard', path: '/wallboard', arrange: (served) => { asAdministrator(served); served.known.list = mine; } },
  { name: 'wallboard-list', path: '/wallboard', arrange: (served) => { asAdministrator(served); served.known.list = mine; }, act: (page) => page.evaluate('scrollTo(0, 9999)') },
  { name: 'wallboard-move', path: '/wallboard', arrange: (served) => { asAdministrator(served); served.known.list = mine; }, act: async (page) => { await page.locator('main tbody button').nth(1).press('Enter'); await page.waitForTimeout(300); } },
  { name: 'agents', path: '/settings/agents', arrange: asAdministrator },
  { name: 'agents-nothing', path: '/settings/agents?q=zzz', arrange: asAdministrator },
  { name: 'agents-one', path: '/settings/agents?open=agent-aoki', arrange: asAdministrator, act: async (page) => { await page.getByRole('dialog').locator('input[type=checkbox]').press(' '); } },
  { name: 'agents-made', path: '/settings/agents?open=new', arrange: asAdministrator, act: async (page) => { await page.getByRole('dialog').locator('button[type=submit]').click(); await page.waitForTimeout(400); } },
  { name: 'agents-import', path: '/settings/agents', arrange: asAdministrator, act: async (page) => { await page.locator('.settings-main button').nth(0).click(); await page.getByRole('dialog').locator('input[type=file]').setInputFiles({ name: 'agents.csv', mimeType: 'text/csv', buffer: Buffer.from('email\n') }); await page.waitForTimeout(600); } },
  { name: 'teams', path: '/settings/teams', arrange: asAdministrator },
  { name: 'reasons', path: '/settings/reasons', arrange: asAdministrator },
  { name: 'responses', path: '/settings/responses', arrange: asAdministrator },
  { name: 'responses-one', path: '/settings/responses/response/absent-1', arrange: asAdministrator, act: async (page) => { await page.locator('textarea').first().fill('Dear {{customer.name}}, {{customer.nam}} {{collected.contract}} {{callback.desired}}'); } },
  { name: 'responses-category', path: '/settings/responses/category/absent', arrange: asAdministrator },
  { name: 'responses-beside-a-call', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ callbacks: mine, live: connected, presence: { presence: 'busy', channels: [] } }); }, act: async (page) => { await page.getByRole('tab').nth(1).click(); await page.getByRole('tree').locator('div[data-value="response/invoice"]').click(); await page.waitForTimeout(300); await page.evaluate(() => scrollTo(0, 9999)); } },
  { name: 'reopen', path: '/callbacks?open=done', arrange: (served) => { asAdministrator(served); served.known.cases = [caseOf({ id: 'done', status: 'completed', endedAt: minutesFromNow(-5) })]; }, act: async (page) => { await page.getByRole('complementary').locator('[role=group] button').first().click().catch(() => undefined); await page.waitForTimeout(400); } },
  { name: 'settings-routes', path: '/settings/routes', arrange: asAdministrator },
  { name: 'settings-route', path: '/settings/routes/route-billing', arrange: asAdministrator, act: changeRoute },
  { name: 'settings-route-policy', path: '/settings/routes/route-billing', arrange: asAdministrator, act: async (page) => { await page.locator('.route-form > section').nth(3).scrollIntoViewIfNeeded(); await page.evaluate(() => scrollTo(0, 1000)); } },
  { name: 'settings-route-filing', path: '/settings/routes/route-billing', arrange: asAdministrator, act: async (page) => { for (const label of await page.locator('.mantine-SegmentedControl-label').all()) await label.click(); await page.evaluate(() => scrollTo(0, document.body.scrollHeight - 1100)); } },
  { name: 'settings-route-wrong', path: '/settings/routes/route-billing', arrange: asAdministrator, act: async (page) => { await page.locator('.day input').nth(1).fill('08:00'); await page.locator('.route-form input').first().fill(''); } },
  { name: 'settings-route-new', path: '/settings/routes/new', arrange: asAdministrator },
  { name: 'contacts', path: '/contacts', arrange: asAdministrator },
  { name: 'contacts-panel', path: `/contacts?open=${TANAKA.id}`, arrange: asAdministrator },
  { name: 'contacts-nothing', path: '/contacts?q=zzz', arrange: asAdministrator },
  { name: 'contacts-edit', path: `/contacts?open=${TANAKA.id}`, arrange: asAdministrator, act: async (page) => { await page.keyboard.press('Alt+i'); await page.waitForTimeout(400); } },
  { name: 'contacts-merge', path: `/contacts?open=${TANAKA.id}`, arrange: asAdministrator, act: async (page) => { await page.keyboard.press('Alt+g'); await page.getByRole('dialog').locator('input').first().fill('a'); await page.waitForTimeout(900); } },
  { name: 'contacts-desk', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ callbacks: mine, live: { ...connected, name: '', contact: TANAKA } }); } },
  { name: 'contacts-desk-unknown', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ live: wrapUp, callbacks: mine }); } },
  { name: 'contacts-desk-new-number', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ callbacks: mine, live: { ...wrapUp, number: '+817011112222', contact: TANAKA } }); } },
  { name: 'contacts-offer', path: '/desk', arrange: ({ known }) => { known.desk = deskOf({ callbacks: mine, offer: offerOf({ ...offered, name: '', contact: TANAKA }) }); } },
  { name: 'phone', path: '/phone', arrange: ({ known }) => { known.calls = [call, ringing]; }, act: async (page) => { await page.locator('.phone-calls .name').first().click(); await page.waitForTimeout(300); } },
];

async function changeRoute(page: Page): Promise<void> {
  await page.locator('.duration input').first().fill('90');
  await page.locator('.route-form input').first().fill('Invoices and payments');
  await page.waitForTimeout(900);
}

async function openPassword(page: Page): Promise<void> {
  await page.locator('header button.user').press('Enter');
  await page.getByRole('dialog').locator('.tabler-icon-key').click();
  await page.locator('input[autocomplete=current-password]').fill('correct horse battery');
  await page.locator('input[autocomplete=new-password]').first().fill('short');
}

async function askForCallback(page: Page): Promise<void> {
  await page.keyboard.press('Alt+n');
  const dialogue = page.getByRole('dialog');
  await dialogue.locator('select').selectOption('route-billing');
  await dialogue.locator('input[type=tel]').fill('12');
  await dialogue.locator('.mantine-SegmentedControl-label').nth(2).click();
  await dialogue.locator('button[type=submit]').click();
  await dialogue.locator('input[type=datetime-local]').fill('2026-12-01T10:00');
  await dialogue.locator('button[type=submit]').click();
  await page.waitForTimeout(400);
}

interface Style {
  readonly name: string;
  readonly locale: string;
  readonly colorScheme: 'light' | 'dark';
  readonly width: number;
}

const STYLES: readonly Style[] = [
  { name: 'en-light-1440', locale: 'en-GB', colorScheme: 'light', width: 1440 },
  { name: 'ja-dark-1280', locale: 'ja-JP', colorScheme: 'dark', width: 1280 },
  { name: 'ko-light-1920', locale: 'ko-KR', colorScheme: 'light', width: 1920 },
];

async function take(browser: Browser, folder: string, built: string, look: Look, style: Style): Promise<void> {
  const served = new ServedConsole(built);
  served.known.me = agentMe;
  look.arrange?.(served);
  const page = await browser.newPage({ locale: style.locale, colorScheme: style.colorScheme, viewport: { width: style.width, height: 860 } });
  page.on('console', (said) => { if (said.type() === 'error' && !said.text().includes('status of 4')) console.error(look.name, said.text()); });
  page.on('pageerror', (error) => console.error(look.name, error));
  await page.goto(served.url + look.path, { waitUntil: 'load' });
  await page.waitForTimeout(600);
  await look.act?.(page);
  await page.waitForTimeout(300);
  await page.screenshot({ path: join(folder, `${look.name}-${style.name}.png`) });
  await page.close();
  served.close();
}

const [folder = 'coverage/console', only = ''] = process.argv.slice(2);
await mkdir(folder, { recursive: true });
const built = await builtConsole();
const browser = await chromium.launch({ executablePath: process.env['RINGBACK_TEST_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const style of STYLES) {
  for (const look of LOOKS.filter(({ name }) => only.split(',').some((part) => name.includes(part)))) await take(browser, folder, built, look, style);
}
await browser.close();
