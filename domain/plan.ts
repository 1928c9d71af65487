/*
 * A plan says what is to be done with many callbacks at once. It is written whole, and carried out item by item; each item is done,
 * or refused with its reason, on its own.
 */

/** How a distribution chooses: spread evenly over the chosen agents, or all to one. */
export const DISTRIBUTION_METHODS = ['equal', 'manual'] as const;
export type DistributionMethod = (typeof DISTRIBUTION_METHODS)[number];

/** What is done with each callback of a plan. Instants are ISO 8601 in UTC. */
export type PlanAction =
  /** Callbacks that belong to nobody become an agent's. `levelled`: the load agents carry already counts. */
  | { readonly type: 'distribute'; readonly method: DistributionMethod; readonly agentIds: readonly string[]; readonly levelled: boolean }
  /** Distributed callbacks become `withdrawn`. */
  | { readonly type: 'withdraw'; readonly reason: string | null }
  /** Distributed callbacks become another agent's, in one step. */
  | { readonly type: 'move'; readonly method: DistributionMethod; readonly agentIds: readonly string[]; readonly levelled: boolean }
  | { readonly type: 'cancel'; readonly reason: string | null }
  | { readonly type: 'reschedule'; readonly at: string; readonly windowEndsAt: string | null }
  | { readonly type: 'change_route'; readonly routeId: string };

export type PlanActionType = PlanAction['type'];

/** The most callbacks of one plan. */
export const MOST_ITEMS = 10_000;

/** `running` until each of its callbacks is settled, or somebody stopped it. */
export const PLAN_STATES = ['running', 'finished', 'stopped'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export const PLAN_ITEM_STATES = ['pending', 'done', 'refused', 'stopped'] as const;
export type PlanItemState = (typeof PLAN_ITEM_STATES)[number];

/** Why one callback of a plan was left as it was. */
export const PLAN_REFUSALS = [
  /** It has ended. */
  'callback_over',
  /** It is an agent's already: withdraw or move it. */
  'already_distributed',
  /** It is nobody's. */
  'not_distributed',
  /** It is being dialled, in conversation, or in wrap-up. */
  'being_called',
  /** None of the chosen agents serves its route. */
  'no_eligible_agent',
  /** An offer or a preview is open, or it stands where this cannot be done. */
  'wrong_state',
  /** The new time lies in the past, or outside the route's hours. */
  'bad_time',
  /** The other route has an open callback of this number, or is closed. */
  'route_has_one',
  'route_closed',
  /** It did not answer, however often it was asked. */
  'unavailable',
] as const;
export type PlanRefusal = (typeof PLAN_REFUSALS)[number];
