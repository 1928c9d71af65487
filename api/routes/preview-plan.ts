import { draftPlan } from '../../store/plan/plan-draft.ts';
import { namesOf } from '../../store/callback/names.ts';
import { endpoint } from '../endpoint.ts';
import { previewPlan } from '../operations/plans.ts';
import { selecting, wishOf } from './plan-wish.ts';

export const previewPlanEndpoint = endpoint(previewPlan)(async ({ deps, caller, body }) => {
  const { db } = deps.store;
  const { action, selection } = await wishOf(deps, caller, body);
  const items = await selecting(body, () => draftPlan(db, action, selection));
  const counts = counted(items.map(({ agentId }) => agentId));
  const chosen = 'agentIds' in action ? action.agentIds : [];
  const names = await namesOf(db, chosen);
  const perAgent = chosen.map((id) => ({ agent: { id, name: names.get(id) ?? id }, count: counts.get(id) ?? 0 }));
  const refused = [...counted(items.map(({ refusal }) => refusal))].map(([refusal, count]) => ({ refusal, count }));
  return { status: 200, body: { total: items.length, perAgent, refused } };
});

/** How often each value occurs, null not counted. */
function counted<T>(values: readonly (T | null)[]): Map<T, number> {
  const counts = new Map<T, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
