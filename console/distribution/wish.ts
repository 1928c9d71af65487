import type { PlanWish } from '../api/types.ts';
import type { Selected } from '../selection/selection.ts';
import type { AgentChoice } from './agent-choice.ts';
import type { OpenQuery } from './view.ts';

/** What is selected, as a plan takes it; null: nothing. */
export function selectionOf(selected: Selected, search: OpenQuery): PlanWish['selection'] | null {
  if (selected.type === 'whole') return { search };
  return selected.ids.size === 0 ? null : { ids: [...selected.ids] };
}

/** How many are selected; null while it is not known how many the search finds. */
export function countOf(selected: Selected, found: number | undefined): number | null {
  return selected.type === 'whole' ? (found ?? null) : selected.ids.size;
}

/** The plan that gives a selection to the agents chosen; null while one of them is missing. */
export function wishTo(type: 'distribute' | 'move', selection: PlanWish['selection'] | null, choice: AgentChoice): PlanWish | null {
  const { method, chosen, levelled } = choice;
  if (selection === null || chosen.length === 0) return null;
  return { action: { type, method, agentIds: [...chosen], levelled: method === 'equal' && levelled }, selection };
}
