import { isE164, isSid } from '../formats.ts';
import type { Message } from '../network/message.ts';
import { sendMessage } from '../network/message.ts';
import type { Network } from '../network/network.ts';
import { any, boolean, date, integer, sid, unused, url } from './checks.ts';
import type { Rules } from './checks.ts';
import { badRequest, notFound } from './errors.ts';
import { dateFilters, page, PAGING, passesDate } from './paging.ts';
import { created, ok } from './route.ts';
import type { RestAnswer, RestRequest, RestRoute } from './route.ts';
import { messageShape } from './shapes.ts';

const CREATE_RULES: Rules = {
  To: any, From: any, Body: any, MessagingServiceSid: sid('MG'), MediaUrl: { ...url(21_620), repeated: true },
  StatusCallback: url(21_609), ValidityPeriod: integer(1, 36_000), MaxPrice: any, SmartEncoded: boolean, ApplicationSid: unused,
  ProvideFeedback: unused, Attempt: unused, ForceDelivery: unused, ContentRetention: unused, AddressRetention: unused,
  PersistentAction: unused, TrafficType: unused, ShortenUrls: unused, ScheduleType: unused, SendAt: unused, SendAsMms: unused,
  ContentVariables: unused, RiskCheck: unused, FallbackFrom: unused, ContentSid: unused,
};
const LIST_RULES: Rules = { To: any, From: any, ...dateFilters('DateSent', date), ...PAGING };

/** Source: https://www.twilio.com/docs/messaging/api/message-resource */
export const messageRoutes: readonly RestRoute[] = [
  { method: 'post', path: '/Messages.json', rules: CREATE_RULES, handle: createMessage },
  { method: 'get', path: '/Messages.json', rules: LIST_RULES, handle: listMessages },
  { method: 'get', path: '/Messages/:message.json', rules: {}, handle: (request) => ok(messageShape(request.network, messageIn(request))) },
];

const LONGEST_BODY = 1600;

function createMessage({ network, parameters }: RestRequest): RestAnswer {
  const to = parameters.text('To') ?? '';
  if (to === '') throw badRequest(21_604, "A 'To' phone number is required.");
  if (!isE164(to)) throw badRequest(21_211, `The 'To' number ${to} is not a valid phone number.`);
  const service = parameters.text('MessagingServiceSid');
  const from = parameters.text('From');
  if (service === null) checkSender(network, from ?? '');
  const body = parameters.text('Body') ?? '';
  const mediaCount = parameters.list('MediaUrl')?.length ?? 0;
  if (body === '' && mediaCount === 0) throw badRequest(21_602, 'Message body is required.');
  if (body.length > LONGEST_BODY) throw badRequest(21_617, 'The concatenated message body exceeds the 1600 character limit.');
  const hookUrl = parameters.text('StatusCallback');
  const statusCallback = hookUrl === null ? null : ({ url: hookUrl, method: 'POST' } as const);
  const message = sendMessage(network, { from, to, body, messagingServiceSid: service, mediaCount, statusCallback });
  return created(messageShape(network, message));
}

function checkSender(network: Network, from: string): void {
  if (from === '') throw badRequest(21_603, "A 'From' phone number is required.");
  if (!isE164(from)) throw badRequest(21_212, `The 'From' number ${from} is not a valid phone number, shortcode, or alphanumeric sender ID.`);
  if (!network.numbers.has(from)) throw badRequest(21_606, `The 'From' phone number provided (${from}) is not a valid message-capable Twilio phone number for this destination.`);
}

function messageIn({ network, names, path }: RestRequest): Message {
  const key = names['message'] ?? '';
  const message = isSid('SM', key) || isSid('MM', key) ? network.messages.get(key) : undefined;
  if (message === undefined) throw notFound(path);
  return message;
}

function listMessages({ network, path, raw, parameters }: RestRequest): RestAnswer {
  const matches = (name: string, value: string | null): boolean => !parameters.has(name) || parameters.text(name) === value;
  const found = [...network.messages.values()].toReversed().filter(
    (message) =>
      matches('To', message.to) && matches('From', message.from) && passesDate(parameters, 'DateSent', message.sentAt),
  );
  return ok(page('messages', path, raw, parameters, found, (message) => messageShape(network, message)));
}
