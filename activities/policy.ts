import type { Due } from '../domain/due.ts';
import { planDue as dueBy } from '../domain/due.ts';
import type { AfterAttempt } from '../domain/retry.ts';
import { afterAttempt } from '../domain/retry.ts';
import type { RoutePolicy } from '../domain/route.ts';
import { settleReach } from '../store/callback/agreed-reach.ts';
import { routePolicyOf } from '../store/callback/callbacks.ts';
import type { ChosenDisposition, DueQuestion, LocalActivities } from './contract.ts';
import type { ActivityDependencies } from './index.ts';

/*
 * The policy is read at the moment it is used, and asked with the workflow's own clock: no rule here reads another.
 */

/** The policy of a callback's route as it is now. Throws when there is no such callback: the caller's workflow is its author. */
export async function policyOf({ store }: Pick<ActivityDependencies, 'store'>, callbackId: string): Promise<RoutePolicy> {
  const found = await routePolicyOf(store.db, callbackId);
  if (!found) throw new Error('There is no such callback.');
  return found.route.policy;
}

/** The callback is between calls, and lives by the time that is wanted: how to reach the customer then holds with it. */
export async function planDue(dependencies: ActivityDependencies, { callbackId, now, wanted }: DueQuestion): Promise<Due> {
  if (wanted.desiredAt !== null) await settleReach(dependencies.store.db, callbackId, wanted.desiredAt);
  return dueBy(await policyOf(dependencies, callbackId), wanted, now);
}

export async function planWrapUp(
  dependencies: ActivityDependencies,
  { callbackId, now, outcome }: Parameters<LocalActivities['planWrapUp']>[0],
): Promise<{ endsAt: string | null }> {
  const { afterAttemptMs, afterCallLimitMs } = await policyOf(dependencies, callbackId);
  const lastsMs = outcome === 'answered' ? afterCallLimitMs : afterAttemptMs;
  return { endsAt: lastsMs === null ? null : new Date(Date.parse(now) + lastsMs).toISOString() };
}

/** A code that the route has no longer is none. One that asks for a new time, where none was agreed, is tried again. */
export async function chosenDisposition({ store }: ActivityDependencies, { callbackId }: { callbackId: string }): Promise<ChosenDisposition> {
  const found = await routePolicyOf(store.db, callbackId);
  if (!found) throw new Error('There is no such callback.');
  const { dispositions, dispositionMandatory } = found.route.policy;
  const chosen = dispositions.find(({ code }) => code === found.callback.draft_disposition);
  if (chosen === undefined) return { disposition: null, effect: 'end', isLacking: dispositionMandatory };
  return { disposition: chosen.code, effect: chosen.effect === 'end' ? 'end' : 'retry', isLacking: false };
}

export async function planRetry(
  dependencies: ActivityDependencies,
  { callbackId, now, ...attempt }: Parameters<LocalActivities['planRetry']>[0],
): Promise<AfterAttempt> {
  return afterAttempt(await policyOf(dependencies, callbackId), attempt, now);
}
