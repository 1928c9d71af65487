import type { ColumnType, Generated, GeneratedAlways, Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { Call } from '../domain/call/call.ts';
import type { AuditAction } from '../domain/audit.ts';
import type { PlanAction, PlanItemState, PlanRefusal } from '../domain/plan.ts';
import type { RoutePolicy } from '../domain/route.ts';
import type { Status } from '../domain/status.ts';
import type { Actor, AttemptOutcome, CallbackEvent, Channel, EventType, Kind, OfferEnd, Origin, Wish } from '../domain/words.ts';
import type { AttemptTable, CallStepTable, CallTargetTable, CallTonesTable, LegTable, TelephoneAccountTable } from './call/call-tables.ts';
import type { ContactAddressTable, ContactNumberTable, ContactTable } from './contact/contact-tables.ts';
import type { AgreedReachTable } from './callback/agreed-reach-table.ts';
import type { ResponseCategoryTable, StandardResponseTable } from './response/response-tables.ts';
import type { Instant, Json, JsonWithDefault, Optional, OptionalInstant, Stamp } from './callback/columns.ts';
import type { CaseMessageTable } from './message/message-tables.ts';
import type { CallRecordingTable } from './call/recording-table.ts';

/*
 * The tables as kysely sees them, column by column as in migrations/. Rows carry instants as `Date`; whoever shows them formats.
 */

export interface RouteTable {
  id: string;
  version: Generated<number>;
  name: string;
  policy: Json<RoutePolicy>;
  closed_at: OptionalInstant;
  created_at: Stamp;
  updated_at: Stamp;
  deleted_at: OptionalInstant;
}

export interface RouteNumberTable {
  number: string;
  route_id: string;
}

export interface AgentTable {
  id: string;
  name: string;
  endpoint: Optional<string>;
  languages: Generated<string[]>;
  may_phone: Generated<boolean>;
  idle_since: Stamp;
  created_at: Stamp;
  disabled_at: OptionalInstant;
}

export interface AgentRouteTable {
  agent_id: string;
  route_id: string;
}

export interface AgentChannelTable {
  agent_id: string;
  channel: Channel;
  wish: Wish;
  reason: Optional<string>;
  since: Stamp;
  next_wish: Optional<Wish>;
  next_reason: Optional<string>;
}

export interface AgentLeaseTable {
  agent_id: string;
  tab_id: string;
  expires_at: Instant;
  session_id: Optional<string>;
}

export interface CallbackTable {
  id: string;
  generation: Generated<number>;
  version: Generated<number>;
  route_id: string;
  number: string;
  number_hash: string;
  number_last4: GeneratedAlways<string>;
  name: Generated<string>;
  name_folded: GeneratedAlways<string>;
  language: Optional<string>;
  time_zone: Optional<string>;
  kind: Kind;
  origin: Origin;
  channel: Channel;
  status: Status;
  requested_at: Stamp;
  desired_at: OptionalInstant;
  window_ends_at: OptionalInstant;
  due_at: OptionalInstant;
  collected: JsonWithDefault<Record<string, string>>;
  request_key: Optional<string>;
  assignee_id: Optional<string>;
  distributor: Optional<string>;
  assigned_at: OptionalInstant;
  draft_note: Generated<string>;
  draft_disposition: Optional<string>;
  waits_for: Optional<string>;
  agent_id: Optional<string>;
  reservation_id: Optional<string>;
  attempt: Generated<number>;
  attempts_placed: Generated<number>;
  attempts_counted: Generated<number>;
  last_outcome: Optional<AttemptOutcome>;
  connected_at: OptionalInstant;
  preview_ends_at: OptionalInstant;
  wrap_up_ends_at: OptionalInstant;
  disposition: Optional<string>;
  end_reason: Optional<string>;
  ended_at: OptionalInstant;
  run_id: Optional<string>;
  claimed_generation: Generated<number>;
  projected_at: Stamp;
  started_at: OptionalInstant;
  compared_at: OptionalInstant;
  reopened_at: OptionalInstant;
  arriving: Generated<boolean>;
  last_assignee_id: Optional<string>;
  answer_due_at: OptionalInstant;
  first_call_attempt: Optional<number>;
  first_call_outcome: Optional<AttemptOutcome>;
  answered_at: OptionalInstant;
  promise_kept_at: OptionalInstant;
  contact_id: Optional<string>;
  call: ColumnType<Call | null, string | null | undefined, string | null>;
}

export interface RepeatedRequestTable {
  request_key: string;
  callback_id: string;
}

export interface CallbackEventTable {
  callback_id: string;
  version: number;
  ordinal: number;
  type: EventType;
  at: Instant;
  actor: Json<Actor>;
  status: Status;
  data: JsonWithDefault<CallbackEvent['data']>;
}

export interface CaseEventTable {
  id: GeneratedAlways<number>;
  callback_id: string;
  type: EventType;
  at: Stamp;
  actor: Json<Actor>;
  data: JsonWithDefault<CallbackEvent['data']>;
}

export interface CaseNoteTable {
  id: GeneratedAlways<number>;
  callback_id: string;
  author_id: string;
  text: string;
  at: Stamp;
}

export interface ReservationTable {
  id: string;
  callback_id: string;
  agent_id: string;
  purpose: 'offer' | 'dial' | 'guest' | 'supervise';
  target_id: Optional<string>;
  reserved_at: Stamp;
  confirmed_at: OptionalInstant;
  preview: Generated<boolean>;
  deadline_at: OptionalInstant;
  offer_end: Optional<OfferEnd>;
  offer_ended_at: OptionalInstant;
  offer_end_version: Optional<number>;
  accepted_version: Optional<number>;
  released_at: OptionalInstant;
  lapse_told_at: OptionalInstant;
  moved_from: Optional<string>;
}

export interface WebhookSeenTable {
  key: string;
  seen_at: Stamp;
}

export interface OutboxTable {
  id: GeneratedAlways<number>;
  callback_id: string;
  message: string;
  payload: Json<unknown>;
  created_at: Stamp;
  next_at: Stamp;
  tries: Generated<number>;
}

export interface TeamTable {
  id: string;
  name: string;
  created_at: Stamp;
}

export interface AgentTeamTable {
  agent_id: string;
  team_id: string;
}

export interface PlanTable {
  id: string;
  action: Json<PlanAction>;
  actor: Json<Actor>;
  request_key: Optional<string>;
  request_digest: Optional<string>;
  created_at: Stamp;
  stopped_at: OptionalInstant;
  finished_at: OptionalInstant;
}

export interface PlanItemTable {
  plan_id: string;
  ordinal: number;
  callback_id: string;
  agent_id: Optional<string>;
  state: Generated<PlanItemState>;
  refusal: Optional<PlanRefusal>;
  settled_at: OptionalInstant;
  tries: Generated<number>;
}

export interface AuditEntryTable {
  id: GeneratedAlways<number>;
  at: Stamp;
  actor: Json<Actor>;
  action: AuditAction;
  subject: string;
  before: ColumnType<unknown, string | null, string | null>;
  after: ColumnType<unknown, string | null, string | null>;
}

export interface DownloadTable {
  id: string;
  owner_id: string;
  rows: Generated<number>;
  total: Optional<number>;
  begun_at: Stamp;
}

export interface NotReadyReasonTable {
  code: string;
  label: JsonWithDefault<Record<string, string>>;
  position: number;
}

export interface Tables {
  team: TeamTable;
  agent_team: AgentTeamTable;
  plan: PlanTable;
  plan_item: PlanItemTable;
  audit_entry: AuditEntryTable;
  download: DownloadTable;
  not_ready_reason: NotReadyReasonTable;
  response_category: ResponseCategoryTable;
  standard_response: StandardResponseTable;
  route: RouteTable;
  route_number: RouteNumberTable;
  agent: AgentTable;
  agent_route: AgentRouteTable;
  agent_channel: AgentChannelTable;
  agent_lease: AgentLeaseTable;
  callback: CallbackTable;
  agreed_reach: AgreedReachTable;
  repeated_request: RepeatedRequestTable;
  callback_event: CallbackEventTable;
  case_event: CaseEventTable;
  case_note: CaseNoteTable;
  case_message: CaseMessageTable;
  reservation: ReservationTable;
  attempt: AttemptTable;
  leg: LegTable;
  call_target: CallTargetTable;
  call_tones: CallTonesTable;
  call_step: CallStepTable;
  call_recording: CallRecordingTable;
  telephone_account: TelephoneAccountTable;
  contact: ContactTable;
  contact_number: ContactNumberTable;
  contact_address: ContactAddressTable;
  webhook_seen: WebhookSeenTable;
  outbox: OutboxTable;
}

/** What every query takes first: the store's handle, or that of the transaction it belongs to. */
export type Db = Kysely<Tables> | Transaction<Tables>;

export type CallbackRow = Selectable<CallbackTable>;
export type ReservationRow = Selectable<ReservationTable>;
export type AttemptRow = Selectable<AttemptTable>;
export type LegRow = Selectable<LegTable>;
export type OutboxRow = Selectable<OutboxTable>;
export type AgentRow = Selectable<AgentTable>;
export type NewCallbackRow = Insertable<CallbackTable>;
