import type * as z from 'zod';
import type { PlanAction } from '../../domain/plan.ts';
import { MOST_ITEMS } from '../../domain/plan.ts';
import type { Selection } from '../../store/plan/plan-draft.ts';
import { NoSuchCallback, TooMany } from '../../store/plan/plan-draft.ts';
import { readRoute } from '../../store/route/routes.ts';
import type { Caller } from '../auth/caller.ts';
import type { Deps } from '../deps.ts';
import { utc } from '../instant.ts';
import { conflict } from '../problems.ts';
import type { planAction, planWish } from '../schemas/plans.ts';
import { malformedAt } from '../validate.ts';
import { searchOf } from './search.ts';

type Wish = z.output<typeof planWish>;

/**
 * What a plan is to do, and with which callbacks.
 *
 * @throws {HttpProblem} 400 where it names an agent or a route that is not there
 */
export async function wishOf(deps: Deps, caller: Caller, { action, selection }: Wish): Promise<{ action: PlanAction; selection: Selection }> {
  const known = await knownAction(deps, action);
  return { action: known, selection: 'ids' in selection ? selection : { search: await searchOf(deps, caller, selection.search) } };
}

async function knownAction({ store: { db } }: Deps, action: z.output<typeof planAction>): Promise<PlanAction> {
  switch (action.type) {
    case 'distribute':
    case 'move': {
      const agentIds = [...new Set(action.agentIds)];
      const rows = await db.selectFrom('agent').select('id').where('id', 'in', agentIds).execute();
      const stranger = action.agentIds.findIndex((id) => !rows.some((row) => row.id === id));
      if (stranger >= 0) throw malformedAt(`/action/agentIds/${stranger}`, 'names no agent');
      return { ...action, agentIds };
    }
    case 'change_route':
      if (!(await readRoute(db, action.routeId))) throw malformedAt('/action/routeId', 'names no route');
      return action;
    case 'reschedule':
      return { ...action, at: utc(action.at), windowEndsAt: action.windowEndsAt === null ? null : utc(action.windowEndsAt) };
    case 'withdraw':
    case 'cancel':
      return action;
  }
}

/**
 * Runs what reads a selection.
 *
 * @throws {HttpProblem} 409 for a selection that is too large, 400 for a callback that does not exist
 */
export async function selecting<T>({ selection }: Wish, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TooMany) {
      const most = MOST_ITEMS.toLocaleString('en');
      throw conflict('too_many', `At most ${most} callbacks can be changed at once, and this selection holds more. Please narrow the search.`);
    }
    if (!(error instanceof NoSuchCallback) || !('ids' in selection)) throw error;
    const index = selection.ids.findIndex((id) => id.toLowerCase() === error.callbackId);
    throw malformedAt(`/selection/ids/${index}`, 'names no callback');
  }
}
