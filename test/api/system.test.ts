import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Centre } from './support.ts';
import { openCentre } from './support.ts';

let centre: Centre;
let sandbox: Server;
/** What the sandbox was asked. */
let asked: string[];
const CALL = `CA${'1'.repeat(32)}`;
const GONE = `CA${'0'.repeat(32)}`;
beforeEach(() => void (asked = []));
beforeAll(async () => {
  sandbox = createServer((req, res) => {
    asked.push(`${req.method} ${req.url}`);
    if (req.url === '/sandbox/events') {
      res.writeHead(200, { 'Content-Type': 'text/event-stream' });
      res.write('data: one\n\n');
      return;
    }
    if (req.url === `/sandbox/calls/${GONE}`) {
      res.writeHead(404, { 'Content-Type': 'application/json' }).end('{"error":"No such call."}');
      return;
    }
    let body = '';
    req.on('data', (chunk: Buffer) => (body += chunk.toString()));
    req.on('end', () => {
      res.writeHead(req.url === '/sandbox/calls' && req.method === 'POST' ? 201 : 200, { 'Content-Type': 'application/json' });
      res.end(JSON.stringify({ url: req.url, method: req.method, body, cookie: req.headers.cookie ?? null }));
    });
  });
  await new Promise<void>((resolve) => void sandbox.listen(0, '127.0.0.1', resolve));
  centre = await openCentre({ sandboxUrl: `http://127.0.0.1:${(sandbox.address() as AddressInfo).port}` });
});
afterAll(async () => {
  await centre.close();
  sandbox.closeAllConnections();
  sandbox.close();
});

test('is healthy, and ready as long as the database and Temporal are there', async () => {
  expect((await centre.ask('GET', '/healthz')).body).toEqual({ status: 'ok' });
  expect((await centre.ask('GET', '/readyz')).body).toEqual({ status: 'ready', database: 'ok', temporal: 'ok' });
  centre.workflows.isThere = false;
  const away = await centre.ask('GET', '/readyz');
  expect(away).toMatchObject({ status: 503, body: { status: 'not_ready', database: 'ok', temporal: 'unreachable' } });
  centre.workflows.isThere = true;
});

test('counts requests by pattern, never by what they named', async () => {
  await centre.ask('GET', '/v1/callbacks?number=09012345678', { as: 'admin' });
  await centre.ask('GET', '/v1/nothing/09012345678', { as: 'admin' });
  const { body } = await centre.ask('GET', '/metrics');
  expect(body).toMatch('ringback_http_request_seconds_count{method="GET",route="/v1/callbacks",status="200"} 1');
  expect(body).not.toMatch('09012345678');
});

test('the telephone passes on what is asked and answered, and not who asks', async () => {
  const answer = await centre.ask('POST', `/v1/phone/calls/${CALL}/digits`, { as: 'aoki', body: { digits: '12' } });
  expect(answer).toMatchObject({ status: 200, body: { url: `/sandbox/calls/${CALL}/digits`, method: 'POST', body: '{"digits":"12"}', cookie: null } });
});

test('what the sandbox refuses is a problem in its words', async () => {
  const answer = await centre.ask('GET', `/v1/phone/calls/${GONE}`, { as: 'aoki' });
  expect(answer).toMatchObject({ status: 404, body: { code: 'sandbox_refused', detail: 'No such call.' } });
});

test.each([
  ['GET', '/calls?active=true', 200],
  ['GET', `/calls/${CALL}`, 200],
  ['GET', '/people', 200],
  ['POST', '/calls', 201],
  ...['digits', 'speech', 'hangup', 'answer', 'decline'].map((act): [string, string, number] => ['POST', `/calls/${CALL}/${act}`, 200]),
])('%s %s of the telephone is for administrators and agents with the right to phone', async (method, path, status) => {
  for (const as of ['aoki', 'admin']) expect((await centre.ask(method, `/v1/phone${path}`, { as, ...(method === 'POST' && { body: {} }) })).status).toBe(status);
  expect(asked).toEqual([`${method} /sandbox${path}`, `${method} /sandbox${path}`]);
  expect(await centre.ask(method, `/v1/phone${path}`, { as: 'kato' })).toMatchObject({ status: 403, body: { code: 'may_not_phone' } });
  expect(asked).toHaveLength(2);
});

test.each([
  ['PUT', '/numbers/+81312345678', 404],
  ['GET', '/numbers', 404],
  ['DELETE', '/numbers/+81312345678', 404],
  ['GET', '/journal', 404],
  ['GET', '/faults', 404],
  ['POST', '/faults', 404],
  ['PUT', '/people/+819012345678', 404],
  ['DELETE', `/calls/${CALL}`, 405],
  ['POST', `/calls/${CALL}/record`, 404],
  ['GET', '/calls/..%2Fjournal', 404],
  ['GET', '/calls/%2E%2E%2Fjournal', 404],
  ['POST', `/calls/..%2Fnumbers/digits`, 404],
  ['GET', '/people/../journal', 404],
])('%s %s never reaches the sandbox, whoever asks', async (method, path, status) => {
  const body = { voiceUrl: 'http://169.254.169.254/' };
  for (const as of ['aoki', 'admin', 'machine']) {
    expect((await centre.ask(method, `/v1/phone${path}`, { as, ...(['PUT', 'POST'].includes(method) && { body }) })).status).toBe(status);
  }
  expect(asked).toEqual([]);
});

test('who may not use the telephone is not shown it', async () => {
  const shown = async (as: string) => (await centre.ask('GET', '/v1/me', { as })).body.phone;
  expect([await shown('aoki'), await shown('admin'), await shown('kato')]).toEqual([true, true, false]);
});

test('the telephone’s events stream through', async () => {
  const response = await fetch(`${centre.url}/v1/phone/events`, { headers: await centre.credentials('aoki') });
  expect(response.headers.get('content-type')).toMatch('text/event-stream');
  const reader = response.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('data: one\n\n');
  await reader?.cancel();
});

test('answers carry the headers that keep a browser safe, and do not say what serves them', async () => {
  const { headers } = await centre.ask('GET', '/healthz');
  expect(headers.get('content-security-policy')).toMatch("frame-ancestors 'none'");
  expect([headers.get('x-content-type-options'), headers.get('x-powered-by'), headers.get('strict-transport-security')]).toEqual(['nosniff', null, null]);
});

test('nothing that Host says is believed', async () => {
  const { status, body } = await centre.ask('GET', '/v1/openapi.json', { headers: { 'X-Forwarded-Host': 'evil.example' } });
  expect([status, JSON.stringify(body).includes('evil.example')]).toEqual([200, false]);
});

test('unsigned webhooks are refused', async () => {
  expect(await centre.ask('POST', '/twilio/voice/incoming', { raw: 'CallSid=CA1', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } })).toMatchObject({
    status: 403,
    body: { code: 'bad_signature' },
  });
});
