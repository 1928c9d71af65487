import type { RequestedStep } from '../../store/call/call-tables.ts';
import type { Conversation, ConversationKey } from '../../store/call/conversation.ts';
import { answerStep, intendStep } from '../../store/call/conversation.ts';
import type { Db, LegRow } from '../../store/tables.ts';
import type { Controlled } from '../contract.ts';

/** Sends a request about a running conversation: written before it is sent, and its answer after. What fails stays without an answer. */
export async function asStep(db: Db, key: ConversationKey, step: RequestedStep, send: () => Promise<Controlled>): Promise<Controlled> {
  const id = await intendStep(db, key, step);
  const result = await send();
  await answerStep(db, id, result);
  return result;
}

/** Nothing can be asked of that leg any more. */
export function isOver(leg: LegRow): boolean {
  return leg.settled_at !== null || leg.progress === 'ended';
}

/** The customer's leg of the conversation; null: it is over, or there never was one. */
export function customerOf({ legs }: Conversation): LegRow | null {
  return legs.findLast((leg) => leg.role === 'customer' && !isOver(leg)) ?? null;
}

/** The leg's call. @throws when nobody has told us of it yet: it is to be asked again. */
export function callOf({ call_sid: callSid }: LegRow): string {
  if (callSid === null) throw new Error('The call of that leg is not known yet.');
  return callSid;
}

/** The conference that the conversation is held in. @throws when nobody has told us of it yet: it is to be asked again. */
export function conferenceOf({ conferenceSid }: Conversation): string {
  if (conferenceSid === null) throw new Error('The conference of that conversation is not known yet.');
  return conferenceSid;
}
