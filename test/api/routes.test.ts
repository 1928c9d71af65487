import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Centre } from './support.ts';
import { POLICY, given, givenCallback, openCentre } from './support.ts';

let centre: Centre;
const heard: { method: string; url: string; body: string }[] = [];
let isSandboxWell = true;
const sandbox = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    heard.push({ method: String(request.method), url: String(request.url), body });
    response.writeHead(isSandboxWell ? 200 : 500).end('{}');
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => sandbox.listen(0, '127.0.0.1', resolve));
  centre = await openCentre({ sandboxUrl: `http://127.0.0.1:${(sandbox.address() as AddressInfo).port}` });
});
afterAll(async () => {
  await centre.close();
  sandbox.close();
});
beforeEach(() => {
  heard.length = 0;
});

const ask = (method: string, path: string, body?: unknown, as = 'admin') => centre.ask(method, path, { as, ...(body !== undefined && { body }) });
const settingsOf = async (id: string) => (await ask('GET', `/v1/routes/${id}/settings`)).body;
let made = 0;
async function newRoute(more: Record<string, unknown> = {}): Promise<string> {
  made += 1;
  const { status, body } = await ask('POST', '/v1/routes', { name: `Route ${made}`, numbers: [`+8131234${String(6000 + made)}`], ...more });
  expect(status).toBe(201);
  return body.id;
}
const editOf = async (id: string, policy: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => {
  const { version, name, numbers, agentIds, policy: now } = await settingsOf(id);
  return { version, name, numbers, agentIds, ...more, policy: { ...now, ...policy } };
};
const save = async (id: string, policy: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => ask('PUT', `/v1/routes/${id}/settings`, await editOf(id, policy, more));

describe('who may', () => {
  test('administer routes: administrators and machines, no agent', async () => {
    const edit = await editOf('billing');
    const asked: [string, string, unknown?][] = [
      ['GET', '/v1/routes/settings'],
      ['GET', '/v1/routes/billing/settings'],
      ['POST', '/v1/routes', { name: 'Mine' }],
      ['PUT', '/v1/routes/billing/settings', edit],
      ['POST', '/v1/routes/billing/settings/preview', edit],
      ['POST', '/v1/routes/billing/close'],
      ['POST', '/v1/routes/billing/open'],
      ['DELETE', '/v1/routes/old'],
      ['GET', '/v1/audit'],
    ];
    for (const [method, path, body] of asked) expect(await ask(method, path, body, 'aoki')).toMatchObject({ status: 403, body: { code: 'administrators_only' } });
    expect((await ask('GET', '/v1/routes/settings', undefined, 'machine')).status).toBe(200);
    expect(await settingsOf('billing')).toMatchObject({ version: edit.version, closed: false });
  });
});

describe('a route', () => {
  test('is made of a name, and has of the rest what suits a new one', async () => {
    const { status, body, headers } = await ask('POST', '/v1/routes', { id: 'sales', name: ' Sales ', numbers: ['03-1234-5999'], policy: { priority: 2 }, agentIds: [centre.ids.aoki] });
    expect(status).toBe(201);
    expect(headers.get('Location')).toBe('/v1/routes/sales/settings');
    expect(body).toMatchObject({
      id: 'sales', version: 1, name: 'Sales', numbers: ['+81312345999'], closed: false, waiting: 0, agentIds: [centre.ids.aoki],
      policy: { priority: 2, callerId: '+81312345999', timeZone: 'Asia/Tokyo', maximumAttempts: 3 },
      edited: { by: { name: 'admin' } },
    });
    expect(heard).toEqual([{ method: 'PUT', url: '/sandbox/numbers/%2B81312345999', body: JSON.stringify({ voiceUrl: 'http://ringback.test/twilio/voice/incoming' }) }]);
    expect((await ask('GET', '/v1/routes')).body.items.map(({ id }: { id: string }) => id)).toContain('sales');
  });

  test('is made without a number only with a caller ID', async () => {
    expect((await ask('POST', '/v1/routes', { name: 'No number' })).body.errors).toEqual([expect.objectContaining({ pointer: '/policy/callerId' })]);
    expect((await ask('POST', '/v1/routes', { name: 'No number', policy: { callerId: '+81 3-1234-5678' } })).status).toBe(201);
  });

  test('is not made twice, nor of what another route has; each refusal stands at its field', async () => {
    const id = await newRoute({ name: 'Twice' });
    const { numbers } = await settingsOf(id);
    const again = async (body: unknown) => {
      const { status, body: problem } = await ask('POST', '/v1/routes', body);
      return [status, problem.code, problem.errors?.[0].pointer];
    };
    expect(await again({ name: 'Twice', policy: { callerId: numbers[0] } })).toEqual([409, 'name_taken', '/name']);
    expect(await again({ name: 'Other', numbers: ['+81312349999', ...numbers] })).toEqual([409, 'number_taken', '/numbers/1']);
    expect(await again({ id: 'billing', name: 'Other', numbers: ['+81312349999'] })).toEqual([409, 'id_taken', '/id']);
  });

  test('is read whole, and written whole as it was read', async () => {
    const id = await newRoute();
    expect(await save(id)).toMatchObject({ status: 200, body: { version: 1 } });
    expect((await ask('GET', '/v1/routes/nowhere/settings')).status).toBe(404);
    expect((await ask('PUT', '/v1/routes/nowhere/settings', await editOf(id))).status).toBe(404);
  });

  test('takes its numbers in any writing, and is called by them at once; those it gave up lead nowhere', async () => {
    const id = await newRoute({ numbers: ['+81312341000'] });
    heard.length = 0;
    const { body } = await save(id, { callerId: '０３（１２３４）１００１' }, { numbers: ['03-1234-1001', '+81 3 1234 1001'] });
    expect(body).toMatchObject({ numbers: ['+81312341001'], policy: { callerId: '+81312341001' } });
    expect(heard.map(({ method, url }) => `${method} ${url}`)).toEqual(['PUT /sandbox/numbers/%2B81312341001', 'DELETE /sandbox/numbers/%2B81312341000']);
  });

  test('is saved although the sandbox is not well', async () => {
    const id = await newRoute();
    isSandboxWell = false;
    expect((await save(id, {}, { numbers: ['+81312341777'] })).status).toBe(200);
    isSandboxWell = true;
  });

  test('says of everything that is wrong where and why', async () => {
    const id = await newRoute();
    const { status, body } = await save(
      id,
      {
        timeZone: 'Mars/Olympus',
        priority: 10,
        holidayCountry: 'XX',
        leadTimeMs: -1,
        ringTimeoutS: 2.5,
        webChannel: 'fax',
        hours: { 8: [] },
        languages: [],
        dispositions: [{ code: '', label: {}, effect: 'end' }],
        afterMissedOffer: { to: 'nowhere' },
        surprise: true,
      },
      { name: ' ' },
    );
    expect(status).toBe(400);
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer).toSorted()).toEqual(
      ['/name', '/policy/afterMissedOffer', '/policy/dispositions/0/code', '/policy/holidayCountry', '/policy/hours/8', '/policy/languages', '/policy/leadTimeMs', '/policy/priority', '/policy/ringTimeoutS', '/policy/surprise', '/policy/timeZone', '/policy/webChannel'].toSorted(),
    );
    expect(body.errors).toContainEqual({ pointer: '/policy/leadTimeMs', detail: 'must be a whole number of milliseconds from 0 to 2592000000' });
  });

  test('says what does not go together', async () => {
    const id = await newRoute();
    const { status, body } = await save(
      id,
      {
        callerId: '12',
        hours: { 1: [{ from: '09:00', to: '12:00' }, { from: '11:00', to: '18:00' }], 2: [{ from: '18:00', to: '09:00' }], 3: [{ from: '9', to: '10:00' }] },
        closedDates: ['2026-02-30'],
        dispositions: [],
        dispositionMandatory: true,
        expiryMs: 600_000,
        windowMs: 3_600_000,
        afterRejectedOffer: { to: 'route', routeId: id },
        afterMissedOffer: { to: 'route', routeId: 'nowhere' },
        caseFields: [{ key: 'menu', label: { ja: 'ご用件' } }, { key: 'menu', label: {} }],
      },
      { numbers: ['+81312349876', 'rabbit'], agentIds: ['nobody'] },
    );
    expect(status).toBe(400);
    expect(body.errors).toEqual([
      { pointer: '/numbers/1', detail: expect.stringContaining('not a telephone number') },
      { pointer: '/policy/callerId', detail: expect.stringContaining('not a telephone number') },
      { pointer: '/agentIds/0', detail: 'names no agent' },
      { pointer: '/policy/hours/1/1/from', detail: expect.stringContaining('another span') },
      { pointer: '/policy/hours/2/0/to', detail: expect.stringContaining('later') },
      { pointer: '/policy/hours/3/0/from', detail: expect.stringContaining('time of day') },
      { pointer: '/policy/closedDates/0', detail: expect.stringContaining('calendar') },
      { pointer: '/policy/caseFields/1/key', detail: expect.stringContaining('unique') },
      { pointer: '/policy/dispositionMandatory', detail: expect.stringContaining('at least one') },
      { pointer: '/policy/expiryMs', detail: expect.stringContaining('window') },
      { pointer: '/policy/afterRejectedOffer/routeId', detail: 'must be another route than this one' },
      { pointer: '/policy/afterMissedOffer/routeId', detail: 'names no route' },
    ]);
  });
});

describe('two administrators', () => {
  test('do not overwrite each other: the later one is told who was first', async () => {
    const id = await newRoute();
    const [mine, theirs] = [await editOf(id, { instructions: 'mine' }), await editOf(id, { instructions: 'theirs' })];
    expect((await ask('PUT', `/v1/routes/${id}/settings`, mine)).body.version).toBe(2);
    const { status, body } = await ask('PUT', `/v1/routes/${id}/settings`, theirs, 'machine');
    expect([status, body.code]).toEqual([409, 'edited_meanwhile']);
    expect(body.detail).toMatch(/^admin has edited/);
    expect(await settingsOf(id)).toMatchObject({ version: 2, policy: { instructions: 'mine' } });
  });
});

describe('callbacks that wait', () => {
  test('nor an agent who was given the route, or lost it, meanwhile', async () => {
    const id = await newRoute();
    const { body: read } = await ask('GET', `/v1/routes/${id}/settings`);
    const edit = { version: read.version, name: `${read.name} II`, numbers: read.numbers, policy: read.policy, agentIds: read.agentIds };
    const { routes } = (await ask('GET', `/v1/agents/${centre.ids.aoki}`)).body;
    const routeIds = routes.map((route: { id: string }) => route.id);
    await ask('PUT', `/v1/agents/${centre.ids.aoki}`, { routeIds: [...routeIds, id] });
    expect(await ask('PUT', `/v1/routes/${id}/settings`, edit)).toMatchObject({ status: 409, body: { code: 'edited_meanwhile', detail: expect.stringContaining('admin') } });
    expect((await ask('GET', `/v1/routes/${id}/settings`)).body).toMatchObject({ name: read.name, agentIds: [centre.ids.aoki], version: read.version + 1 });
    const [line] = (await ask('GET', `/v1/audit?subject=route/${id}`)).body.items;
    expect(line).toMatchObject({ action: 'route_edited', before: { agentIds: [] }, after: { agentIds: [centre.ids.aoki] } });
    await ask('PUT', `/v1/agents/${centre.ids.aoki}`, { routeIds });
    expect((await ask('GET', `/v1/audit?subject=route/${id}`)).body.items[0]).toMatchObject({ before: { agentIds: [centre.ids.aoki] }, after: { agentIds: [] } });
  });

  test('are counted before saving, and told of the new times when it is saved', async () => {
    const id = await newRoute({ policy: { ...POLICY, afterMissedOffer: { to: 'queue' }, callerId: '+81312345678' } });
    const delayed = await givenCallback(centre, { routeId: id, kind: 'delayed' });
    const asap = await givenCallback(centre, { routeId: id });
    const waitingOnes = [delayed, asap];
    for (const one of waitingOnes) await given(centre, one, { started_at: new Date(), due_at: new Date() });
    const preview = async (policy: Record<string, unknown>) => (await ask('POST', `/v1/routes/${id}/settings/preview`, await editOf(id, policy))).body;
    expect(await preview({ leadTimeMs: 7_200_000 })).toEqual({ waiting: 2, dueTimesChanged: 1 });
    expect(await preview({ hours: {} })).toEqual({ waiting: 2, dueTimesChanged: 2 });
    expect(await preview({ instructions: 'Hello' })).toEqual({ waiting: 2, dueTimesChanged: 0 });
    expect((await settingsOf(id)).version).toBe(1);
    await save(id, { leadTimeMs: 7_200_000 });
    const told = await centre.store.db.selectFrom('outbox').select(['callback_id', 'message']).where('callback_id', 'in', waitingOnes).execute();
    expect(told.map(({ callback_id }) => callback_id).toSorted()).toEqual(waitingOnes.toSorted());
    expect(new Set(told.map(({ message }) => message))).toEqual(new Set(['policyChanged']));
    expect((await ask('GET', '/v1/routes/settings')).body.items).toContainEqual(expect.objectContaining({ id, waiting: 2, open: 2, agents: 0 }));
  });

  test('of a preview with something wrong are not counted, but what is wrong is said', async () => {
    const id = await newRoute();
    expect((await ask('POST', `/v1/routes/${id}/settings/preview`, await editOf(id, { priority: 0 }))).status).toBe(400);
  });
});

describe('closing and deleting', () => {
  test('a closed route takes no new callbacks until it is opened', async () => {
    const id = await newRoute();
    const request = () => ask('POST', '/v1/callbacks', { routeId: id, number: '+819012340000', kind: 'asap' }, 'machine');
    expect((await ask('POST', `/v1/routes/${id}/close`)).body).toMatchObject({ closed: true, version: 1 });
    expect(await request()).toMatchObject({ status: 409, body: { code: 'route_closed' } });
    expect((await ask('POST', `/v1/routes/${id}/open`)).body.closed).toBe(false);
    expect((await request()).status).toBe(201);
    for (const what of ['close', 'open']) expect((await ask('POST', `/v1/routes/nowhere/${what}`)).status).toBe(404);
  });

  test('a route with open callbacks is only closed; once they have ended it goes, and lists still name it', async () => {
    const id = await newRoute({ name: 'Winter campaign', numbers: ['+81312342222'] });
    const callbackId = await givenCallback(centre, { routeId: id });
    expect(await ask('DELETE', `/v1/routes/${id}`)).toMatchObject({ status: 409, body: { code: 'route_has_callbacks' } });
    await given(centre, callbackId, { status: 'completed', ended_at: new Date() });
    heard.length = 0;
    expect((await ask('DELETE', `/v1/routes/${id}`)).status).toBe(204);
    expect(heard.map(({ method, url }) => `${method} ${url}`)).toEqual(['DELETE /sandbox/numbers/%2B81312342222']);
    expect((await ask('DELETE', `/v1/routes/${id}`)).status).toBe(404);
    expect((await ask('GET', `/v1/routes/${id}/settings`)).status).toBe(404);
    expect((await ask('GET', `/v1/callbacks/${callbackId}`)).body.route).toEqual({ id, name: 'Winter campaign' });
    expect((await ask('GET', '/v1/routes')).body.items.map((route: { id: string }) => route.id)).not.toContain(id);
    expect(await ask('POST', '/v1/callbacks', { routeId: id, number: '+819012340000', kind: 'asap' }, 'machine')).toMatchObject({ status: 409, body: { code: 'route_closed' } });
  });

  test('a route that another one passes callbacks on to stays', async () => {
    const id = await newRoute();
    await newRoute({ policy: { afterMissedOffer: { to: 'route', routeId: id } } });
    expect(await ask('DELETE', `/v1/routes/${id}`)).toMatchObject({ status: 409, body: { code: 'route_is_named' } });
  });
});

test('a case says which of its facts its route shows, in which order and words', async () => {
  const id = await newRoute();
  const callbackId = await givenCallback(centre, { routeId: id, collected: { menu: 'x' } });
  const read = async () => (await ask('GET', `/v1/callbacks/${callbackId}`)).body;
  expect(await read()).toMatchObject({ caseFields: null, callbackFields: null });
  const chosen = { caseFields: [{ key: 'menu', label: { ja: 'ご用件' } }], callbackFields: [{ key: 'due', label: {} }, { key: 'number', label: { en: 'Call' } }] };
  await save(id, chosen);
  expect(await read()).toMatchObject(chosen);
});

describe('the audit log', () => {
  test('tells of a route who did what when, from what to what, page by page', async () => {
    const id = await newRoute();
    await save(id, { priority: 1 }, { agentIds: [centre.ids.mori] });
    await ask('POST', `/v1/routes/${id}/close`);
    const page = (query: string) => ask('GET', `/v1/audit?subject=route/${id}${query}`);
    const { items, nextBefore } = (await page('&limit=2')).body;
    expect(items).toMatchObject([
      { action: 'route_closed', actor: { id: centre.ids.admin, name: 'admin' }, before: { closed: false }, after: { closed: true } },
      { action: 'route_edited', before: { agentIds: [], priority: 5 }, after: { agentIds: [centre.ids.mori], priority: 1 } },
    ]);
    const rest = (await page(`&before=${nextBefore}`)).body;
    expect(rest).toMatchObject({ items: [{ action: 'route_created', before: null }], nextBefore: null });
    expect(JSON.stringify([items, rest])).not.toMatch(/\+\d/);
    expect((await ask('GET', '/v1/audit?limit=3')).body.items).toHaveLength(3);
    expect((await ask('GET', '/v1/audit?limit=0')).status).toBe(400);
  });

  test('tells consoles that a route changed', async () => {
    const id = await newRoute();
    const response = await fetch(`${centre.url}/v1/events`, { headers: await centre.credentials('aoki') });
    const reader = response.body!.getReader();
    let heardText = '';
    const read = async () => (heardText += new TextDecoder().decode((await reader.read()).value));
    await read();
    await save(id, { priority: 7 });
    while (!heardText.includes(id)) await read();
    expect(heardText).toContain(JSON.stringify({ routeId: id }));
    await reader.cancel();
  });
});
