import type { Operation, Seating } from './seating.ts';
import { SEATED, carriedOut, nextOperation } from './seating.ts';

/** What somebody is asked into a call for. */
export const INVITATION_PURPOSES = ['consult', 'transfer', 'conference'] as const;
export type InvitationPurpose = (typeof INVITATION_PURPOSES)[number];

/**
 * How far an invitation has come: a route's agents are `sought`; one agent is `asked` and may refuse; their telephone, or a
 * number's, `rings`; they are `here`: with `consult` only, because a transfer or conference that was answered is no invitation more.
 */
export const GUEST_PHASES = ['sought', 'asked', 'ringing', 'here'] as const;
export type GuestPhase = (typeof GUEST_PHASES)[number];

/** Somebody who is asked into the call. */
export interface Guest {
  /** The row that says whom: an agent, a route, or a number. */
  readonly targetId: string;
  readonly purpose: InvitationPurpose;
  readonly phase: GuestPhase;
  /** The agent who is asked, or has come; null: a number, or nobody yet. */
  readonly agentId: string | null;
  /** The reservation that agent is held under; null: nobody is. */
  readonly reservationId: string | null;
  /** Their leg, once it is rung. */
  readonly label: string | null;
  /** Until when who is asked may answer; ISO 8601 in UTC. */
  readonly deadlineAt: string | null;
  /** Until when a route's agents are sought, one after the other; null: it is no route. */
  readonly soughtUntil: string | null;
}

/** Whether what is said is kept. */
export const RECORDINGS = ['off', 'on', 'paused'] as const;
export type Recording = (typeof RECORDINGS)[number];

/** How a supervisor takes part: hears; is heard by the agent alone; is heard by all. */
export const SUPERVISIONS = ['listen', 'coach', 'barge'] as const;
export type Supervision = (typeof SUPERVISIONS)[number];

/** A supervisor whose telephone rings, or who takes part. */
export interface Supervisor {
  readonly agentId: string;
  /** The reservation they are held under. */
  readonly reservationId: string;
  readonly how: Supervision;
  readonly isHere: boolean;
}

/** An agent who has joined in; who is wanted nowhere is being rung anew. */
export interface Member {
  readonly agentId: string;
  /** The reservation they are held under. */
  readonly reservationId: string;
}

/** What the conversation needs next of the network. */
export type Step = Operation | { readonly type: 'record'; readonly recording: Recording } | PlayedTones;

/** Digits for the customer's ear. */
export interface PlayedTones {
  readonly type: 'tones';
  readonly token: string;
}

/** A running conversation: who is wanted in the conference and how, and how it is known to sit. */
export interface Call {
  /** The leg of the agent who has the case. */
  readonly agent: string;
  readonly customer: string;
  /** The agent has put the customer on hold, and has not resumed: they stay held when somebody who was asked in does not come. */
  readonly isHeld: boolean;
  readonly wanted: Seating;
  readonly known: Seating;
  /** The agent who has handed the call over, and goes when the others talk. */
  readonly leavesLast: string | null;
  /** Legs rung for this conversation so far, the first two among them: labels are never used twice. */
  readonly legs: number;
  readonly guest: Guest | null;
  /** Targets that have been asked, the newest last: asking again for one of them asks nobody. */
  readonly asked: readonly string[];
  /** Agents of a conference beside the one who has the case, by the label of their leg. */
  readonly members: Readonly<Record<string, Member>>;
  /** Supervisors by the label of their leg. */
  readonly supervisors: Readonly<Record<string, Supervisor>>;
  readonly recording: { readonly wanted: Recording; readonly known: Recording };
  /** Tokens of digits that are to be heard by the customer, in order. */
  readonly tones: readonly string[];
  /** The agent asks a supervisor to come. */
  readonly helpWanted: boolean;
  /** The customer goes on with somebody outside: when the agent is out of it, the call is not ours any more. */
  readonly isLetGo: boolean;
}

/** A member, with the label of their leg. */
export interface Heir extends Member {
  readonly label: string;
}

/**
 * Who has the call once its agent leaves it: of the members who are there the one who joined first, whose label is the first, too (a
 * database has its own order of keys); null: no other agent would be with the customer.
 */
export function heirOf({ members, wanted }: Call): Heir | null {
  const first = Object.entries(members).find(([label]) => wanted[label] !== undefined);
  return first === undefined ? null : { label: first[0], ...first[1] };
}

/** The labels of members whose telephone was lost and is being rung anew. */
export function awaitedMembers({ members, wanted }: Call): string[] {
  return Object.keys(members).filter((label) => wanted[label] === undefined);
}

/** The label of an agent who has joined in; null: they have not. */
export function memberLabel({ members }: Call, agentId: string): string | null {
  return Object.keys(members).find((label) => members[label]?.agentId === agentId) ?? null;
}

/** The reservations of everybody who is held for the conversation beside its agent. */
export function alsoHeld({ guest, members, supervisors }: Call): string[] {
  const joined = [...Object.values(members), ...Object.values(supervisors)].map(({ reservationId }) => reservationId);
  return guest?.reservationId == null ? joined : [...joined, guest.reservationId];
}

/** The conversation as it begins: the agent and the customer, who ends it by hanging up. */
export function begin(agent: string, customer: string, recording: Recording = 'off'): Call {
  const seating = { [agent]: SEATED, [customer]: { ...SEATED, endsCall: true } };
  return {
    agent,
    customer,
    isHeld: false,
    wanted: seating,
    known: seating,
    leavesLast: null,
    legs: 2,
    guest: null,
    asked: [],
    members: {},
    supervisors: {},
    recording: { wanted: recording, known: 'off' },
    tones: [],
    helpWanted: false,
    isLetGo: false,
  };
}

/** What the conversation needs next; null: it is as wanted. Who hears whom comes before what is recorded. */
export function nextStep({ wanted, known, leavesLast, recording }: Call): Step | null {
  const operation = nextOperation(wanted, known, leavesLast);
  if (operation !== null) return operation;
  return recording.wanted === recording.known ? null : { type: 'record', recording: recording.wanted };
}

/** Whether a call that is somebody else's alone from now on is still being recorded. */
export function isRecordedForOthers({ isLetGo, recording }: Call): boolean {
  return isLetGo && recording.wanted === 'off' && recording.known !== 'off';
}

/**
 * The digits that the customer is to hear next, one token after the other; null: none. Hearing them takes seconds, and changes nothing
 * of how the conversation is wanted: they are played beside its steps, so that none of these waits for them.
 */
export function nextTones({ tones: [token] }: Call): PlayedTones | null {
  return token === undefined ? null : { type: 'tones', token };
}

/** Whether the network certainly ends the call for everybody when the customer leaves: it is known to, and not asked otherwise. */
export function endsWithCustomer({ customer, wanted, known }: Call): boolean {
  return known[customer]?.endsCall === true && wanted[customer]?.endsCall === true;
}

/** The step was carried out. */
export function stepDone(call: Call, step: Step): Call {
  if (step.type === 'record') return { ...call, recording: { ...call.recording, known: step.recording } };
  if (step.type === 'tones') return { ...call, tones: call.tones.filter((token) => token !== step.token) };
  return { ...call, known: carriedOut(call.known, step) };
}

/** The network does not let it be done: what is wanted is from now on what is. */
export function stepRefused(call: Call, step: Step): Call {
  if (step.type === 'tones') return stepDone(call, step);
  if (step.type === 'record') return { ...call, recording: { wanted: call.recording.known, known: call.recording.known } };
  const seat = call.known[step.label];
  if (seat === undefined) return call;
  const isHeld = step.label === call.customer ? call.isHeld && seat.isOnHold : call.isHeld;
  return { ...call, isHeld, wanted: { ...call.wanted, [step.label]: seat } };
}
