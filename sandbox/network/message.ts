import { setTimeout as sleep } from 'node:timers/promises';
import type { Hook } from '../callbacks/deliver.ts';
import { newSid } from '../formats.ts';
import { behaviourOf, changed } from './network.ts';
import type { Network } from './network.ts';

export type MessageStatus = 'queued' | 'sent' | 'delivered' | 'undelivered';

export interface Message {
  readonly sid: string;
  readonly from: string | null;
  readonly to: string;
  readonly body: string;
  readonly messagingServiceSid: string | null;
  readonly mediaCount: number;
  readonly statusCallback: Hook | null;
  readonly createdAt: number;
  updatedAt: number;
  sentAt: number | null;
  status: MessageStatus;
  errorCode: number | null;
}

/** Unreachable destination handset. Source: https://www.twilio.com/docs/api/errors/30003 */
const UNREACHABLE = 30_003;

/** Accepts a text message and, in time, sends and delivers it. A number that fails when called does not get it either. */
export function sendMessage(
  network: Network,
  fields: Pick<Message, 'from' | 'to' | 'body' | 'messagingServiceSid' | 'mediaCount' | 'statusCallback'>,
): Message {
  const now = Date.now();
  const sid = newSid(fields.mediaCount > 0 ? 'MM' : 'SM');
  const message: Message = { ...fields, sid, createdAt: now, updatedAt: now, sentAt: null, status: 'queued', errorCode: null };
  network.messages.set(sid, message);
  changed(network, 'message', sid);
  void carry(network, message);
  return message;
}

async function carry(network: Network, message: Message): Promise<void> {
  const signal = network.stopped.signal;
  try {
    await sleep(network.timings.messageMs, undefined, { signal });
    message.sentAt = Date.now();
    progress(network, message, 'sent');
    await sleep(network.timings.messageMs, undefined, { signal });
    const reached = behaviourOf(network, message.to) !== 'fails';
    if (!reached) message.errorCode = UNREACHABLE;
    progress(network, message, reached ? 'delivered' : 'undelivered');
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function progress(network: Network, message: Message, status: MessageStatus): void {
  message.status = status;
  message.updatedAt = Date.now();
  changed(network, 'message', message.sid);
  const hook = message.statusCallback;
  if (hook === null) return;
  const parameters: Record<string, string> = {
    AccountSid: network.account.accountSid,
    ApiVersion: '2010-04-01',
    From: message.from ?? '',
    To: message.to,
    MessageSid: message.sid,
    MessageStatus: status,
    SmsSid: message.sid,
    SmsStatus: status,
  };
  if (message.messagingServiceSid !== null) parameters['MessagingServiceSid'] = message.messagingServiceSid;
  if (message.errorCode !== null) parameters['ErrorCode'] = String(message.errorCode);
  network.queues.add(message.sid, () => network.sender.post({ hook, parameters, sid: message.sid }));
}
