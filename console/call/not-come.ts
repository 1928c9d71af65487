import type { InvitationPurpose } from '../../domain/call/call.ts';
import { INVITATION_PURPOSES } from '../../domain/call/call.ts';
import type { Call, Case, TimelineEntry } from '../api/types.ts';

/** Why there is nobody in the call whom its agent had asked in or consulted. */
const REASONS = ['refused', 'missed', 'offline', 'nobody_found', 'busy', 'no_answer', 'machine', 'left', 'failed'] as const;
export type NotComeReason = (typeof REASONS)[number];

/** Somebody who was asked in, and has not come or has gone again. */
export interface NotCome {
  /** Of the line of the timeline that says so. */
  readonly key: string;
  readonly purpose: InvitationPurpose;
  readonly reason: NotComeReason;
  /** By name, or a number in E.164; null: it is not known any more. */
  readonly whom: string | null;
  /** What has become of the customer with it; null: nothing, they were with the agent all the time. */
  readonly customer: 'again' | 'onHold' | null;
}

/** After any of these the last invitation is an old story: what the agent presses in the bar, and where a call or its agent changes. */
const GOES_ON: readonly TimelineEntry['type'][] = [
  'invited', 'held', 'resumed', 'swapped', 'tones_sent', 'recording_changed', 'help_wanted', 'help_over', 'rescheduled',
  'conferenced', 'transferred', 'taken_over', 'agent_lost', 'agent_back', 'attempt_started', 'attempt_ended',
];

/** Whom the agent has waited for in vain; null: nobody, somebody is asked at the moment, or the agent has gone on since. */
export function notComeOf({ call, timeline }: Pick<Case, 'call' | 'timeline'>): NotCome | null {
  if (call === null || call.guest !== null) return null;
  const at = timeline.findLastIndex(endsOrGoesOn);
  const entry = timeline[at];
  const reason = entry?.type === 'invitation_ended' ? reasonOf(entry) : null;
  const purpose = INVITATION_PURPOSES.find((known) => known === entry?.data['purpose']);
  if (entry === undefined || reason === null || purpose === undefined) return null;
  return { key: entry.key, purpose, reason, whom: entry.whom, customer: customerAfter(call, purpose, timeline.slice(0, at)) };
}

/** A party whom the agent removes is gone by the bar, too; one who hangs up is not. */
function endsOrGoesOn({ type, data }: TimelineEntry): boolean {
  return type === 'invitation_ended' || GOES_ON.includes(type) || (type === 'party_left' && data['reason'] === 'dismissed');
}

/** Null: the agent has ended it by their own wish, or a supervisor by taking over, or the call is over. Only a guest who leaves by the button is news. */
function reasonOf({ actor, data: { end, agentId } }: TimelineEntry): NotComeReason | null {
  if (end === 'ended') return actor.id !== null && actor.id === agentId ? 'left' : null;
  if (end === 'call_over') return null;
  return REASONS.find((known) => known === end) ?? 'failed';
}

/** The customer has waited meanwhile, unless it was for a conference or the agent had swapped to them. */
function customerAfter({ isOnHold }: Call, purpose: InvitationPurpose, before: readonly TimelineEntry[]): NotCome['customer'] {
  const turned = before.findLast(({ type }) => type === 'invited' || type === 'consulting' || type === 'swapped');
  const wasThere = purpose === 'conference' || (turned?.type === 'swapped' && turned.data['with'] === 'customer');
  if (isOnHold) return 'onHold';
  return wasThere ? null : 'again';
}
