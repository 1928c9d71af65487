import type { Step } from './steps.ts';

/** Events that Temporal writes for each kind of step when nothing is done twice and no workflow task is wasted. */
const EVENTS_OF = { workflow: 5, local: 1, update: 5, signal: 4, activity: 6, timer: 2 } as const;

/**
 * What a lifecycle of one attempt must have, in its order: asked for, offered, accepted, both telephones answered, a conversation
 * that the customer ends, Mark Done. Everything people can see is written to the projection when it happens, the accepting by the
 * request for the agent's telephone; whoever needs an answer sends an update; what matching and the network have to say are signals; each telephone is rung by an activity that Temporal keeps;
 * and every wait for somebody else has an end.
 */
const MUST_HAVE: readonly (readonly [kind: keyof typeof EVENTS_OF, name: string])[] = [
  ['workflow', 'the workflow itself'],
  ['local', 'local activity claim'],
  ['local', 'project due_planned, queued'],
  ['timer', 'timer after project due_planned, queued'],
  ['signal', 'signal reserved'],
  ['local', 'project offered'],
  ['timer', 'timer after project offered'],
  ['update', 'update accept'],
  ['activity', 'activity placeLeg agent-1-1'],
  ['timer', 'timer after activity placeLeg agent-1-1'],
  ['signal', 'signal leg agent-1-1 answered'],
  ['local', 'project agent_answered'],
  ['activity', 'activity placeLeg customer-1-1'],
  ['timer', 'timer after activity placeLeg customer-1-1'],
  ['signal', 'signal leg customer-1-1 answered'],
  ['local', 'project connected'],
  ['signal', 'signal leg customer-1-1 ended'],
  ['local', 'project attempt_ended'],
  ['update', 'update complete'],
  ['local', 'project completed'],
];

/** The fewest events a lifecycle can have, step by step. */
export const FLOOR: readonly Step[] = MUST_HAVE.map(([kind, name]) => ({ name, events: EVENTS_OF[kind] }));

export function total(steps: readonly { readonly events: number }[]): number {
  return steps.reduce((sum, { events }) => sum + events, 0);
}

/** A step beside what it must cost. `floor` 0: a lifecycle can do without it; `events` 0: it cost nothing this time. */
export interface Compared extends Step {
  readonly floor: number;
}

/** Steps beside their floors, in their order; what should have been there comes last. Nothing counts as a must twice. */
export function compare(steps: readonly Step[]): readonly Compared[] {
  const left = [...FLOOR];
  const compared = steps.map((step) => {
    const index = left.findIndex(({ name }) => name === step.name);
    const floor = index < 0 ? 0 : (left.splice(index, 1)[0]?.events ?? 0);
    return { ...step, floor };
  });
  return [...compared, ...left.map(({ name, events }) => ({ name, events: 0, floor: events }))];
}
