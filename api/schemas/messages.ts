import * as z from 'zod';
import { LONGEST_SMS, MESSAGE_KINDS, MESSAGE_REASONS, MESSAGE_STATES } from '../../domain/message.ts';
import { actor, instant, someText, text } from './common.ts';

const LONGEST_MAIL = 20_000;

const key = someText(128).meta({ description: 'Chosen by who sends; said again with the same one, it is the same message and is sent once' });

/** One line: what follows a line break would be a header of its own. */
const subject = text(200).refine((value) => !/[\r\n]/.test(value), 'must be one line');

export const emailAddress = z.email('must be an e-mail address').max(320);

export const newMessage = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('sms'),
      to: someText(50).meta({ description: 'A telephone number as people write it, of the route’s country unless it has a country code' }),
      text: someText(LONGEST_SMS),
      key,
    }),
    z.strictObject({ kind: z.literal('email'), to: emailAddress, subject: subject.default(''), text: someText(LONGEST_MAIL), key }),
  ])
  .meta({ id: 'NewMessage' });

export const message = z
  .object({
    id: z.uuid(),
    kind: z.enum(MESSAGE_KINDS),
    to: z.string().meta({ description: 'E.164, or an e-mail address' }),
    subject: z.string().meta({ description: 'Empty for an SMS' }),
    text: z.string(),
    author: actor,
    state: z.enum(MESSAGE_STATES).meta({
      description:
        '`unknown`: the answer was lost, and it is not sent again. An SMS goes on from `sent` where the carrier says more; an e-mail does not',
    }),
    reason: z.enum(MESSAGE_REASONS).nullable().meta({ description: 'Why it did not arrive' }),
    errorCode: z.int().nullable().meta({ description: 'The code of who carries it: Twilio’s, or the reply of the mail server' }),
    createdAt: instant,
    settledAt: instant.nullable().meta({ description: 'When nothing more was to be learnt of it' }),
  })
  .meta({ id: 'Message', description: 'Something written to the customer' });

export const reachable = z
  .object({ numbers: z.array(z.string()).meta({ description: 'E.164; the callback’s own first' }), addresses: z.array(z.string()) })
  .meta({ id: 'Reachable', description: 'Where the customer can be reached, as far as is known' });
