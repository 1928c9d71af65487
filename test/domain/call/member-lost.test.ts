import type { Call } from '../../../domain/call/call.ts';
import { alsoHeld, endsWithCustomer, heirOf, memberLabel } from '../../../domain/call/call.ts';
import * as moves from '../../../domain/call/moves.ts';
import { AGENT, CALL, CUSTOMER, GUEST, carriedOut, guest, withGuest } from './conversations.ts';

/*
 * The telephone of an agent who had joined in was lost, and rings anew.
 */

const ANEW = 'target-1-3';
const conference = carriedOut(withGuest('conference')).call;

function lost(from: Call = conference): Call {
  const { call } = moves.withNewLeg(from, 'target', 1);
  return moves.memberLost(call, GUEST, ANEW);
}

function agentIsLost(from: Call): Call {
  const { label, call } = moves.withNewLeg(from, 'agent', 1);
  return moves.agentLost(call, label, { talksOn: moves.isWithOthers(from) });
}

test('the others talk on, what is left of the old leg goes, and the customer’s leaving still ends nothing', () => {
  const { call, steps } = carriedOut(lost());
  expect(steps).toEqual([`remove ${GUEST} {}`]);
  expect(moves.isOnHold(call)).toBe(false);
  expect(endsWithCustomer(call)).toBe(false);
});

test('they are held for it and known by the new label, and have the call of nobody meanwhile', () => {
  const call = lost();
  expect(memberLabel(call, 'mori')).toBe(ANEW);
  expect(memberLabel(call, 'aoki')).toBeNull();
  expect(alsoHeld(call)).toEqual(['held-mori']);
  expect(heirOf(call)).toBeNull();
  expect(heirOf(moves.memberBack(call, ANEW))).toMatchObject({ label: ANEW, agentId: 'mori' });
});

test('once they are back, nothing is to be asked of the network', () => {
  const { call, steps } = carriedOut(moves.memberBack(carriedOut(lost()).call, ANEW));
  expect(steps).toEqual([]);
  expect(call.wanted[ANEW]).toBeDefined();
});

test('they are looked for by another label, as the agent is, until they are back', () => {
  const call = moves.memberSought(lost(), ANEW, 'target-1-4');
  expect(memberLabel(call, 'mori')).toBe('target-1-4');
  expect(moves.memberSought(call, ANEW, 'target-1-5')).toBe(call);
  expect(moves.memberBack(moves.agentSought(agentIsLost(call), 'agent-1-5'), 'target-1-4')).toMatchObject({ agent: 'agent-1-5', wanted: { 'target-1-4': {} } });
});

test('when they do not come back, two are left, and the customer ends it', () => {
  const { call } = carriedOut(moves.dismiss(carriedOut(lost()).call, ANEW));
  expect(call.members).toEqual({});
  expect(endsWithCustomer(call)).toBe(true);
});

test('a customer who talked with them alone hears music, and is with whoever of the two comes first', () => {
  const call = lost(agentIsLost(conference));
  expect(moves.isOnHold(call)).toBe(true);
  expect(moves.isOnHold(moves.memberBack(call, ANEW))).toBe(false);
  expect(moves.isOnHold(moves.agentBack(call))).toBe(false);
});

test('a customer whom the agent had held waits on', () => {
  const call = lost(agentIsLost(moves.hold(conference, true)));
  expect(moves.isOnHold(moves.memberBack(call, ANEW))).toBe(true);
});

test('a customer who waits for somebody else who is asked waits on', () => {
  const call = moves.leftToTheGuest(moves.invite(lost(), guest('transfer', 'sato')));
  expect(moves.isOnHold(moves.memberBack(call, ANEW))).toBe(true);
});

test('before somebody outside has the call they are not rung any more', () => {
  const consulted = withGuest('consult', null, lost());
  expect(moves.withoutUs(consulted).members).toEqual({});
});

test('who has not joined in is not lost, and does not come back', () => {
  expect(moves.memberLost(CALL, AGENT, ANEW)).toBe(CALL);
  expect(moves.memberBack(CALL, CUSTOMER)).toBe(CALL);
});
