import type { Call } from '../../domain/call/call.ts';
import { memberLabel } from '../../domain/call/call.ts';
import type { CallbackRow } from '../../store/tables.ts';
import type { Person } from '../auth/caller.ts';
import { seesAll } from '../auth/caller.ts';
import type { Deps } from '../deps.ts';
import { conflict, forbidden, notFound } from '../problems.ts';
import { readCallback } from '../../store/callback/callbacks.ts';

/** A callback whose conversation goes on. */
export interface InCall {
  readonly row: CallbackRow;
  readonly call: Call;
}

/**
 * The conversation of a callback, if the caller takes part in it: its agent, whoever was asked in, a supervisor.
 *
 * @throws {HttpProblem} 404 when the callback is not theirs to see; 409 when no conversation is going on
 */
export async function conversation({ store }: Deps, caller: Person, id: string): Promise<InCall> {
  const row = await readCallback(store.db, id);
  if (!row || !(seesAll(caller) || takesPart(row, caller))) throw notFound('There is no such callback.');
  if (row.call === null) throw conflict('wrong_state', 'There is no conversation going on.');
  return { row, call: row.call };
}

/** The same, for controls that only the agent who has the case may use. @throws {HttpProblem} 403 for anybody else */
export async function ownConversation(deps: Deps, caller: Person, id: string): Promise<InCall> {
  const found = await conversation(deps, caller, id);
  if (found.row.agent_id !== caller.id) throw notTheirs();
  return found;
}

/** The same, for what whoever joined in may do, too. @throws {HttpProblem} 403 for anybody else */
export async function joinedConversation(deps: Deps, caller: Person, id: string): Promise<InCall> {
  const found = await conversation(deps, caller, id);
  if (found.row.agent_id !== caller.id && memberLabel(found.call, caller.id) === null) throw notTheirs();
  return found;
}

/** For whom it is not. */
export function notTheirs(): Error {
  return forbidden('not_your_callback', 'This callback is not yours to act on.');
}

function takesPart({ agent_id, assignee_id, call }: CallbackRow, { id }: Person): boolean {
  return agent_id === id || assignee_id === id || (call !== null && joins(call, id));
}

/** Whether an agent takes part in another's conversation: asked in, of a conference, or as a supervisor. */
export function joins({ guest, members, supervisors }: Call, id: string): boolean {
  return guest?.agentId === id || [...Object.values(members), ...Object.values(supervisors)].some(({ agentId }) => agentId === id);
}
