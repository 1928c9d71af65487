import type { Logger } from 'pino';
import type { MessageNews, Taken } from '../store/message/messages.ts';
import { learnMessage, recordUnanswered, recordUnsent, takeMessage } from '../store/message/messages.ts';
import type { Store } from '../store/open.ts';
import type { Mail, Messaging, SendResult } from '../telephony/messaging.ts';

/** Between the compare-and-set and the request: longer, and this process has been asleep. */
const SEND_WITHIN_MS = 2_000;

/** What it takes to send messages. */
export interface MessagingDeps {
  readonly store: Pick<Store, 'db'>;
  readonly telephony: Messaging;
  /** Null: there is no mail server. */
  readonly mail: Mail | null;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}

/**
 * Hands an intended message over, at most once in its life: the compare-and-set to `sending` happens immediately before the request.
 * What became of it is written down; an answer that was lost is never a reason to hand it over again (as with calls: design,
 * decision 7). Null: it was not anybody's to hand over, or nothing new is known of it.
 */
export async function carryOut(deps: MessagingDeps, id: string): Promise<MessageNews | null> {
  const { db } = deps.store;
  // Before the asking: a commit that hangs counts against the time there is to send.
  const askedAt = performance.now();
  const taken = await takeMessage(db, id);
  if (taken === null) return null;
  if (performance.now() - askedAt > SEND_WITHIN_MS) {
    await recordUnsent(db, id);
    return null;
  }
  const sent = await handOver(deps, taken);
  logSent(deps, taken, sent);
  return record(deps, id, sent);
}

async function handOver({ telephony, mail }: MessagingDeps, { message, callerId }: Taken): Promise<SendResult> {
  const { id: messageId, kind, recipient: to, subject, text } = message;
  if (kind === 'sms') return telephony.sendMessage({ messageId, to, from: callerId, text });
  if (mail === null) return { result: 'refused', reason: 'mail_server', code: null, why: 'There is no mail server.' };
  return mail.sendMail({ messageId, to, subject, text });
}

async function record({ store: { db } }: MessagingDeps, id: string, sent: SendResult): Promise<MessageNews | null> {
  switch (sent.result) {
    case 'accepted':
      return learnMessage(db, { id, state: sent.state, sid: sent.sid });
    case 'refused':
      return learnMessage(db, { id, state: 'failed', reason: sent.reason, errorCode: sent.code });
    case 'not_sent':
      await recordUnsent(db, id);
      return null;
    case 'unknown':
      await recordUnanswered(db, id);
      return null;
  }
}

/** One line per message handed over, without its number or its text. */
function logSent({ log }: MessagingDeps, { message }: Taken, sent: SendResult): void {
  const about = { callbackId: message.callback_id, messageId: message.id, kind: message.kind, result: sent.result };
  if (sent.result === 'accepted') log.info({ ...about, sid: sent.sid }, 'message handed over');
  else log.warn({ ...about, why: sent.why }, 'message not handed over');
}
