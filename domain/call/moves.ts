import type { LegRole } from '../leg.ts';
import { legLabel } from '../leg.ts';
import type { Call, Guest, Supervisor } from './call.ts';
import { awaitedMembers } from './call.ts';
import type { Seat, Seating } from './seating.ts';
import { SEATED, reseated, without } from './seating.ts';

/*
 * What may become of a conversation: each move answers how it is wanted from then on, and nothing is asked of the network here.
 */

export function isOnHold({ wanted, customer }: Call): boolean {
  return wanted[customer]?.isOnHold ?? false;
}

/** A telephone is to ring for the conversation: its label, and the conversation that has counted it. */
export function withNewLeg(call: Call, role: LegRole, attempt: number): { label: string; call: Call } {
  return { label: legLabel(role, attempt, call.legs), call: { ...call, legs: call.legs + 1 } };
}

/** The agent's own wish: neither hears the other; the customer hears music. */
export function hold(call: Call, on: boolean): Call {
  return { ...waits(call, on), isHeld: on };
}

/** As many targets as an update may be repeated for. */
const REMEMBERED = 20;

/** Asks somebody in. For all but a conference the customer waits with music meanwhile. */
export function invite(call: Call, guest: Guest): Call {
  const asking = settled({ ...call, guest, asked: [...call.asked, guest.targetId].slice(-REMEMBERED) });
  return guest.purpose === 'conference' ? asking : waits(asking, true);
}

/** The invitation has come further. */
export function follow(call: Call, news: Partial<Guest>): Call {
  return call.guest === null ? call : { ...call, guest: { ...call.guest, ...news } };
}

/** The guest's telephone was answered, by whom is not known yet: they sit in the call as anybody, and their going is noticed. */
export function guestPickedUp(call: Call): Call {
  return call.guest?.label == null ? call : seatedToo(call, call.guest.label);
}

/** The guest has answered: a consulted one is talked to, one for a conference joins in, one for a transfer has the call. */
export function guestAnswered(call: Call): Call {
  const { guest } = call;
  if (guest?.label == null) return call;
  const here = seatedToo(follow(call, { phase: 'here' }), guest.label);
  if (guest.purpose === 'consult') return here;
  return guest.purpose === 'transfer' ? handOver(here) : merge(here);
}

/**
 * The guest refused, did not answer, was taken back or has left: the customer is with the agent again, or on hold as the agent had put
 * them; also while the agent's own telephone rings anew.
 */
export function guestGone(call: Call): Call {
  const { guest } = call;
  if (guest === null) return call;
  const alone = { ...call, guest: null, wanted: guest.label === null ? call.wanted : without(call.wanted, guest.label) };
  const kept = settled(alone);
  const isAlone = kept.wanted[kept.agent] === undefined;
  return guest.purpose === 'conference' ? kept : waits(kept, kept.isHeld || isAlone);
}

/** While a guest is consulted: whom the agent talks to. The other hears music. */
export function talkTo(call: Call, whom: 'customer' | 'guest'): Call {
  if (call.guest?.label == null) return call;
  const turned = whom === 'guest' ? waits(call, true) : hold(call, false);
  return seat(turned, call.guest.label, { isOnHold: whom === 'customer' });
}

/** All three talk. */
export function merge(call: Call): Call {
  if (call.guest?.label == null) return call;
  const { label, agentId, reservationId } = call.guest;
  const members = agentId === null || reservationId === null ? call.members : { ...call.members, [label]: { agentId, reservationId } };
  return settled({ ...hold(seat(call, label, { isOnHold: false }), false), members, guest: null });
}

/** The customer goes on with the guest, and the agent leaves. Somebody outside has the call to themselves from then on. */
export function handOver(call: Call): Call {
  const { guest, agent } = call;
  if (guest?.label == null) return call;
  if (guest.agentId !== null) return succeeded({ ...merge(call), members: call.members, agent: guest.label }, agent);
  const outside = seat(merge(call), guest.label, { endsCall: true });
  return succeeded({ ...outside, agent: guest.label, isLetGo: true }, agent);
}

/**
 * The call is about to go to somebody outside, who is alone with the customer from then on: whoever else is here leaves before the agent
 * does, and nothing that is said is kept any more.
 */
export function withoutUs(call: Call): Call {
  const stays = [call.agent, call.customer, call.guest?.label];
  const others = Object.keys({ ...call.wanted, ...call.supervisors, ...call.members }).filter((label) => !stays.includes(label));
  if (others.length === 0 && call.recording.wanted === 'off') return call;
  return { ...others.reduce(dismiss, call), recording: { ...call.recording, wanted: 'off' } };
}

/** Somebody is to leave. A guest's invitation ends with it. */
export function dismiss(call: Call, label: string): Call {
  if (call.guest?.label === label) return guestGone(call);
  const { [label]: _supervisor, ...supervisors } = call.supervisors;
  const { [label]: _member, ...members } = call.members;
  return settled({ ...call, supervisors, members, wanted: without(call.wanted, label) });
}

/** Somebody has left. */
export function left(call: Call, label: string): Call {
  const rest = dismiss(call, label);
  return { ...rest, known: without(rest.known, label) };
}

/** A supervisor is to take part, or in another way than before. */
export function supervise(call: Call, label: string, supervisor: Omit<Supervisor, 'isHere'>): Call {
  const isHere = call.supervisors[label]?.isHere ?? false;
  return supervisorSeated({ ...call, supervisors: { ...call.supervisors, [label]: { ...supervisor, isHere } } }, label);
}

/** The supervisor has answered. */
export function supervisorCame(call: Call, label: string): Call {
  const supervisor = call.supervisors[label];
  if (supervisor === undefined) return call;
  const here = seatedToo(call, label, { ...SEATED, isMuted: true });
  return supervisorSeated({ ...here, supervisors: { ...call.supervisors, [label]: { ...supervisor, isHere: true } } }, label);
}

/** A supervisor has the call from now on, and the agent leaves. Whoever was being asked in is let off. */
export function takeOver(call: Call, label: string): Call {
  if (call.supervisors[label]?.isHere !== true) return call;
  const { [label]: _promoted, ...supervisors } = guestGone(call).supervisors;
  const calm = hold(guestGone(call), false);
  return succeeded({ ...seat(calm, label, SEATED), supervisors, agent: label }, call.agent);
}

/** The agent has left a conference: a member of it has the call from now on, with a customer who may have waited for the agent alone. */
export function inherited(call: Call, member: string): Call {
  return left(inHandsOf(isForTheGuest(call) ? call : waits(call, call.isHeld), member), call.agent);
}

/**
 * The agent leaves a conference to a member of it. A customer who waited for the agent is with the member at once; one who waits for the
 * guest's sake waits on, and the guest is the member's.
 */
export function leftTo(call: Call, member: string): Call {
  return inHandsOf(isForTheGuest(call) ? call : hold(call, false), member);
}

function inHandsOf(call: Call, member: string): Call {
  const { [member]: _heir, ...members } = call.members;
  return succeeded({ ...call, members, agent: member }, call.agent);
}

/** The agent has left while the call is being transferred: the customer waits for whoever is asked, without them. */
export function leftToTheGuest(call: Call): Call {
  return { ...left(call, call.agent), leavesLast: call.agent };
}

/** Whether the agent has left before whoever the call is transferred to was there. */
export function isLeftToTheGuest({ agent, wanted, leavesLast }: Call): boolean {
  return leavesLast === agent && wanted[agent] === undefined;
}

/**
 * The agent's telephone was lost, or is to be, and rings anew under another label; the customer waits with music until they are
 * back, unless others talk on with them. What is left of the old leg is removed.
 */
export function agentLost(call: Call, label: string, { talksOn = false } = {}): Call {
  const rest = dismiss(call, call.agent);
  const leavesLast = isLeftToTheGuest(call) ? null : call.leavesLast;
  const lost = { ...rest, agent: label, leavesLast, wanted: coachesInstead(rest.wanted, call.agent, null) };
  return talksOn ? lost : waits(lost, true);
}

/** The agent is not back yet, and looked for by another label. */
export function agentSought(call: Call, anew: string): Call {
  return { ...call, agent: anew };
}

/** Somebody who was in it has left; a customer who talked with them alone, while the agent is rung anew, waits with music from now on. */
export function leftBehind(call: Call, label: string): Call {
  return notAlone(left(call, label));
}

/**
 * The telephone of an agent who had joined in was lost, or is to be, and rings anew under another label. A customer who talked with them
 * alone waits with music. What is left of the old leg is removed.
 */
export function memberLost(call: Call, label: string, anew: string): Call {
  const member = call.members[label];
  if (member === undefined) return call;
  const rest = dismiss(call, label);
  return notAlone(settled({ ...rest, members: { ...rest.members, [anew]: member } }));
}

/** They are back. A customer who waits because the agent's telephone was lost, too, talks with them meanwhile. */
export function memberBack(call: Call, label: string): Call {
  if (call.members[label] === undefined) return call;
  return companyKept(settled(seatedToo(call, label)));
}

/** A member who is not back yet is looked for by another label. */
export function memberSought(call: Call, label: string, anew: string): Call {
  const { [label]: member, ...members } = call.members;
  return member === undefined ? call : { ...call, members: { ...members, [anew]: member } };
}

/** While the agent is rung anew, a customer with whom nobody talks hears music. */
function notAlone(call: Call): Call {
  const isAlone = call.wanted[call.agent] === undefined && !isWithOthers(call);
  return isAlone && !isOnHold(call) ? waits(call, true) : call;
}

/**
 * The agent is back, and heard by who coaches them. A customer who waited for the guest's sake goes on waiting, and the guest is talked
 * to; one whom the agent had put on hold waits on, too.
 */
export function agentBack(call: Call): Call {
  const back = Object.keys(call.supervisors).reduce(supervisorSeated, seatedToo(call, call.agent));
  return isForTheGuest(call) ? talkTo(waits(back, true), 'guest') : waits(back, back.isHeld);
}

/** Somebody is asked or consulted, for whose sake the customer hears music. */
function isForTheGuest({ guest }: Call): boolean {
  return guest !== null && guest.purpose !== 'conference';
}

/** Those who talk with each other: everybody but supervisors who only listen or coach. */
export function talkers({ wanted, supervisors }: Call): string[] {
  return Object.keys(wanted).filter((label) => supervisors[label] === undefined);
}

/** The call is in other hands; who had it leaves when the others talk. */
function succeeded(call: Call, former: string): Call {
  const wanted = coachesInstead(without(call.wanted, former), former, call.isLetGo ? null : call.agent);
  return settled({ ...call, wanted, leavesLast: former, helpWanted: false });
}

/** Whether somebody beside the agent talks with the customer: who has joined in, is outside, or has barged in. */
export function isWithOthers({ agent, customer, guest, wanted }: Call): boolean {
  const beside = Object.entries(wanted).filter(([label]) => ![agent, customer, guest?.label].includes(label));
  return beside.some(([, { isOnHold, isMuted, coaches }]) => !isOnHold && !isMuted && coaches === null);
}

/** The supervisor whom the customer can talk to already; null: none. */
export function whoBargedIn({ supervisors }: Call): string | null {
  return Object.keys(supervisors).find((label) => supervisors[label]?.isHere && supervisors[label].how === 'barge') ?? null;
}

/** While the agent is rung anew, a customer hears music where nobody talks with them, and none where somebody could for whose sake they do not wait. */
export function companyKept(call: Call): Call {
  const isAgentAway = call.wanted[call.agent] === undefined;
  if (!isAgentAway || !isWithOthers(call)) return notAlone(call);
  const isWaiting = isForTheGuest(call) || call.isHeld;
  return isOnHold(call) && !isWaiting ? waits(call, false) : call;
}

/** Who coaches is heard by whoever has the call now, also where nobody was there to be spoken to for a while. */
export function coachesHeard(call: Call): Call {
  const { agent, wanted, supervisors, isLetGo } = call;
  if (isLetGo || wanted[agent] === undefined) return call;
  const unheard = Object.keys(supervisors).filter((label) => supervisors[label]?.how === 'coach' && supervisors[label].isHere && wanted[label]?.coaches !== agent);
  return unheard.length === 0 ? call : unheard.reduce(supervisorSeated, call);
}

/** Who spoke to the one agent speaks to the other from now on; null: to nobody, and only listens. */
function coachesInstead(wanted: Seating, former: string, agent: string | null): Seating {
  const moved = (one: Seat): Seat => (one.coaches === former ? { ...one, coaches: agent, isMuted: agent === null } : one);
  return Object.fromEntries(Object.entries(wanted).map(([label, one]) => [label, moved(one)]));
}

function supervisorSeated(call: Call, label: string): Call {
  const supervisor = call.supervisors[label];
  if (supervisor?.isHere !== true) return call;
  return seat(call, label, { isMuted: supervisor.how === 'listen', coaches: supervisor.how === 'coach' ? call.agent : null });
}

/** The customer hears music, whoever it is for. */
function waits(call: Call, on: boolean): Call {
  return seat(call, call.customer, { isOnHold: on });
}

function seat(call: Call, label: string, change: Partial<Seat>): Call {
  return { ...call, wanted: reseated(call.wanted, label, change) };
}

function seatedToo(call: Call, label: string, as = SEATED): Call {
  return { ...call, wanted: { ...call.wanted, [label]: as }, known: { ...call.known, [label]: as } };
}

/** While two talk, the customer's hanging up ends the call for the other; before a third joins, or comes back, it must not. */
function settled(call: Call): Call {
  const isGuestComing = call.guest !== null && call.wanted[call.guest.label ?? ''] === undefined;
  const coming = awaitedMembers(call).length + (isGuestComing ? 1 : 0);
  return seat(call, call.customer, { endsCall: talkers(call).length + coming <= 2 });
}
