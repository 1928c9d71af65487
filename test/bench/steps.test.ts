import { readFileSync } from 'node:fs';
import { historyFromText } from '../replay/history-file.ts';
import { compare, FLOOR, total } from './floor.ts';
import { type History, type Step, stepsOf } from './steps.ts';

/** A lifecycle as the dev server kept it, shortened to what the grouping reads. */
const recorded = historyFromText(readFileSync(new URL('recorded-history.json', import.meta.url), 'utf8'));
const VERSIONS = new Map([
  [1, 'due_planned, queued'],
  [2, 'offered'],
  [3, 'attempt_started'],
  [4, 'agent_answered'],
  [5, 'connected'],
  [6, 'attempt_ended'],
  [7, 'completed'],
]);

const asText = (steps: readonly Step[]) => steps.map(({ name, events }) => `${events} ${name}`);
const without = (type: string): History => ({ events: (recorded.events ?? []).filter((event) => !Object.hasOwn(event, type)) });

test('a recorded lifecycle is grouped by what caused its events, in order', () => {
  expect(asText(stepsOf(recorded, VERSIONS))).toEqual([
    '5 the workflow itself',
    '1 local activity claim',
    '1 project due_planned, queued',
    '2 timer after project due_planned, queued',
    '4 signal reserved',
    '1 project offered',
    '2 timer after project offered',
    '5 update accept',
    '1 project attempt_started',
    '6 activity placeLeg agent-1-1',
    '2 timer after activity placeLeg agent-1-1',
    '4 signal leg agent-1-1 answered',
    '1 project agent_answered',
    '6 activity placeLeg customer-1-1',
    '2 timer after activity placeLeg customer-1-1',
    '4 signal leg customer-1-1 answered',
    '1 project connected',
    '4 signal leg agent-1-1 ended',
    '1 signal leg customer-1-1 ended',
    '1 project attempt_ended',
    '5 update complete',
    '1 project completed',
  ]);
});

test('no event is lost or counted twice', () => {
  expect(total(stepsOf(recorded))).toBe(recorded.events?.length);
  expect(total(stepsOf(without('workflowExecutionSignaledEventAttributes')))).toBe((recorded.events?.length ?? 0) - 5);
});

test('a projection whose version has no name is called by its version', () => {
  expect(asText(stepsOf(recorded))).toContain('1 project version 7');
});

test('a workflow task that nothing asked for stands for itself', () => {
  const orphaned = stepsOf(without('workflowExecutionSignaledEventAttributes'), VERSIONS);
  expect(asText(orphaned).filter((step) => step === '3 workflow task of its own')).toHaveLength(4);
});

test('the floor is what the formula gives for 7 local activities, 2 updates, 4 signals, 2 activities and 4 timers', () => {
  expect(total(FLOOR)).toBe(5 + 7 * 1 + 2 * 5 + 4 * 4 + 2 * 6 + 4 * 2);
});

test('a step counts as a must once; what is missing is told', () => {
  const twice = compare([
    { name: 'update accept', events: 5 },
    { name: 'update accept', events: 6 },
    { name: 'activity endAttempt', events: 6 },
  ]);
  expect(twice.slice(0, 3).map(({ floor }) => floor)).toEqual([5, 0, 0]);
  expect(twice.slice(3)).toContainEqual({ name: 'update complete', events: 0, floor: 5 });
  expect(twice.reduce((sum, { floor }) => sum + floor, 0)).toBe(total(FLOOR));
});
