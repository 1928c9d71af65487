import { planDue } from '../domain/due.ts';
import { claimCallback, writeProjection } from '../store/callback/projection.ts';
import type { Projected, Projection } from '../domain/projection.ts';
import { isBeingCalled } from '../domain/status.ts';
import type { CallbackRow } from '../store/tables.ts';
import type { Before, Claim, LocalActivities } from './contract.ts';
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
    requestedAt: (row.reopened_at ?? row.requested_at).toISOString(),
    desiredAt: row.desired_at?.toISOString() ?? null,
    windowEndsAt: row.window_ends_at?.toISOString() ?? null,
    // A callback that an earlier workflow had planned keeps that time.
    notBefore: row.version > 0 ? (row.due_at?.toISOString() ?? null) : null,
  };
  const due = planDue(await policyOf({ store }, callbackId), wanted, now);
  const request = { ...wanted, channel: row.channel, before: beforeOf(row) };
  return { claimed: true, version: row.version, request, due, stepsTravel: true };
}

function beforeOf(row: CallbackRow): Before {
  const { attempt, agent_id: agentId, reservation_id: reservationId } = row;
  const wasCalling = isBeingCalled(row.status);
  return {
    attempt,
    attemptsPlaced: row.attempts_placed,
    attemptsCounted: row.attempts_counted,
    lastOutcome: row.last_outcome,
    inHand: wasCalling && agentId && reservationId ? { agentId, reservationId } : null,
    isWithdrawn: row.status === 'withdrawn',
  };
}

/** Writes one step of the life. */
export function project({ store }: ActivityDependencies, step: Projection): Promise<Projected> {
  return writeProjection(store.db, step);
}
