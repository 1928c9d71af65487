import type { Call, Case, TimelineEntry } from '../api/types.ts';

/** Where a conversation stands for the agent who has it, as the network tells it. */
export type Standing = 'connected' | 'on_hold' | 'consulting' | 'handing_over';

/** Whether the customer hears music, or the agent talks to somebody they consult meanwhile, or the call is passing to somebody outside. */
export function standingOf({ parties, customerLabel, guest, isLetGo }: Pick<Call, 'parties' | 'customerLabel' | 'guest' | 'isLetGo'>): Standing {
  if (isLetGo) return 'handing_over';
  const isOnHold = parties.some(({ label, isOnHold: waits }) => label === customerLabel && waits);
  if (!isOnHold) return 'connected';
  return guest?.phase === 'here' && guest.isTalkedTo ? 'consulting' : 'on_hold';
}

/** Whether an agent who is consulted hears music, while who consults them talks to the customer. */
export function isParked({ guest, parties }: Pick<Call, 'guest' | 'parties'>, agentId: string): boolean {
  return guest?.agent?.id === agentId && parties.some(({ label, isOnHold }) => label === guest.label && isOnHold);
}

/** Since when they hear it, ISO 8601; null: the timeline does not say so plainly. */
export function parkedSince(timeline: readonly TimelineEntry[]): string | null {
  const last = timeline.findLast(({ type }) => type === 'swapped');
  return last?.data['with'] === 'customer' ? last.at : null;
}

/** Since when the customer has been on hold, ISO 8601; null: they are not, or the timeline does not say so plainly. */
export function onHoldSince(timeline: readonly TimelineEntry[]): string | null {
  const last = timeline.findLast((entry) => holds(entry) || entry.type === 'resumed' || entry.type === 'invitation_ended' || entry.type === 'swapped');
  return last && holds(last) ? last.at : null;
}

/** The customer waits from then on: by the agent's wish, or while somebody is asked in. */
function holds({ type, data, actor }: TimelineEntry): boolean {
  return type === 'held' || (type === 'invited' && data['purpose'] !== 'conference' && actor.type === 'user');
}

/** How the last call ended: who put their telephone down or pressed End, that the call was handed over, or that its agent did not come back; null: it is not known. */
export type Ending = { readonly how: 'customer' | 'agent' | 'you' | 'handedOver' | 'agentLost' } | { readonly how: 'somebody'; readonly name: string };

/** @param viewerId whose screen it is */
export function endingOf({ timeline }: Pick<Case, 'timeline'>, viewerId: string): Ending | null {
  const ended = timeline.findLast(({ type }) => type === 'attempt_ended');
  if (ended === undefined) return null;
  if (ended.data['reason'] === 'transferred') return { how: 'handedOver' };
  if (ended.data['reason'] === 'agent_lost') return { how: 'agentLost' };
  if (ended.actor.type === 'user') return ended.actor.id === viewerId ? { how: 'you' } : { how: 'somebody', name: ended.actor.name ?? '' };
  return ended.hungUpBy === null ? null : { how: ended.hungUpBy };
}
