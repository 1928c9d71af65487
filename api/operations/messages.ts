import { callbackParams } from '../schemas/callbacks.ts';
import { message, newMessage } from '../schemas/messages.ts';
import { operation } from './operation.ts';

export const sendMessage = operation({
  id: 'send_message',
  tag: 'callbacks',
  method: 'post',
  path: '/v1/callbacks/{id}/messages',
  summary: 'Write to the customer: an SMS, or an e-mail',
  description:
    'It is kept before this answers, and handed over once at most. The answer waits a few seconds for whoever carries it; how it goes on is in the case.',
  access: 'callbacks',
  params: callbackParams,
  body: newMessage,
  answers: {
    200: { description: 'It was there already, as it stands now', schema: message },
    201: { description: 'Kept; `state` says how far it has come', schema: message },
  },
  problems: {
    403: 'It is not yours to act on',
    404: 'There is no such callback, or it is not yours to see',
    409: 'There is no mail server (`no_mail_server`), or the key was used for another message (`idempotency_key_reused`)',
  },
});
