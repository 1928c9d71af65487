import type * as z from 'zod';
import type { Plan } from '../../store/plan/plans.ts';
import { readPlan } from '../../store/plan/plans.ts';
import { namesOf } from '../../store/callback/names.ts';
import type { Db } from '../../store/tables.ts';
import type { Deps } from '../deps.ts';
import { notFound } from '../problems.ts';
import type { plan } from '../schemas/plans.ts';

type PlanView = z.output<typeof plan>;

/**
 * A plan as the API shows it.
 *
 * @throws {HttpProblem} 404 when there is none
 */
export async function planView({ store }: Pick<Deps, 'store'>, id: string): Promise<PlanView> {
  const plan = await readPlan(store.db, id);
  const [shown] = plan ? await planViews(store.db, [plan]) : [];
  if (!shown) throw notFound('There is no such plan.');
  return shown;
}

/** Plans as the API shows them. */
export async function planViews(db: Db, plans: readonly Plan[]): Promise<PlanView[]> {
  const ids = plans.flatMap(({ actor, perAgent }) => [...('id' in actor ? [actor.id] : []), ...perAgent.map(({ agentId }) => agentId)]);
  const names = await namesOf(db, ids);
  return plans.map((plan) => view(plan, names));
}

function view({ actor, counts, perAgent, createdAt, finishedAt, ...plan }: Plan, names: ReadonlyMap<string, string>): PlanView {
  const id = 'id' in actor ? actor.id : null;
  return {
    id: plan.id,
    action: actionView(plan.action),
    actor: { type: actor.type, id, name: id === null ? null : (names.get(id) ?? null) },
    state: plan.state,
    total: plan.total,
    ...counts,
    perAgent: perAgent.map(({ agentId, count, done }) => ({ agent: { id: agentId, name: names.get(agentId) ?? agentId }, count, done })),
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

function actionView(action: Plan['action']): PlanView['action'] {
  return 'agentIds' in action ? { ...action, agentIds: [...action.agentIds] } : action;
}
