import type { RequestHandler } from 'express';
import type { Transaction } from 'kysely';
import * as z from 'zod';
import { hasFailed } from '../../domain/message.ts';
import type { MessageNews, MessageSays } from '../../store/message/messages.ts';
import { learnMessage, readMessage } from '../../store/message/messages.ts';
import type { Tables } from '../../store/tables.ts';
import { firstTime } from '../../store/call/webhooks.ts';
import { readMessageError, readMessageStatus } from '../../telephony/twilio/index.ts';
import { notFound } from '../problems.ts';
import type { WebhookDeps } from './deps.ts';
import { badField, MESSAGE_SID, read } from './parameters.ts';

const WHICH = z.object({ message: z.uuid('is no message id') });
const STATUS = z.object({
  MessageSid: MESSAGE_SID,
  MessageStatus: z.string(),
  /** Twilio leaves it out, or empty, where there is none. */
  ErrorCode: z.string().regex(/^\d{0,9}$/, 'is no error code').default(''),
});

/** `POST /twilio/message`: how a message fares. Repetitions, and what comes late or out of order, change nothing. */
export function messageStatus(deps: WebhookDeps): RequestHandler {
  return async (request, response) => {
    const { message: id } = read(WHICH, request.query);
    const { MessageSid: sid, MessageStatus, ErrorCode } = read(STATUS, request.body);
    const state = readMessageStatus(MessageStatus);
    if (!state) throw badField('MessageStatus', 'is no status of a message');
    const errorCode = ErrorCode === '' ? null : Number(ErrorCode);
    const said = { id, sid, state, errorCode, reason: hasFailed(state) ? readMessageError(errorCode) : null };
    const news = await deps.store.db.transaction().execute((tx) => take(tx, said, `${sid} ${MessageStatus}`));
    deps.metrics.countMessage(news);
    response.status(204).end();
  };
}

async function take(tx: Transaction<Tables>, said: MessageSays, key: string): Promise<MessageNews | null> {
  if (!(await readMessage(tx, said.id))) throw notFound('There is no such message.');
  return (await firstTime(tx, key)) ? learnMessage(tx, said) : null;
}
