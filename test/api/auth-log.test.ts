import { Writable } from 'node:stream';
import { APIError } from 'better-auth/api';
import { sql } from 'kysely';
import { pino } from 'pino';
import { authLogger } from '../../api/auth/auth-log.ts';
import { loggableError } from '../../config/loggable.ts';
import type { Centre } from './support.ts';
import { openCentre } from './support.ts';

type Line = Record<string, unknown>;
const [WARN, ERROR] = [40, 50];

const said: Line[] = [];
const log = pino(
  { serializers: { err: loggableError } },
  new Writable({ write: (line: Buffer, _encoding, done) => (said.push(JSON.parse(line.toString())), done()) }),
);
const ofAuth = () => said.filter(({ part }) => part === 'auth');

let centre: Centre;
beforeAll(async () => {
  centre = await openCentre({ log });
});
afterAll(() => centre.close());
beforeEach(async () => {
  await centre.credentials('admin');
  said.length = 0;
});

test('a wrong key is told as the fault of whoever asks, with the request’s id and the reason', async () => {
  const { status, headers } = await centre.ask('GET', '/v1/routes', { headers: { 'X-API-Key': 'wrong' } });
  expect(status).toBe(401);
  expect(ofAuth()).toMatchObject([{ level: WARN, requestId: headers.get('x-request-id'), code: 'INVALID_API_KEY', msg: 'Failed to validate API key:' }]);
});

test.each<[string, string, object, number]>([
  ['an address elsewhere to go to', '/auth/sign-in/email', { email: 'aoki@example.com', password: 'correct horse battery', callbackURL: 'https://evil.example' }, 403],
  ['a wrong password', '/auth/sign-in/email', { email: 'aoki@example.com', password: 'wrong wrong' }, 401],
  ['a password that is too short', '/auth/change-password', { currentPassword: 'correct horse battery', newPassword: 'seven77' }, 400],
])('and so is %s', async (_, path, body, status) => {
  const answer = await centre.ask('POST', path, { as: 'admin', body });
  expect(answer.status).toBe(status);
  expect(ofAuth()).toMatchObject([{ level: WARN, requestId: answer.headers.get('x-request-id') }]);
});

test('a database without its table is our fault, and told with what happened and the request’s id', async () => {
  const rename = (from: string, to: string) => sql`alter table ${sql.table(from)} rename to ${sql.table(to)}`.execute(centre.store.db);
  await rename('auth_session', 'away');
  const { status, headers } = await centre.ask('GET', '/auth/get-session', { as: 'admin' });
  await rename('away', 'auth_session');
  expect(status).toBe(500);
  const ours = ofAuth();
  expect(ours.length).toBeGreaterThan(0);
  for (const line of ours) expect(line).toMatchObject({ level: ERROR, requestId: headers.get('x-request-id') });
  expect(JSON.stringify(ours)).toContain('auth_session');
});

test.each<[string, unknown[], Line]>([
  ['a failure of ours', [new Error('away')], { level: ERROR, err: { message: 'away' } }],
  ['a refusal', [APIError.from('UNAUTHORIZED', { code: 'KEY_EXPIRED', message: 'over' })], { level: WARN, code: 'KEY_EXPIRED' }],
  ['a failure that better-auth has named', [new APIError('INTERNAL_SERVER_ERROR', { message: 'away' })], { level: ERROR, err: { message: 'away' } }],
  ['nothing that was thrown', [{ providerId: 'x' }], { level: WARN }],
])('an error that comes with %s', (_, details, line) => {
  authLogger(log)('error', 'That did not work.', ...details);
  expect(said).toMatchObject([{ part: 'auth', msg: 'That did not work.', ...line }]);
  expect(said[0]).not.toHaveProperty('requestId');
});
