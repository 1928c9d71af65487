import { isAllowed } from '../../domain/allowed.ts';
import type { Status } from '../../domain/status.ts';
import { isLive } from '../../domain/status.ts';

/* What can be asked of a callback by where it stands. The workflow decides; this only hides what it would surely refuse. */

/** Whether it can be dialled from a list: nobody has it in hand, and it waits. */
export function mayDial(status: Status): boolean {
  return isAllowed('dial', status) && !isLive(status);
}

/** Whether it can be moved to another time: before or during a call, until it has ended. One that was withdrawn is distributed first. */
export function mayReschedule(status: Status): boolean {
  return isAllowed('reschedule', status);
}

/** Whether it can be completed as it stands. */
export function mayComplete(status: Status): boolean {
  return isAllowed('complete', status);
}

/** Whether the request can be cancelled for good. During a conversation it cannot. */
export function mayCancel(status: Status): boolean {
  return isAllowed('cancel', status);
}
