import { randomUUID } from 'node:crypto';
import type { Status } from '../../domain/status.ts';
import { STATUSES, isLive, isTerminal } from '../../domain/status.ts';
import { bare, quoted, tableOf } from '../actions-tables.ts';
import type { FarEnd } from '../telephony/far-end.ts';
import { openFarEnd, twilioError } from '../telephony/far-end.ts';
import type { Asking, Centre } from './support.ts';
import { everything, given, givenCallback, openCentre } from './support.ts';

/* Does what the second table of docs/actions.md says, in every status. */

const ROWS = tableOf('about it').map(([action = '', statuses, api, event, twilio]) => {
  const [method = '', path = ''] = bare(api).split(' ');
  return { action, allowed: statuses === 'any' ? STATUSES : statuses?.split(', '), method, path, events: quoted(event), twilio: bare(twilio) };
});
type Row = (typeof ROWS)[number];

const UNWANTED = 'is refused by the network';

let centre: Centre;
let farEnd: FarEnd;
beforeAll(async () => {
  farEnd = await openFarEnd();
  farEnd.answer = ({ form }) =>
    form.get('Body') === UNWANTED
      ? twilioError(400, 21610)
      : { status: 201, body: { sid: `SM${randomUUID().replaceAll('-', '')}`, status: 'queued', body: form.get('Body'), date_created: new Date().toUTCString(), error_code: null } };
  const network = { TWILIO_API_BASE_URL: farEnd.url, TWILIO_API_KEY: `SK${'0'.repeat(32)}`, TWILIO_API_SECRET: 'a secret' };
  centre = await openCentre({ env: network });
  await centre.store.db.updateTable('agent').set({ endpoint: 'client:agent_aoki' }).where('id', '=', centre.ids.aoki).execute();
  centre.workflows.answer = withdrawn;
});
afterAll(async () => {
  await centre.close();
  await farEnd.close();
});

/** What a workflow does that is asked to withdraw its callback: nothing else is said to one here. */
async function withdrawn(name: string) {
  const { callbackId = '' } = centre.workflows.said.at(-1) ?? {};
  expect(name).toBe('withdraw');
  await given(centre, callbackId, { status: 'withdrawn', agent_id: null });
  return { version: 7, status: 'withdrawn' } as const;
}

/** What is asked, about the callback of a number; several, where they come out differently. */
type Asked = (number: string) => readonly Asking[];

const once = (as: string, body?: object): Asked => () => [body === undefined ? { as } : { as, body }];
const sms = (to: string, text: string) => ({ as: 'aoki', body: { kind: 'sms', to, text, key: randomUUID() } });

const ASKED: Readonly<Record<string, Asked>> = {
  'Ask for a callback': (number) => [{ as: 'machine', body: { routeId: 'billing', number, kind: 'asap', name: 'Tanaka Yui' } }],
  'Write a note': once('aoki', { text: 'Sends the form' }),
  'Keep what is typed': once('aoki', { note: 'Sends', disposition: 'paid' }),
  'Write to the customer': (number) => [sms(number, 'is taken'), sms(number, UNWANTED)],
  'Distribute it to an agent, move it to another': () => [{ as: 'admin', body: { agentId: centre.ids.mori } }],
  'Correct the disposition': once('admin', { disposition: 'paid', reason: 'chose the wrong one' }),
  'Re-open': once('admin', { reason: 'still has a question' }),
  'Ready, Not Ready': once('aoki', { wish: 'not_ready', reason: 'break' }),
  'Reserve the state after Mark Done': once('aoki', { wish: 'not_ready', reason: 'break' }),
  'Take the reserved state back': once('aoki'),
  'Stay logged in: the heartbeat of a tab': once('aoki', { tabId: 'tab-0001' }),
  'Say that the page of a tab is going': once('aoki'),
  'Sign the browser in as a softphone': once('aoki'),
};

/** A callback assigned to Aoki that stands there: in their hands, or in nobody's. */
async function standing(status: Status): Promise<{ id: string; number: string }> {
  const id = await givenCallback(centre);
  await given(centre, id, {
    status,
    assignee_id: centre.ids.aoki,
    agent_id: isLive(status) ? centre.ids.aoki : null,
    ended_at: isTerminal(status) ? new Date() : null,
  });
  return centre.store.db.selectFrom('callback').select(['id', 'number']).where('id', '=', id).executeTakeFirstOrThrow();
}

/** Every line of every timeline. */
async function lines(): Promise<string[]> {
  const { db } = centre.store;
  const [lives, facts] = [await db.selectFrom('callback_event').select('type').execute(), await db.selectFrom('case_event').select('type').execute()];
  return [...lives, ...facts].map(({ type }) => type);
}

async function clearTimelines(): Promise<void> {
  await centre.store.db.deleteFrom('callback_event').execute();
  await centre.store.db.deleteFrom('case_event').execute();
}

/** A request as docs/actions.md writes it. */
const worded = ({ method, path }: { method: string; path: string }) => `${method} ${path.replace(/^.*\/Accounts\/\w+\//, '').replace(/\.json$/, '')}`;

/** How the asking in one status came out. */
async function comesOf({ action, method, path }: Row, status: Status) {
  const { id, number } = await standing(status);
  await clearTimelines();
  const before = await everything(centre);
  const where = path.replace('{id}', id).replace('{channel}', 'voice').replace('{tabId}', 'tab-0001');
  const answers = [];
  for (const asking of ASKED[action]?.(number) ?? []) answers.push(await centre.ask(method, where, asking));
  const isSame = JSON.stringify(await everything(centre)) === JSON.stringify(before);
  return { status, codes: answers.map((answer) => answer.status), isSame, events: await lines() };
}

const isAccepted = ({ codes }: { codes: readonly number[] }) => codes.length > 0 && codes.every((code) => code < 300);

test.each(ROWS)('$action: in the statuses of its line, with its events, and nowhere else', async (row) => {
  farEnd.heard.length = 0;
  const came = [];
  for (const status of STATUSES) came.push(await comesOf(row, status));
  const [accepted, refused] = [came.filter(isAccepted), came.filter((one) => !isAccepted(one))];
  expect(accepted.map(({ status }) => status)).toEqual(row.allowed);
  expect([...new Set(accepted.flatMap(({ events }) => events))].toSorted()).toEqual(row.events.toSorted());
  expect(accepted.filter(({ events }) => events.length > 0)).toHaveLength(row.events.length > 0 ? accepted.length : 0);
  for (const { codes, isSame } of refused) expect({ codes, isSame }).toEqual({ codes: [409], isSame: true });
  expect([...new Set(farEnd.heard.map(worded))].join(', ') || 'none').toBe(row.twilio);
});

test('nothing is asked that has no line', () => {
  expect(Object.keys(ASKED).toSorted()).toEqual(ROWS.map(({ action }) => action).toSorted());
});
