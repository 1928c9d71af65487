import { holdForCall } from '../../store/call/call-targets.ts';
import { readAgent } from '../../store/agent/agents.ts';
import { liveConversations } from '../../store/call/live-calls.ts';
import { TemporalUnavailable } from '../../temporal/errors.ts';
import { releaseUnconfirmed } from '../../store/agent/reservations.ts';
import { superviseUpdate } from '../../workflows/messages.ts';
import type { Caller, Person } from '../auth/caller.ts';
import { actorOf } from '../auth/caller.ts';
import { conversation } from '../call/conversation.ts';
import { command } from '../command.ts';
import type { Deps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import * as operations from '../operations/call.ts';
import { conflict, forbidden } from '../problems.ts';
import { liveCallViews } from '../views/call.ts';

/** A supervisor comes in by their own telephone, and is held for it: nothing is offered to them meanwhile. */
export const superviseEndpoint = endpoint(operations.supervise)(async ({ deps, caller, params, body: { attempt, how } }) => {
  const person = personOnly(caller);
  if (how === 'take_over' && !person.mayPhone) throw forbidden('may_not_phone', 'Only who may handle callbacks can take a call over: without a desk nobody could end it.');
  const { row, call } = await conversation(deps, person, params.id);
  const isIn = Object.values(call.supervisors).some(({ agentId }) => agentId === person.id);
  const isComing = !isIn && how !== null && how !== 'take_over';
  const reservationId = isComing ? await held(deps, person, row.id) : null;
  try {
    return await command(deps, superviseUpdate, row.id, { actor: actorOf(person), attempt, supervisorId: person.id, how, reservationId });
  } catch (error) {
    if (reservationId !== null && !(error instanceof TemporalUnavailable)) await releaseUnconfirmed(deps.store.db, reservationId);
    throw error;
  }
});

function personOnly(caller: Caller): Person {
  if (caller.type === 'machine') throw forbidden('machines_do_not_telephone', 'Only people can take part in a call.');
  return caller;
}

async function held({ store }: Deps, { id }: Person, callbackId: string): Promise<string> {
  const agent = await readAgent(store.db, id);
  if (!agent?.endpoint) throw conflict('no_telephone', 'There is no telephone to ring you on. Enter one in Settings → Agents.');
  const reservationId = await holdForCall(store.db, { callbackId, agentId: id, purpose: 'supervise', targetId: null });
  if (reservationId === null) throw conflict('agent_busy', 'You have another callback in hand.');
  return reservationId;
}

export const listLiveCallsEndpoint = endpoint(operations.listLiveCalls)(async ({ deps }) => {
  const items = await liveCallViews(deps.store.db, await liveConversations(deps.store.db));
  return { status: 200, body: { items } };
});
