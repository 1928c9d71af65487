import type { Status } from '../../domain/status.ts';
import { isTerminal, mayBecome } from '../../domain/status.ts';

/* What can be asked of a callback by where it stands. The workflow decides; this only hides what it would surely refuse. */

/** Whether it can be dialled from a list: nobody has it in hand, and it waits. */
export function mayDial(status: Status): boolean {
  return status === 'scheduled' || status === 'queued';
}

/** Whether it can be moved to another time: before or during a call, until it has ended. */
export function mayReschedule(status: Status): boolean {
  return !isTerminal(status);
}

/** Whether it can be completed as it stands. */
export function mayComplete(status: Status): boolean {
  return mayBecome(status, 'completed');
}

/** Whether the request can be cancelled for good. During a conversation it cannot. */
export function mayCancel(status: Status): boolean {
  return mayBecome(status, 'cancelled');
}
