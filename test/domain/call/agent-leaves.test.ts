import { heirOf } from '../../../domain/call/call.ts';
import * as moves from '../../../domain/call/moves.ts';
import { AGENT, CALL, CUSTOMER, GUEST, carriedOut, guest, supervised, withGuest } from './conversations.ts';

describe('an agent who has left', () => {
  test('a conference leaves the call to its member, whose leaving would not end it; the customer’s does', () => {
    const three = carriedOut(withGuest('conference')).call;
    const theirs = moves.inherited(three, GUEST);
    expect(theirs).toMatchObject({ agent: GUEST, members: {}, helpWanted: false });
    expect([theirs.wanted[AGENT], theirs.known[AGENT]]).toEqual([undefined, undefined]);
    expect(carriedOut(theirs).steps).toEqual([`change ${CUSTOMER} {"endsCall":true}`]);
  });

  test('a conference leaves its member whoever is consulted, too, for whom the customer waits on', () => {
    const asking = carriedOut(moves.invite(carriedOut(withGuest('conference')).call, { ...guest('consult', 'sato'), targetId: 'u' })).call;
    const theirs = moves.inherited(asking, GUEST);
    expect([theirs.agent, theirs.guest?.targetId, moves.isOnHold(theirs)]).toEqual([GUEST, 'u', true]);
    expect(moves.isOnHold(moves.guestGone(theirs))).toBe(false);
  });

  test('the member who joined first is the heir; somebody outside, a guest and a supervisor are not', () => {
    const three = withGuest('conference');
    expect(heirOf(three)).toEqual({ label: GUEST, agentId: 'mori', reservationId: 'held-mori' });
    expect(heirOf({ ...three, members: { ...three.members, 'target-1-3': { agentId: 'sato', reservationId: 's' } } })?.label).toBe(GUEST);
    for (const none of [CALL, withGuest('conference', null), withGuest('consult'), supervised('barge')]) expect(heirOf(none)).toBeNull();
  });

  test('a transfer leaves the customer to whoever comes', () => {
    const asking = carriedOut(moves.invite(CALL, guest('transfer'))).call;
    const waiting = moves.leftToTheGuest(asking);
    expect(moves.isLeftToTheGuest(asking)).toBe(false);
    expect(moves.isLeftToTheGuest(waiting)).toBe(true);
    expect(moves.isOnHold(waiting)).toBe(true);
    const { label, call } = moves.withNewLeg(waiting, 'target', 1);
    const passed = carriedOut(moves.guestAnswered(moves.follow(call, { phase: 'ringing', label }))).call;
    expect(passed).toMatchObject({ agent: GUEST, guest: null });
    expect(moves.isOnHold(passed)).toBe(false);
    expect(moves.talkers(passed)).toEqual([CUSTOMER, GUEST]);
  });

  test('a transfer to nobody is rung again, and has the customer, who heard music until then', () => {
    const waiting = moves.leftToTheGuest(carriedOut(moves.invite(CALL, guest('transfer'))).call);
    const alone = moves.guestGone(waiting);
    expect([moves.isOnHold(alone), moves.isLeftToTheGuest(alone)]).toEqual([true, true]);
    const again = moves.agentLost(alone, 'agent-1-3');
    expect(moves.isLeftToTheGuest(again)).toBe(false);
    const back = moves.agentBack(again);
    expect(moves.isOnHold(back)).toBe(false);
    expect(moves.talkers(back)).toEqual([CUSTOMER, 'agent-1-3']);
  });
});

describe('an agent who leaves a conference to its member', () => {
  const THREE = carriedOut(withGuest('conference')).call;

  test('goes once the customer’s leaving ends the call for the two who stay', () => {
    const theirs = carriedOut(moves.leftTo(THREE, GUEST));
    expect(theirs.steps).toEqual([`change ${CUSTOMER} {"endsCall":true}`, `remove ${AGENT} {}`]);
    expect(theirs.call).toMatchObject({ agent: GUEST, members: {}, leavesLast: AGENT });
    expect(moves.talkers(theirs.call)).toEqual([CUSTOMER, GUEST]);
  });

  test('does not leave the customer on hold, nor one who waited for them to come back', () => {
    const held = carriedOut(moves.leftTo(carriedOut(moves.hold(THREE, true)).call, GUEST));
    expect(held.steps).toEqual([`change ${CUSTOMER} {"isOnHold":false,"endsCall":true}`, `remove ${AGENT} {}`]);
    const { label, call } = moves.withNewLeg(moves.hold(THREE, true), 'agent', 1);
    const away = moves.leftTo(carriedOut(moves.agentLost(call, label)).call, GUEST);
    expect([moves.isOnHold(away), away.isHeld, away.agent]).toEqual([false, false, GUEST]);
  });

  test('leaves them whoever is asked or consulted, too, for whom the customer waits on', () => {
    const asking = carriedOut(moves.invite(THREE, { ...guest('consult', 'sato'), targetId: 'u' })).call;
    const theirs = carriedOut(moves.leftTo(asking, GUEST));
    expect(theirs.steps).toEqual([`remove ${AGENT} {}`]);
    expect([theirs.call.guest?.targetId, moves.isOnHold(theirs.call)]).toEqual(['u', true]);
    const back = carriedOut(moves.guestGone(theirs.call));
    expect(back.steps).toEqual([`change ${CUSTOMER} {"isOnHold":false,"endsCall":true}`]);
  });

  test('leaves an invitation to the conference as it is: the customer ends nothing while somebody comes', () => {
    const asking = carriedOut(moves.invite(moves.hold(THREE, true), { ...guest('conference', 'sato'), targetId: 'u' })).call;
    const theirs = carriedOut(moves.leftTo(asking, GUEST));
    expect(theirs.steps).toEqual([`change ${CUSTOMER} {"isOnHold":false}`, `remove ${AGENT} {}`]);
    expect([theirs.call.guest?.targetId, theirs.call.wanted[CUSTOMER]?.endsCall]).toEqual(['u', false]);
  });
});
