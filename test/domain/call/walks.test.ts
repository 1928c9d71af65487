import fc from 'fast-check';
import type { Call, InvitationPurpose } from '../../../domain/call/call.ts';
import { awaitedMembers, heirOf } from '../../../domain/call/call.ts';
import * as moves from '../../../domain/call/moves.ts';
import { CALL, carriedOut, guest } from './conversations.ts';

/*
 * Whatever happens to a conversation, in whatever order: it is always known who is with the customer.
 */

type Move = (call: Call, pick: number) => Call;

const isAway = (call: Call) => call.wanted[call.agent] === undefined;
const oneOf = (labels: readonly string[], pick: number) => labels[pick % labels.length];
const hasGuest = ({ guest: one }: Call, ...phases: string[]) => one !== null && phases.includes(one.phase);

const held = (on: boolean): Move => (call) => ((call.guest === null || call.guest.purpose === 'conference') && !isAway(call) ? moves.hold(call, on) : call);

/** An agent is asked in, or a number. */
const asked = (purpose: InvitationPurpose): Move => (call, pick) => (call.guest === null && !isAway(call) ? moves.invite(call, guest(purpose, pick % 2 ? 'mori' : null)) : call);

/** A telephone rings for whoever is asked, and is answered. */
function answered(call: Call): Call {
  const { label, call: rung } = moves.withNewLeg(call, 'target', 1);
  return moves.coachesHeard(moves.guestAnswered(moves.follow(rung, { phase: 'ringing', label })));
}

/** What the workflow lets happen, each where it may. */
const MOVES: Readonly<Record<string, Move>> = {
  hold: held(true),
  resume: held(false),
  consult: asked('consult'),
  conference: asked('conference'),
  transfer: asked('transfer'),
  comes: (call) => (hasGuest(call, 'asked') ? answered(call.guest?.purpose === 'transfer' && call.guest.agentId === null ? moves.withoutUs(call) : call) : call),
  doesNotCome: (call) => (call.guest === null ? call : ringsWhoHadLeft(moves.companyKept(moves.guestGone(call)))),
  toCustomer: (call) => (hasGuest(call, 'here') && !isAway(call) ? moves.talkTo(call, 'customer') : call),
  toGuest: (call) => (hasGuest(call, 'here') ? moves.talkTo(call, 'guest') : call),
  merge: (call) => (hasGuest(call, 'here') ? moves.merge(call) : call),
  handOver: (call) => (hasGuest(call, 'here') ? moves.coachesHeard(moves.handOver(call.guest?.agentId === null ? moves.withoutUs(call) : call)) : call),
  someoneLeaves: (call, pick) => {
    const label = oneOf(Object.keys(call.wanted).filter((one) => one !== call.customer && one !== call.agent), pick);
    return label === undefined ? call : call.guest?.label === label ? ringsWhoHadLeft(moves.companyKept(moves.guestGone(call))) : moves.leftBehind(call, label);
  },
  memberIsLost: (call, pick) => {
    const label = oneOf(Object.keys(call.members).filter((one) => call.wanted[one] !== undefined), pick);
    if (label === undefined) return call;
    const { label: anew, call: rung } = moves.withNewLeg(call, 'target', 1);
    return moves.memberLost(rung, label, anew);
  },
  memberIsBack: (call, pick) => {
    const label = oneOf(awaitedMembers(call), pick);
    return label === undefined ? call : moves.memberBack(call, label);
  },
  agentIsSought: (call) => {
    const { label, call: rung } = moves.withNewLeg(call, 'agent', 1);
    return isAway(call) && !moves.isLeftToTheGuest(call) ? moves.agentSought(rung, label) : call;
  },
  memberIsSought: (call, pick) => {
    const label = oneOf(awaitedMembers(call), pick);
    const { label: anew, call: rung } = moves.withNewLeg(call, 'target', 1);
    return label === undefined ? call : moves.memberSought(rung, label, anew);
  },
  memberDoesNotComeBack: (call, pick) => {
    const label = oneOf(awaitedMembers(call), pick);
    return label === undefined ? call : moves.dismiss(call, label);
  },
  someoneIsSentAway: (call, pick) => {
    const label = oneOf(Object.keys({ ...call.wanted, ...call.members }).filter((one) => one !== call.customer && one !== call.agent && one !== call.guest?.label), pick);
    return label === undefined ? call : moves.companyKept(moves.dismiss(call, label));
  },
  supervises: (call, pick) => {
    const { label, call: rung } = moves.withNewLeg(call, 'supervisor', 1);
    const how = oneOf(['listen', 'coach', 'barge'], pick) as 'listen';
    return moves.companyKept(moves.supervisorCame(moves.supervise(rung, label, { agentId: label, reservationId: label, how }), label));
  },
  supervisesOtherwise: (call, pick) => {
    const label = oneOf(Object.keys(call.supervisors), pick);
    const how = oneOf(['listen', 'coach', 'barge'], pick) as 'listen';
    return label === undefined ? call : moves.companyKept(moves.supervise(call, label, { agentId: label, reservationId: label, how }));
  },
  takesOver: (call, pick) => {
    const label = oneOf(Object.keys(call.supervisors), pick);
    return label === undefined ? call : moves.coachesHeard(moves.takeOver(call, label));
  },
  agentIsLost: (call) => (isAway(call) ? call : rungAnew(call)),
  agentIsBack: (call) => (isAway(call) && !moves.isLeftToTheGuest(call) ? moves.agentBack(call) : call),
  agentLeaves: (call) => {
    const heir = heirOf(call);
    if (heir !== null) return moves.coachesHeard(moves.inherited(call, heir.label));
    return call.guest?.purpose === 'transfer' ? moves.leftToTheGuest(call) : call;
  },
  agentLeavesByHand: (call) => {
    const heir = heirOf(call);
    return heir === null ? call : moves.coachesHeard(moves.leftTo(call, heir.label));
  },
};

function rungAnew(call: Call): Call {
  const { label, call: rung } = moves.withNewLeg(call, 'agent', 1);
  return moves.agentLost(rung, label, { talksOn: moves.isWithOthers(call) });
}

function ringsWhoHadLeft(call: Call): Call {
  if (!moves.isLeftToTheGuest(call) || call.guest !== null) return call;
  const heir = heirOf(call);
  return heir === null ? rungAnew(call) : moves.inherited(call, heir.label);
}

const walk = fc.array(fc.tuple(fc.constantFrom(...Object.keys(MOVES)), fc.nat(5)), { maxLength: 18 });

/** Checks a conversation after every move of every walk. */
function onEveryWalk(check: (call: Call) => void): void {
  const walked = (steps: readonly (readonly [string, number])[]) => {
    let call = CALL;
    for (const [name, pick] of steps) {
      if (call.isLetGo) return;
      call = carriedOut(MOVES[name]!(call, pick)).call;
      check(call);
    }
  };
  fc.assert(fc.property(walk, walked), { numRuns: 2_000 });
}

test('a customer hears music, or somebody who talks with them', () => {
  onEveryWalk((call) => {
    const others = Object.entries(call.wanted).filter(([label, seat]) => label !== call.customer && !seat.isOnHold && !seat.isMuted && seat.coaches === null);
    expect(moves.isOnHold(call) || others.length > 0).toBe(true);
  });
});

test('a customer whom the agent has not held is not left with music beside somebody, unless somebody is asked or consulted', () => {
  onEveryWalk((call) => {
    const isFor = call.guest !== null && call.guest.purpose !== 'conference';
    const isAlone = isAway(call) && !moves.isWithOthers(call);
    if (isAlone || call.isHeld || isFor) return;
    expect(moves.isOnHold(call)).toBe(false);
  });
});

test('who coaches speaks to the agent, or to nobody while there is none; and who has the call is heard', () => {
  onEveryWalk((call) => {
    for (const [label, { how, isHere }] of Object.entries(call.supervisors)) {
      if (!isHere || how !== 'coach' || isAway(call)) continue;
      expect(call.wanted[label]?.coaches).toBe(call.agent);
    }
    if (!isAway(call)) expect(call.wanted[call.agent]).toMatchObject({ isMuted: false, isOnHold: false, coaches: null });
  });
});

test('who has joined in and was not lost, takes part or is consulted sits in the call', () => {
  onEveryWalk((call) => {
    const here = Object.entries(call.supervisors).filter(([, { isHere }]) => isHere).map(([label]) => label);
    const members = Object.keys(call.members).filter((label) => !awaitedMembers(call).includes(label));
    const expected = [call.customer, ...members, ...here, ...(call.guest?.phase === 'here' ? [String(call.guest.label)] : [])];
    for (const label of expected) expect(call.wanted[label]).toBeDefined();
    for (const label of awaitedMembers(call)) expect(call.known[label]).toBeUndefined();
    expect(Object.keys(call.known).toSorted()).toEqual(Object.keys(call.wanted).toSorted());
  });
});
