import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { readAudit } from '../../../store/report/audit.ts';
import { enqueue, takeDue } from '../../../store/outbox.ts';
import { closeRoute, createRoute, deleteRoute, editRoute, readAllSettings, readSettings } from '../../../store/route/route-settings.ts';
import { readRoute, readRoutes, routeByNumber } from '../../../store/route/routes.ts';
import { tellOfPolicy } from '../../../store/route/policy-news.ts';
import type { RouteSettings } from '../../../domain/route-settings.ts';
import { waitingPage } from '../../../store/callback/waiting.ts';
import { RouteDeleted, requestCallback } from '../../../store/callback/intake.ts';
import type { Opened } from '../world.ts';
import { POLICY, makeAgent, makeCallback, makeRoute, wanted } from '../world.ts';

const ACTOR = { type: 'user', id: 'admin' } as const;

export function routeFacts(opened: () => Opened): void {
  const db = () => opened().store.db;
  const given = (more: Partial<RouteSettings> = {}): RouteSettings => ({ name: `Sales ${randomUUID()}`, numbers: [], agentIds: [], policy: POLICY, ...more });
  const number = () => `+8150${String(Math.floor(Math.random() * 1e8)).padStart(8, '0')}`;
  const made = async (settings: RouteSettings): Promise<string> => {
    const id = randomUUID();
    await createRoute(db(), id, settings, ACTOR);
    return id;
  };
  const log = async (id: string) => (await readAudit(db(), { subject: `route/${id}`, limit: 10 })).toReversed();
  const refused = (reason: string) => expect.objectContaining({ reason });

  test('an edit raises the version, and says who changed what from what to what; no number stands in the log', async () => {
    const agentId = await makeAgent(opened().store);
    const [old, wantedNumber] = [number(), number()];
    const settings = given({ numbers: [old] });
    const id = await made(settings);
    const changes = await editRoute(db(), id, 1, { ...settings, numbers: [wantedNumber], agentIds: [agentId], policy: { ...POLICY, priority: 2 } }, ACTOR);
    expect(changes.map(({ key }) => key)).toEqual(['numbers', 'agentIds', 'priority']);
    expect(await readSettings(db(), id)).toMatchObject({ route: { version: 2, numbers: [wantedNumber], policy: { priority: 2 } }, agentIds: [agentId], edited: { by: ACTOR } });
    const entries = await log(id);
    expect(entries.map(({ action }) => action)).toEqual(['route_created', 'route_edited']);
    expect(entries[1]).toMatchObject({
      actor: ACTOR,
      before: { numbers: [`…${old.slice(-4)}`], agentIds: [], priority: 5 },
      after: { numbers: [`…${wantedNumber.slice(-4)}`], agentIds: [agentId], priority: 2 },
    });
    expect(JSON.stringify(entries)).not.toMatch(/\+\d/);
  });

  test('an edit made from an older version is refused, and settings that differ in nothing change nothing', async () => {
    const settings = given();
    const id = await made(settings);
    expect(await editRoute(db(), id, 1, settings, ACTOR)).toEqual([]);
    await editRoute(db(), id, 1, { ...settings, name: `Other ${id}` }, ACTOR);
    await expect(editRoute(db(), id, 1, settings, ACTOR)).rejects.toEqual(refused('edited_meanwhile'));
    expect((await readSettings(db(), id))?.route).toMatchObject({ name: `Other ${id}`, version: 2 });
    expect(await log(id)).toHaveLength(2);
  });

  test('of two who save at once one is refused', async () => {
    const settings = given();
    const id = await made(settings);
    const both = await Promise.allSettled([1, 2].map((priority) => editRoute(db(), id, 1, { ...settings, policy: { ...POLICY, priority } }, ACTOR)));
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('a name, a number and an id lead to one route only', async () => {
    const settings = given({ numbers: [number()] });
    const id = await made(settings);
    await expect(made(given({ name: settings.name }))).rejects.toEqual(refused('name_taken'));
    await expect(made(given({ numbers: [number(), ...settings.numbers] }))).rejects.toMatchObject({ reason: 'number_taken', index: 1 });
    await expect(createRoute(db(), id, given(), ACTOR)).rejects.toEqual(refused('id_taken'));
    const other = given();
    const otherId = await made(other);
    await expect(editRoute(db(), otherId, 1, { ...other, numbers: settings.numbers }, ACTOR)).rejects.toEqual(refused('number_taken'));
    expect((await routeByNumber(db(), settings.numbers[0] ?? ''))?.id).toBe(id);
  });

  test('closing and opening are logged once each, and raise no version', async () => {
    const id = await made(given());
    for (const closed of [true, true, false]) expect(await closeRoute(db(), id, closed, ACTOR)).toBe(true);
    expect((await log(id)).map(({ action }) => action)).toEqual(['route_created', 'route_closed', 'route_opened']);
    expect((await readSettings(db(), id))?.route).toMatchObject({ version: 1, closed: false });
    expect(await closeRoute(db(), randomUUID(), true, ACTOR)).toBe(false);
  });

  test('a route with open callbacks is not deleted; one whose callbacks have ended is, and keeps its name for them', async () => {
    const settings = given({ numbers: [number()], agentIds: [await makeAgent(opened().store)] });
    const id = await made(settings);
    const callbackId = await makeCallback(opened().store, { routeId: id });
    await expect(deleteRoute(db(), id, ACTOR)).rejects.toEqual(refused('has_callbacks'));
    await db().updateTable('callback').set({ status: 'completed', ended_at: new Date() }).where('id', '=', callbackId).execute();
    expect(await deleteRoute(db(), id, ACTOR)).toEqual(settings.numbers);
    expect(await readSettings(db(), id)).toBeNull();
    expect((await readAllSettings(db())).map(({ route }) => route.id)).not.toContain(id);
    expect((await readRoutes(db(), { current: true })).map((route) => route.id)).not.toContain(id);
    expect(await readRoute(db(), id)).toMatchObject({ name: settings.name, closed: true, numbers: [] });
    expect(await db().selectFrom('agent_route').selectAll().where('route_id', '=', id).execute()).toEqual([]);
    await expect(deleteRoute(db(), id, ACTOR)).rejects.toEqual(refused('gone'));
    await expect(editRoute(db(), id, 1, settings, ACTOR)).rejects.toEqual(refused('gone'));
    await made(settings);
  });

  test('a deleted route takes no request in, however late it comes', async () => {
    const id = await made(given());
    await deleteRoute(db(), id, ACTOR);
    await expect(requestCallback(db(), wanted(id))).rejects.toThrow(RouteDeleted);
    expect(await db().selectFrom('callback').select('id').where('route_id', '=', id).execute()).toEqual([]);
  });

  test('a route that another passes callbacks on to is not deleted', async () => {
    const id = await made(given());
    const other = await made(given({ policy: { ...POLICY, afterMissedOffer: { to: 'route', routeId: id } } }));
    await expect(deleteRoute(db(), id, ACTOR)).rejects.toEqual(refused('is_named'));
    await deleteRoute(db(), other, ACTOR);
    await deleteRoute(db(), id, ACTOR);
  });

  test('who waits is counted, and is told of new times, not of other settings', async () => {
    const settings = given();
    const id = await made(settings);
    const callbackId = await makeCallback(opened().store, { routeId: id });
    const messages = () => db().selectFrom('outbox').select('message').where('callback_id', '=', callbackId).execute();
    expect(await readSettings(db(), id)).toMatchObject({ waiting: 1, open: 1 });
    await editRoute(db(), id, 1, { ...settings, policy: { ...POLICY, leadTimeMs: 5 } }, ACTOR);
    // Not started yet: its workflow reads the policy when it begins.
    expect(await messages()).toEqual([]);
    await db().updateTable('callback').set({ started_at: new Date() }).where('id', '=', callbackId).execute();
    await editRoute(db(), id, 2, { ...settings, policy: { ...POLICY, instructions: 'Hello' } }, ACTOR);
    expect(await messages()).toEqual([{ message: 'policyChanged' }]);
    await editRoute(db(), id, 3, { ...settings, policy: { ...POLICY, instructions: 'Good day' } }, ACTOR);
    expect(await messages()).toEqual([{ message: 'policyChanged' }]);
    await db().updateTable('callback').set({ status: 'connected' }).where('id', '=', callbackId).execute();
    expect(await readSettings(db(), id)).toMatchObject({ waiting: 0, open: 1 });
  });

  test('ten thousand who wait are told soonest first, once each, and no call waits behind them', async () => {
    await db().deleteFrom('outbox').execute();
    const routeId = await makeRoute(opened().store);
    await sql`
      insert into callback (id, route_id, number, number_hash, kind, origin, channel, status, due_at, started_at)
      select gen_random_uuid(), ${routeId}, '+81' || n, 'many-' || n, 'asap', 'api', 'voice', 'scheduled', now() + n * interval '1 minute', now()
      from generate_series(1, 10000) n`.execute(db());
    // In one transaction it stays the same moment, however slow the machine is.
    const taken = await db().transaction().execute(async (moment) => {
      expect(await tellOfPolicy(moment, routeId)).toBe(10_000);
      expect(await tellOfPolicy(moment, routeId)).toBe(10_000);
      const { all } = await moment.selectFrom('outbox').select(({ fn }) => fn.countAll<number>().as('all')).executeTakeFirstOrThrow();
      expect(all).toBe(10_000);
      await enqueue(moment, { callbackId: randomUUID(), message: 'leg', payload: {} });
      return [await takeDue(moment, 50), await takeDue(moment, 50), await takeDue(moment, 50)].flat();
    });
    expect(taken.map(({ message }) => message)).toContain('leg');
    const due = await db().selectFrom('callback').select(['id', 'due_at']).where('id', 'in', taken.map(({ callback_id }) => callback_id)).orderBy('due_at').execute();
    const soonest = await db().selectFrom('callback').select('id').where('route_id', '=', routeId).orderBy('due_at').limit(due.length).execute();
    expect(due.map(({ id }) => id)).toEqual(soonest.map(({ id }) => id));
    await db().deleteFrom('outbox').execute();
    const pages = [await waitingPage(db(), routeId, null, 500)];
    pages.push(await waitingPage(db(), routeId, pages[0]?.at(-1)?.id ?? '', 500));
    expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(1000);
    await db().deleteFrom('callback').where('route_id', '=', routeId).execute();
  }, 60_000);
}
