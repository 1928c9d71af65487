import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Centre } from './support.ts';
import { openCentre } from './support.ts';

let centre: Centre;
let sandbox: Server;
beforeAll(async () => {
  sandbox = createServer((req, res) => {
    if (req.url === '/sandbox/events') {
      res.writeHead(200, { 'Content-Type': 'text/event-stream' });
      res.write('data: one\n\n');
      return;
    }
    if (req.url === '/sandbox/calls/none') {
      res.writeHead(404, { 'Content-Type': 'application/json' }).end('{"error":"No such call."}');
      return;
    }
    let body = '';
    req.on('data', (chunk: Buffer) => (body += chunk.toString()));
    req.on('end', () => {
      res.writeHead(req.method === 'POST' ? 201 : 200, { 'Content-Type': 'application/json' });
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
  const answer = await centre.ask('POST', '/v1/phone/calls/CA1/digits?x=1', { as: 'aoki', body: { digits: '12' } });
  expect(answer).toMatchObject({ status: 201, body: { url: '/sandbox/calls/CA1/digits?x=1', method: 'POST', body: '{"digits":"12"}', cookie: null } });
});

test('what the sandbox refuses is a problem in its words', async () => {
  const answer = await centre.ask('DELETE', '/v1/phone/calls/none', { as: 'aoki' });
  expect(answer).toMatchObject({ status: 404, body: { code: 'sandbox_refused', detail: 'No such call.' } });
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
