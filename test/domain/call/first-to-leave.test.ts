import type { ConferenceEnd, Leaving } from '../../../domain/call/first-to-leave.ts';
import { firstToHangUp } from '../../../domain/call/first-to-leave.ts';

const leaving = (role: Leaving['role'], second: number, more: Partial<Leaving> = {}): Leaving => ({ callSid: role, role, endedAt: new Date(second * 1_000), isOurDoing: false, ...more });

function first(end: ConferenceEnd, endedBy: string | null, ...leavings: Leaving[]): string | null {
  return firstToHangUp(end, endedBy, leavings)?.callSid ?? null;
}

describe('who hung up first', () => {
  test.each([
    ['the customer, whose leaving ended the conference and with it the agent’s call', 'left', 'customer', 7, 7, 'customer'],
    ['the customer, though the agent’s call took a second more to end', 'left', 'customer', 8, 7, 'customer'],
    ['the agent, who had gone a second before the customer ended the conference', 'left', 'customer', 6, 7, 'agent'],
    ['the agent, where the customer was the last to leave', 'last_left', 'customer', 7, 7, 'agent'],
    ['the customer, where the agent was the last to leave', 'last_left', 'agent', 7, 7, 'customer'],
    ['the agent, who had gone before the customer was taken out', 'removed', 'customer', 5, 7, 'agent'],
    ['nobody that is certain, where somebody else was the last to leave within the second', 'last_left', 'guest', 7, 7, null],
    ['nobody that is certain, where the network does not say with whom it ended', 'left', null, 7, 7, null],
    ['nobody, where the customer was taken out', 'removed', 'customer', 7, 7, null],
    ['nobody, where the customer was taken out and the agent’s call took a second more to end', 'removed', 'customer', 8, 7, null],
    ['nobody, where the conference was ended as a whole, whichever call took longer', 'ended', null, 6, 7, null],
  ] as const)('%s', (_what, end, endedBy, agentAt, customerAt, expected) => {
    expect(first(end, endedBy, leaving('agent', agentAt), leaving('customer', customerAt))).toBe(expected);
  });

  test('is nobody whose call we ended', () => {
    expect(first('left', 'customer', leaving('agent', 7), leaving('customer', 7, { isOurDoing: true }))).toBeNull();
    expect(first('left', 'customer', leaving('agent', 6, { isOurDoing: true }), leaving('customer', 7))).toBeNull();
    expect(first('removed', 'customer', leaving('agent', 6), leaving('customer', 7, { isOurDoing: true }))).toBe('agent');
  });

  test('of an agent who was lost and rung anew counts the last leg', () => {
    const legs = [leaving('agent', 9, { callSid: 'anew' }), leaving('agent', 2), leaving('customer', 9)];
    expect(first('left', 'customer', ...legs)).toBe('customer');
    expect(first('last_left', 'customer', ...legs)).toBe('anew');
  });

  test('is nobody where there was no other', () => {
    expect(first('left', 'customer', leaving('customer', 7))).toBeNull();
    expect(first('last_left', 'agent', leaving('agent', 7))).toBeNull();
  });
});
