import { DateTime } from 'luxon';
import { tellOfPolicy } from '../../store/route/policy-news.ts';
import { acceptUpdate } from '../../workflows/messages.ts';
import type { CaseFile } from '../../workflows/case.ts';
import { Case } from '../../workflows/case.ts';
import * as may from '../../workflows/may.ts';
import { MINUTE_MS, accept, complete, offerEndsOf, offeredTo, wishOf } from './acts.ts';
import type { Centre } from './centre.ts';
import { POLICY, openCentre } from './centre.ts';

const NINE_TO_FIVE = [{ from: '09:00', to: '17:00' }];
const HOURS = { 1: NINE_TO_FIVE, 2: NINE_TO_FIVE, 3: NINE_TO_FIVE, 4: NINE_TO_FIVE, 5: NINE_TO_FIVE, 6: NINE_TO_FIVE, 7: NINE_TO_FIVE };

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre({ hours: HOURS });
});
beforeEach(async () => {
  await centre.editRoute({});
  await centre.only('aoki');
  await passUntil({ hour: 16, minute: 57 });
});
afterEach(() => centre.clear());
afterAll(() => centre.close());

/** The route's own clock. */
const clock = async () => DateTime.fromMillis(await centre.environment.currentTimeMs(), { zone: POLICY.timeZone });

/** Lets the workflows' time pass until the route's clock shows this next. */
async function passUntil(time: { hour: number; minute: number }): Promise<void> {
  const now = await clock();
  const today = now.set({ ...time, second: 0, millisecond: 0 });
  await centre.pass((today > now ? today : today.plus({ days: 1 })).diff(now).toMillis());
}

const tomorrowAtNine = async () => (await clock()).plus({ days: 1 }).startOf('day').set({ hour: 9 }).toJSDate();
const legsOf = (id: string) => centre.store.db.selectFrom('leg').select('label').where('callback_id', '=', id).execute();
const lastOf = async (id: string) => (await centre.events(id)).findLast(({ type }) => type === 'offer_withdrawn');

/** The route is edited, and the callback has heard of it. */
async function edit(id: string, change: Partial<typeof POLICY>): Promise<void> {
  await centre.editRoute(change);
  await tellOfPolicy(centre.store.db, 'billing');
  await centre.quiet(id);
}

describe('an offer made three minutes before closing time', () => {
  test('ends with the hours, not with the route’s five minutes; its agent stays Ready, and is offered it in the morning', async () => {
    const id = await centre.request('50');
    const offerId = await offeredTo(centre, id, 'aoki');
    const { deadline_at } = await centre.store.db.selectFrom('reservation').select('deadline_at').where('id', '=', offerId).executeTakeFirstOrThrow();
    expect(deadline_at).toEqual((await clock()).set({ hour: 17, minute: 0, second: 0, millisecond: 0 }).toJSDate());
    await passUntil({ hour: 17, minute: 0 });
    expect(await centre.when(id, ({ status }) => status === 'scheduled')).toMatchObject({ due_at: await tomorrowAtNine(), agent_id: null });
    expect(await offerEndsOf(centre, id)).toEqual(['aoki withdrawn']);
    expect(await lastOf(id)).toMatchObject({ actor: { type: 'system' }, data: { agentId: 'aoki', reason: 'outside_hours' } });
    expect(await wishOf(centre, 'aoki')).toMatchObject({ wish: 'ready' });
    await passUntil({ hour: 9, minute: 1 });
    await offeredTo(centre, id, 'aoki');
  });

  test('is accepted in time, and dials', async () => {
    const id = await centre.request('50');
    await accept(centre, id, 'aoki');
    await centre.when(id, ({ status, attempt }) => status === 'wrap_up' && attempt === 1);
    await complete(centre, id, 'aoki');
  });

  test('cannot be accepted after it', async () => {
    const id = await centre.request('50');
    const offerId = await offeredTo(centre, id, 'aoki');
    await passUntil({ hour: 17, minute: 0 });
    await expect(centre.callbacks.update(acceptUpdate, id, { offerId, agentId: 'aoki' })).rejects.toMatchObject({ refusal: 'offer_over' });
    await centre.when(id, ({ status }) => status === 'scheduled');
    expect(await legsOf(id)).toEqual([]);
  });

  test('that nobody takes ends as missed where the hours go on', async () => {
    await passUntil({ hour: 12, minute: 0 });
    const id = await centre.request('50');
    await offeredTo(centre, id, 'aoki');
    await centre.pass(5.1 * MINUTE_MS);
    await centre.when(id, ({ status }) => status === 'queued');
    expect(await offerEndsOf(centre, id)).toEqual(['aoki missed']);
  });
});

describe('a case that is read from three minutes before closing time on', () => {
  const reading = { acceptOpens: 'preview', previewTimeoutMs: 5 * MINUTE_MS } as const;

  async function previewed(): Promise<string> {
    const id = await centre.request('50');
    await accept(centre, id, 'aoki');
    expect(await centre.row(id)).toMatchObject({ status: 'preview' });
    return id;
  }

  test('is not called when the time to read is over: it waits for the next opening', async () => {
    await centre.editRoute(reading);
    const id = await previewed();
    await centre.pass(5.1 * MINUTE_MS);
    expect(await centre.when(id, ({ status }) => status !== 'preview')).toMatchObject({
      status: 'scheduled', due_at: await tomorrowAtNine(), attempt: 0, agent_id: null, assignee_id: null,
    });
    expect(await legsOf(id)).toEqual([]);
    expect(await lastOf(id)).toMatchObject({ data: { agentId: 'aoki', reason: 'outside_hours' } });
    await passUntil({ hour: 9, minute: 1 });
    await offeredTo(centre, id, 'aoki');
  });

  test('is called then where an edit has prolonged the hours meanwhile', async () => {
    await centre.editRoute(reading);
    const id = await previewed();
    await edit(id, { ...reading, hours: POLICY.hours });
    await centre.pass(5.1 * MINUTE_MS);
    await centre.when(id, ({ status, attempt }) => status === 'wrap_up' && attempt === 1);
    await complete(centre, id, 'aoki');
  });
});

describe('an edit that closes the route at noon', () => {
  beforeEach(() => passUntil({ hour: 12, minute: 0 }));

  test('lets nobody be called when the time to read is over', async () => {
    const reading = { acceptOpens: 'preview', previewTimeoutMs: 5 * MINUTE_MS } as const;
    await centre.editRoute(reading);
    const id = await centre.request('50');
    await accept(centre, id, 'aoki');
    await edit(id, { ...reading, hours: {} });
    await centre.pass(5.1 * MINUTE_MS);
    expect(await centre.when(id, ({ status }) => status !== 'preview')).toMatchObject({ status: 'scheduled', attempt: 0 });
    expect(await legsOf(id)).toEqual([]);
  });

  test('does not blame the agent for the offer that lapses', async () => {
    const id = await centre.request('50');
    await offeredTo(centre, id, 'aoki');
    await edit(id, { hours: {} });
    await centre.pass(5.1 * MINUTE_MS);
    await centre.when(id, ({ status }) => status === 'scheduled');
    expect(await offerEndsOf(centre, id)).toEqual(['aoki withdrawn']);
    expect(await wishOf(centre, 'aoki')).toMatchObject({ wish: 'ready' });
  });
});

test('an offer whose end is noticed late cannot be taken after the hours', () => {
  const at = (ms: number) => new Date(Date.now() + ms).toISOString();
  const file = (closesAt: string) => ({ state: { status: 'offered' }, due: { closesAt } }) as CaseFile;
  expect(() => may.takeAnOffer(new Case('id', 0, file(at(MINUTE_MS))))).not.toThrow();
  expect(() => may.takeAnOffer(new Case('id', 0, file(at(0))))).toThrow('This offer is over: the route has closed.');
});
