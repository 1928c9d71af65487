import type { OperationNodeSource, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { CallbackState, Projected, Projection } from '../../domain/projection.ts';
import { isTerminal } from '../../domain/status.ts';
import { hintAll, kick } from '../notify.ts';
import type { Assignment } from './assignee.ts';
import { assignedEvent, assigneeColumns } from './assignee.ts';
import type { WrittenEnd } from './offer-end.ts';
import { followOfferEnd, offerEnd, takeBackOfferEnds, writtenEnd } from './offer-end.ts';
import { assignmentBy, followOwnership } from './ownership.ts';
import { writeCallFacts } from './projection-calls.ts';
import { fileDraft } from './projection-draft.ts';
import { newAttempt, newLegs, writeSides } from './projection-sides.ts';
import type { CallbackRow, Db, Tables } from '../tables.ts';
import { together, within } from '../transaction.ts';

/** Time-outs nest: a statement here has less time than the local activity around it (design, decision 2). */
const STATEMENT_TIMEOUT_MS = 2_000;

/**
 * Makes a run the author of its callback's row. The same run may ask again.
 * @param claim `runId` is the run id of the workflow's first execution; continuing as new keeps it.
 * @returns the row; null when there is none, another run has it, this generation has ended, or it waits for another callback.
 */
export async function claimCallback(
  db: Db,
  { callbackId, generation, runId }: { callbackId: string; generation: number; runId: string },
): Promise<CallbackRow | null> {
  const claimed = await db
    .updateTable('callback')
    .set({ run_id: runId, claimed_generation: generation, started_at: sql<Date>`coalesce(started_at, now())` })
    .where('id', '=', callbackId)
    .where('generation', '=', generation)
    .where('ended_at', 'is', null)
    .where('waits_for', 'is', null)
    .where((eb) => eb.or([eb('claimed_generation', '<', generation), eb('run_id', '=', runId)]))
    .returningAll()
    .executeTakeFirst();
  return claimed ?? null;
}

/**
 * Writes one step of a callback's life: the row, its events, and the rows beside it, in one transaction.
 *
 * A step may be written twice, and may be one that history then forgets, with a different step of the same version after it. So
 * the last write of a version wins: events above `after` were never part of this life and go, and the row is written whole. Only
 * the newest version may be rewritten: when the row is above the step, nothing changes and the answer says where the row is.
 * A step of an earlier generation writes nothing: its callback has been re-opened, and nobody waits for it.
 */
export async function writeProjection(db: Db, step: Projection): Promise<Projected> {
  return db.transaction().execute(async (tx) => {
    await within(tx, STATEMENT_TIMEOUT_MS);
    return writeStep(tx, step);
  });
}

/** The same in a transaction that is there, whose statements take as long as they may. */
export async function writeStep(tx: Transaction<Tables>, step: Projection): Promise<Projected> {
  const row = await tx.selectFrom('callback').selectAll().where('id', '=', step.callbackId).forNoKeyUpdate().executeTakeFirst();
  if (!row || row.generation !== step.generation) return { stored: true, version: step.version, confirmed: false };
  if (row.version > step.version) return { stored: false, version: row.version, confirmed: false };
  const assignment = assignmentBy(step, row);
  const told = agentsConcerned(step, row, assignment);
  const ended = await writeRows(tx, step, row, { assignment, told });
  const { confirmed, agentsFreed, wentQuiet } = await writeSides(tx, step, row);
  await writeCallFacts(tx, step, row);
  const formerOwner = await followOwnership(tx, step, row);
  await followOfferEnd(tx, step, ended);
  await fileDraft(tx, step, row);
  const others = [...agentsFreed, wentQuiet, formerOwner].filter((id) => id !== null);
  await tellOthers(tx, others, told);
  if (agentsFreed.length > 0 || step.state.status === 'queued') await kick(tx);
  return { stored: true, version: step.version, confirmed };
}

/** The agents whom a step concerns as far as it says itself: who has it, who had it, and whose it becomes or was. */
function agentsConcerned({ state }: Projection, before: CallbackRow, assignment: Assignment | null): Set<string> {
  const owners = assignment ? [assignment.agentId, before.assignee_id] : [];
  return new Set([before.agent_id, state.agentId, ...owners].filter((id) => id !== null));
}

/**
 * The callback's own row and what a step brings about beside it, in one statement that tells of it too. Row and events are written
 * together: only a row above this life's has events that were never part of it.
 */
async function writeRows(
  tx: Transaction<Tables>,
  step: Projection,
  row: CallbackRow,
  { assignment, told }: { assignment: Assignment | null; told: ReadonlySet<string> },
): Promise<WrittenEnd> {
  const forgotten = row.version > step.after ? await takeBackOfferEnds(tx, step) : [];
  if (row.version > step.after) await forgetEvents(tx, step);
  const assigned = assignment ? [assignedEvent(tx, step.callbackId, assignment)] : [];
  const rows = [...newEvents(tx, step), life(tx, step, assignment), ...assigned, ...newLegs(tx, step, row.number_hash), ...newAttempt(tx, step)];
  const hints = [{ callbackId: step.callbackId }, ...[...told].map((agentId) => ({ agentId }))];
  const written = await together(tx, [...rows, ...offerEnd(tx, step)], hints);
  return writtenEnd(step, forgotten, step.endedOffer !== null && written.at(-1) === 1);
}

async function forgetEvents(tx: Transaction<Tables>, { callbackId, after }: Projection): Promise<void> {
  await tx.deleteFrom('callback_event').where('callback_id', '=', callbackId).where('version', '>', after).execute();
}

function newEvents(tx: Transaction<Tables>, { callbackId, version, events }: Projection): OperationNodeSource[] {
  if (events.length === 0) return [];
  const rows = events.map((event, ordinal) => ({
    callback_id: callbackId,
    version,
    ordinal,
    type: event.type,
    at: event.at,
    actor: JSON.stringify(event.actor),
    status: event.status,
    data: JSON.stringify(event.data),
  }));
  return [tx.insertInto('callback_event').values(rows)];
}

/** The callback's own row, whole; whose it is, only where that changes. */
function life(tx: Transaction<Tables>, { callbackId, version, state, events }: Projection, assignment: Assignment | null): OperationNodeSource {
  const endedAt = isTerminal(state.status) ? (events.at(-1)?.at ?? sql<Date>`coalesce(ended_at, now())`) : null;
  return tx
    .updateTable('callback')
    .set({ ...lifeColumns(state), ...(assignment && assigneeColumns(assignment)), version, ended_at: endedAt, projected_at: sql<Date>`now()` })
    .where('id', '=', callbackId);
}

function lifeColumns(state: CallbackState) {
  return {
    status: state.status,
    kind: state.kind,
    desired_at: state.desiredAt,
    due_at: state.dueAt,
    window_ends_at: state.windowEndsAt,
    agent_id: state.agentId,
    reservation_id: state.reservationId,
    attempt: state.attempt,
    attempts_placed: state.attemptsPlaced,
    attempts_counted: state.attemptsCounted,
    last_outcome: state.lastOutcome,
    connected_at: state.connectedAt,
    preview_ends_at: state.previewEndsAt,
    wrap_up_ends_at: state.wrapUpEndsAt,
    disposition: state.disposition,
    end_reason: state.endReason,
    call: state.call ? JSON.stringify(state.call) : null,
  };
}

/** Whom a step turned out to concern besides: what is told within a transaction is heard once it has committed, whenever it was said. */
async function tellOthers(tx: Transaction<Tables>, agents: readonly string[], told: ReadonlySet<string>): Promise<void> {
  const untold = new Set(agents.filter((id) => !told.has(id)));
  await hintAll(tx, [...untold].map((agentId) => ({ agentId })));
}
