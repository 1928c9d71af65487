import type { Twilio } from 'twilio';
import { hasFailed } from '../../domain/message.ts';
import type { LostMessage, MessageSeen, SendResult, SmsRequest } from '../messaging.ts';
import { orNull, orThrow } from './asking.ts';
import { readMessageError, readMessageStatus } from './message-status.ts';
import { resultOfFailure } from './status.ts';
import type { WebhookUrls } from './urls.ts';

type Message = Awaited<ReturnType<ReturnType<Twilio['messages']>['fetch']>>;

/** Twilio's clock against ours, and its seconds against our milliseconds. */
const CLOCK_TOLERANCE_MS = 2_000;
const RECENT_MESSAGES = 50;

/**
 * Asks Twilio once for an SMS. Never throws: what is not known is `unknown`.
 * https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource
 */
export async function sendMessage(client: Twilio, urls: WebhookUrls, { messageId, to, from, text }: SmsRequest): Promise<SendResult> {
  try {
    const { sid, status } = await client.messages.create({ to, from, body: text, statusCallback: urls.message(messageId) });
    if (!sid) return { result: 'unknown', why: "Twilio's answer names no message." };
    return { result: 'accepted', sid, state: readMessageStatus(status) ?? 'sending' };
  } catch (error) {
    return afterFailure(error);
  }
}

function afterFailure(error: unknown): SendResult {
  const failed = resultOfFailure(error);
  if (failed.result !== 'rejected') return { result: failed.result, why: failed.reason };
  return { result: 'refused', reason: readMessageError(failed.code), code: failed.code, why: failed.reason };
}

/** The message as Twilio has it; null: not known there. @throws TwilioFailed when Twilio could not be asked. */
export async function fetchMessage(client: Twilio, sid: string): Promise<MessageSeen | null> {
  const message = await orNull(client.messages(sid).fetch());
  return message && seen(message);
}

/**
 * Looks for a message whose request's answer was lost: of those from and to these numbers with this text, created since and not known
 * to be another, the one whose creation is nearest to the request. Not filtered by the date sent: what is still queued has none.
 * @throws TwilioFailed when Twilio could not be asked.
 */
export async function findMessage(client: Twilio, { to, from, text, since, others }: LostMessage): Promise<MessageSeen | null> {
  const asked = Date.parse(since);
  const messages = await orThrow(client.messages.list({ to, from, limit: RECENT_MESSAGES }));
  const candidates = messages.filter(
    ({ sid, body, dateCreated }) => body === text && !others.includes(sid) && dateCreated.getTime() >= asked - CLOCK_TOLERANCE_MS,
  );
  const distance = ({ dateCreated }: Message) => Math.abs(dateCreated.getTime() - asked);
  const [nearest] = candidates.toSorted((a, b) => distance(a) - distance(b));
  return nearest === undefined ? null : seen(nearest);
}

function seen({ sid, status, errorCode }: Message): MessageSeen | null {
  const state = readMessageStatus(status);
  const code: number | null = errorCode || null;
  return state && { sid, state, errorCode: code, reason: hasFailed(state) ? readMessageError(code) : null };
}
