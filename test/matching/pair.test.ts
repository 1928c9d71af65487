import type { ReadyAgent, WaitingCallback } from '../../matching/pair.ts';
import { AGEING_MS, inOrder, pair } from '../../matching/pair.ts';

const NOW = Date.parse('2026-11-24T01:00:00Z');

function waiting(callbackId: string, more: Partial<WaitingCallback> = {}): WaitingCallback {
  return {
    callbackId,
    routeId: 'billing',
    channel: 'voice',
    priority: 5,
    dueAtMs: NOW,
    assigneeId: null,
    assigneeAlone: false,
    barredAgentIds: [],
    ...more,
  };
}

function ready(agentId: string, idleMs = 0, serves = ['billing/voice']): ReadyAgent {
  return { agentId, idleSinceMs: NOW - idleMs, serves: new Set(serves) };
}

test('the agent who has been idle longest gets the callback', () => {
  expect(pair([waiting('a')], [ready('aoki', 1_000), ready('mori', 9_000)], NOW)).toEqual([{ callbackId: 'a', agentId: 'mori' }]);
});

test('nobody is paired twice', () => {
  const pairs = pair([waiting('a'), waiting('b'), waiting('c')], [ready('aoki'), ready('mori')], NOW);
  expect(pairs.map((one) => one.agentId).toSorted()).toEqual(['aoki', 'mori']);
  expect(new Set(pairs.map((one) => one.callbackId)).size).toBe(2);
});

test('a route and a channel are served only by agents who serve them', () => {
  const web = waiting('a', { channel: 'web' });
  const sales = waiting('b', { routeId: 'sales' });
  expect(pair([web, sales], [ready('aoki'), ready('mori', 5, ['sales/voice'])], NOW)).toEqual([{ callbackId: 'b', agentId: 'mori' }]);
});

test('who rejected or missed it is passed over', () => {
  const again = waiting('a', { barredAgentIds: ['mori'] });
  expect(pair([again], [ready('mori', 9_000), ready('aoki')], NOW)).toEqual([{ callbackId: 'a', agentId: 'aoki' }]);
});

test('the assignee comes first, however short they have been idle', () => {
  const theirs = waiting('a', { assigneeId: 'aoki' });
  expect(pair([theirs], [ready('mori', 9_000), ready('aoki')], NOW)).toEqual([{ callbackId: 'a', agentId: 'aoki' }]);
});

test('while it is the assignee’s alone nobody else gets it; afterwards anybody may', () => {
  const alone = waiting('a', { assigneeId: 'aoki', assigneeAlone: true });
  expect(pair([alone], [ready('mori')], NOW)).toEqual([]);
  expect(pair([alone], [ready('mori', 9_000), ready('aoki')], NOW)).toEqual([{ callbackId: 'a', agentId: 'aoki' }]);
  expect(pair([{ ...alone, assigneeAlone: false }], [ready('mori')], NOW)).toEqual([{ callbackId: 'a', agentId: 'mori' }]);
});

test('an assignee who rejected it a while ago is not asked again yet, alone or not', () => {
  const rejected = waiting('a', { assigneeId: 'aoki', assigneeAlone: true, barredAgentIds: ['aoki'] });
  expect(pair([rejected], [ready('aoki'), ready('mori')], NOW)).toEqual([]);
  expect(pair([{ ...rejected, assigneeAlone: false }], [ready('aoki'), ready('mori')], NOW)).toEqual([{ callbackId: 'a', agentId: 'mori' }]);
});

test('priority is served first, then who has waited longest', () => {
  const order = inOrder([waiting('late'), waiting('early', { dueAtMs: NOW - 60_000 }), waiting('urgent', { priority: 1 })], NOW);
  expect(order.map((one) => one.callbackId)).toEqual(['urgent', 'early', 'late']);
});

test('waiting raises priority: nobody waits for ever', () => {
  const patient = waiting('patient', { priority: 9, dueAtMs: NOW - 9 * AGEING_MS });
  expect(inOrder([waiting('urgent', { priority: 1 }), patient], NOW)[0]?.callbackId).toBe('patient');
});
