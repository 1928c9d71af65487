import { giveMessageUp, otherSids } from '../store/message/message-sweep.ts';
import type { MessageRow } from '../store/message/messages.ts';
import { learnMessage, recordUnanswered } from '../store/message/messages.ts';
import { readRoute } from '../store/route/routes.ts';
import { readCallback } from '../store/callback/callbacks.ts';
import type { MessageSeen } from '../telephony/messaging.ts';
import type { ActivityDependencies } from './index.ts';

/** By then Twilio lists whatever it took. */
const LOST_FOR_GOOD_MS = 3_600_000;
/** Carriers give a message up within a day, and many never say whether it was delivered. */
const NO_WORD_MS = 24 * 3_600_000;

/**
 * Asks the network about a message of which there is more to learn, and takes in what it says. One that nobody knows of is not handed
 * over again: its answer may have been lost, and after its time it stays unknown. Of an e-mail nobody can be asked.
 */
export async function lookUpMessage(dependencies: Pick<ActivityDependencies, 'store' | 'telephony'>, message: MessageRow): Promise<void> {
  const { db } = dependencies.store;
  const { id, kind, provider_sid: sid } = message;
  if (kind === 'email') return recordUnanswered(db, id);
  const seen = await look(dependencies, message);
  if (seen) await learnMessage(db, { id, ...seen });
  else if (sid === null) await recordUnanswered(db, id);
  await giveMessageUp(db, id, sid === null && !seen ? LOST_FOR_GOOD_MS : NO_WORD_MS);
}

async function look({ store: { db }, telephony }: Pick<ActivityDependencies, 'store' | 'telephony'>, message: MessageRow): Promise<MessageSeen | null> {
  const { provider_sid: sid, recipient: to, text, sent_at: sentAt, created_at: createdAt } = message;
  if (sid !== null) return telephony.fetchMessage(sid);
  const callback = await readCallback(db, message.callback_id);
  const route = callback && (await readRoute(db, callback.route_id));
  if (!route) return null;
  const since = (sentAt ?? createdAt).toISOString();
  return telephony.findMessage({ to, from: route.policy.callerId, text, since, others: await otherSids(db, message) });
}
