import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { DEMO_PASSWORD } from '../../api/auth/demo-password.ts';
import type { Span, WeeklyHours } from '../../domain/hours.ts';
import { startSystem, type System } from '../../tools/start/system.ts';
import { signIn } from '../api/support.ts';
import { until } from '../start/until.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'ringback-edited-'));
let system: System;
let cookie: string;
beforeAll(async () => {
  system = await startSystem({ dataDir, port: 0, env: { ...process.env, CENTRE_TIME_ZONE: 'Asia/Tokyo' } });
  cookie = await signIn(system.url, 'admin', DEMO_PASSWORD);
}, 120_000);
afterAll(async () => {
  await system?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** The administrator asks the running API. */
async function ask(method: string, path: string, body?: unknown): Promise<any> { // eslint-disable-line typescript/no-explicit-any
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const answer = await fetch(`${system.url}${path}`, { method, headers: { Cookie: cookie, 'Content-Type': 'application/json' }, ...content });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
  return JSON.parse(text);
}

const everyDay = (...spans: Span[]): WeeklyHours => ({ 1: spans, 2: spans, 3: spans, 4: spans, 5: spans, 6: spans, 7: spans });
const DAY_AND_NIGHT = everyDay({ from: '00:00', to: '24:00' });
const on = (day: DateTime, hour: number): string => day.startOf('day').set({ hour }).toUTC().toISO() ?? '';
const in3Days = DateTime.now().setZone('Asia/Tokyo').plus({ days: 3 });

/** Saves other hours as the console does; answers what the preview said of it before, and then what was saved. */
async function editHours(hours: WeeklyHours) {
  const { version, name, numbers, agentIds, policy } = await ask('GET', '/v1/routes/repairs/settings');
  const edit = { version, name, numbers, agentIds, policy: { ...policy, hours } };
  return { before: await ask('POST', '/v1/routes/repairs/settings/preview', edit), after: await ask('PUT', '/v1/routes/repairs/settings', edit) };
}

async function requested(number: string, times: Record<string, unknown>): Promise<string> {
  const { id } = await ask('POST', '/v1/callbacks', { routeId: 'repairs', number, name: 'Tanaka Yui', ...times });
  await becomes(id, ({ version }) => version > 0);
  return id;
}

/** Waits until the API shows the callback as wanted. */
async function becomes(id: string, isSo: (callback: { status: string; dueAt: string; windowEndsAt: string | null; version: number }) => boolean): Promise<void> {
  let last: unknown;
  await until(async () => isSo((last = await ask('GET', `/v1/callbacks/${id}`)))).catch((error: unknown) => {
    throw new Error(`It stays ${JSON.stringify(last)}`, { cause: error });
  });
}

test('an edit of a route’s hours moves what waits on it: the due time of a promise, and what was queued to the next opening and back', async () => {
  await ask('POST', '/v1/routes', { id: 'repairs', name: 'Repairs', numbers: ['+12025550104'], policy: { hours: DAY_AND_NIGHT, windowMs: 3_600_000 } });
  const promised = await requested('+12025550161', { kind: 'scheduled', at: on(in3Days, 12) });
  await becomes(promised, ({ status, dueAt }) => status === 'scheduled' && dueAt === on(in3Days, 12));
  const queued = await requested('+12025550162', { kind: 'asap' });
  await becomes(queued, ({ status }) => status === 'queued');

  const { before, after } = await editHours({ [in3Days.weekday]: [{ from: '15:00', to: '18:00' }] });
  expect(before).toMatchObject({ waiting: 2, dueTimesChanged: 2 });
  expect(after).toMatchObject({ version: 2, waiting: 2 });
  await becomes(promised, ({ status, dueAt, windowEndsAt }) => status === 'scheduled' && dueAt === on(in3Days, 15) && windowEndsAt === on(in3Days, 16));
  await becomes(queued, ({ status, dueAt }) => status === 'scheduled' && dueAt === on(in3Days, 15));

  await editHours(DAY_AND_NIGHT);
  await becomes(promised, ({ status, dueAt, windowEndsAt }) => status === 'scheduled' && dueAt === on(in3Days, 12) && windowEndsAt === on(in3Days, 13));
  await becomes(queued, ({ status, dueAt }) => status === 'queued' && Date.parse(dueAt) <= Date.now());
  const { timeline } = await ask('GET', `/v1/callbacks/${queued}`);
  expect(timeline.map(({ type }: { type: string }) => type)).toEqual(['requested', 'due_planned', 'queued', 'due_planned', 'queued']);
}, 120_000);
