import { jest } from '@jest/globals';
import { recordingsOf } from '../../store/call/call-recordings.ts';
import { leftByItself } from '../../telephony/twilio/index.ts';
import type { Installation } from './installation.ts';
import { openInstallation } from './installation.ts';
import { eventually } from './line.ts';

jest.setTimeout(240_000);

/** How soon after everything's return all is known that only the network saw. */
const LEARNT_WITHIN_MS = 90_000;

let ringback: Installation;
beforeAll(async () => void (ringback = await openInstallation({ recording: 'always' })));
afterAll(() => ringback?.close());

/** Agent and customer talk, and it is recorded. */
async function recorded(number: string): Promise<string> {
  const id = await ringback.accepted(number);
  await ringback.when(id, ({ status }) => status === 'connected');
  await eventually(() => recordingsOf(ringback.store.db, id), ([recording]) => recording?.status === 'recording', 60_000);
  return id;
}

async function hangUp(id: string, role: 'agent' | 'customer'): Promise<void> {
  const [call] = await ringback.rings(id, role);
  await ringback.farEnd.hangUp(call?.sid ?? '');
}

/** What became of the recording, and who has left by themselves. */
async function known(id: string) {
  const [recording] = await recordingsOf(ringback.store.db, id);
  const legs = await ringback.store.db.selectFrom('leg').selectAll().where('callback_id', '=', id).execute();
  return { recording: recording?.status, hungUp: legs.filter(({ left_reason }) => leftByItself(left_reason)).map(({ role }) => role) };
}

test('while everything but the telephone network is killed people hang up: who did, and what was recorded, is learnt', async () => {
  const [byCustomer, byAgent] = [await recorded('+819012300100'), await recorded('+819012300200')];
  const { api, worker, temporal } = ringback.parts;
  for (const part of [api, worker, temporal]) await part.kill();
  await hangUp(byCustomer, 'customer');
  await hangUp(byAgent, 'agent');
  for (const part of [temporal, api, worker]) await part.start();
  await eventually(() => known(byCustomer), ({ recording, hungUp }) => recording === 'completed' && hungUp.join() === 'customer', LEARNT_WITHIN_MS);
  await eventually(() => known(byAgent), ({ recording, hungUp }) => recording === 'completed' && hungUp.join() === 'agent', LEARNT_WITHIN_MS);
});
