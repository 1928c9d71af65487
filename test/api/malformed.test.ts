import type { Centre } from './support.ts';
import { everything, given, givenCallback, openCentre } from './support.ts';

let centre: Centre;
let id: string;
let before: unknown;
beforeAll(async () => {
  centre = await openCentre();
  id = await givenCallback(centre);
  await given(centre, id, { status: 'wrap_up', agent_id: centre.ids.aoki, assignee_id: centre.ids.aoki, attempt: 1 });
  centre.workflows.said.length = 0;
  centre.workflows.started.length = 0;
  before = await everything(centre);
});
afterEach(async () => {
  expect(await everything(centre)).toEqual(before);
  expect([centre.workflows.said, centre.workflows.started]).toEqual([[], []]);
});
afterAll(() => centre.close());

const good = { routeId: 'billing', number: '+819087654321', kind: 'asap' };
const soon = () => new Date(Date.now() + 3_600_000).toISOString();

test.each<[string, string, unknown]>([
  ['/number', 'is no number', { ...good, number: 'call me' }],
  ['/number', 'is empty', { ...good, number: ' ' }],
  ['/number', 'cannot be', { ...good, number: '+81' + '9'.repeat(20) }],
  ['/number', 'is a number in JSON', { ...good, number: 9_012_345_678 }],
  ['/number', 'is a script', { ...good, number: '<script>alert(1)</script>' }],
  ['/number', 'is missing', { routeId: 'billing', kind: 'asap' }],
  ['/routeId', 'names no route', { ...good, routeId: 'nowhere' }],
  ['/routeId', 'holds a NUL', { ...good, routeId: 'bill\0ing' }],
  ['/kind', 'is no kind', { ...good, kind: 'whenever' }],
  ['/at', 'is required', { ...good, kind: 'scheduled' }],
  ['/at', 'has no offset', { ...good, kind: 'scheduled', at: '2050-11-21T14:30:00' }],
  ['/at', 'is no day', { ...good, kind: 'scheduled', at: '2050-02-30T14:30:00Z' }],
  ['/at', 'has passed', { ...good, kind: 'scheduled', at: '2020-01-01T00:00:00Z' }],
  ['/at', 'is far away', { ...good, kind: 'scheduled', at: '2090-01-01T00:00:00Z' }],
  ['/at', 'is not for this kind', { ...good, at: soon() }],
  ['/windowEndsAt', 'comes before', { ...good, kind: 'scheduled', at: soon(), windowEndsAt: '2020-01-01T00:00:00Z' }],
  ['/windowEndsAt', 'is not for this kind', { ...good, kind: 'delayed', windowEndsAt: soon() }],
  ['/origin', 'is not for a machine', { ...good, origin: 'agent' }],
  ['/origin', 'is no origin', { ...good, origin: 'ivr' }],
  ['/timeZone', 'is no zone', { ...good, timeZone: 'Mars/Olympus' }],
  ['/timeZone', 'is an offset', { ...good, timeZone: '+09:00' }],
  ['/language', 'is no tag', { ...good, language: 'x!' }],
  ['/name', 'is too long', { ...good, name: 'a'.repeat(201) }],
  ['/name', 'holds half a character', { ...good, name: '\ud800' }],
  ['/collected/a', 'is no text', { ...good, collected: { a: { formula: '=1+1' } } }],
  ['/nonsense', 'is not known', { ...good, nonsense: true }],
])('a request whose %s %s is refused by name', async (pointer, _, body) => {
  const answer = await centre.ask('POST', '/v1/callbacks', { as: 'machine', body });
  expect(answer).toMatchObject({ status: 400, body: { code: 'malformed' } });
  expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
  expect(JSON.stringify(answer.body)).not.toContain('9087654321');
});

test('a person asks as an agent only', async () => {
  const answer = await centre.ask('POST', '/v1/callbacks', { as: 'aoki', body: { ...good, origin: 'web' } });
  expect(answer.body.errors).toMatchObject([{ pointer: '/origin' }]);
});

test('a closed route takes no callbacks', async () => {
  const answer = await centre.ask('POST', '/v1/callbacks', { as: 'machine', body: { ...good, routeId: 'old' } });
  expect(answer).toMatchObject({ status: 409, body: { code: 'route_closed' } });
});

test('everything that is wrong is said at once', async () => {
  const { body } = await centre.ask('POST', '/v1/callbacks', { as: 'machine', body: { kind: 1, 'a/b~c': 1 }, headers: { 'Idempotency-Key': 'no spaces' } });
  expect(body.errors).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ header: 'idempotency-key' }),
      expect.objectContaining({ pointer: '/routeId' }),
      expect.objectContaining({ pointer: '/kind' }),
      expect.objectContaining({ pointer: '/a~1b~0c' }),
    ]),
  );
});

test.each<[string, string, string, unknown]>([
  ['PUT', '/v1/me/channels/voice', '/wish', { wish: 'maybe' }],
  ['PUT', '/v1/me/channels/voice', '/reason', { wish: 'not_ready', reason: 5 }],
  ['POST', '/v1/me/heartbeat', '/tabId', { tabId: 'short' }],
  ['POST', '/v1/callbacks/ID/accept', '/offerId', {}],
  ['POST', '/v1/callbacks/ID/dial', '/attempt', { attempt: 0 }],
  ['POST', '/v1/callbacks/ID/dial', '/attempt', { attempt: 1.5 }],
  ['POST', '/v1/callbacks/ID/hang-up', '/attempt', { attempt: '1' }],
  ['POST', '/v1/callbacks/ID/reschedule', '/at', { at: 'tomorrow', staysWithAgent: false }],
  ['POST', '/v1/callbacks/ID/reschedule', '/staysWithAgent', { at: '2050-01-01T00:00:00Z' }],
  ['POST', '/v1/callbacks/ID/reschedule', '/windowEndsAt', { at: '2050-01-01T00:00:00Z', windowEndsAt: '2050-01-01T00:00:00Z', staysWithAgent: true }],
  ['POST', '/v1/callbacks/ID/complete', '/note', { note: 'a'.repeat(10_001) }],
  ['POST', '/v1/callbacks/ID/cancel', '/reason', { reason: '' }],
  ['POST', '/v1/callbacks/ID/notes', '/text', { text: '  ' }],
  ['PUT', '/v1/callbacks/ID/draft', '', {}],
  ['PUT', '/v1/callbacks/ID/draft', '/note', { note: null }],
  ['PUT', '/v1/callbacks/ID/draft', '', { seenNotes: ['seen'] }],
  ['PUT', '/v1/callbacks/ID/draft', '/seenNotes', { note: 'typed', seenNotes: [] }],
  ['PUT', '/v1/callbacks/ID/draft', '/seenNotes', { note: 'typed', seenNotes: ['a', 'b', 'c'] }],
  ['POST', '/v1/callbacks/ID/notes', '', [1, 2]],
])('%s %s is refused at "%s" for %j', async (method, path, pointer, body) => {
  const answer = await centre.ask(method, path.replace('ID', id), { as: 'aoki', body });
  expect(answer.status).toBe(400);
  expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
});

test.each([
  ['cursor', 'cursor=nonsense'],
  ['cursor', `cursor=${Buffer.from('["requested","desc","2020-01-01 00:00:00+00","x"]').toString('base64url')}`],
  ...['2020-13-01 00:00:00+00', '2020-02-30 00:00:00+00', '2020-01-01 25:00:00+00', '0000-01-01 00:00:00+00', '9999999-01-01 00:00:00+00', '2020-01-01 00:00:00+99'].map(
    (sortKey): [string, string] => ['cursor', `cursor=${Buffer.from(JSON.stringify(['requested', 'desc', sortKey, '00000000-0000-4000-8000-000000000000'])).toString('base64url')}`],
  ),
  ['limit', 'limit=201'],
  ['limit', 'limit=0'],
  ['limit', 'limit=many'],
  ['status', 'status=done'],
  ['from', 'from=yesterday'],
  ['from', 'from=2020-01-01T00:00:00Z&from=2021-01-01T00:00:00Z'],
  ['to', 'from=2021-01-01T00:00:00Z&to=2020-01-01T00:00:00Z'],
  ['number', 'number=abc'],
  ['order', 'order=sideways'],
  ['sort', 'sort=luck'],
  ['by', 'by=attempts'],
  ['attemptsFrom', 'attemptsFrom=-1'],
  ['attemptsTo', 'attemptsFrom=3&attemptsTo=2'],
  ['before', 'before=nonsense'],
  ['before', 'before=a&cursor=b'],
  ['before', 'page=last&cursor=b'],
  ['page', 'page=second'],
  ['nonsense', 'nonsense=1'],
  ['name', 'name=%00'],
])('a list whose %s is malformed is refused by name: %s', async (parameter, query) => {
  const isOfPages = /cursor|limit|before|page/.test(parameter);
  for (const path of ['/v1/callbacks', ...(isOfPages ? [] : ['/v1/callbacks.xlsx', '/v1/callbacks/totals'])]) {
    const answer = await centre.ask('GET', `${path}?${query}`, { as: 'admin' });
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error: { parameter: string }) => error.parameter)).toContain(parameter);
  }
});

test.each([
  ['POST', '/v1/callbacks', '{"routeId":', 400, 'malformed_json'],
  ['POST', '/v1/callbacks', '"text"', 400, 'malformed_json'],
  ['POST', '/v1/callbacks', `{"name":"${'a'.repeat(110_000)}"}`, 413, 'too_large'],
])('%s %s with a bad body is %3$i', async (method, path, raw, status, code) => {
  expect(await centre.ask(method, path, { as: 'machine', raw })).toMatchObject({ status, body: { code } });
});

test('a body that is no JSON is not taken', async () => {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const form = await centre.ask('POST', '/v1/callbacks', { as: 'machine', raw: 'a=b', headers });
  expect(form).toMatchObject({ status: 415, body: { code: 'unsupported_media_type' } });
  const encoded = await centre.ask('POST', '/v1/callbacks', { as: 'machine', raw: '{}', headers: { 'Content-Encoding': 'rot13' } });
  expect(encoded.status).toBe(415);
});

test.each([
  ['GET', '/v1/nothing'],
  ['GET', '/v1/callbacks/not-an-id'],
  ['GET', '/v1/callbacks/00000000-0000-4000-8000-000000000000'],
  ['POST', '/v1/callbacks/00000000-0000-4000-8000-000000000000/cancel'],
  ['PUT', '/v1/me/channels/smoke'],
  ['GET', '/v1/routes/nowhere/slots'],
  ['GET', '/v1/phone/people'],
  ['GET', '/auth/nothing'],
  ['POST', '/elsewhere'],
])('%s %s is not there', async (method, path) => {
  const answer = await centre.ask(method, path, { as: 'aoki', ...(method === 'PUT' && { body: { wish: 'ready' } }) });
  expect(answer).toMatchObject({ status: 404, body: { code: 'not_found', title: 'Not found' } });
});

test('a path that is not well-formed is a 400', async () => {
  const answer = await centre.ask('GET', '/v1/callbacks/%E0%A4%A', { as: 'aoki' });
  expect(answer).toMatchObject({ status: 400, body: { code: 'malformed_path' } });
});

test.each([
  ['DELETE', '/v1/callbacks', 'GET, POST, HEAD'],
  ['PATCH', '/v1/me', 'GET, HEAD'],
  ['GET', '/v1/me/heartbeat', 'POST'],
  ['POST', '/healthz', 'GET, HEAD'],
])('%s %s names the methods there are', async (method, path, allow) => {
  const response = await fetch(`${centre.url}${path}`, { method });
  expect([response.status, response.headers.get('allow'), response.headers.get('content-type')]).toEqual([405, allow, 'application/problem+json; charset=utf-8']);
});

test('nobody does anything without signing in', async () => {
  for (const [method, path] of [['GET', '/v1/callbacks'], ['POST', '/v1/callbacks'], ['GET', '/v1/events'], ['GET', '/v1/callbacks.xlsx'], ['GET', '/v1/phone/people']] as const) {
    expect(await centre.ask(method, path)).toMatchObject({ status: 401, body: { code: 'not_signed_in' } });
  }
});
