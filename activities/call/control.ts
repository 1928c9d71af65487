import type { Operation } from '../../domain/call/seating.ts';
import type { Conversation } from '../../store/call/conversation.ts';
import { readConversation } from '../../store/call/conversation.ts';
import { writeProjection } from '../../store/callback/projection.ts';
import type { LegRow } from '../../store/tables.ts';
import type { SeatWish } from '../../telephony/port.ts';
import type { CallActivities, Controlled } from '../contract.ts';
import type { ActivityDependencies } from '../index.ts';
import { endLeg } from './end-leg.ts';
import { asStep, callOf, conferenceOf, isOver } from './step.ts';

type Change = Extract<Operation, { type: 'change' }>;
type Removal = Extract<Operation, { type: 'remove' }>;

/**
 * Changes or removes a party. `done` is what the network shows: its answer to a change is the party as it sits from then on. The step
 * that wants it so is written first, where there is one.
 * @throws when the network could not be asked, or does not know the party yet: it is to be asked again.
 */
export async function control(
  dependencies: ActivityDependencies,
  { callbackId, attempt, operation, step }: Parameters<CallActivities['control']>[0],
): ReturnType<CallActivities['control']> {
  const { db } = dependencies.store;
  const [conversation, projected] = await Promise.all([readConversation(db, { callbackId, attempt }), step && writeProjection(db, step)]);
  const came = await carryOut(dependencies, conversation, operation);
  return projected ? { came, projected } : came;
}

async function carryOut(dependencies: ActivityDependencies, conversation: Conversation, operation: Operation): Promise<Controlled> {
  const leg = conversation.legs.find(({ label }) => label === operation.label);
  if (leg === undefined || isOver(leg)) return 'gone';
  return operation.type === 'remove' ? remove(dependencies, conversation, leg, operation) : change(dependencies, conversation, leg, operation);
}

async function change({ store, telephony }: ActivityDependencies, conversation: Conversation, leg: LegRow, operation: Change): Promise<Controlled> {
  const { coaches, ...rest } = operation.change;
  const coached = coaches == null ? null : conversation.legs.find(({ label }) => label === coaches);
  if (coached === undefined || (coached !== null && isOver(coached))) return 'refused';
  const wish: SeatWish = { ...rest, ...(coaches !== undefined && { coaches: coached && callOf(coached) }) };
  const party = { conferenceSid: conferenceOf(conversation), callSid: callOf(leg) };
  const result = await asStep(store.db, conversation, operation, () => telephony.changeParty(party, wish));
  // A party that has answered comes into the conference a moment later: until then its absence proves nothing.
  if (result !== 'done' && leg.joined_at === null) throw new Error('That party has not joined the conference yet.');
  return result;
}

/** Who is not in the conference yet is not rung any longer. Whoever is not in it, any more, is on no line either. */
async function remove(dependencies: ActivityDependencies, conversation: Conversation, leg: LegRow, operation: Removal): Promise<Controlled> {
  const { store, telephony } = dependencies;
  if (leg.joined_at === null || leg.left_at !== null) {
    await endLeg(dependencies, { callbackId: conversation.callbackId, label: leg.label });
    return 'done';
  }
  const party = { conferenceSid: conferenceOf(conversation), callSid: callOf(leg) };
  const result = await asStep(store.db, conversation, operation, () => telephony.removeParty(party));
  if (result !== 'done') await telephony.endCall(party.callSid);
  return result;
}
