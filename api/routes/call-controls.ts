import { readRoute } from '../../store/route/routes.ts';
import { writeTones } from '../../store/call/call-targets.ts';
import { dismissUpdate, helpUpdate, holdUpdate, recordingUpdate, rejoinUpdate, tonesUpdate } from '../../workflows/messages.ts';
import { actorOf } from '../auth/caller.ts';
import { conversation, joinedConversation, notTheirs, ownConversation } from '../call/conversation.ts';
import { command } from '../command.ts';
import { endpoint } from '../endpoint.ts';
import * as operations from '../operations/call.ts';
import { conflict } from '../problems.ts';

/*
 * The controls of a running conversation: each says what is wanted, and the workflow brings it about.
 */

export const holdEndpoint = endpoint(operations.hold)(async ({ deps, caller, params, body }) => {
  const { row } = await ownConversation(deps, caller, params.id);
  return command(deps, holdUpdate, row.id, { actor: actorOf(caller), ...body });
});

/** The digits stand in the database, where the history of the case reads them, and in no message: a PIN may be among them. */
export const sendDigitsEndpoint = endpoint(operations.sendDigits)(async ({ deps, caller, params, body: { attempt, key, digits } }) => {
  const { row } = await ownConversation(deps, caller, params.id);
  const token = `${row.id}-${key}`;
  await writeTones(deps.store.db, { token, callbackId: row.id, attempt, digits, sentBy: caller.id });
  return command(deps, tonesUpdate, row.id, { actor: actorOf(caller), attempt, token, count: digits.length });
});

/** Whoever joined in may leave by themselves; the agent who has the case may send them away, or leave it to one of them. */
export const dismissPartyEndpoint = endpoint(operations.dismissParty)(async ({ deps, caller, params: { id, label }, body: { attempt } }) => {
  const { row, call } = await conversation(deps, caller, id);
  const isTheirOwn = call.members[label]?.agentId === caller.id;
  if (row.agent_id !== caller.id && !isTheirOwn) throw notTheirs();
  return command(deps, dismissUpdate, id, { actor: actorOf(caller), attempt, label });
});

export const recordCallEndpoint = endpoint(operations.recordCall)(async ({ deps, caller, params, body }) => {
  const { row } = await ownConversation(deps, caller, params.id);
  const route = await readRoute(deps.store.db, row.route_id);
  const allowed = route?.policy.recording ?? 'off';
  if (allowed === 'off') throw conflict('not_recorded_here', 'Calls of this route are not recorded.');
  if (allowed === 'always' && body.recording === 'off') throw conflict('always_recorded', 'Calls of this route are always recorded; you can pause the recording.');
  return command(deps, recordingUpdate, row.id, { actor: actorOf(caller), ...body });
});

export const askForHelpEndpoint = endpoint(operations.askForHelp)(async ({ deps, caller, params, body }) => {
  const { row } = await ownConversation(deps, caller, params.id);
  return command(deps, helpUpdate, row.id, { actor: actorOf(caller), ...body });
});

export const rejoinEndpoint = endpoint(operations.rejoin)(async ({ deps, caller, params, body: { attempt } }) => {
  const { row } = await joinedConversation(deps, caller, params.id);
  return command(deps, rejoinUpdate, row.id, { agentId: caller.id, attempt });
});
