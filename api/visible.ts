import { readCallback } from '../store/callback/callbacks.ts';
import type { CallbackRow } from '../store/tables.ts';
import { hasHadInHand } from '../store/callback/timeline.ts';
import type { Caller } from './auth/caller.ts';
import { seesAll } from './auth/caller.ts';
import type { Deps } from './deps.ts';
import { forbidden, notFound } from './problems.ts';

/**
 * The callback, if the caller may see it: administrators and machines see all; agents what is assigned or offered to them, what
 * they have in hand or have had: what they have read before dialling, what they have dialled, and whose conversation was given to them.
 *
 * @throws {HttpProblem} 404 when there is none, or it is not theirs to see
 */
export async function visibleCallback({ store }: Deps, caller: Caller, id: string): Promise<CallbackRow> {
  const row = await readCallback(store.db, id);
  if (row && (seesAll(caller) || isTheirs(row, caller) || (await hasHadInHand(store.db, id, caller.id)))) return row;
  throw notFound('There is no such callback.');
}

function isTheirs({ assignee_id, agent_id }: CallbackRow, { id }: Caller): boolean {
  return assignee_id === id || agent_id === id;
}

/** Whether the callback is the caller's to act on: in their hands, or in nobody's and assigned to them. */
export function isInTheirHands({ assignee_id, agent_id }: CallbackRow, { id }: Caller): boolean {
  return (agent_id ?? assignee_id) === id;
}

/** @throws {HttpProblem} 403 unless the callback is the caller's to act on */
export function mustHold(row: CallbackRow, caller: Caller): void {
  if (!isInTheirHands(row, caller)) throw forbidden('not_your_callback', 'This callback is not yours to act on.');
}

/** @throws {HttpProblem} 403 unless the callback is the caller's to act on, or the caller steers every callback */
export function mustHoldOrSteer(row: CallbackRow, caller: Caller): void {
  if (!seesAll(caller)) mustHold(row, caller);
}

/** @throws {HttpProblem} 403 unless the callback is the caller's to act on, or an administrator acts as an agent on one that nobody has in hand */
export function mustHoldOrActAsAgent(row: CallbackRow, caller: Caller): void {
  if (row.agent_id !== null || !seesAll(caller)) mustHold(row, caller);
}
