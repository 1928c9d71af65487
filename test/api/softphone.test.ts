import { createRequire } from 'node:module';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import type { Centre } from './support.ts';
import { openCentre } from './support.ts';

/** The one that the twilio package brings: what it has signed is read as Twilio reads it. */
const jwt = createRequire(createRequire(import.meta.url).resolve('twilio'))('jsonwebtoken') as {
  verify(token: string, secret: string, options: { complete: true }): { header: object; payload: Record<string, unknown> };
};

const ACCOUNT = `AC${'0'.repeat(32)}`;
const API_KEY = `SK${'b'.repeat(32)}`;
const SECRET = 'a secret of the API key';
const TOKEN = '/v1/me/softphone/token';

const logged: string[] = [];
const log = pino({ level: 'trace' }, new Writable({ write: (line, _encoding, done) => (logged.push(String(line)), done()) }));

let centre: Centre;
beforeEach(() => rungOn('client:'));

/** Every test of a group is told on one centre. */
function at(options: Parameters<typeof openCentre>[0]): void {
  beforeAll(async () => void (centre = await openCentre(options)));
  afterAll(() => centre.close());
}

/** Has aoki rung there from now on. */
const rungOn = (endpoint: string | null) => centre.ask('PUT', `/v1/agents/${centre.ids.aoki}`, { as: 'admin', body: { endpoint } });
const telephone = async (as = 'aoki') => (await centre.ask('GET', '/v1/me', { as })).body.telephone;
const policy = async () => String((await centre.ask('GET', '/healthz')).headers.get('content-security-policy'));

describe('with Twilio and an API key', () => {
  at({ env: { TWILIO_API_KEY: API_KEY, TWILIO_API_SECRET: SECRET }, log });

  test("a browser is given what it takes to be rung as its own agent for an hour, and nothing else", async () => {
    const { status, body, headers } = await centre.ask('POST', TOKEN, { as: 'aoki' });
    const identity = `agent_${centre.ids.aoki}`;
    expect([status, body.simulated, body.identity, headers.get('cache-control')]).toEqual([200, false, identity, 'no-store']);
    const { header, payload } = jwt.verify(body.token, SECRET, { complete: true });
    expect(header).toMatchObject({ alg: 'HS256', cty: 'twilio-fpa;v=1' });
    expect(payload).toMatchObject({ iss: API_KEY, sub: ACCOUNT, grants: { identity, voice: { incoming: { allow: true } } } });
    expect(Object.keys(payload['grants'] as object).toSorted()).toEqual(['identity', 'voice']);
    expect(payload['grants']).not.toHaveProperty('voice.outgoing');
    expect(Number(payload['exp']) - Number(payload['iat'])).toBe(3600);
    expect(Math.abs(Date.parse(body.expiresAt) - Number(payload['exp']) * 1000)).toBeLessThan(2000);
    expect(logged.join('')).toMatch(TOKEN);
    expect(logged.join('')).not.toMatch(body.token);
  });

  test('an identity that an administrator has chosen is the one that is rung', async () => {
    await rungOn('client:desk_12');
    expect((await centre.ask('POST', TOKEN, { as: 'aoki' })).body.identity).toBe('desk_12');
  });

  test('whose telephone is another has no token', async () => {
    await rungOn('sip:desk@example.com');
    expect(await centre.ask('POST', TOKEN, { as: 'aoki' })).toMatchObject({ status: 409, body: { code: 'not_a_softphone' } });
    expect((await centre.ask('POST', TOKEN, { as: 'mori' })).body.code).toBe('not_a_softphone');
  });

  test('who may not phone, and machines, have none either', async () => {
    expect((await centre.ask('POST', TOKEN, { as: 'kato' })).status).toBe(403);
    expect((await centre.ask('POST', TOKEN, { as: 'machine' })).status).toBe(403);
    expect((await centre.ask('POST', TOKEN)).status).toBe(401);
  });

  test('the page may speak with Twilio', async () => {
    expect(await policy()).toMatch(/connect-src 'self' https:\/\/\*\.twilio\.com wss:\/\/\*\.twilio\.com/);
    expect(await policy()).toMatch(/media-src 'self' mediastream: blob:/);
  });

  test('everybody is told what they are rung on', async () => {
    expect(await telephone()).toBe('softphone');
    await rungOn('+81312345678');
    expect(await telephone()).toBe('number');
    await rungOn('sip:desk@example.com');
    expect(await telephone()).toBe('sip');
    await centre.store.db.updateTable('agent').set({ endpoint: 'client:a.b' }).where('id', '=', centre.ids.aoki).execute();
    expect(await telephone()).toBe('unusable');
    expect([await telephone('mori'), await telephone('kato'), await telephone('admin')]).toEqual(['none', null, null]);
  });
});

describe('without an API key', () => {
  at({});

  test('it is said what is missing', async () => {
    const { status, body } = await centre.ask('POST', TOKEN, { as: 'aoki' });
    expect([status, body.code]).toEqual([409, 'no_softphone']);
    expect(body.detail).toMatch('TWILIO_API_KEY and TWILIO_API_SECRET');
    expect(await telephone()).toBe('softphone_not_set_up');
  });

  test('the page speaks with nobody else', async () => {
    expect(await policy()).toMatch("connect-src 'self';");
    expect(await policy()).not.toMatch('twilio');
  });
});

describe('with the sandbox', () => {
  at({ sandboxUrl: 'http://127.0.0.1:9', env: { TWILIO_API_KEY: API_KEY, TWILIO_API_SECRET: SECRET } });

  test('the softphone is simulated, and the page speaks with nobody else', async () => {
    expect((await centre.ask('POST', TOKEN, { as: 'aoki' })).body).toEqual({ simulated: true });
    expect(await telephone()).toBe('softphone_simulated');
    expect(await policy()).not.toMatch('twilio');
  });
});
