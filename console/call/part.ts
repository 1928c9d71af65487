import type { Call, Case } from '../api/types.ts';

/** How somebody takes part in a conversation that is another agent's. */
export type Part =
  | { readonly as: 'guest'; readonly targetId: string; readonly isRinging: boolean; readonly purpose: NonNullable<Call['guest']>['purpose'] }
  | { readonly as: 'member'; readonly label: string; readonly isRinging: boolean }
  | { readonly as: 'supervisor'; readonly how: Call['supervisors'][number]['how']; readonly isRinging: boolean };

/** The part of an agent in somebody else's conversation; null: they are not in it any more. */
export function partOf({ call }: Pick<Case, 'call'>, agentId: string): Part | null {
  if (call === null) return null;
  const { guest, supervisors, parties } = call;
  const supervises = supervisors.find(({ agent }) => agent.id === agentId);
  if (supervises) return { as: 'supervisor', how: supervises.how, isRinging: !supervises.isHere };
  if (guest?.agent?.id === agentId) return { as: 'guest', targetId: guest.targetId, isRinging: guest.phase !== 'here', purpose: guest.purpose };
  // Who is rung anew has two telephones in the call until the old one is out of it.
  const joined = parties.findLast(({ agent }) => agent?.id === agentId);
  return joined ? { as: 'member', label: joined.label, isRinging: joined.isRinging } : null;
}
