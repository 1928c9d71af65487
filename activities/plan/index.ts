import { finishPlan, readRunning, settleInSql } from '../../store/plan/plan-settle.ts';
import type { ActivityDependencies } from '../index.ts';
import { askWorkflows } from './ask.ts';

/** What is SQL is done for so many callbacks in one transaction: some ten statements, which hold their rows for a moment only. */
const CHUNK = 250;

/** How an activity says that it is alive, and hears that it is to end. */
export interface Pulse {
  beat(): void;
  readonly signal: AbortSignal;
}

/**
 * Carries a plan out, from wherever it stands: first what is SQL, in chunks, then whatever needs the callbacks' workflows. Killed
 * in the middle, it is done again: what is settled stays settled.
 * @returns `hasEnded` false: this worker is about to stop, and another is to go on.
 */
export async function carryOutPlan(dependencies: ActivityDependencies, planId: string, pulse: Pulse): Promise<{ hasEnded: boolean }> {
  const { db } = dependencies.store;
  const plan = await readRunning(db, planId);
  if (plan === null) return { hasEnded: true };
  const { type } = plan.action;
  if (type === 'distribute' || type === 'move' || type === 'change_route') await settleChunks(dependencies, planId, pulse);
  await askWorkflows(dependencies, plan, pulse);
  return { hasEnded: await finishPlan(db, planId) };
}

async function settleChunks({ store }: ActivityDependencies, planId: string, pulse: Pulse): Promise<void> {
  let after: number | null = 0;
  while (after !== null && !pulse.signal.aborted) {
    pulse.beat();
    after = await settleInSql(store.db, planId, { after, limit: CHUNK });
  }
}
