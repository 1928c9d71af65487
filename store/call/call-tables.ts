import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { InvitationPurpose, Step } from '../../domain/call/call.ts';
import type { AnsweredBy, IntentState, LegEnd, LegProgress, LegRole } from '../../domain/leg.ts';
import type { AttemptOutcome } from '../../domain/words.ts';
import type { Instant, Optional, OptionalInstant, Stamp } from '../callback/columns.ts';

/*
 * The tables of calls, as kysely sees them: attempts, their legs, and what goes on while people talk.
 */

export interface AttemptTable {
  callback_id: string;
  attempt: number;
  agent_id: string;
  by_hand: Generated<boolean>;
  started_at: Stamp;
  ended_at: OptionalInstant;
  outcome: Optional<AttemptOutcome>;
  conference_sid: Optional<string>;
}

export interface LegTable {
  callback_id: string;
  label: string;
  attempt: number;
  role: LegRole;
  agent_id: Optional<string>;
  state: IntentState;
  intended_at: Stamp;
  deadline_at: Instant;
  posted_at: OptionalInstant;
  settled_at: OptionalInstant;
  number_hash: Optional<string>;
  end_wanted: Generated<boolean>;
  call_sid: Optional<string>;
  conference_sid: Optional<string>;
  queue_time_ms: Optional<number>;
  error_code: Optional<number>;
  progress: Generated<LegProgress>;
  call_end: Optional<LegEnd>;
  answered_by: Optional<AnsweredBy>;
  answered_at: OptionalInstant;
  ended_at: OptionalInstant;
  joined_at: OptionalInstant;
  left_at: OptionalInstant;
  left_reason: Optional<string>;
  looked_at: OptionalInstant;
  on_hold: Generated<boolean>;
  muted: Generated<boolean>;
  coaches: Optional<string>;
  target_id: Optional<string>;
  let_go: Generated<boolean>;
  conference_sequence: Optional<number>;
}

export interface TelephoneAccountTable {
  id: string;
  calls_per_second: Generated<number>;
  next_at: Stamp;
}

/** Somebody an agent asks in: exactly one of agent, route and number. */
export interface CallTargetTable {
  id: string;
  callback_id: string;
  attempt: number;
  asked_by: string;
  purpose: InvitationPurpose;
  agent_id: Optional<string>;
  route_id: Optional<string>;
  number: Optional<string>;
  name: Generated<string>;
  asked_at: Stamp;
}

export interface CallTonesTable {
  token: string;
  callback_id: string;
  attempt: number;
  digits: string;
  sent_by: string;
  created_at: Stamp;
  played_at: OptionalInstant;
  ended_at: OptionalInstant;
}

/** A request about a running conversation: what the conversation needs, or that we are sorry and hang up. */
export type RequestedStep = Step | { readonly type: 'apology' };

export interface CallStepTable {
  id: GeneratedAlways<number>;
  callback_id: string;
  attempt: number;
  step: ColumnType<RequestedStep, string, string>;
  intended_at: Stamp;
  answered_at: OptionalInstant;
  result: Optional<'done' | 'gone' | 'refused'>;
}
