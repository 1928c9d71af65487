import type { MessageReason, MessageState } from '../domain/message.ts';

/*
 * What Ringback asks of whoever carries messages: the telephone network for SMS, a mail server for e-mail.
 */

/** One SMS. */
export interface SmsRequest {
  /** Our id of the message: what the network tells of it comes back under this. */
  readonly messageId: string;
  /** E.164. */
  readonly to: string;
  /** E.164 caller ID. */
  readonly from: string;
  readonly text: string;
}

/** What became of handing a message over. Only `unknown` leaves open whether it is on its way. `why` holds no number or address. */
export type SendResult =
  /** Somebody carries it; `sid` is the network's name for it, where it has one. */
  | { readonly result: 'accepted'; readonly sid: string | null; readonly state: MessageState }
  /** Nobody took it (429, connection refused, mailbox busy): the same message may be handed over again. */
  | { readonly result: 'not_sent'; readonly why: string }
  /** Refused for good; `code` is that of whoever refused. */
  | { readonly result: 'refused'; readonly reason: MessageReason; readonly code: number | null; readonly why: string }
  | { readonly result: 'unknown'; readonly why: string };

/** An SMS as the network shows it when asked. */
export interface MessageSeen {
  readonly sid: string;
  readonly state: MessageState;
  readonly reason: MessageReason | null;
  readonly errorCode: number | null;
}

/** An SMS whose request's answer was lost. */
export interface LostMessage {
  readonly to: string;
  readonly from: string;
  readonly text: string;
  /** ISO 8601, UTC: when the request was sent. */
  readonly since: string;
  /** Sids of other messages: none of them is this one. */
  readonly others: readonly string[];
}

export interface Messaging {
  /** Asks once for an SMS to be carried. Never throws: what is not known is `unknown`. The request times out after 10 s. */
  sendMessage(request: SmsRequest): Promise<SendResult>;
  /** The SMS as the network has it; null: not known there. Throws when the network could not be asked. */
  fetchMessage(sid: string): Promise<MessageSeen | null>;
  /** Looks for an SMS whose answer was lost, by its number and text, among those since; null proves nothing for a while. Throws as above. */
  findMessage(lost: LostMessage): Promise<MessageSeen | null>;
}

/** One e-mail, in plain text. */
export interface MailRequest {
  /** Our id of the message: its Message-ID is made of it. */
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

export interface Mail {
  /** Hands one e-mail to the mail server. Never throws: what is not known is `unknown`. It takes less than a minute. */
  sendMail(request: MailRequest): Promise<SendResult>;
}
