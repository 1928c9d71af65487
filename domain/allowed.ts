import type { Status } from './status.ts';

/** A conversation goes on. */
const IN_A_CONVERSATION: readonly Status[] = ['connected'];

/**
 * While which statuses something can be done with a callback, by the update that says it to its workflow. The workflow's validators,
 * the console and the table in docs/actions.md all stand by this. `hangUp` alone is refused in no open status: ending what is over
 * already is no mistake, and changes nothing.
 */
export const ALLOWED_WHILE = {
  accept: ['offered'],
  reject: ['offered', 'preview'],
  dial: ['scheduled', 'queued', 'offered', 'preview', 'wrap_up'],
  hangUp: ['dialling', 'connected'],
  reschedule: ['scheduled', 'queued', 'offered', 'preview', 'dialling', 'connected', 'wrap_up'],
  complete: ['scheduled', 'queued', 'offered', 'preview', 'wrap_up'],
  cancel: ['scheduled', 'queued', 'offered', 'preview', 'dialling', 'wrap_up', 'withdrawn'],
  withdraw: ['scheduled', 'queued', 'offered', 'preview', 'withdrawn'],
  release: ['scheduled', 'queued'],
  hold: IN_A_CONVERSATION,
  tones: IN_A_CONVERSATION,
  invite: IN_A_CONVERSATION,
  answerInvitation: IN_A_CONVERSATION,
  guest: IN_A_CONVERSATION,
  dismiss: IN_A_CONVERSATION,
  recording: IN_A_CONVERSATION,
  help: IN_A_CONVERSATION,
  supervise: IN_A_CONVERSATION,
  rejoin: IN_A_CONVERSATION,
} as const satisfies Readonly<Record<string, readonly Status[]>>;

/** What can be done with a callback, by the name of its update. */
export type Action = keyof typeof ALLOWED_WHILE;

/** Whether a callback that stands there can have that done to it at all; who may do it is another question. */
export function isAllowed(action: Action, status: Status): boolean {
  return (ALLOWED_WHILE[action] as readonly Status[]).includes(status);
}
