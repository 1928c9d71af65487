import { useMemo } from 'react';
import type { PlanRefusal } from '../../domain/plan.ts';
import { useCallbackPages } from '../api/queries.ts';
import type { CallbackRow, ListQuery } from '../api/types.ts';
import { usePlan, usePlanRefusals } from '../plans/usePlan.ts';
import type { Selected } from '../selection/selection.ts';
import type { Selection } from '../selection/useSelection.ts';
import { useSelection } from '../selection/useSelection.ts';

const PAGE = 100;

/** A list one selects from. */
export interface Picked {
  readonly pages: ReturnType<typeof useCallbackPages>;
  readonly callbacks: readonly CallbackRow[];
  readonly shown: readonly string[];
  readonly selection: Selection;
  /** The routes of the rows that are selected, as far as they are on the screen. */
  readonly routeIds: ReadonlySet<string>;
  /** Why the plan shown left some callbacks as they were. */
  readonly refusals: ReadonlyMap<string, PlanRefusal>;
}

/**
 * Reads the callbacks of a search page by page, and keeps which of them are selected.
 * @param planId the plan whose refusals are shown at their rows
 */
export function usePicked(query: ListQuery, planId: string | null, atFirst?: Selected): Picked {
  const pages = useCallbackPages({ ...query, limit: PAGE });
  const { data } = pages;
  const callbacks = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const shown = useMemo(() => callbacks.map(({ id }) => id), [callbacks]);
  const selection = useSelection(shown, JSON.stringify(query), atFirst);
  const { has } = selection;
  const routeIds = useMemo(() => new Set(callbacks.filter(({ id }) => has(id)).map(({ route }) => route.id)), [callbacks, has]);
  return { pages, callbacks, shown, selection, routeIds, refusals: useRefusalsAt(planId) };
}

function useRefusalsAt(planId: string | null): ReadonlyMap<string, PlanRefusal> {
  const plan = usePlan(planId);
  const { data } = usePlanRefusals(plan.data ?? null);
  return useMemo(() => new Map(data?.pages.flatMap(({ items }) => items.map(({ callback, refusal }) => [callback.id, refusal] as const))), [data]);
}
