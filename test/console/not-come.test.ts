import { notComeOf } from '../../console/call/not-come.ts';
import type { Call, TimelineEntry } from '../../console/api/types.ts';
import { callOf, guestOf, ME, WAITING } from './served/calls.ts';
import { askedLine, by, endedLine, lineOf, mori, system } from './served/call-lines.ts';

const told = (timeline: readonly TimelineEntry[], call: Partial<Call> | null = {}) => notComeOf({ call: call && callOf(call), timeline: [...timeline] });
const refused = () => endedLine('refused', {}, mori);

describe('who does not come is told of,', () => {
  test.each<[string, readonly TimelineEntry[], Partial<Call>, object]>([
    ['and that the customer is back', [askedLine(), refused()], {}, { purpose: 'transfer', reason: 'refused', whom: 'Mori Kenta', customer: 'again' }],
    ['and nothing of a customer who was there all the time', [askedLine('conference'), endedLine('offline', { purpose: 'conference' })], {}, { reason: 'offline', customer: null }],
    ['and that the customer waits on whom the agent had put on hold', [lineOf('held'), askedLine(), refused()], { isOnHold: true, parties: [ME, WAITING] }, { customer: 'onHold' }],
    ['also in words that no catalogue has', [askedLine(), endedLine('blocked')], {}, { reason: 'failed' }],
    ['also where the guest has left by hanging up', [askedLine('consult'), lineOf('consulting'), endedLine('left', { purpose: 'consult' })], {}, { reason: 'left', customer: 'again' }],
    ['or by the button', [askedLine('consult'), lineOf('consulting'), endedLine('ended', { purpose: 'consult' }, mori)], {}, { reason: 'left', customer: 'again' }],
    ['who was on hold while the agent talked to the customer', [askedLine('consult'), lineOf('consulting'), lineOf('swapped', { with: 'customer' }), endedLine('left', { purpose: 'consult' })], {}, { reason: 'left', customer: null }],
    ['whatever others do meanwhile', [askedLine(), refused(), lineOf('party_left', { reason: 'hung_up' }, system), lineOf('supervised', {}, system), lineOf('noted')], {}, { reason: 'refused' }],
  ])('%s', (_how, timeline, call, expected) => {
    expect(told(timeline, call)).toMatchObject(expected);
  });
});

describe('nobody is told of', () => {
  test.each<[string, readonly TimelineEntry[], Partial<Call> | null]>([
    ['where the agent has taken it back', [askedLine(), endedLine('ended', {}, by)], {}],
    ['where the call is over, and nobody has come for that reason', [askedLine(), endedLine('call_over')], {}],
    ['where nobody was asked', [lineOf('connected')], {}],
    ['of an earlier attempt', [askedLine(), refused(), lineOf('attempt_ended'), lineOf('attempt_started'), lineOf('connected')], {}],
    ['once the call is over', [askedLine(), refused()], null],
    ['while the next one of a route is sought', [askedLine(), refused()], { guest: guestOf({ kind: 'route', phase: 'sought', agent: null }) }],
    ['once somebody else was asked, and taken back', [askedLine(), refused(), askedLine(), endedLine('ended', {}, by)], {}],
    ...(['held', 'resumed', 'tones_sent', 'recording_changed', 'help_wanted', 'help_over', 'rescheduled', 'agent_lost', 'taken_over'] as const).map(
      (type): [string, readonly TimelineEntry[], Partial<Call>] => [`after ${type}`, [askedLine(), refused(), lineOf(type)], {}],
    ),
    ['after somebody was removed', [askedLine(), refused(), lineOf('party_left', { reason: 'dismissed' })], {}],
  ])('%s', (_when, timeline, call) => {
    expect(told(timeline, call)).toBeNull();
  });
});
