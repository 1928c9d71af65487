import type { PlanRefusal } from '../../domain/plan.ts';
import { readAgent } from '../../store/agent/agents.ts';
import { assignOne } from '../../store/callback/assignments.ts';
import { withdrawUpdate } from '../../workflows/messages.ts';
import { actorOf } from '../auth/caller.ts';
import { command } from '../command.ts';
import { endpoint } from '../endpoint.ts';
import { assign } from '../operations/callbacks.ts';
import { conflict } from '../problems.ts';
import { malformedAt } from '../validate.ts';
import { visibleCallback } from '../visible.ts';

/** Distributes a callback or moves it. An offer or preview that another agent has open is withdrawn first. */
export const assignEndpoint = endpoint(assign)(async ({ deps, caller, params, body: { agentId } }) => {
  const { db } = deps.store;
  const actor = actorOf(caller);
  const { id } = await visibleCallback(deps, caller, params.id);
  if (!(await readAgent(db, agentId))) throw malformedAt('/agentId', 'names no agent');
  let assigned = await assignOne(db, { callbackId: id, agentId, actor });
  if (assigned === 'held') {
    await command(deps, withdrawUpdate, id, { actor, reason: null });
    assigned = await assignOne(db, { callbackId: id, agentId, actor });
  }
  if (assigned === 'held') throw conflict('busy', 'It was offered to somebody again at this moment. Please try again.');
  if (assigned !== null && assigned !== 'assigned') throw conflict(assigned.refused, SENTENCES[assigned.refused] ?? 'This cannot be done now.');
  const { version, status } = await visibleCallback(deps, caller, id);
  return { status: 200, body: { version, status } };
});

const SENTENCES: Partial<Record<PlanRefusal, string>> = {
  callback_over: 'This callback has ended.',
  being_called: 'It is being called: it can be distributed when the call and its wrap-up are over.',
  no_eligible_agent: 'This agent does not serve the callback’s route, or may not phone.',
};
