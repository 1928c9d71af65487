import { workflowInfo } from '@temporalio/workflow';
import type { Before } from '../activities/contract.ts';
import type { CallbackState } from '../domain/projection.ts';
import { claim } from './activities.ts';
import type { CaseFile } from './case.ts';
import { NOBODY, now } from './case.ts';
import type { CallbackStart } from './messages.ts';

/**
 * Opens the file of a callback: this run becomes the only author of its row. Null when another run is, or the callback has ended:
 * a callback may be started twice, and lives once.
 */
export async function open({ callbackId, generation }: CallbackStart): Promise<CaseFile | null> {
  const runId = workflowInfo().firstExecutionRunId;
  const claimed = await claim({ callbackId, generation, runId, now: now() });
  if (!claimed.claimed) return null;
  const { version, request, due, stepsTravel = false } = claimed;
  const { channel, before, ...wanted } = request;
  return {
    version,
    state: {
      ...NEW,
      ...takenUp(before),
      kind: wanted.kind,
      desiredAt: wanted.desiredAt,
      dueAt: due.dueAt,
      windowEndsAt: due.windowEndsAt,
    },
    channel,
    wanted,
    due,
    legs: {},
    acceptedOffer: null,
    byHand: false,
    movedTo: null,
    stepsTravel,
  };
}

/** A case that was in an agent's hands when its workflow was lost is theirs to finish; one that was withdrawn stays so. */
function takenUp({ inHand, isWithdrawn = false, ...counts }: Before): Partial<CallbackState> {
  const waits = isWithdrawn ? 'withdrawn' : 'scheduled';
  return { ...counts, ...inHand, status: inHand ? 'wrap_up' : waits };
}

const NEW: CallbackState = {
  ...NOBODY,
  status: 'scheduled',
  kind: 'asap',
  desiredAt: null,
  dueAt: null,
  windowEndsAt: null,
  attempt: 0,
  attemptsPlaced: 0,
  attemptsCounted: 0,
  lastOutcome: null,
  connectedAt: null,
  staysWithAgent: false,
  disposition: null,
  endReason: null,
};
