import { randomInt } from 'node:crypto';
import type { Status } from '../../domain/status.ts';
import type { EventType } from '../../domain/words.ts';
import { SYSTEM } from '../../domain/words.ts';
import { readAudit } from '../../store/report/audit.ts';
import type { Centre } from './support.ts';
import { given, givenCallback, openCentre, POLICY } from './support.ts';

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre();
});
afterAll(() => centre.close());

const RESPONSES = '/v1/standard-responses';
const CATEGORIES = '/v1/response-categories';

async function category(parentId: string | null = null, name: Record<string, string> = { en: 'Invoices', ja: 'ご請求' }): Promise<string> {
  const { status, body } = await centre.ask('POST', CATEGORIES, { as: 'admin', body: { parentId, name } });
  expect(status).toBe(201);
  return body.id;
}

const WORDS = { title: { en: 'Greeting', ja: '挨拶' }, text: { en: 'Hello {{customer.name}}', ja: '{{customer.name}}様' } };

const write = (body: Record<string, unknown>, as = 'admin') => centre.ask('POST', RESPONSES, { as, body: { ...WORDS, ...body } });

test('an administrator builds the tree, and everybody who is signed in reads it in its order', async () => {
  const outer = await category();
  const inner = await category(outer, { en: 'Late payment' });
  const first = await write({ categoryId: inner });
  const second = await write({ categoryId: inner, routeIds: ['billing'] }, 'machine');
  expect([first.status, first.body.routeIds, second.body.routeIds]).toEqual([201, null, ['billing']]);
  expect(first.body.edited.by).toEqual({ type: 'user', id: centre.ids.admin, name: 'admin' });
  expect((await centre.ask('PUT', `${RESPONSES}/${second.body.id}/position`, { as: 'admin', body: { position: 0 } })).status).toBe(204);
  const { body } = await centre.ask('GET', RESPONSES, { as: 'kato' });
  const mine = body.responses.filter(({ categoryId }: { categoryId: string }) => categoryId === inner);
  expect(mine).toEqual([second.body, first.body]);
  expect(body.categories).toContainEqual({ id: inner, parentId: outer, name: { en: 'Late payment' }, version: 1 });
});

test('responses are found by route, language and words', async () => {
  const categoryId = await category();
  const ids = new Map<string, string>();
  const make = async (name: string, more: Record<string, unknown>) => ids.set((await write({ categoryId, ...more })).body.id, name);
  await make('all', { text: { en: 'A parcel', ja: 'オニモツ' } });
  await make('old', { routeIds: ['old'], text: { en: 'Your parcel is late', ja: '遅れ' } });
  await make('english', { title: { en: 'x' }, text: { en: 'Parcel' } });
  const found = async (query: string) => {
    const { body } = await centre.ask('GET', `${RESPONSES}?${query}`, { as: 'aoki' });
    return body.responses.flatMap(({ id }: { id: string }) => ids.get(id) ?? []);
  };
  expect(await found('search=PARCEL')).toEqual(['all', 'old', 'english']);
  expect(await found('search=parcel%20late')).toEqual(['old']);
  expect(await found(`search=${encodeURIComponent('ｵﾆﾓﾂ')}`)).toEqual(['all']);
  expect(await found('search=parcel&routeId=billing')).toEqual(['all', 'english']);
  expect(await found('search=parcel&language=ja')).toEqual(['all', 'old']);
});

test('for a callback they are filled in: in the customer’s language, or another; what is missing is marked and named', async () => {
  const categoryId = await category();
  const made = await write({
    categoryId,
    title: { en: 'T', ja: 'た' },
    text: { ja: '{{customer.name}}様 {{customer.number}} {{agent.name}} {{collected.invoice}} {{collected.contract}}', en: 'Call {{route.number}} ({{callback.id}})' },
  });
  const elsewhere = await write({ categoryId, routeIds: ['old'] });
  const english = await write({ categoryId, title: { en: 'E' }, text: { en: 'Only English' } });
  const id = await givenCallback(centre, { number: '+819011223344', language: 'ja-JP', collected: { invoice: 'INV-9' } });
  await given(centre, id, { assignee_id: centre.ids.aoki });
  const read = async (query = '', as = 'aoki') => {
    const { body } = await centre.ask('GET', `/v1/callbacks/${id}/standard-responses${query}`, { as });
    return { ...body, by: (one: { body: { id: string } }) => body.responses.find((other: { id: string }) => other.id === one.body.id) };
  };
  const japanese = await read();
  expect([japanese.language, japanese.languages]).toEqual(['ja', ['en', 'ja']]);
  expect(japanese.by(made)).toEqual({
    id: made.body.id,
    categoryId,
    title: 'た',
    language: 'ja',
    text: 'Tanaka Yui様 090-1122-3344 aoki INV-9 {{collected.contract}}',
    missing: ['collected.contract'],
  });
  expect(japanese.by(elsewhere)).toBeUndefined();
  expect(japanese.by(english)).toMatchObject({ language: 'en', text: 'Only English' });
  expect((await read('?language=en')).by(made)).toMatchObject({ language: 'en', text: `Call 03-1234-5678 (${id})`, missing: [] });
  expect((await read('?language=fr')).language).toBe('en');
  // An administrator signs with their own name, a machine with that of whoever has the callback.
  expect((await read('', 'admin')).by(made).text).toContain(' admin ');
  expect((await read('', 'machine')).by(made).text).toContain(' aoki ');
});

/** The one response as it is filled in for a callback. */
async function filledFor(callbackId: string, responseId: string) {
  const { body } = await centre.ask('GET', `/v1/callbacks/${callbackId}/standard-responses?language=en`, { as: 'admin' });
  return body.responses.find(({ id }: { id: string }) => id === responseId);
}

describe('when the customer is called next', () => {
  const MINUTE = 60_000;
  const inMinutes = (minutes: number) => new Date(Math.floor(Date.now() / MINUTE) * MINUTE + minutes * MINUTE);
  /** As a text says it in English: the clock of the centre's zone. */
  const clock = (at: Date) => new Date(at.getTime() + 9 * 60 * MINUTE).toISOString().slice(11, 16);
  let due: string;
  beforeAll(async () => {
    due = (await write({ categoryId: await category(), title: { en: 'Due' }, text: { en: 'Next: {{callback.due}}' } })).body.id;
  });

  async function calledOnce(columns: Record<string, unknown>, byHand = false): Promise<string> {
    const id = await givenCallback(centre);
    await given(centre, id, { attempt: 1, attempts_counted: 1, agent_id: centre.ids.aoki, due_at: inMinutes(-1), ...columns });
    await centre.store.db.insertInto('attempt').values({ callback_id: id, attempt: 1, agent_id: centre.ids.aoki, by_hand: byHand }).execute();
    return id;
  }

  async function happened(id: string, version: number, type: EventType, status: Status, data: Record<string, string> = {}): Promise<void> {
    const row = { callback_id: id, version, ordinal: 0, type, at: new Date(), actor: JSON.stringify(SYSTEM), status, data: JSON.stringify(data) };
    await centre.store.db.insertInto('callback_event').values(row).execute();
  }

  const WRAP_UP = { status: 'wrap_up', last_outcome: 'busy' } as const;

  test('is said of a callback that waits for a time to come, and of no other', async () => {
    const id = await givenCallback(centre);
    const later = inMinutes(90);
    await given(centre, id, { due_at: later });
    expect(await filledFor(id, due)).toMatchObject({ text: expect.stringContaining(clock(later)), missing: [] });
    await given(centre, id, { status: 'queued', due_at: inMinutes(-1) });
    expect(await filledFor(id, due)).toMatchObject({ text: 'Next: {{callback.due}}', missing: ['callback.due'] });
  });

  test('is, when the line was busy, what the route’s policy will say, and nothing after its last attempt', async () => {
    const wrapUpEndsAt = inMinutes(10);
    const id = await calledOnce({ ...WRAP_UP, wrap_up_ends_at: wrapUpEndsAt });
    expect((await filledFor(id, due)).text).toContain(clock(new Date(wrapUpEndsAt.getTime() + MINUTE)));
    await given(centre, id, { attempts_counted: 3 });
    expect((await filledFor(id, due)).missing).toEqual(['callback.due']);
    const byHand = await calledOnce({ ...WRAP_UP, wrap_up_ends_at: wrapUpEndsAt, attempts_counted: 3 }, true);
    expect((await filledFor(byHand, due)).missing).toEqual([]);
  });

  test('is what was agreed last in this attempt, not in an earlier one', async () => {
    const id = await calledOnce({ ...WRAP_UP, last_outcome: 'answered' });
    await happened(id, 101, 'rescheduled', 'scheduled', { dueAt: inMinutes(200).toISOString() });
    await happened(id, 102, 'attempt_started', 'dialling');
    expect((await filledFor(id, due)).missing).toEqual(['callback.due']);
    const last = inMinutes(400);
    await happened(id, 103, 'rescheduled', 'connected', { dueAt: inMinutes(300).toISOString() });
    await happened(id, 104, 'rescheduled', 'connected', { dueAt: last.toISOString() });
    expect((await filledFor(id, due)).text).toContain(clock(last));
  });

  describe('while a time is agreed, the time asked for', () => {
    let desired: string;
    beforeAll(async () => {
      desired = (await write({ categoryId: await category(), title: { en: 'Time' }, text: { en: '{{callback.desired}}' } })).body.id;
    });
    const agreedIn = async (columns: Record<string, unknown>, until: Date | null) => {
      const id = await calledOnce({ ...WRAP_UP, last_outcome: 'answered', ...columns });
      await happened(id, 101, 'attempt_started', 'dialling');
      await happened(id, 102, 'rescheduled', 'connected', { dueAt: inMinutes(1440).toISOString(), ...(until && { windowEndsAt: until.toISOString() }) });
      return id;
    };

    test('is that one, with its own window, of a callback that had another', async () => {
      const id = await agreedIn({ desired_at: inMinutes(-30), window_ends_at: inMinutes(-1) }, inMinutes(1450));
      expect(await filledFor(id, desired)).toMatchObject({ text: expect.stringMatching(new RegExp(`${clock(inMinutes(1440))}–.*${clock(inMinutes(1450))}`)), missing: [] });
    });

    test('is that one, with the route’s window, of a callback that was as soon as can be', async () => {
      const id = await agreedIn({ kind: 'asap', desired_at: null, window_ends_at: null }, null);
      expect((await filledFor(id, desired)).text).toMatch(new RegExp(`${clock(inMinutes(1440))}–.*${clock(new Date(inMinutes(1440).getTime() + POLICY.windowMs))}$`));
    });

    test('is the callback’s again once the call is filed', async () => {
      const id = await agreedIn({ status: 'scheduled', desired_at: inMinutes(2000) }, inMinutes(1450));
      expect((await filledFor(id, desired)).text).toContain(clock(inMinutes(2000)));
    });
  });
});

test('the customer of a callback without a name is called as the contact is, and as the one it was merged into', async () => {
  const greeting = (await write({ categoryId: await category() })).body.id;
  const number = `+8170${randomInt(10_000_000, 99_999_999)}`;
  const contact = async (name: string, numbers: { number: string }[]) => (await centre.ask('POST', '/v1/contacts', { as: 'aoki', body: { name, numbers } })).body;
  const id = await givenCallback(centre, { number, name: '' });
  expect(await filledFor(id, greeting)).toMatchObject({ text: 'Hello {{customer.name}}', missing: ['customer.name'] });
  const known = await contact('Saito Yui', [{ number }]);
  expect(await filledFor(id, greeting)).toMatchObject({ text: 'Hello Saito Yui', missing: [] });
  const kept = await contact('斎藤 由衣', []);
  await centre.ask('POST', `/v1/contacts/${kept.id}/merge`, { as: 'aoki', body: { version: 1, otherId: known.id, otherVersion: 1 } });
  expect((await filledFor(id, greeting)).text).toBe('Hello 斎藤 由衣');
  await given(centre, id, { name: 'Yui' });
  expect((await filledFor(id, greeting)).text).toBe('Hello Yui');
});

test('only who may see a callback sees its texts', async () => {
  const id = await givenCallback(centre);
  const path = `/v1/callbacks/${id}/standard-responses`;
  const asked = await Promise.all(['aoki', 'kato', 'admin'].map((as) => centre.ask('GET', path, { as })));
  expect(asked.map(({ status }) => status)).toEqual([404, 403, 200]);
});

test('the second of two editors is told who was faster, and nothing is overwritten', async () => {
  const categoryId = await category();
  const { body } = await write({ categoryId });
  const path = `${RESPONSES}/${body.id}`;
  const edit = (en: string, as = 'admin') => centre.ask('PUT', path, { as, body: { categoryId, title: { en: 'Greeting' }, text: { en }, version: 1 } });
  expect(await edit('Mine')).toMatchObject({ status: 200, body: { version: 2, text: { en: 'Mine' }, routeIds: null } });
  const late = await edit('Late', 'machine');
  expect([late.status, late.body.code, late.body.detail]).toEqual([409, 'response_edited_meanwhile', 'admin has edited this since you read it. Nothing was overwritten.']);
  const put = (version: number) => centre.ask('PUT', `${CATEGORIES}/${categoryId}`, { as: 'admin', body: { parentId: null, name: { en: `v${version}` }, version } });
  expect((await put(1)).body).toMatchObject({ version: 2 });
  expect(await put(1)).toMatchObject({ status: 409, body: { code: 'response_edited_meanwhile' } });
  expect((await centre.ask('GET', RESPONSES, { as: 'admin' })).body.responses).toContainEqual(expect.objectContaining({ id: body.id, text: { en: 'Mine' } }));
});

test('what is deleted is gone, and the audit log keeps what it said', async () => {
  const categoryId = await category();
  const { body } = await write({ categoryId });
  const remove = (path: string) => centre.ask('DELETE', path, { as: 'admin' });
  expect(await remove(`${CATEGORIES}/${categoryId}`)).toMatchObject({ status: 409, body: { code: 'category_not_empty' } });
  expect((await remove(`${RESPONSES}/${body.id}`)).status).toBe(204);
  expect((await remove(`${CATEGORIES}/${categoryId}`)).status).toBe(204);
  for (const path of [`${RESPONSES}/${body.id}`, `${CATEGORIES}/${categoryId}`]) expect((await remove(path)).status).toBe(404);
  const [line] = await readAudit(centre.store.db, { subject: `standard-response/${body.id}`, limit: 1 });
  expect(line).toMatchObject({ action: 'standard_response_deleted', actor: { type: 'user', id: centre.ids.admin }, before: WORDS, after: null });
});

test.each([
  ['a placeholder that is not known', { text: { ...WORDS.text, ja: '{{customer.nam}}' } }, '/text/ja', 'has {{customer.nam}}, which is no placeholder; known are customer.name,'],
  ['braces that do not close', { text: { ...WORDS.text, ja: '{{customer.name' } }, '/text/ja', 'has “{{” or “}}” that belong to no placeholder'],
  ['a text without its title', { title: { en: 'x' } }, '/title/ja', 'must be there, too'],
  ['a title without its text', { text: { en: 'x' } }, '/text/ja', 'must be there, too'],
  ['no text at all', { title: {}, text: {} }, '/text', 'must be given in at least one language'],
  ['a language that is none', { title: { '日本': 'x' }, text: { '日本': 'x' } }, '/title/日本', ''],
  ['a route that is not there', { routeIds: ['billing', 'nowhere'] }, '/routeIds/1', 'names no route'],
  ['a category that is not there', { categoryId: 'nowhere' }, '/categoryId', 'names no category'],
])('%s is refused at its place and changes nothing', async (_, wish, pointer, detail) => {
  const categoryId = await category();
  const before = (await centre.ask('GET', RESPONSES, { as: 'admin' })).body;
  const { status, body } = await write({ categoryId, ...wish });
  expect(status).toBe(400);
  expect(body.errors).toContainEqual(expect.objectContaining({ pointer, detail: expect.stringContaining(detail) }));
  expect((await centre.ask('GET', RESPONSES, { as: 'admin' })).body).toEqual(before);
});

test('a category that would stand too deep, within itself or nowhere is refused', async () => {
  const chain = [await category()];
  while (chain.length < 5) chain.push(await category(chain.at(-1)));
  const make = (parentId: unknown) => centre.ask('POST', CATEGORIES, { as: 'admin', body: { parentId, name: { en: 'x' } } });
  expect(await make(chain[4])).toMatchObject({ status: 409, body: { code: 'category_too_deep' } });
  expect(await make('nowhere')).toMatchObject({ status: 400, body: { errors: [{ pointer: '/parentId' }] } });
  const into = await centre.ask('PUT', `${CATEGORIES}/${chain[0]}`, { as: 'admin', body: { parentId: chain[2], name: { en: 'x' }, version: 1 } });
  expect(into).toMatchObject({ status: 409, body: { code: 'category_within_itself' } });
  expect((await centre.ask('PUT', `${CATEGORIES}/${chain[0]}/position`, { as: 'admin', body: { position: 0 } })).status).toBe(204);
});

test('agents read and do not write', async () => {
  const asked = [
    ['POST', RESPONSES],
    ['PUT', `${RESPONSES}/x`],
    ['PUT', `${RESPONSES}/x/position`],
    ['DELETE', `${RESPONSES}/x`],
    ['POST', CATEGORIES],
    ['PUT', `${CATEGORIES}/x`],
    ['PUT', `${CATEGORIES}/x/position`],
    ['DELETE', `${CATEGORIES}/x`],
  ] as const;
  const answers = await Promise.all(asked.map(([method, path]) => centre.ask(method, path, { as: 'aoki', body: {} })));
  expect(answers.map(({ status }) => status)).toEqual(asked.map(() => 403));
});
