import { planDue } from '../domain/due.ts';
import { claimCallback, writeProjection } from '../store/projection.ts';
import type { Projected, Projection } from '../domain/projection.ts';
import type { Claim, LocalActivities } from './contract.ts';
import type { ActivityDependencies } from './index.ts';
import { policyOf } from './policy.ts';

/** Makes this run the row's author and reads what to live by. */
export async function claim(
  { store }: ActivityDependencies,
  { callbackId, generation, runId, now }: Parameters<LocalActivities['claim']>[0],
): Promise<Claim> {
  const row = await claimCallback(store.db, { callbackId, generation, runId });
  if (!row) return { claimed: false };
  const wanted = {
    kind: row.kind,
    requestedAt: row.requested_at.toISOString(),
    desiredAt: row.desired_at?.toISOString() ?? null,
    windowEndsAt: row.window_ends_at?.toISOString() ?? null,
    notBefore: null,
  };
  const due = planDue(await policyOf({ store }, callbackId), wanted, now);
  return { claimed: true, version: row.version, request: { ...wanted, channel: row.channel, attemptsBefore: row.attempt }, due };
}

/** Writes one step of the life. */
export function project({ store }: ActivityDependencies, step: Projection): Promise<Projected> {
  return writeProjection(store.db, step);
}
