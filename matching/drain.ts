import type { Logger } from 'pino';
import { isAttemptOver } from '../store/call/legs.ts';
import { done, putBack, takeDue } from '../store/outbox.ts';
import type { Store } from '../store/open.ts';
import type { OutboxRow } from '../store/tables.ts';
import { release } from '../store/agent/reservations.ts';
import { startAgain } from '../store/sweep.ts';
import type { CallbackClient } from '../temporal/callbacks.ts';
import type { GuestFound, LegNews, Reservation } from '../workflows/messages.ts';
import { agentGoneSignal, guestFoundSignal, legSignal, policyChangedSignal, projectAgainSignal, reservedSignal, reviveSignal } from '../workflows/messages.ts';

/** Messages taken at a time. */
const BATCH = 50;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Sends what the outbox holds to the workflows, those of one callback in their order. A message is deleted once it is sent; one that could not be sent is tried again
 * later. Sending twice is possible, and harmless: messages name the state they mean. Answers how many were taken.
 */
export async function drain(store: Store, callbacks: CallbackClient, log: Logger): Promise<number> {
  const messages = await takeDue(store.db, BATCH);
  await Promise.all(
    byCallback(messages).map(async (inOrder) => {
      for (const message of inOrder) await deliver(store, callbacks, log, message);
    }),
  );
  return messages.length;
}

function byCallback(messages: readonly OutboxRow[]): OutboxRow[][] {
  const groups = new Map<string, OutboxRow[]>();
  for (const message of messages) groups.set(message.callback_id, [...(groups.get(message.callback_id) ?? []), message]);
  return [...groups.values()];
}

async function deliver(store: Store, callbacks: CallbackClient, log: Logger, message: OutboxRow): Promise<void> {
  try {
    const sent = (await isOutOfDate(store, message)) ? 'sent' : await send(callbacks, message);
    if (sent === 'no_workflow') await forgive(store, message);
    await done(store.db, message.id);
  } catch (error) {
    log.warn({ callbackId: message.callback_id, message: message.message, tries: message.tries, err: error }, 'outbox: not sent yet');
    await putBack(store.db, message.id, Math.min(500 * 2 ** message.tries, LONGEST_PAUSE_MS));
  }
}

/** Of an attempt that is over the workflow need hear no more. */
async function isOutOfDate(store: Store, { callback_id: callbackId, message, payload }: OutboxRow): Promise<boolean> {
  return message === 'leg' && isAttemptOver(store.db, callbackId, (payload as LegNews).attempt);
}

async function send(callbacks: CallbackClient, { callback_id: callbackId, message, payload }: OutboxRow): Promise<'sent' | 'no_workflow'> {
  switch (message) {
    case 'reserved':
      return callbacks.signal(reservedSignal, callbackId, payload as Reservation);
    case 'guestFound':
      return callbacks.signal(guestFoundSignal, callbackId, payload as GuestFound);
    case 'leg':
      return callbacks.signal(legSignal, callbackId, payload as LegNews);
    case 'agentGone':
      return callbacks.signal(agentGoneSignal, callbackId, payload as { reservationId: string });
    case 'revive':
      return callbacks.signal(reviveSignal, callbackId);
    case 'policyChanged':
      return callbacks.signal(policyChangedSignal, callbackId);
    case 'projectAgain':
      return callbacks.signal(projectAgainSignal, callbackId);
    default:
      throw new Error(`The outbox holds a message nobody knows: ${message}`);
  }
}

/**
 * Nobody is there to hear it. A callback that has ended has no use for it; one that has not is started anew, and is not matched
 * before. The agent of a reservation is let go.
 */
async function forgive(store: Store, { callback_id: callbackId, message, payload }: OutboxRow): Promise<void> {
  await startAgain(store.db, callbackId);
  if (message === 'reserved' || message === 'guestFound') await release(store.db, (payload as Reservation | GuestFound).reservationId);
}
