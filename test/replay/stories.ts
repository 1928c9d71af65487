import { DateTime } from 'luxon';
import {
  acceptUpdate,
  cancelUpdate,
  completeUpdate,
  dialUpdate,
  hangUpUpdate,
  rejectUpdate,
  releaseUpdate,
  rescheduleUpdate,
  reviveSignal,
  withdrawUpdate,
} from '../../workflows/messages.ts';
import type { Centre } from '../workflows/centre.ts';
import { POLICY } from '../workflows/centre.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const AOKI = { type: 'user', id: 'aoki' } as const;
const ADMIN = { type: 'user', id: 'admin' } as const;

/** Lives of callbacks that together take every turn the workflow knows. Each answers the id of its callback, which has ended. */
export const STORIES: Record<string, (centre: Centre) => Promise<string>> = {
  async completed(centre) {
    const id = await accepted(centre, '00');
    await centre.when(id, (row) => row.status === 'connected');
    await centre.callbacks.update(hangUpUpdate, id, { actor: AOKI, attempt: 1 });
    await centre.when(id, (row) => row.status === 'wrap_up');
    return completed(centre, id);
  },

  async completed_after_a_retry(centre) {
    const id = await accepted(centre, '10');
    await centre.when(id, (row) => row.status === 'wrap_up');
    await centre.pass(20 * MINUTE_MS);
    await accept(centre, id);
    await centre.when(id, (row) => row.status === 'wrap_up' && row.attempt === 2);
    await centre.callbacks.update(dialUpdate, id, { actor: AOKI, agentId: 'aoki', reservationId: null, attempt: 3 });
    await centre.when(id, (row) => row.status === 'wrap_up' && row.attempt === 3);
    return completed(centre, id);
  },

  async completed_on_web(centre) {
    await centre.only();
    await centre.agent('aoki', { channel: 'web' });
    const id = await centre.request('50', { channel: 'web', origin: 'web' });
    await accept(centre, id);
    await centre.callbacks.update(dialUpdate, id, { actor: AOKI, agentId: 'aoki', reservationId: null, attempt: 1 });
    await centre.when(id, (row) => row.status === 'wrap_up');
    return completed(centre, id);
  },

  async completed_after_moving(centre) {
    const id = await accepted(centre, '00');
    await centre.when(id, (row) => row.status === 'connected');
    const at = new Date((await centre.environment.currentTimeMs()) + DAY_MS).toISOString();
    await centre.callbacks.update(rescheduleUpdate, id, { actor: AOKI, at, windowEndsAt: null, staysWithAgent: true });
    await centre.callbacks.update(hangUpUpdate, id, { actor: AOKI, attempt: 1 });
    await centre.when(id, (row) => row.status === 'wrap_up');
    await centre.callbacks.update(completeUpdate, id, { actor: AOKI, disposition: null, effect: 'end' });
    await centre.when(id, (row) => row.status === 'scheduled');
    await centre.pass(DAY_MS + MINUTE_MS);
    await centre.when(id, (row) => row.status === 'offered');
    return completed(centre, id);
  },

  async failed(centre) {
    const id = await accepted(centre, '20');
    await centre.when(id, (row) => row.status === 'wrap_up');
    await centre.pass(45 * MINUTE_MS);
    await accept(centre, id);
    await centre.when(id, (row) => row.status === 'wrap_up' && row.attempt === 2);
    await centre.pass(45 * MINUTE_MS);
    await centre.when(id, (row) => row.status === 'failed');
    return id;
  },

  async expired_after_a_rejected_and_a_missed_offer(centre) {
    await centre.only('aoki');
    const id = await centre.request('00');
    const { reservation_id } = await centre.when(id, (row) => row.status === 'offered');
    await centre.callbacks.update(rejectUpdate, id, { offerId: reservation_id ?? '', agentId: 'aoki' });
    await centre.agent('mori');
    await centre.when(id, (row) => row.status === 'offered');
    await centre.pass(31 * DAY_MS);
    await centre.when(id, (row) => row.status === 'expired');
    return id;
  },

  async cancelled_while_ringing(centre) {
    await centre.only();
    await centre.agent('aoki', { endpoint: '+815099999990' });
    const id = await centre.request('00');
    await accept(centre, id);
    await centre.callbacks.update(cancelUpdate, id, { actor: { type: 'customer' }, reason: null });
    await centre.when(id, (row) => row.status === 'cancelled');
    return id;
  },

  async expired_while_withdrawn(centre) {
    await centre.only('aoki');
    const id = await centre.request('00');
    await centre.when(id, (row) => row.status === 'offered');
    await centre.callbacks.update(withdrawUpdate, id, { actor: ADMIN, reason: 'Aoki is ill' });
    await centre.pass(31 * DAY_MS);
    await centre.when(id, (row) => row.status === 'expired');
    return id;
  },

  /** Up to release 0.2.0 it was called after the hours, when the time to read was over; since then it waits for the next opening. */
  async cancelled_after_being_read_beyond_the_hours(centre) {
    await untilThreeMinutesBeforeNoon(centre);
    const morning = [{ from: '00:00', to: '12:00' }];
    const hours = { 1: morning, 2: morning, 3: morning, 4: morning, 5: morning, 6: morning, 7: morning };
    await centre.editRoute({ hours, acceptOpens: 'preview', previewTimeoutMs: 5 * MINUTE_MS });
    const id = await accepted(centre, '50');
    await centre.pass(6 * MINUTE_MS);
    await centre.when(id, (row) => row.status === 'wrap_up' || row.status === 'scheduled');
    await centre.quiet(id);
    await centre.callbacks.update(cancelUpdate, id, { actor: ADMIN, reason: null });
    await centre.editRoute({});
    return id;
  },

  async completed_after_being_released_and_distributed_again(centre) {
    await centre.only();
    const desiredAt = new Date((await centre.environment.currentTimeMs()) + DAY_MS).toISOString();
    const id = await centre.request('50', { kind: 'scheduled', desiredAt });
    await centre.when(id, (row) => row.version > 0);
    await centre.callbacks.update(withdrawUpdate, id, { actor: ADMIN, reason: null });
    await centre.callbacks.signal(reviveSignal, id);
    await centre.when(id, (row) => row.status === 'scheduled');
    await centre.callbacks.update(releaseUpdate, id, { actor: ADMIN });
    await centre.agent('aoki');
    await accept(centre, id);
    await centre.when(id, (row) => row.status === 'wrap_up');
    return completed(centre, id);
  },
};

/** Lets the workflows' time pass until the route's clock shows 11:57. */
async function untilThreeMinutesBeforeNoon(centre: Centre): Promise<void> {
  const now = DateTime.fromMillis(await centre.environment.currentTimeMs(), { zone: POLICY.timeZone });
  const today = now.startOf('day').set({ hour: 11, minute: 57 });
  await centre.pass((today > now ? today : today.plus({ days: 1 })).diff(now).toMillis());
}

async function accepted(centre: Centre, ending: string): Promise<string> {
  await centre.only('aoki');
  const id = await centre.request(ending);
  await accept(centre, id);
  return id;
}

async function accept(centre: Centre, id: string): Promise<void> {
  const { reservation_id } = await centre.when(id, (row) => row.status === 'offered');
  await centre.callbacks.update(acceptUpdate, id, { offerId: reservation_id ?? '', agentId: 'aoki' });
}

async function completed(centre: Centre, id: string): Promise<string> {
  await centre.quiet(id);
  await centre.callbacks.update(completeUpdate, id, { actor: AOKI, disposition: 'resolved', effect: 'end' });
  return id;
}
