import type * as z from 'zod';
import { countryOf, parseNumber } from '../../domain/numbers.ts';
import { carryOut } from '../../messaging/carry-out.ts';
import type { MessageRow, NewMessage } from '../../store/message/messages.ts';
import { fileMessage, readMessage } from '../../store/message/messages.ts';
import { readRoute } from '../../store/route/routes.ts';
import type { CallbackRow } from '../../store/tables.ts';
import type { Caller } from '../auth/caller.ts';
import { actorOf } from '../auth/caller.ts';
import type { Deps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { sendMessage } from '../operations/messages.ts';
import { atMost } from '../patience.ts';
import { conflict } from '../problems.ts';
import type { newMessage } from '../schemas/messages.ts';
import { malformedAt } from '../validate.ts';
import { messageView } from '../views/message.ts';
import { mustHoldOrSteer, visibleCallback } from '../visible.ts';

type Body = z.output<typeof newMessage>;

/** How long an answer waits for whoever carries the message. */
const PATIENCE_MS = 4_000;

/** Writes a message down, then hands it over: in this order, so that whatever dies in between it is never sent twice. */
export const sendMessageEndpoint = endpoint(sendMessage)(async ({ deps, caller, params, body }) => {
  const row = await visibleCallback(deps, caller, params.id);
  mustHoldOrSteer(row, caller);
  if (body.kind === 'email' && deps.mail === null) throw conflict('no_mail_server', 'There is no mail server: e-mails cannot be sent from here.');
  const wanted = await messageFrom(deps, caller, row, body);
  const { message, isNew } = await fileMessage(deps.store.db, wanted);
  if (!isSame(message, wanted)) throw conflict('idempotency_key_reused', 'This key was used for another message.');
  await atMost(PATIENCE_MS, handOver(deps, message));
  const now = (await readMessage(deps.store.db, message.id)) ?? message;
  return { status: isNew ? 201 : 200, body: messageView(now, { names: new Map([[caller.id, caller.name]]) }) };
});

async function messageFrom(deps: Deps, caller: Caller, row: CallbackRow, body: Body): Promise<NewMessage> {
  const { kind, text, key } = body;
  const requestKey = `${caller.type}:${caller.id}:${key}`;
  const isMail = kind === 'email';
  const recipient = isMail ? body.to : await readNumber(deps, row, body.to);
  return { callbackId: row.id, kind, recipient, subject: isMail ? body.subject : '', text, author: actorOf(caller), requestKey };
}

const NUMBER_PROBLEMS = {
  empty: 'must not be empty',
  not_a_number: 'is not a telephone number',
  impossible: 'is not a number that exists',
} as const;

/** @throws {HttpProblem} 400 when it is no number that a message could go to */
async function readNumber({ store }: Deps, row: CallbackRow, text: string): Promise<string> {
  const route = await readRoute(store.db, row.route_id);
  const parsed = parseNumber(text, (route && countryOf(route.policy.callerId)) ?? 'US');
  if (!parsed.ok) throw malformedAt('/to', NUMBER_PROBLEMS[parsed.reason]);
  return parsed.e164;
}

function isSame(message: MessageRow, wanted: NewMessage): boolean {
  const { callbackId, kind, recipient, subject, text } = wanted;
  const isToThem = message.callback_id === callbackId && message.kind === kind && message.recipient === recipient;
  return isToThem && message.subject === subject && message.text === text;
}

/** Never fails: what could not be handed over now, or written down, is the sweep's to settle. */
async function handOver({ store, telephony, mail, metrics, log }: Deps, { id, callback_id: callbackId }: MessageRow): Promise<void> {
  try {
    metrics.countMessage(await carryOut({ store, telephony, mail, log }, id));
  } catch (error) {
    log.warn({ err: error, callbackId, messageId: id }, 'the sweep will settle this message');
  }
}
