import type { Ack } from '../../workflows/messages.ts';
import { acceptUpdate, completeUpdate } from '../../workflows/messages.ts';
import type { Centre } from './centre.ts';

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;

export const user = (id: string) => ({ type: 'user', id }) as const;

/** The reservation under which the callback is offered to that agent, once it is. */
export async function offeredTo(centre: Centre, callbackId: string, agentId: string): Promise<string> {
  const row = await centre.when(callbackId, ({ status, agent_id }) => status === 'offered' && agent_id === agentId);
  return row.reservation_id ?? '';
}

/** The agent accepts the callback once it is offered to them. */
export async function accept(centre: Centre, callbackId: string, agentId: string): Promise<void> {
  await centre.callbacks.update(acceptUpdate, callbackId, { offerId: await offeredTo(centre, callbackId, agentId), agentId });
}

/** The agent marks the callback done. */
export async function complete(centre: Centre, callbackId: string, agentId: string): Promise<Ack> {
  await centre.quiet(callbackId);
  return centre.callbacks.update(completeUpdate, callbackId, { actor: user(agentId), disposition: 'resolved', effect: 'end' });
}

/** How each offer of the callback ended, in their order. */
export async function offerEndsOf(centre: Centre, callbackId: string): Promise<string[]> {
  const offers = await centre.store.db
    .selectFrom('reservation')
    .select(['agent_id', 'offer_end'])
    .where('callback_id', '=', callbackId)
    .orderBy('reserved_at')
    .execute();
  return offers.map((offer) => `${offer.agent_id} ${offer.offer_end}`);
}

/** What an agent wishes on `voice`. */
export async function wishOf(centre: Centre, agentId: string) {
  const query = centre.store.db.selectFrom('agent_channel').selectAll().where('agent_id', '=', agentId).where('channel', '=', 'voice');
  return query.executeTakeFirstOrThrow();
}

/** An instant of the workflows' time, ISO 8601. */
export async function fromNow(centre: Centre, ms: number): Promise<string> {
  return new Date((await centre.environment.currentTimeMs()) + ms).toISOString();
}
