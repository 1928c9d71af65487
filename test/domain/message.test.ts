import type { MessageState } from '../../domain/message.ts';
import { hasFailed, isFurther, isSettled, MESSAGE_STATES } from '../../domain/message.ts';

test.each([
  ['intended', ['unknown', 'sending', 'sent', 'delivered', 'undelivered', 'failed']],
  ['unknown', ['sending', 'sent', 'delivered', 'undelivered', 'failed']],
  ['sending', ['sent', 'delivered', 'undelivered', 'failed']],
  ['sent', ['delivered', 'undelivered', 'failed']],
  ['delivered', []],
  ['undelivered', []],
  ['failed', []],
] as const satisfies [MessageState, MessageState[]][])('from %s only these are further: %j', (known, further) => {
  expect(MESSAGE_STATES.filter((told) => isFurther(known, told))).toEqual(MESSAGE_STATES.filter((told) => (further as readonly string[]).includes(told)));
});

test('what did not arrive has failed', () => {
  expect(MESSAGE_STATES.filter(hasFailed)).toEqual(['undelivered', 'failed']);
});

test('an e-mail is settled once the mail server has it; an SMS when the carrier says how it ended', () => {
  expect(MESSAGE_STATES.filter((state) => isSettled('sms', state))).toEqual(['delivered', 'undelivered', 'failed']);
  expect(MESSAGE_STATES.filter((state) => isSettled('email', state))).toEqual(['sent', 'delivered', 'undelivered', 'failed']);
});
