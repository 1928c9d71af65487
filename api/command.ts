import type { UpdateDefinition } from '@temporalio/common';
import { isTerminal } from '../domain/status.ts';
import { readCallback, untilShown } from '../store/callback/callbacks.ts';
import { NotRunning } from '../temporal/errors.ts';
import type { Ack } from '../workflows/messages.ts';
import type { Deps } from './deps.ts';
import { conflict } from './problems.ts';

/**
 * Says something to a callback's workflow, and answers as its endpoint does. A workflow that Temporal has not been told of yet
 * (it was away when the callback was requested) is started first.
 *
 * @throws what `CallbackClient.update` throws; {HttpProblem} 409 when the callback has ended
 */
export async function command<Arg>(deps: Deps, def: UpdateDefinition<Ack, [Arg]>, callbackId: string, arg: Arg) {
  const { version, status, onItsWay } = await updateStarted(deps, def, callbackId, arg);
  if (onItsWay !== undefined) await untilShown(deps.store.db, callbackId, onItsWay);
  return { status: 200, body: { version: onItsWay ?? version, status } } as const;
}

async function updateStarted<Arg>(deps: Deps, def: UpdateDefinition<Ack, [Arg]>, callbackId: string, arg: Arg): Promise<Ack> {
  try {
    return await deps.callbacks.update(def, callbackId, arg);
  } catch (error) {
    if (!(error instanceof NotRunning)) throw error;
    const row = await readCallback(deps.store.db, callbackId);
    if (!row || isTerminal(row.status)) throw conflict('callback_over', `This callback is already ${row?.status ?? 'gone'}.`);
    if (row.waits_for !== null) throw conflict('wrong_state', 'This callback begins when the conversation going on now has ended.');
    await deps.callbacks.start({ callbackId, generation: row.generation });
    return deps.callbacks.update(def, callbackId, arg);
  }
}
