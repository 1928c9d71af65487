import { randomUUID } from 'node:crypto';
import type { InvitationPurpose } from '../../domain/call/call.ts';
import { softphoneOf } from '../../domain/endpoint.ts';
import { reserveForDial } from '../../store/agent/reservations.ts';
import { writeTones } from '../../store/call/call-targets.ts';
import type { GuestWish, SupervisionWish } from '../../workflows/messages.ts';
import {
  dialUpdate,
  dismissUpdate,
  hangUpUpdate,
  helpUpdate,
  holdUpdate,
  recordingUpdate,
  rejectUpdate,
  rejoinUpdate,
  releaseUpdate,
  rescheduleUpdate,
  tonesUpdate,
  withdrawUpdate,
} from '../../workflows/messages.ts';
import type { Act, Scenario } from './action-stages.ts';
import {
  cancels,
  endsAfterwards,
  followedBy,
  guestIsHere,
  hasJoined,
  inCall,
  inTurn,
  isAsWanted,
  isConnected,
  isOver,
  nothing,
  whileItWaits,
  whileOffered,
  whileOfferedOnWeb,
  whileTheAgentIsRung,
  whileTheCustomerIsRung,
} from './action-stages.ts';
import { DAY_MS, accept, complete, fromNow, offeredTo, user } from './acts.ts';
import type { Centre } from './centre.ts';
import type { Whom } from './in-call.ts';
import { answer, guest, hangsUp, invite, joinToSupervise, supervise, whenGuest } from './in-call.ts';
import { behaves, behavesAsBefore } from './telephones.ts';

const BY_AOKI = { actor: user('aoki'), attempt: 1 };
const BY_ADMIN = { actor: user('admin'), reason: null };
const MORI: Whom = { agentId: 'mori' };
const OUTSIDE: Whom = { number: '+819011112200' };
const MACHINE: Whom = { number: '+819011112230' };
const NOBODY_ANSWERS: Whom = { number: '+819011112290' };
/** An agent whose browser is their telephone. */
const BROWSER = softphoneOf('aoki');

const accepts: Act = (centre, id) => accept(centre, id, 'aoki');
const rejects: Act = async (centre, id) =>
  centre.callbacks.update(rejectUpdate, id, { offerId: await offeredTo(centre, id, 'aoki'), agentId: 'aoki' });
const movesToTomorrow: Act = async (centre, id) =>
  centre.callbacks.update(rescheduleUpdate, id, { ...BY_ADMIN, at: await fromNow(centre, DAY_MS), windowEndsAt: null, staysWithAgent: false });
const withdraws: Act = (centre, id) => centre.callbacks.update(withdrawUpdate, id, BY_ADMIN);
const releases: Act = (centre, id) => centre.callbacks.update(releaseUpdate, id, BY_ADMIN);
const marksDone: Act = (centre, id) => complete(centre, id, 'aoki');

const calls: Act = async (centre, id) => {
  await centre.callbacks.update(dialUpdate, id, { ...BY_AOKI, agentId: 'aoki', reservationId: null });
  await isConnected(centre, id);
};

const dialsFromAList: Act = async (centre, id) => {
  const reserved = await reserveForDial(centre.store.db, { callbackId: id, agentId: 'aoki' });
  if (!('reservationId' in reserved)) throw new Error(reserved.refused);
  await centre.callbacks.update(dialUpdate, id, { ...BY_AOKI, ...reserved, agentId: 'aoki' });
  await isConnected(centre, id);
};

/** The call is over for everybody, and the case with its agent. */
const isWrappedUp: Act = async (centre, id) => {
  await centre.when(id, ({ status }) => status === 'wrap_up');
  await centre.quiet(id);
};

const hangsUpByHand: Act = async (centre, id) => {
  await centre.callbacks.update(hangUpUpdate, id, BY_AOKI);
  await isWrappedUp(centre, id);
};

const customerHangsUp: Act = async (centre, id) => {
  await hangsUp(centre, id, 'customer-1-1');
  await isWrappedUp(centre, id);
};

/** Whose leg takes the other's with it when it ends: it is looked at late, so that in every run both are ended by us. */
const isLookedAtLate = (label: string): Act => async (centre, id) => {
  const { call_sid: sid } = await centre.leg(id, label, ({ call_sid }) => call_sid !== null);
  await centre.control('POST', '/faults', { method: 'GET', pathPattern: `/Calls/${sid}`, kind: 'delay', delayMs: 1000 });
};

const holds = (hold: boolean): Act => (centre, id) => centre.callbacks.update(holdUpdate, id, { ...BY_AOKI, hold });
const records = (recording: 'on' | 'paused' | 'off'): Act => (centre, id) => centre.callbacks.update(recordingUpdate, id, { ...BY_AOKI, recording });
const recordingRuns = inTurn(records('on'), isAsWanted);
const asksForHelp: Act = (centre, id) => centre.callbacks.update(helpUpdate, id, { ...BY_AOKI, wanted: true });

const playsDigits: Act = async (centre, id) => {
  const token = randomUUID();
  await writeTones(centre.store.db, { token, callbackId: id, attempt: 1, digits: '12#', sentBy: 'aoki' });
  await centre.callbacks.update(tonesUpdate, id, { ...BY_AOKI, token, count: 3 });
  await centre.when(id, ({ call }) => call?.tones.length === 0);
};

/** The invitation that is open. */
async function targetOf(centre: Centre, id: string): Promise<string> {
  return (await centre.row(id)).call?.guest?.targetId ?? '';
}

const asks = (purpose: InvitationPurpose, whom: Whom): Act => (centre, id) => invite(centre, id, purpose, whom);
const wishes = (wish: GuestWish['wish']): Act => async (centre, id) => guest(centre, id, await targetOf(centre, id), wish);
const moriAnswers = (isYes: boolean): Act => async (centre, id) => answer(centre, id, await targetOf(centre, id), 'mori', isYes);

const moriIsConsulted = inTurn(asks('consult', MORI), moriAnswers(true), guestIsHere);
const moriJoinsIn = inTurn(moriIsConsulted, wishes('conference'));
const numberRings: Act = (centre, id) => centre.leg(id, 'target-1-2', ({ progress }) => progress === 'ringing');
const numberHasJoined = hasJoined('target-1-2');
const numberIsConsulted = inTurn(asks('consult', OUTSIDE), guestIsHere);
const sendsMoriAway: Act = (centre, id) => centre.callbacks.update(dismissUpdate, id, { ...BY_AOKI, label: 'target-1-2' });
const numberIsGone: Act = (centre, id) => centre.leg(id, 'target-1-2', ({ settled_at }) => settled_at !== null);

const nobodyIsAsked: Act = (centre, id) => whenGuest(centre, id, null);

/** Others take part, and all is kept, when a number is consulted. */
const numberIsConsultedBesides = inTurn(asks('consult', OUTSIDE), (centre, id) => whenGuest(centre, id, 'here'), hasJoined('target-1-3'));

const leavesItToMori: Act = (centre, id) => centre.callbacks.update(dismissUpdate, id, { ...BY_AOKI, label: 'agent-1-1' });

/** The call is mori's, and whoever had it has gone. */
const isMoris: Act = async (centre, id) => {
  await centre.when(id, ({ agent_id }) => agent_id === 'mori');
  await centre.leg(id, 'agent-1-1', ({ progress }) => progress === 'ended');
};

/** The customer goes on with somebody outside, until they hang up: nobody else ends it. */
const isLetGo: Act = async (centre, id) => {
  await centre.when(id, ({ status }) => status === 'wrap_up');
  await hangsUp(centre, id, 'customer-1-1');
  await centre.quiet(id);
};

const supervises = (how: SupervisionWish['how']): Act => (centre, id) => supervise(centre, id, 'mori', how);

const joinsAsSupervisor = (how: 'listen' | 'coach' | 'barge'): Act => async (centre, id) => {
  await joinToSupervise(centre, id, 'mori', how);
  await centre.when(id, ({ call }) => Object.values(call?.supervisors ?? {})[0]?.isHere === true);
  await hasJoined('supervisor-1-2')(centre, id);
};

const comesBack: Act = (centre, id) => centre.callbacks.update(rejoinUpdate, id, { agentId: 'aoki', attempt: 1 });
const losesTheTelephone: Act = (centre, id) => hangsUp(centre, id, 'agent-1-1');
const agentIsBack = inTurn(hasJoined('agent-1-2'), (centre, id) => centre.when(id, ({ call }) => call?.wanted['agent-1-2'] !== undefined));

/** For longer than the agent is waited for; the network's seconds are short here. */
const browserRingsOut: Act = async (centre) => {
  await centre.editRoute({ ringTimeoutS: 600 });
  await behaves(centre, BROWSER, 'rings_out');
};
const isWaitedFor: Act = async (centre, id) => {
  await centre.leg(id, 'agent-1-2', ({ progress }) => progress === 'ringing');
  await centre.pass(31_000);
};
const browserAnswersAgain: Act = async (centre) => {
  await behavesAsBefore(centre, BROWSER);
  await centre.editRoute({});
};

/** How each row of docs/actions.md is done: the actions, and below them what is otherwise. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'Accept an offer': whileOffered(inTurn(accepts, isConnected)),
  'Reject an offer, or give a preview back': whileOffered(inTurn(rejects, endsAfterwards)),
  'Call, Call again, Dial from a list': whileItWaits(dialsFromAList),
  End: inCall(hangsUpByHand, isLookedAtLate('customer-1-1')),
  Reschedule: whileItWaits(inTurn(movesToTomorrow, endsAfterwards)),
  'Mark Done': inCall(inTurn(marksDone, isOver), hangsUpByHand),
  Cancel: whileItWaits(cancels),
  Withdraw: whileItWaits(inTurn(withdraws, endsAfterwards)),
  'Release now': whileItWaits(inTurn(releases, endsAfterwards), movesToTomorrow),
  Hold: inCall(holds(true)),
  Resume: inCall(holds(false), holds(true)),
  Digits: inCall(playsDigits),
  'Consult, Transfer': inCall(asks('consult', MORI)),
  Conference: inCall(asks('conference', MORI)),
  'Accept an invitation': inCall(inTurn(moriAnswers(true), guestIsHere), asks('consult', MORI)),
  'Refuse an invitation': inCall(moriAnswers(false), asks('consult', MORI)),
  Swap: inCall(wishes('talk_to_customer'), moriIsConsulted),
  'Make it a conference': inCall(wishes('conference'), moriIsConsulted),
  'Transfer to the guest': inCall(inTurn(wishes('transfer'), isMoris), moriIsConsulted),
  'End the consultation, take the invitation back': inCall(wishes('end'), moriIsConsulted),
  'Remove a party': inCall(sendsMoriAway, moriJoinsIn),
  'Leave a conference': inCall(inTurn(leavesItToMori, isMoris), moriJoinsIn),
  'Record, pause, stop': inCall(records('on')),
  'Ask for help': followedBy('POST P/customer Hold=true HoldUrl', inCall(inTurn(asksForHelp, holds(true)))),
  'Listen, coach, barge in, leave': inCall(joinsAsSupervisor('listen')),
  'Take over': inCall(inTurn(supervises('take_over'), isMoris), joinsAsSupervisor('listen')),
  'Come back to a call': inCall(inTurn(comesBack, agentIsBack)),

  'an offer is accepted that opens a preview': whileOfferedOnWeb(inTurn(accepts, endsAfterwards)),
  'the customer is called from a preview': whileOfferedOnWeb(calls, accepts),
  'cancelled while the agent is rung': whileTheAgentIsRung(cancels),
  'ended while the customer is rung': whileTheCustomerIsRung(hangsUpByHand, isLookedAtLate('agent-1-1')),
  'the customer hangs up': inCall(customerHangsUp),
  'the customer hangs up while somebody is asked in': inCall(customerHangsUp, asks('consult', MORI)),
  'a number is consulted': inCall(numberIsConsulted),
  'the call is transferred to a number': inCall(inTurn(asks('transfer', OUTSIDE), isLetGo)),
  'the call is transferred to a number where a machine answers': inCall(inTurn(asks('transfer', MACHINE), numberIsGone, nobodyIsAsked)),
  'a number is asked into a conference': inCall(inTurn(asks('conference', OUTSIDE), numberHasJoined)),
  'an invitation to a transfer is accepted': inCall(inTurn(moriAnswers(true), isMoris), asks('transfer', MORI)),
  'an invitation is refused, and the agent had held the customer before': inCall(moriAnswers(false), inTurn(holds(true), asks('consult', MORI))),
  'an invitation to a conference is refused': inCall(moriAnswers(false), asks('conference', MORI)),
  'swapped back to the guest': inCall(wishes('talk_to_guest'), inTurn(moriIsConsulted, wishes('talk_to_customer'))),
  'made a conference while the guest is on hold': inCall(wishes('conference'), inTurn(moriIsConsulted, wishes('talk_to_customer'))),
  'the guest who has the call from now on is a number': inCall(inTurn(wishes('transfer'), isLetGo), numberIsConsulted),
  'the same of a call that is recorded, and that a supervisor listens to': inCall(
    inTurn(wishes('transfer'), isLetGo),
    inTurn(joinsAsSupervisor('listen'), recordingRuns, numberIsConsultedBesides),
  ),
  'a conference is left whose customer is on hold': inCall(inTurn(leavesItToMori, isMoris), inTurn(moriJoinsIn, isAsWanted, holds(true), isAsWanted)),
  'an invitation is taken back before it is answered': inCall(wishes('end'), asks('consult', MORI)),
  'a number is taken back while it rings': inCall(inTurn(wishes('end'), numberIsGone), inTurn(asks('consult', NOBODY_ANSWERS), numberRings)),
  'recording is paused': inCall(records('paused'), recordingRuns),
  'recording goes on': inCall(records('on'), inTurn(recordingRuns, records('paused'), isAsWanted)),
  'recording is stopped': inCall(records('off'), recordingRuns),
  'a supervisor coaches from the first': inCall(joinsAsSupervisor('coach')),
  'a listening supervisor coaches': inCall(supervises('coach'), joinsAsSupervisor('listen')),
  'a listening supervisor barges in': inCall(supervises('barge'), joinsAsSupervisor('listen')),
  'a coaching supervisor barges in': inCall(supervises('barge'), joinsAsSupervisor('coach')),
  'a supervisor leaves': inCall(supervises(null), joinsAsSupervisor('listen')),
  'the agent has lost their telephone': inCall(inTurn(losesTheTelephone, agentIsBack), nothing, BROWSER),
  'the agent has lost their telephone, and does not come back': inCall(inTurn(losesTheTelephone, isWaitedFor, isWrappedUp, browserAnswersAgain), browserRingsOut, BROWSER),
};
