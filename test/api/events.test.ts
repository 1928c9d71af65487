import { sql } from 'kysely';
import { hint } from '../../store/notify.ts';
import type { Centre } from './support.ts';
import { given, givenCallback, openCentre, reserved, signIn } from './support.ts';

let centre: Centre;
const streams: Stream[] = [];
beforeAll(async () => {
  centre = await openCentre();
});
afterEach(() => {
  for (const stream of streams.splice(0)) stream.close();
});
afterAll(() => centre.close());

interface Heard {
  readonly event: string;
  readonly data: { callbackId?: string; agentId?: string; callbacks?: { id: string }[]; agent?: { name: string } };
}

interface Stream {
  readonly heard: Heard[];
  /** Waits until an event that fits was heard. */
  until(fits: (heard: Heard) => boolean): Promise<void>;
  /** Resolves when the server has ended it. */
  readonly over: Promise<void>;
  close(): void;
}

async function listen(as: string, { desk = false } = {}): Promise<Stream> {
  const stop = new AbortController();
  const response = await fetch(`${centre.url}/v1/events${desk ? '?desk=true' : ''}`, { headers: await centre.credentials(as), signal: stop.signal });
  expect(response.headers.get('content-type')).toMatch('text/event-stream');
  const heard: Heard[] = [];
  const waiting: (() => void)[] = [];
  const over = read(response, (event) => {
    heard.push(event);
    for (const look of waiting) look();
  });
  const stream: Stream = {
    heard,
    until: (fits) =>
      new Promise((resolve) => {
        const look = () => void (heard.some(fits) && resolve());
        waiting.push(look);
        look();
      }),
    over,
    close: () => stop.abort(),
  };
  streams.push(stream);
  await stream.until(({ event }) => event === 'hello');
  return stream;
}

async function read(response: Response, hear: (event: Heard) => void): Promise<void> {
  let rest = '';
  const decoder = new TextDecoder();
  try {
    for await (const chunk of response.body ?? []) {
      const blocks = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, event, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
        if (event) hear({ event, data: JSON.parse(String(data)) });
      }
    }
  } catch {
    // The test has closed it.
  }
}

test('says hello first, then what changed', async () => {
  const stream = await listen('admin');
  const id = await givenCallback(centre);
  await stream.until(({ event, data }) => event === 'change' && data.callbackId === id);
  expect(stream.heard[0]).toEqual({ event: 'hello', data: {} });
});

test('agents hear of themselves and of what they may see, and of nothing else', async () => {
  const [mine, offered, others] = [await givenCallback(centre), await givenCallback(centre), await givenCallback(centre)];
  await given(centre, mine, { assignee_id: centre.ids.aoki });
  await reserved(centre, offered, centre.ids.aoki);
  const stream = await listen('aoki');
  const { db } = centre.store;
  await hint(db, { callbackId: others, agentId: centre.ids.mori });
  await hint(db, { callbackId: mine, agentId: centre.ids.aoki });
  await hint(db, { callbackId: offered });
  await stream.until(({ data }) => data.callbackId === offered);
  await stream.until(({ data }) => data.agentId === centre.ids.aoki);
  const changes = stream.heard.filter(({ event }) => event === 'change').map(({ data }) => data);
  // What was given before may be told in one go with these, or by itself.
  expect(new Set(changes.map((change) => JSON.stringify(change)))).toEqual(
    new Set([{ callbackId: mine }, { callbackId: offered }, { agentId: centre.ids.aoki }].map((change) => JSON.stringify(change))),
  );
});

const ofDesk = ({ event }: Heard) => event === 'desk';

describe('the desk', () => {
  test('comes after a change of what an agent hears, as it is read by itself', async () => {
    const stream = await listen('aoki', { desk: true });
    const id = await givenCallback(centre);
    await given(centre, id, { assignee_id: centre.ids.aoki });
    await hint(centre.store.db, { callbackId: id });
    await stream.until(({ data }) => data.callbacks?.some((callback) => callback.id === id) ?? false);
    const { serverTime: _when, ...shown } = (await centre.ask('GET', '/v1/me/desk', { as: 'aoki' })).body;
    expect(stream.heard.findLast(ofDesk)?.data).toEqual({ ...shown, serverTime: expect.any(String) });
  });

  test('is brought to nobody else, and to nobody who did not ask for it', async () => {
    const [administrator, mori, silent] = [await listen('admin', { desk: true }), await listen('mori', { desk: true }), await listen('aoki')];
    const stream = await listen('aoki', { desk: true });
    const id = await givenCallback(centre);
    await hint(centre.store.db, { callbackId: id, agentId: centre.ids.aoki });
    await stream.until(ofDesk);
    await Promise.all([administrator, silent].map((other) => other.until(({ data }) => data.agentId === centre.ids.aoki)));
    // A second round: whatever the first brought, has come.
    await hint(centre.store.db, { routeId: 'nothing' });
    await Promise.all([administrator, mori, silent].map((other) => other.until(({ data }) => 'routeId' in data)));
    expect([administrator, mori, silent].flatMap(({ heard }) => heard.filter(ofDesk))).toEqual([]);
  });

  test('calls its agent as they are called by now', async () => {
    const stream = await listen('mori', { desk: true });
    const rename = (name: string) => centre.store.db.updateTable('agent').set({ name }).where('id', '=', centre.ids.mori).execute();
    await rename('Mori Kaoru');
    await hint(centre.store.db, { agentId: centre.ids.mori });
    await stream.until(({ data }) => data.agent?.name === 'Mori Kaoru');
    await rename('mori');
  });

  test('comes no more to an agent who may not phone any more', async () => {
    const stream = await listen('mori', { desk: true });
    await centre.store.db.updateTable('agent').set({ may_phone: false }).where('id', '=', centre.ids.mori).execute();
    try {
      await hint(centre.store.db, { agentId: centre.ids.mori });
      await stream.until(({ data }) => data.agentId === centre.ids.mori);
      await hint(centre.store.db, { routeId: 'nothing' });
      await stream.until(({ data }) => 'routeId' in data);
      expect(stream.heard.filter(ofDesk)).toEqual([]);
    } finally {
      await centre.store.db.updateTable('agent').set({ may_phone: true }).where('id', '=', centre.ids.mori).execute();
    }
  });
});

test('a desk is sent to nobody whose sessions have all ended', async () => {
  const stream = await listen('mori', { desk: true });
  const { db } = centre.store;
  await hint(db, { agentId: centre.ids.mori });
  await stream.until(ofDesk);
  await sql`delete from auth_session where "userId" = ${centre.ids.mori}`.execute(db);
  const before = stream.heard.length;
  await hint(db, { agentId: centre.ids.mori });
  await stream.over;
  expect(stream.heard.slice(before).filter(ofDesk)).toEqual([]);
});

test('hints that come together are told once', async () => {
  const id = await givenCallback(centre);
  const stream = await listen('admin');
  await centre.store.db.transaction().execute(async (tx) => {
    for (let n = 0; n < 20; n += 1) await hint(tx, { callbackId: id, agentId: `${n % 2}` });
  });
  await stream.until(({ data }) => data.agentId === '1');
  expect(stream.heard.filter(({ data }) => data.callbackId === id)).toHaveLength(1);
});

test('many streams live on one LISTEN', async () => {
  const many = await Promise.all(Array.from({ length: 60 }, () => listen('admin')));
  const id = await givenCallback(centre);
  await Promise.all(many.map((stream) => stream.until(({ data }) => data.callbackId === id)));
  const metrics = await centre.ask('GET', '/metrics');
  expect(Number(/^ringback_event_streams (\d+)$/m.exec(metrics.body)?.[1])).toBeGreaterThanOrEqual(60);
});

test('nobody hears anything without signing in', async () => {
  const response = await fetch(`${centre.url}/v1/events`);
  expect(response.status).toBe(401);
  const cookie = await signIn(centre.url, 'kato');
  const welcome = await fetch(`${centre.url}/v1/events`, { headers: { Cookie: cookie } });
  expect(welcome.status).toBe(200);
  await welcome.body?.cancel();
});
