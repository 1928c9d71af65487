import type { Transaction } from 'kysely';
import type { CallFacts, EndedCall } from '../../domain/processing.ts';
import { remember } from '../../domain/processing.ts';
import type { Projection } from '../../domain/projection.ts';
import type { CallbackRow, Tables } from '../tables.ts';

type Tx = Transaction<Tables>;

/** Writes what the processing status counts of the calls to the customer (domain/processing.ts). */
export async function writeCallFacts(tx: Tx, step: Projection, before: CallbackRow): Promise<void> {
  const known: CallFacts = {
    answerDueAt: before.answer_due_at,
    firstCallAttempt: before.first_call_attempt,
    firstCallOutcome: before.first_call_outcome,
    answeredAt: before.answered_at,
    promiseKeptAt: before.promise_kept_at,
  };
  const facts = remember(known, step, await endedCall(tx, step, before));
  if (JSON.stringify(facts) === JSON.stringify(known)) return;
  await tx
    .updateTable('callback')
    .set({
      answer_due_at: facts.answerDueAt,
      first_call_attempt: facts.firstCallAttempt,
      first_call_outcome: facts.firstCallOutcome,
      answered_at: facts.answeredAt,
      promise_kept_at: facts.promiseKeptAt,
    })
    .where('id', '=', step.callbackId)
    .execute();
}

/** The attempt that ended with this step. A step that begins the next attempt as well knows of the conversation by the row only. */
async function endedCall(tx: Tx, { callbackId, endedAttempt, state }: Projection, before: CallbackRow): Promise<EndedCall | null> {
  if (endedAttempt === null) return null;
  const leg = await tx
    .selectFrom('leg')
    .select('posted_at')
    .where('callback_id', '=', callbackId)
    .where('attempt', '=', endedAttempt.attempt)
    .where('role', '=', 'customer')
    .where('state', 'in', ['posting', 'placed', 'unknown'])
    .orderBy('posted_at')
    .executeTakeFirst();
  const connectedAt = state.connectedAt === null ? before.connected_at : new Date(state.connectedAt);
  return { ...endedAttempt, rangAt: leg?.posted_at ?? null, answeredAt: connectedAt };
}
