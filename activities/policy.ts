import type { Due } from '../domain/due.ts';
import { planDue as dueBy } from '../domain/due.ts';
import type { AfterAttempt } from '../domain/retry.ts';
import { afterAttempt } from '../domain/retry.ts';
import { routePolicyOf } from '../store/callbacks.ts';
import type { DueQuestion, LocalActivities } from './contract.ts';
import type { ActivityDependencies } from './index.ts';

/*
 * The policy is read at the moment it is used, and asked with the workflow's own clock: no rule here reads another.
 */

export async function planDue({ store }: ActivityDependencies, { callbackId, now, wanted }: DueQuestion): Promise<Due> {
  return dueBy(await routePolicyOf(store.db, callbackId), wanted, now);
}

export async function planWrapUp(
  { store }: ActivityDependencies,
  { callbackId, now }: Parameters<LocalActivities['planWrapUp']>[0],
): Promise<{ endsAt: string }> {
  const { afterAttemptMs } = await routePolicyOf(store.db, callbackId);
  return { endsAt: new Date(Date.parse(now) + afterAttemptMs).toISOString() };
}

export async function planRetry(
  { store }: ActivityDependencies,
  { callbackId, now, ...attempt }: Parameters<LocalActivities['planRetry']>[0],
): Promise<AfterAttempt> {
  return afterAttempt(await routePolicyOf(store.db, callbackId), attempt, now);
}
