import { acceptUpdate, cancelUpdate, completeUpdate, dialUpdate, hangUpUpdate, rejectUpdate, rescheduleUpdate } from '../../workflows/messages.ts';
import type { Centre } from './centre.ts';
import { openCentre } from './centre.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

let centre: Centre;
afterEach(() => centre.close());

const user = (id: string) => ({ type: 'user', id }) as const;

/** The agent accepts what they are offered. */
async function accept(callbackId: string, agentId: string): Promise<void> {
  const { reservation_id } = await centre.when(callbackId, (row) => row.status === 'offered' && row.agent_id === agentId);
  await centre.callbacks.update(acceptUpdate, callbackId, { offerId: reservation_id ?? '', agentId });
}

async function typesOf(callbackId: string): Promise<string[]> {
  return (await centre.events(callbackId)).map((event) => event.type);
}

test('from the request to Mark Done: offered, accepted, both legs answered, the customer hangs up, completed', async () => {
  centre = await openCentre();
  await centre.agent('aoki');
  const id = await centre.request('50');
  await accept(id, 'aoki');
  const talking = await centre.when(id, (row) => row.status === 'connected' || row.status === 'wrap_up');
  expect(talking).toMatchObject({ attempt: 1, attempts_placed: 1, attempts_counted: 1, assignee_id: 'aoki', distributor: 'automatic' });
  const after = await centre.when(id, (row) => row.status === 'wrap_up');
  expect(after).toMatchObject({ last_outcome: 'answered', wrap_up_ends_at: null });
  const ack = await centre.callbacks.update(completeUpdate, id, { actor: user('aoki'), disposition: 'resolved', effect: 'end' });
  expect(ack.status).toBe('completed');
  expect(await centre.row(id)).toMatchObject({ status: 'completed', disposition: 'resolved', version: ack.version, agent_id: null });
  expect(await typesOf(id)).toEqual([
    'requested', 'due_planned', 'queued', 'offered', 'attempt_started', 'agent_answered', 'connected', 'attempt_ended', 'completed',
  ]);
});
