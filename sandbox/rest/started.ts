import type { Conference } from '../network/conference.ts';
import { badRequest } from './errors.ts';

/**
 * Hold, announcements and coaching need a conference that has started. Twilio documents the refusal but no code of its own, so this is
 * the general one for a value that cannot be taken.
 */
export function refuseUnlessStarted(conference: Conference): void {
  if (conference.status !== 'in-progress') throw badRequest(20_001, 'The conference has not started.');
}
