import type * as z from 'zod';
import type { Call } from '../../domain/call/call.ts';
import { countryOf, parseNumber } from '../../domain/numbers.ts';
import { readAgent } from '../../store/agent/agents.ts';
import type { CallTarget } from '../../store/call/call-targets.ts';
import { holdForCall, writeTarget } from '../../store/call/call-targets.ts';
import { legsOf } from '../../store/call/leg-read.ts';
import { hashNumber } from '../../store/callback/number-hash.ts';
import { presenceOf } from '../../store/agent/presence.ts';
import { releaseUnconfirmed } from '../../store/agent/reservations.ts';
import { readRoute } from '../../store/route/routes.ts';
import type { CallbackRow } from '../../store/tables.ts';
import { TemporalUnavailable } from '../../temporal/errors.ts';
import type { Asked } from '../../workflows/messages.ts';
import { answerInvitationUpdate, guestUpdate, inviteUpdate } from '../../workflows/messages.ts';
import type { Person } from '../auth/caller.ts';
import { actorOf } from '../auth/caller.ts';
import { conversation, joins, ownConversation, type InCall } from '../call/conversation.ts';
import { command } from '../command.ts';
import type { Deps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import * as operations from '../operations/call.ts';
import { conflict, forbidden } from '../problems.ts';
import type { invitation } from '../schemas/call.ts';
import { malformedAt } from '../validate.ts';

/** How long an agent who is asked has to answer, and for how long a route's agents are sought, while the customer hears music. */
const ANSWER_WITHIN_MS = 30_000;
const SEEK_FOR_MS = 120_000;

/** Whom is written down first: the workflow, and whatever may be repeated, knows the row's id. */
export const inviteEndpoint = endpoint(operations.invite)(async ({ deps, caller, params, body }) => {
  const { row, call } = await ownConversation(deps, caller, params.id);
  const targetId = `${row.id}-${body.key}`;
  const target = await writeTarget(deps.store.db, {
    id: targetId,
    callback_id: row.id,
    attempt: body.attempt,
    asked_by: caller.id,
    purpose: body.purpose,
    ...(await wanted(deps, caller, row, body.target)),
  });
  const asked = await askedOf(deps, target, call);
  try {
    return await command(deps, inviteUpdate, row.id, { actor: actorOf(caller), attempt: body.attempt, targetId, purpose: target.purpose, asked });
  } catch (error) {
    // Without an answer the invitation may still take effect: then it is confirmed, or else it lapses by itself.
    if (asked.kind === 'agent' && !(error instanceof TemporalUnavailable)) await releaseUnconfirmed(deps.store.db, asked.reservationId);
    throw error;
  }
});

type Wanted = z.output<typeof invitation>['target'];

/** @throws {HttpProblem} 400 when the target names nobody, 409 when they cannot be asked now */
async function wanted(deps: Deps, caller: Person, row: CallbackRow, target: Wanted) {
  const { store } = deps;
  if ('agentId' in target) {
    if (target.agentId === caller.id) throw malformedAt('/target/agentId', 'is yourself');
    const agent = await readAgent(store.db, target.agentId);
    if (!agent || agent.disabled) throw malformedAt('/target/agentId', 'names no agent');
    if (!agent.endpoint) throw conflict('target_without_telephone', `${agent.name} has no telephone to be rung on.`);
    const { presence } = await presenceOf(store.db, agent.id);
    if (presence === 'offline') throw conflict('agent_offline', `${agent.name} is not logged in.`);
    return { agent_id: agent.id, name: agent.name };
  }
  if ('routeId' in target) {
    const route = await readRoute(store.db, target.routeId);
    if (!route) throw malformedAt('/target/routeId', 'names no route');
    return { route_id: route.id, name: route.name };
  }
  return numberWanted(deps, row, target);
}

/** @throws {HttpProblem} 400 when it is no number, 409 when it is the customer's own */
async function numberWanted(deps: Deps, row: CallbackRow, target: Extract<Wanted, { number: string }>) {
  const home = countryOf((await readRoute(deps.store.db, row.route_id))?.policy.callerId ?? '');
  const parsed = parseNumber(target.number, home ?? '');
  if (!parsed.ok) throw malformedAt('/target/number', 'is not a telephone number; write it with its country code, such as +81 3-1234-5678');
  if (await isCustomers(deps, row, parsed.e164)) throw conflict('target_is_customer', 'This is the customer’s own number: they are in this call already.');
  return { number: parsed.e164, name: target.name };
}

/** Whether the customer is on the line by that number: the callback's, or the one that this attempt has truly called. */
async function isCustomers({ store, config }: Deps, { id, attempt, number }: CallbackRow, e164: string): Promise<boolean> {
  if (e164 === number) return true;
  const hash = hashNumber(config.numberHashKey, e164);
  return (await legsOf(store.db, id, attempt)).some((leg) => leg.role === 'customer' && leg.number_hash === hash);
}

/** @throws {HttpProblem} 409 when the agent is in this call already, or has something else in hand */
async function askedOf({ store }: Deps, target: CallTarget, call: Call): Promise<Asked> {
  if (target.agent_id === null) return target.route_id === null ? { kind: 'number' } : { kind: 'route', seekForMs: SEEK_FOR_MS };
  const held = { callbackId: target.callback_id, agentId: target.agent_id, purpose: 'guest', targetId: target.id } as const;
  const reservationId = await holdForCall(store.db, held);
  if (reservationId === null && joins(call, target.agent_id)) throw conflict('target_in_call', `${target.name} is in this call already.`);
  if (reservationId === null) throw conflict('target_busy', `${target.name} has something else in hand.`);
  return { kind: 'agent', agentId: target.agent_id, reservationId, answerWithinMs: ANSWER_WITHIN_MS };
}

export const answerInvitationEndpoint = endpoint(operations.answerInvitation)(async ({ deps, caller, params, body: { accepts } }) => {
  await conversation(deps, caller, params.id);
  return command(deps, answerInvitationUpdate, params.id, { targetId: params.targetId, agentId: caller.id, accepts });
});

/** The guest may end it, too. */
export const changeGuestEndpoint = endpoint(operations.changeGuest)(async ({ deps, caller, params: { id, targetId }, body }) => {
  const found = await conversation(deps, caller, id);
  if (!mayChange(found, caller, body.wish)) throw forbidden('not_your_callback', 'This callback is not yours to act on.');
  return command(deps, guestUpdate, id, { actor: actorOf(caller), targetId, ...body });
});

function mayChange({ row, call }: InCall, { id }: Person, wish: string): boolean {
  return row.agent_id === id || (wish === 'end' && call.guest?.agentId === id);
}
