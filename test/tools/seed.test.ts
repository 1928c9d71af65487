import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { Client } from 'pg';
import { searchTextOf } from '../../domain/contact.ts';
import { sortKeyOf } from '../../domain/reading.ts';
import { STATUSES, mayBecome } from '../../domain/status.ts';
import type { Status } from '../../domain/status.ts';
import { KINDS, OFFER_ENDS, ORIGINS } from '../../domain/words.ts';
import { rowsToCompare } from '../../store/sweep.ts';
import { unstarted } from '../../store/callback/intake.ts';
import { migrate } from '../../store/migrate.ts';
import { readAgents } from '../../store/agent/agents.ts';
import { hashNumber } from '../../store/callback/number-hash.ts';
import type { Store } from '../../store/open.ts';
import { open } from '../../store/open.ts';
import { readResponses } from '../../store/response/responses.ts';
import { readRoutes } from '../../store/route/routes.ts';
import { readTeams } from '../../store/agent/teams.ts';
import { startPostgres } from '../../tools/postgres.ts';
import { Dice } from '../../tools/seed/dice.ts';
import { FICTIONAL_NUMBERS, fictionalNumber } from '../../tools/seed/fiction.ts';
import { pace } from '../../tools/seed/pace.ts';
import { seedCallbacks } from '../../tools/seed/seed.ts';

const nowMs = Date.parse('2026-11-25T05:30:00Z');
const numberHashKey = Buffer.alloc(32, 7);
const FICTIONAL = /^\+(1\d{3}55501\d\d|44\d{10}|61\d(5550|7010)\d{4}|33\d{9}|3532091\d{5})$/;
const OPTIONS = { callbacks: 1_500, open: 250, randomSeed: 1, nowMs, numberHashKey, timeZone: 'Asia/Tokyo', add: false };

async function figures({ db }: Store) {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*)::int from callback) as callbacks, (select count(*)::int from callback_event) as events,
      (select count(*)::int from case_event) as about, (select count(*)::int from case_note) as notes,
      (select count(*)::int from attempt) as attempts, (select count(*)::int from reservation) as reservations,
      (select count(*)::int from contact) as contacts, (select count(*)::int from contact_number) + (select count(*)::int from contact_address) as ways,
      (select count(*)::int from callback where status not in ('completed', 'cancelled', 'expired', 'failed')) as open`.execute(db);
  return rows[0];
}

/** Callbacks that are another's than their number says. */
async function boundOtherwise({ db }: Store) {
  const { rows } = await sql`
    select c.id from callback c left join contact_number n on n.number_hash = c.number_hash where c.contact_id is distinct from n.contact_id`.execute(db);
  return rows;
}

/** Every column of everything, but for what the database numbers by itself. */
async function fingerprint({ db }: Store) {
  const { rows } = await sql<{ is: string }>`
    select md5(string_agg(c::text, '' order by c.id)) || (select md5(string_agg(e::text, '' order by callback_id, version, ordinal)) from callback_event e)
      || (select md5(string_agg(n.text || n.at, '' order by id)) from case_note n) || (select md5(string_agg(k.search_text || k.note, '' order by id)) from contact k)
      || (select md5(string_agg(w.number || w.label, '' order by number)) from contact_number w) as is from callback c`.execute(db);
  return rows[0]?.is;
}

describe.each(['PGlite', 'PostgreSQL'] as const)('seeding %s', (kind) => {
  let server: { url: string; stop: () => Promise<void> } | null = null;
  let store: Store;
  let made: Awaited<ReturnType<typeof seedCallbacks>>;

  async function empty(): Promise<Store> {
    if (!server) return open({ dataDir: 'memory://' });
    const name = `seed_${randomUUID().replaceAll('-', '')}`;
    const client = new Client({ connectionString: server.url });
    await client.connect();
    await client.query(`create database ${name}`);
    await client.end();
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return open({ url: url.href });
  }

  beforeAll(async () => {
    server = kind === 'PostgreSQL' ? await startPostgres() : null;
    store = await empty();
    await migrate(store);
    made = await seedCallbacks(store, OPTIONS);
  }, 180_000);
  afterAll(async () => {
    await store.close();
    await server?.stop();
  });

  test('makes as many as were wanted, so many of them open, for 24 routes and 200 agents in 12 teams', async () => {
    const { callbacks, events, about, notes, attempts, reservations, contacts, ways, open: stillOpen } = (await figures(store)) ?? {};
    expect([callbacks, stillOpen]).toEqual([1_500, 250]);
    expect(made).toMatchObject({ callbacks: 1_500, contacts, open: 250 });
    expect(made.rows).toBe([callbacks, events, about, attempts, reservations, contacts, ways].reduce((sum: number, count) => sum + (count ?? 0), 0));
    expect(notes).toBeGreaterThan(300);
    expect([(await readRoutes(store.db)).length, (await readAgents(store.db)).length, (await readTeams(store.db)).length]).toEqual([24, 200, 12]);
    expect((await readTeams(store.db)).every(({ agentIds }) => agentIds.length >= 16)).toBe(true);
  });

  test('has every status, kind, origin and end of an offer', async () => {
    const valuesOf = async (column: string, table: string) =>
      new Set((await sql<{ value: string }>`select distinct ${sql.ref(column)} as value from ${sql.table(table)}`.execute(store.db)).rows.map(({ value }) => value));
    const statuses = await valuesOf('status', 'callback');
    expect(STATUSES.filter((status) => !statuses.has(status) && status !== 'preview')).toEqual([]);
    expect(await valuesOf('kind', 'callback')).toEqual(new Set(KINDS));
    expect(await valuesOf('origin', 'callback')).toEqual(new Set(ORIGINS));
    const offerEnds = await valuesOf('offer_end', 'reservation');
    expect(OFFER_ENDS.filter((end) => !offerEnds.has(end))).toEqual([]);
  });

  test('tells lives that the product allows, from the request to where the row stands, none of it in the future', async () => {
    const { rows } = await sql<{ id: string; status: Status; version: number; last: number; statuses: Status[]; ordered: boolean; latest: Date }>`
      select c.id, c.status, c.version, max(e.version) as last, array_agg(e.status order by e.version, e.ordinal) as statuses,
        array_agg(e.at order by e.version, e.ordinal) = array_agg(e.at order by e.at, e.version, e.ordinal) as ordered, max(e.at) as latest
      from callback c join callback_event e on e.callback_id = c.id group by c.id`.execute(store.db);
    expect(rows).toHaveLength(1_500);
    for (const { id, status, version, last, statuses, ordered, latest } of rows) {
      const impossible = statuses.filter((to, index) => index > 0 && to !== statuses[index - 1] && !mayBecome(statuses[index - 1] as Status, to));
      expect({ id, impossible, at: statuses.at(-1), last, ordered }).toEqual({ id, impossible: [], at: status, last: version, ordered: true });
      expect(latest.getTime()).toBeLessThanOrEqual(nowMs);
    }
  });

  test('leaves nothing behind that contradicts itself', async () => {
    const wrong = async (name: string, where: ReturnType<typeof sql>) => {
      const { rows } = await sql<{ id: string }>`select c.id from callback c where ${where} limit 3`.execute(store.db);
      return rows.map(({ id }) => `${name} ${id}`);
    };
    const over = sql`c.status in ('completed', 'cancelled', 'expired', 'failed')`;
    const live = sql`c.status in ('offered', 'preview', 'dialling', 'connected', 'wrap_up')`;
    expect([
      await wrong('ended or not', sql`(${over}) <> (c.ended_at is not null)`),
      await wrong('held by nobody', sql`(${live}) <> (c.agent_id is not null and exists (select 1 from reservation r where r.id = c.reservation_id and r.released_at is null))`),
      await wrong('attempts', sql`c.attempt <> (select count(*) from attempt a where a.callback_id = c.id)`),
      await wrong('outcome', sql`${over} and c.attempt > 0 and c.last_outcome is distinct from (select a.outcome from attempt a where a.callback_id = c.id and a.attempt = c.attempt)`),
      await wrong('distributed', sql`(c.assignee_id is null) <> (c.distributor is null) or (c.assignee_id is null) <> (c.assigned_at is null)`),
      await wrong('assigned otherwise', sql`c.assignee_id is distinct from (select e.data ->> 'agentId' from case_event e where e.callback_id = c.id and e.type in ('assigned', 'unassigned') order by e.at desc, e.id desc limit 1)`),
      await wrong('due before asked', sql`c.due_at < c.requested_at`),
      await wrong('order', sql`c.ended_at < c.requested_at or c.requested_at > to_timestamp(${nowMs / 1000})`),
    ].flat()).toEqual([]);
  });

  test('gives the sweep no ended callback, and lets it start the open ones as it starts what was lost', async () => {
    expect(await rowsToCompare(store.db, 500)).toEqual([]);
    const toStart = await unstarted(store.db, 0, 500);
    expect(toStart).toHaveLength(250);
    expect(toStart.every(({ generation }) => generation === 2)).toBe(true);
  });

  test('covers 13 months, weekends less than weekdays, nights less than days', async () => {
    const { rows } = await sql<{ weekday: number; hour: number; at: Date }>`
      select extract(isodow from requested_at at time zone 'Asia/Tokyo')::int as weekday, extract(hour from requested_at at time zone 'Asia/Tokyo')::int as hour,
        requested_at as at from callback`.execute(store.db);
    const share = (test: (row: (typeof rows)[number]) => boolean) => rows.filter(test).length / rows.length;
    expect(Math.min(...rows.map(({ at }) => at.getTime()))).toBeLessThan(nowMs - 390 * 24 * 3_600_000);
    expect(share(({ weekday }) => weekday >= 6)).toBeLessThan(0.2);
    expect(share(({ hour }) => hour >= 9 && hour < 18)).toBeGreaterThan(0.6);
  });

  test('hashes numbers as the product does, and dials nobody real', async () => {
    const { rows } = await sql<{ number: string; number_hash: string }>`select number, number_hash from callback limit 50`.execute(store.db);
    for (const { number, number_hash } of rows) {
      expect(number_hash).toBe(hashNumber(numberHashKey, number));
      expect(number).toMatch(FICTIONAL);
    }
  });

  test('makes contacts of a third of the customers, Japanese ones with their フリガナ, and some with several ways to reach them', async () => {
    const { rows } = await sql<{ id: string; name: string; reading: string; company: string; language: string; note: string; search_text: string; sort_key: string; numbers: string[]; addresses: string[] }>`
      select c.*, array(select number from contact_number n where n.contact_id = c.id order by position) as numbers,
        array(select value from contact_address a where a.contact_id = c.id order by position) as addresses from contact c`.execute(store.db);
    const { rows: customers } = await sql`select distinct number from callback`.execute(store.db);
    expect(rows.length / customers.length).toBeCloseTo(1 / 3, 1);
    for (const { name, reading, company, language, search_text, sort_key, numbers, addresses } of rows) {
      expect({ name, isRead: /^[ァ-ヶ]+ [ァ-ヶ]+$/.test(reading) }).toEqual({ name, isRead: language === 'ja' });
      const ways = addresses.map((value) => ({ kind: 'email' as const, value, label: 'home' as const }));
      expect(search_text).toBe(searchTextOf({ name, reading, company, language, timeZone: null, note: '', numbers: [], addresses: ways }));
      expect(sort_key).toBe(sortKeyOf({ name, reading }));
      for (const number of numbers) expect(number).toMatch(FICTIONAL);
      for (const address of addresses) expect(address).toMatch(/^[a-z0-9.]+@(mail\.)?example\.(com|net|org)$/);
    }
    const share = (test: (row: (typeof rows)[number]) => boolean) => rows.filter(test).length / rows.length;
    expect(share(({ numbers }) => numbers.length > 1)).toBeGreaterThan(0.2);
    expect(rows.some(({ numbers }) => numbers.length > 2)).toBe(true);
    expect(rows.some(({ addresses }) => addresses.length > 1)).toBe(true);
    expect(share(({ note }) => note !== '')).toBeGreaterThan(0.15);
    expect(rows.every(({ numbers }) => numbers.length > 0)).toBe(true);
  });

  test('binds callbacks to the contact whose number they are', async () => {
    const { rows: unheard } = await sql`select id from contact where id not in (select contact_id from callback where contact_id is not null)`.execute(store.db);
    expect([await boundOtherwise(store), unheard]).toEqual([[], []]);
  });

  test('gives a fresh centre standard responses, those of a topic for its routes', async () => {
    const responses = await readResponses(store.db);
    expect(responses.map(({ routeIds }) => routeIds)).toContainEqual(['seed-billing-jp', 'seed-billing-kr', 'seed-billing-gb']);
    expect(responses.filter(({ routeIds }) => routeIds === null).length).toBeGreaterThan(2);
  });

  test('refuses a store that holds callbacks, unless it is to add: then nothing of what was there changes', async () => {
    const before = await figures(store);
    await expect(seedCallbacks(store, OPTIONS)).rejects.toThrow('The store holds 1500 callbacks already');
    expect(await figures(store)).toEqual(before);
    const added = await seedCallbacks(store, { ...OPTIONS, callbacks: 300, open: 100, add: true });
    expect(added).toMatchObject({ callbacks: 300, open: 100 });
    expect(await figures(store)).toMatchObject({ callbacks: 1_800, open: 350 });
    expect((await readRoutes(store.db)).every(({ version }) => version === 1)).toBe(true);
    expect(await boundOtherwise(store)).toEqual([]);
  });

  test('makes the same of the same seed', async () => {
    const [one, same, other] = [await empty(), await empty(), await empty()];
    for (const [there, randomSeed] of [[one, 5], [same, 5], [other, 6]] as const) {
      await migrate(there);
      await seedCallbacks(there, { ...OPTIONS, callbacks: 120, open: 10, randomSeed });
    }
    expect(await fingerprint(same)).toBe(await fingerprint(one));
    expect(await fingerprint(other)).not.toBe(await fingerprint(one));
    for (const there of [one, same, other]) await there.close();
  }, 180_000);
});

test('the numbers for fiction are all different', () => {
  const numbers = new Set(Array.from({ length: FICTIONAL_NUMBERS }, (_, place) => fictionalNumber(place).number));
  expect(numbers.size).toBe(FICTIONAL_NUMBERS);
  expect(FICTIONAL_NUMBERS).toBeGreaterThan(200_000);
});

test('dice fall by their weights, and give well-formed ids', () => {
  const dice = new Dice(3);
  const falls = Array.from({ length: 10_000 }, () => dice.among({ often: 9, seldom: 1, never: 0 }));
  expect(falls.filter((fall) => fall === 'seldom').length / falls.length).toBeCloseTo(0.1, 1);
  expect(falls).not.toContain('never');
  expect(dice.uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(() => dice.pick([])).toThrow('nothing to pick');
});

test('the progress says how many, how fast, and how long still', () => {
  const said: string[] = [];
  let clock = 0;
  const on = pace(10_000, (text) => said.push(text), () => clock);
  clock = 2_000;
  on(2_500);
  on(10_000);
  expect(said).toEqual(['made 2,500 of 10,000 callbacks, 1,250 a second, 6.0 s left', 'made 10,000 callbacks; the database takes stock of them']);
});
