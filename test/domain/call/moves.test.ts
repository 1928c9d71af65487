import type { Call } from '../../../domain/call/call.ts';
import { alsoHeld, begin, endsWithCustomer, isRecordedForOthers, nextStep, nextTones, stepDone, stepRefused } from '../../../domain/call/call.ts';
import * as moves from '../../../domain/call/moves.ts';
import { SEATED } from '../../../domain/call/seating.ts';
import { AGENT, CALL, CUSTOMER, GUEST, MORI, SUPERVISOR, carriedOut, guest, supervised, withGuest } from './conversations.ts';

test('a conversation begins with two, and the customer’s leaving ends it', () => {
  expect(nextStep(CALL)).toBeNull();
  expect(CALL.wanted[CUSTOMER]?.endsCall).toBe(true);
  expect(moves.talkers(CALL)).toEqual([AGENT, CUSTOMER]);
  expect(nextStep(begin(AGENT, CUSTOMER, 'on'))).toEqual({ type: 'record', recording: 'on' });
});

test('holding and resuming change the customer alone', () => {
  const held = carriedOut(moves.hold(CALL, true));
  expect(held.steps).toEqual([`change ${CUSTOMER} {"isOnHold":true}`]);
  expect(moves.isOnHold(held.call)).toBe(true);
  expect(carriedOut(moves.hold(held.call, false)).steps).toEqual([`change ${CUSTOMER} {"isOnHold":false}`]);
  expect(moves.isOnHold({ ...CALL, wanted: {} })).toBe(false);
});

test('a consultation holds the customer, who then ends nothing, before anybody is rung', () => {
  const asking = carriedOut(moves.invite(CALL, guest('consult')));
  expect(asking.steps).toEqual([`change ${CUSTOMER} {"isOnHold":true,"endsCall":false}`]);
  const consulting = withGuest('consult');
  expect(consulting.guest?.phase).toBe('here');
  expect(carriedOut(consulting).steps).toEqual([]);
});

test('a number that has answered sits in the call before it is known who it is: handed over they have it, and otherwise they are sent away', () => {
  const asking = carriedOut(moves.invite(CALL, guest('transfer', null))).call;
  const { label, call } = moves.withNewLeg(asking, 'target', 1);
  const answered = moves.guestPickedUp(moves.follow(call, { phase: 'ringing', label }));
  expect(nextStep(answered)).toBeNull();
  expect(answered.guest?.phase).toBe('ringing');
  expect(moves.isOnHold(answered)).toBe(true);
  expect(moves.guestAnswered(answered)).toEqual(withGuest('transfer', null));
  expect(carriedOut(moves.guestGone(answered)).steps).toEqual([`remove ${GUEST} {}`, `change ${CUSTOMER} {"isOnHold":false,"endsCall":true}`]);
  expect(moves.leftToTheGuest(answered).wanted[CUSTOMER]?.endsCall).toBe(true);
  expect(moves.guestPickedUp(CALL)).toBe(CALL);
});

test('swapping puts the one on hold before the other is taken off', () => {
  const toCustomer = carriedOut(moves.talkTo(withGuest('consult'), 'customer'));
  expect(toCustomer.steps).toEqual([`change ${GUEST} {"isOnHold":true}`, `change ${CUSTOMER} {"isOnHold":false}`]);
  const back = carriedOut(moves.talkTo(toCustomer.call, 'guest'));
  expect(back.steps).toEqual([`change ${CUSTOMER} {"isOnHold":true}`, `change ${GUEST} {"isOnHold":false}`]);
});

test('ending a consultation sends the guest away before the customer is back', () => {
  const ended = carriedOut(moves.guestGone(withGuest('consult')));
  expect(ended.steps).toEqual([`remove ${GUEST} {}`, `change ${CUSTOMER} {"isOnHold":false,"endsCall":true}`]);
  expect(ended.call.guest).toBeNull();
});

test.each(['consult', 'transfer'] as const)('a customer whom the agent had held stays held when a %s comes to nothing', (purpose) => {
  const held = carriedOut(moves.hold(CALL, true)).call;
  const asking = carriedOut(moves.invite(held, guest(purpose))).call;
  const refused = carriedOut(moves.guestGone(asking));
  expect(refused.steps).toEqual([`change ${CUSTOMER} {"endsCall":true}`]);
  expect(moves.isOnHold(refused.call)).toBe(true);
  expect(moves.isOnHold(moves.hold(refused.call, false))).toBe(false);
});

test('a customer who was talked to meanwhile is held no longer', () => {
  const held = carriedOut(moves.hold(CALL, true)).call;
  const back = moves.talkTo(moves.talkTo(withGuest('consult', 'mori', held), 'customer'), 'guest');
  expect(moves.isOnHold(moves.guestGone(withGuest('consult', 'mori', held)))).toBe(true);
  expect(moves.isOnHold(moves.guestGone(back))).toBe(false);
  for (const joined of [moves.merge, moves.handOver]) expect(joined(withGuest('consult', 'mori', held)).isHeld).toBe(false);
});

test('a consultation becomes a conference of three, whose third may be sent away', () => {
  const three = carriedOut(moves.merge(withGuest('consult')));
  expect(three.steps).toEqual([`change ${CUSTOMER} {"isOnHold":false}`]);
  expect(three.call.members).toEqual({ [GUEST]: { agentId: 'mori', reservationId: 'held-mori' } });
  const two = carriedOut(moves.dismiss(three.call, GUEST));
  expect(two.steps).toEqual([`remove ${GUEST} {}`, `change ${CUSTOMER} {"endsCall":true}`]);
  expect(two.call.members).toEqual({});
});

test('a consultation becomes a transfer: the customer is back before the agent leaves, and the guest has the call', () => {
  const handedOver = carriedOut(moves.handOver(withGuest('consult')));
  expect(handedOver.steps).toEqual([`change ${CUSTOMER} {"isOnHold":false,"endsCall":true}`, `remove ${AGENT} {}`]);
  expect(handedOver.call).toMatchObject({ agent: GUEST, guest: null, members: {}, isLetGo: false });
});

test('a transfer to somebody outside lets the call go, and either of them ends it', () => {
  const outside = carriedOut(moves.handOver(withGuest('consult', null)));
  expect(outside.call).toMatchObject({ agent: GUEST, isLetGo: true });
  expect(outside.call.wanted).toMatchObject({ [GUEST]: { endsCall: true }, [CUSTOMER]: { endsCall: true, isOnHold: false } });
});

test('an instant transfer hands over as soon as the guest answers, an instant conference joins them', () => {
  expect(withGuest('transfer')).toMatchObject({ agent: GUEST, guest: null, leavesLast: AGENT });
  const three = withGuest('conference', null);
  expect(three).toMatchObject({ agent: AGENT, guest: null, members: {} });
  expect(moves.talkers(three)).toEqual([AGENT, CUSTOMER, GUEST]);
});

test('asking somebody into a conference leaves the customer where they are', () => {
  expect(carriedOut(moves.invite(CALL, guest('conference'))).steps).toEqual([`change ${CUSTOMER} {"endsCall":false}`]);
  const gone = carriedOut(moves.guestGone(carriedOut(moves.invite(moves.hold(CALL, true), guest('conference'))).call));
  expect(moves.isOnHold(gone.call)).toBe(true);
});

test('without a guest, what is said of one changes nothing', () => {
  for (const same of [moves.follow(CALL, { phase: 'here' }), moves.guestAnswered(CALL), moves.guestGone(CALL), moves.talkTo(CALL, 'guest'), moves.merge(CALL), moves.handOver(CALL)]) {
    expect(same).toBe(CALL);
  }
});

test('a guest who leaves by themselves takes the invitation along', () => {
  const left = carriedOut(moves.left(withGuest('consult'), GUEST));
  expect(left.steps).toEqual([`change ${CUSTOMER} {"isOnHold":false,"endsCall":true}`]);
  expect(left.call.known[GUEST]).toBeUndefined();
});

test('a target is remembered, so that it is not asked twice', () => {
  let call = CALL;
  for (let n = 0; n < 25; n += 1) call = moves.guestGone(moves.invite(call, { ...guest('consult'), targetId: String(n) }));
  expect(call.asked).toHaveLength(20);
  expect(call.asked.at(-1)).toBe('24');
});

test('the customer’s leaving ends the call for certain only while it is known to, and not to be changed', () => {
  expect(endsWithCustomer(CALL)).toBe(true);
  const asking = moves.invite(CALL, guest('consult'));
  expect(endsWithCustomer(asking)).toBe(false);
  expect(endsWithCustomer(moves.guestGone(carriedOut(asking).call))).toBe(false);
  expect(endsWithCustomer({ ...CALL, known: {} })).toBe(false);
});

test('a supervisor listens unheard, coaches the agent alone, and barges in', () => {
  expect(supervised('listen').wanted[SUPERVISOR]).toEqual({ ...SEATED, isMuted: true });
  expect(supervised('coach').wanted[SUPERVISOR]).toEqual({ ...SEATED, coaches: AGENT });
  expect(supervised('barge').wanted[SUPERVISOR]).toEqual(SEATED);
  const coaching = carriedOut(moves.supervise(supervised('listen'), SUPERVISOR, { ...MORI, how: 'coach' }));
  expect(coaching.steps).toEqual([`change ${SUPERVISOR} {"isMuted":false,"coaches":"${AGENT}"}`]);
});

test('a supervisor who has not come yet is not in the conference, and counts for none of the talkers', () => {
  const { label, call } = moves.withNewLeg(CALL, 'supervisor', 1);
  const asked = moves.supervise(call, label, { ...MORI, how: 'listen' });
  expect(nextStep(asked)).toBeNull();
  expect(moves.takeOver(asked, label)).toBe(asked);
  expect(moves.supervisorCame(CALL, label)).toBe(CALL);
  expect(supervised('listen').wanted[CUSTOMER]?.endsCall).toBe(true);
});

test('taking over sends the guest away and the agent last, and the customer is off hold', () => {
  const taken = carriedOut(moves.takeOver(supervised('listen', withGuest('consult')), 'supervisor-1-3'));
  expect(taken.steps).toEqual([
    `remove ${GUEST} {}`,
    `change ${CUSTOMER} {"isOnHold":false,"endsCall":true}`,
    'change supervisor-1-3 {"isMuted":false}',
    `remove ${AGENT} {}`,
  ]);
  expect(taken.call).toMatchObject({ agent: 'supervisor-1-3', supervisors: {} });
});

test('who coaches the agent coaches their successor; where nobody of us stays, they only listen', () => {
  const consulting = withGuest('consult', 'mori', supervised('coach'));
  expect(moves.handOver(consulting).wanted[SUPERVISOR]).toMatchObject({ coaches: 'target-1-3', isMuted: false });
  const outside = withGuest('consult', null, supervised('coach'));
  expect(moves.handOver(outside).wanted[SUPERVISOR]).toMatchObject({ coaches: null, isMuted: true });
});

test('before somebody outside has the call, everybody else leaves, and nothing is kept any more', () => {
  const three = carriedOut(moves.merge(withGuest('consult', 'mori', supervised('coach')))).call;
  const recorded: Call = { ...withGuest('consult', null, three), recording: { wanted: 'on', known: 'on' } };
  const member = moves.talkers(three).find((label) => three.members[label] !== undefined) ?? '';
  const label = recorded.guest?.label ?? '';
  expect(alsoHeld(recorded)).toHaveLength(2);
  const passed = carriedOut(moves.handOver(moves.withoutUs(recorded)));
  expect(passed.steps).toEqual([
    `remove ${SUPERVISOR} {}`,
    `remove ${member} {}`,
    `change ${CUSTOMER} {"isOnHold":false,"endsCall":true}`,
    `change ${label} {"endsCall":true}`,
    `remove ${AGENT} {}`,
    'record',
  ]);
  expect(alsoHeld(passed.call)).toEqual([]);
  expect(passed.call.recording).toEqual({ wanted: 'off', known: 'off' });
});

test('beside its agent, everybody of ours who is asked in, a member or a supervisor is held for it', () => {
  expect(alsoHeld(CALL)).toEqual([]);
  expect(alsoHeld(withGuest('consult', null))).toEqual([]);
  expect(alsoHeld(withGuest('consult'))).toEqual(['held-mori']);
  expect(alsoHeld(withGuest('conference'))).toEqual(['held-mori']);
});

test('also a supervisor whose telephone rings, or a recording alone, is not left behind; where nobody is, nothing changes', () => {
  const { label, call } = moves.withNewLeg(withGuest('consult', null), 'supervisor', 1);
  expect(moves.withoutUs(moves.supervise(call, label, { ...MORI, how: 'listen' })).supervisors).toEqual({});
  expect(moves.withoutUs({ ...call, recording: { wanted: 'paused', known: 'paused' } }).recording.wanted).toBe('off');
  expect(moves.withoutUs(call)).toBe(call);
});

test('an agent whose telephone is lost comes back under another label, to a customer who has waited', () => {
  const { label, call } = moves.withNewLeg(CALL, 'agent', 1);
  const lost = carriedOut(moves.agentLost(call, label));
  expect(lost.steps).toEqual([`remove ${AGENT} {}`, `change ${CUSTOMER} {"isOnHold":true}`]);
  const back = carriedOut(moves.agentBack(lost.call));
  expect(back.steps).toEqual([`change ${CUSTOMER} {"isOnHold":false}`]);
  expect(moves.talkers(back.call)).toEqual([CUSTOMER, label]);
});

test('with a customer to whom others talk it is no different: they talk on while the agent is away; the last of them leaves them to music', () => {
  const three = carriedOut(withGuest('conference')).call;
  const { label, call } = moves.withNewLeg(three, 'agent', 1);
  const lost = carriedOut(moves.agentLost(call, label, { talksOn: true })).call;
  expect(moves.isOnHold(lost)).toBe(false);
  expect(moves.talkers(moves.agentBack(lost))).toEqual([CUSTOMER, GUEST, label]);
  expect(moves.isOnHold(moves.leftBehind(lost, GUEST))).toBe(true);
  expect(moves.isOnHold(moves.leftBehind(three, GUEST))).toBe(false);
  expect(moves.isOnHold(moves.inherited(moves.agentLost(call, label), GUEST))).toBe(false);
});

test('whoever talks with the customer is with them; not who is consulted, listens or coaches', () => {
  expect(moves.isWithOthers(CALL)).toBe(false);
  expect(moves.isWithOthers(withGuest('conference'))).toBe(true);
  expect(moves.isWithOthers(withGuest('conference', null))).toBe(true);
  expect(moves.isWithOthers(withGuest('consult'))).toBe(false);
  for (const how of ['listen', 'coach', 'barge'] as const) expect(moves.isWithOthers(supervised(how))).toBe(how === 'barge');
});

test('only a supervisor who has barged in, and is there, talks with the customer already', () => {
  expect(moves.whoBargedIn(supervised('barge'))).toBe(SUPERVISOR);
  expect(moves.whoBargedIn(supervised('coach'))).toBeNull();
  expect(moves.whoBargedIn(moves.supervise(CALL, SUPERVISOR, { ...MORI, how: 'barge' }))).toBeNull();
});

test('what others say alone is recorded until it is stopped', () => {
  const passed = { ...CALL, isLetGo: true, recording: { wanted: 'off', known: 'on' } } as const;
  expect(isRecordedForOthers(passed)).toBe(true);
  for (const not of [{ isLetGo: false }, { recording: { wanted: 'on', known: 'on' } }, { recording: { wanted: 'off', known: 'off' } }] as const) {
    expect(isRecordedForOthers({ ...passed, ...not })).toBe(false);
  }
});

test('who comes back to a consultation finds the customer on hold, and talks to the guest', () => {
  const { label, call } = moves.withNewLeg(moves.talkTo(withGuest('consult'), 'customer'), 'agent', 1);
  const back = moves.agentBack(moves.agentLost(call, label));
  expect(moves.isOnHold(back)).toBe(true);
  expect(back.wanted[GUEST]?.isOnHold).toBe(false);
  const asking = moves.withNewLeg(moves.invite(CALL, guest('consult')), 'agent', 1);
  expect(moves.isOnHold(moves.agentBack(moves.agentLost(asking.call, asking.label)))).toBe(true);
});

test('who coaches is heard by nobody while the agent is away, and by the agent alone once they are back', () => {
  const { label, call } = moves.withNewLeg(supervised('coach'), 'agent', 1);
  const lost = carriedOut(moves.agentLost(call, label)).call;
  expect(lost.wanted[SUPERVISOR]).toMatchObject({ coaches: null, isMuted: true });
  expect(moves.agentBack(lost).wanted[SUPERVISOR]).toEqual({ ...SEATED, coaches: label });
});

test('who coaches is heard by whoever has the call after an agent who was lost, and by nobody while no agent is there', () => {
  const { label, call } = moves.withNewLeg({ ...supervised('coach'), members: { [GUEST]: MORI }, wanted: { ...supervised('coach').wanted, [GUEST]: SEATED } }, 'agent', 1);
  const lost = moves.agentLost(call, label, { talksOn: true });
  expect(moves.coachesHeard(lost)).toBe(lost);
  const inherited = moves.coachesHeard(moves.inherited(lost, GUEST));
  expect(inherited.wanted[SUPERVISOR]).toEqual({ ...SEATED, coaches: GUEST });
  expect(moves.coachesHeard(inherited)).toBe(inherited);
  const outside = { ...inherited, isLetGo: true };
  expect(moves.coachesHeard(outside)).toBe(outside);
});

test('a customer whom the agent had held is still held when the agent is back', () => {
  const { label, call } = moves.withNewLeg(moves.hold(CALL, true), 'agent', 1);
  expect(moves.isOnHold(moves.agentBack(moves.agentLost(call, label)))).toBe(true);
});

test('a guest who does not come leaves the customer with music while the agent is rung anew', () => {
  const { label, call } = moves.withNewLeg(moves.invite(CALL, guest('consult')), 'agent', 1);
  const gone = moves.guestGone(moves.agentLost(call, label));
  expect(moves.isOnHold(gone)).toBe(true);
  expect(moves.isOnHold(moves.agentBack(gone))).toBe(false);
});

test('what the network refuses is not wanted any more', () => {
  const holding = moves.hold(CALL, true);
  const step = nextStep(holding);
  expect(step && stepRefused(holding, step)).toEqual(CALL);
  const guestOff = moves.talkTo(moves.hold(withGuest('consult'), true), 'guest');
  expect(stepRefused(guestOff, { type: 'change', label: GUEST, change: { isOnHold: true } }).isHeld).toBe(true);
  const recording = { ...CALL, recording: { wanted: 'on', known: 'off' } } as const;
  expect(stepRefused(recording, { type: 'record', recording: 'on' })).toEqual(CALL);
  expect(stepRefused({ ...CALL, tones: ['a'] }, { type: 'tones', token: 'a' })).toEqual(CALL);
  expect(stepRefused(CALL, { type: 'remove', label: 'target-1-9' })).toBe(CALL);
});

test('a recording comes after who hears whom', () => {
  const busy: Call = { ...moves.hold(CALL, true), recording: { wanted: 'on', known: 'off' } };
  expect(carriedOut(busy).steps).toEqual([`change ${CUSTOMER} {"isOnHold":true}`, 'record']);
});

test('digits are heard in their order, and nothing waits for them', () => {
  const pressed: Call = { ...CALL, tones: ['a', 'b'] };
  expect(nextStep(pressed)).toBeNull();
  expect(nextTones(pressed)).toEqual({ type: 'tones', token: 'a' });
  expect(nextTones(stepDone(pressed, { type: 'tones', token: 'a' }))).toEqual({ type: 'tones', token: 'b' });
  expect(nextTones(CALL)).toBeNull();
});
