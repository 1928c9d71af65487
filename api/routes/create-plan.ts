import { KeyReused, NothingSelected, writePlan } from '../../store/plan/plans.ts';
import { actorOf } from '../auth/caller.ts';
import type { Deps } from '../deps.ts';
import { endpoint } from '../endpoint.ts';
import { createPlan } from '../operations/plans.ts';
import { conflict } from '../problems.ts';
import { atMostASecond } from '../start-soon.ts';
import { planView } from '../views/plan.ts';
import { selecting, wishOf } from './plan-wish.ts';

/** Keeps the plan, durably, before Temporal hears of it (design, decision 11). */
export const createPlanEndpoint = endpoint(createPlan)(async ({ deps, caller, headers, body }) => {
  const { db } = deps.store;
  const wish = await wishOf(deps, caller, body);
  const key = headers['idempotency-key'];
  const requestKey = key === undefined ? null : `${caller.type}:${caller.id}:${key}`;
  const { id, isNew } = await selecting(body, () => writePlan(db, { ...wish, actor: actorOf(caller), requestKey })).catch(kindly);
  if (isNew) await startSoon(deps, id);
  const view = await planView(deps, id);
  return isNew ? { status: 201, body: view, headers: { Location: `/v1/plans/${id}` } } : { status: 200, body: view };
});

function kindly(error: unknown): never {
  if (error instanceof NothingSelected) throw conflict('nothing_selected', 'None of these callbacks is open any more: there is nothing to do.');
  if (error instanceof KeyReused) throw conflict('idempotency_key_reused', 'This Idempotency-Key was used for another plan.');
  throw error;
}

/** A plan that Temporal was not told of is started by the sweep. */
function startSoon({ plans, log }: Deps, planId: string): Promise<void> {
  return atMostASecond(plans.start(planId).catch((error: unknown) => log.warn({ err: error, planId }, 'the sweep will start this plan')));
}
