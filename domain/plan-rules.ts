import type { PlanActionType, PlanRefusal } from './plan.ts';
import type { Status } from './status.ts';
import { isBeingCalled, isTerminal } from './status.ts';

/** What decides whether an action of a plan is possible with a callback. */
export interface PlannedCallback {
  readonly status: Status;
  readonly assigneeId: string | null;
  /** An agent is held for it: it is about to be offered, or dialled from a list. */
  readonly isReserved: boolean;
  /** It was asked for during a conversation, and begins when that one ends. */
  readonly isKeptForLater: boolean;
  /** The plan has asked its workflow before: what is found as wished now is the plan's own doing. */
  readonly wasAsked: boolean;
}

/** Why this cannot be done with the callback as it is; null: it can. */
export function whyNot(type: PlanActionType, callback: PlannedCallback): PlanRefusal | null {
  if (isTerminal(callback.status)) return 'callback_over';
  return whyNotOwner(type, callback) ?? whyNotNow(type, callback);
}

/** What is an agent's already is not distributed, and what is nobody's is not taken from anybody. */
function whyNotOwner(type: PlanActionType, { assigneeId, wasAsked }: PlannedCallback): PlanRefusal | null {
  if (type === 'distribute') return assigneeId === null ? null : 'already_distributed';
  const takesFromSomebody = type === 'withdraw' || type === 'move';
  return takesFromSomebody && assigneeId === null && !wasAsked ? 'not_distributed' : null;
}

function whyNotNow(type: PlanActionType, callback: PlannedCallback): PlanRefusal | null {
  if (isBeingCalled(callback.status)) return 'being_called';
  switch (type) {
    case 'distribute':
      return isHeld(callback) ? 'wrong_state' : null;
    case 'change_route':
      return isHeld(callback) || callback.isKeptForLater ? 'wrong_state' : null;
    case 'reschedule':
      return callback.status === 'withdrawn' || callback.isKeptForLater ? 'wrong_state' : null;
    case 'withdraw':
    case 'cancel':
      return callback.isKeptForLater ? 'wrong_state' : null;
    case 'move':
      return null;
  }
}

/** Whether an offer or preview is open, or about to be: its workflow is to be asked before anything about it changes. */
export function isHeld({ status, isReserved }: Pick<PlannedCallback, 'status' | 'isReserved'>): boolean {
  return isReserved || status === 'offered' || status === 'preview';
}

/** Whether the action leaves the callback's life as it is: then it is SQL, and no workflow is asked. */
export function isAboutOwner(type: PlanActionType, callback: Pick<PlannedCallback, 'status' | 'isReserved'>): boolean {
  return type === 'distribute' || type === 'change_route' || (type === 'move' && !isHeld(callback));
}
