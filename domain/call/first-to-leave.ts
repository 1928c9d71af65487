/**
 * How a conference came to its end, as the network says afterwards: `left`: with somebody whose leaving ends it; `last_left`: with the
 * last one who was in it; `removed`: with somebody who was taken out; `ended`: it was ended as a whole.
 */
export type ConferenceEnd = 'left' | 'last_left' | 'removed' | 'ended';

/** The end of a call that was in the conference. */
export interface Leaving {
  readonly callSid: string;
  readonly role: 'agent' | 'customer';
  /** To the second, as the network counts. */
  readonly endedAt: Date;
  /** We had asked the network to take it out, or to end it. */
  readonly isOurDoing: boolean;
}

/**
 * Which of agent and customer put their telephone down before the other; null: neither, or it is not certain.
 * @param endedBy the call with whose leaving the conference ended
 */
export function firstToHangUp(end: ConferenceEnd, endedBy: string | null, leavings: readonly Leaving[]): Leaving | null {
  const first = end === 'ended' ? null : firstToLeave(end, endedBy, leavings);
  const wasRemoved = end === 'removed' && first?.callSid === endedBy;
  return first === null || first.isOurDoing || wasRemoved ? null : first;
}

/** Of several agents the last one counts: before, the customer had somebody to talk to. */
function firstToLeave(end: ConferenceEnd, endedBy: string | null, leavings: readonly Leaving[]): Leaving | null {
  const inOrder = leavings.toSorted((a, b) => Number(a.endedAt) - Number(b.endedAt));
  const agent = inOrder.findLast(({ role }) => role === 'agent');
  const customer = inOrder.findLast(({ role }) => role === 'customer');
  if (agent === undefined || customer === undefined) return null;
  const apart = Number(agent.endedAt) - Number(customer.endedAt);
  if (apart !== 0) return apart < 0 ? agent : customer;
  // Within a second, what ended the conference tells. An agent's leaving ends none, but for that of the last one in it.
  if (end === 'left') return customer.callSid === endedBy ? customer : null;
  if (end !== 'last_left') return null;
  return [agent, customer].some(({ callSid }) => callSid === endedBy) ? (customer.callSid === endedBy ? agent : customer) : null;
}
