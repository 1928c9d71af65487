import { carryOut } from '../../messaging/carry-out.ts';
import { markMessageLooked, messagesToLookAt, messagesToSend } from '../../store/message/message-sweep.ts';
import { learnMessage } from '../../store/message/messages.ts';
import type { ActivityDependencies } from '../index.ts';
import { lookUpMessage } from '../look-up-message.ts';
import { each } from './each.ts';

/** A message younger than this is still in the hands of whoever wrote it down. */
const GRACE_MS = 10_000;
/** What nobody took for this long is not sent any more: it would say what is no longer so. */
const STALE_MS = 10 * 60_000;
/** Handed over this long ago, the answer has come, or will not. */
const SETTLING_MS = 60_000;
const BATCH = 200;

/**
 * Sends what nobody was asked to carry (the process that wrote it down has died, or nobody could be reached), and asks what became of
 * the rest.
 */
export async function settleMessages(dependencies: ActivityDependencies): Promise<void> {
  const { store } = dependencies;
  await each(dependencies, await messagesToSend(store.db, GRACE_MS, STALE_MS, BATCH), async ({ id, isStale }) => {
    if (isStale) await learnMessage(store.db, { id, state: 'failed', reason: 'not_sent', onlyFrom: 'intended' });
    else await carryOut(dependencies, id);
  });
  await each(dependencies, await messagesToLookAt(store.db, SETTLING_MS, BATCH), async (message) => {
    await markMessageLooked(store.db, message.id);
    await lookUpMessage(dependencies, message);
  });
}
