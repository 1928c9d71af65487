import type { UpdateDefinition } from '@temporalio/common';
import type { PlanAction, PlanRefusal } from '../../domain/plan.ts';
import { isTerminal } from '../../domain/status.ts';
import { readCallback } from '../../store/callback/callbacks.ts';
import { markStarted } from '../../store/callback/intake.ts';
import type { PlanRow } from '../../store/plan/plan-judge.ts';
import type { RunningPlan } from '../../store/plan/plan-settle.ts';
import { NotRunning, Refused } from '../../temporal/errors.ts';
import type { Ack, Refusal } from '../../workflows/messages.ts';
import { cancelUpdate, rescheduleUpdate, withdrawUpdate } from '../../workflows/messages.ts';
import type { ActivityDependencies } from '../index.ts';

/** Whether an earlier try has brought about what is wanted, and was cut off before it could be written down. */
export function isAsWished(action: PlanAction, { wasAsked, status, desiredAt, assigneeId }: PlanRow): boolean {
  if (!wasAsked) return false;
  switch (action.type) {
    case 'withdraw':
      return status === 'withdrawn' && assigneeId === null;
    case 'cancel':
      return status === 'cancelled';
    case 'reschedule':
      return !isTerminal(status) && desiredAt?.getTime() === Date.parse(action.at);
    case 'distribute':
    case 'move':
    case 'change_route':
      return false;
  }
}

/**
 * Asks a callback's workflow for what an action changes of its life.
 * @returns why the workflow refused; null: it is done.
 * @throws when there is no answer: asking again does it once
 */
export async function askOne(dependencies: ActivityDependencies, { action, actor }: RunningPlan, row: PlanRow): Promise<PlanRefusal | null> {
  const ask = <Arg>(update: UpdateDefinition<Ack, [Arg]>, arg: Arg) => askStarted(dependencies, update, row.id, arg);
  try {
    switch (action.type) {
      case 'withdraw':
        await ask(withdrawUpdate, { actor, reason: action.reason });
        return null;
      case 'move':
        // What has been withdrawn by now, or is waiting again, is only to be assigned.
        if (row.status !== 'withdrawn') await ask(withdrawUpdate, { actor, reason: null });
        return null;
      case 'cancel':
        await ask(cancelUpdate, { actor, reason: action.reason });
        return null;
      case 'reschedule':
        await ask(rescheduleUpdate, { actor, at: action.at, windowEndsAt: action.windowEndsAt, staysWithAgent: row.assigneeId !== null });
        return null;
      case 'distribute':
      case 'change_route':
        throw new Error(`No workflow is asked to ${action.type}.`);
    }
  } catch (error) {
    const refusal = error instanceof Refused ? MEANING[error.refusal] : null;
    if (refusal === null) throw error;
    return refusal;
  }
}

/** What a workflow's refusal means to a plan; null: it is to be asked again. */
const MEANING: Readonly<Record<Refusal, PlanRefusal | null>> = {
  wrong_state: 'wrong_state',
  not_your_callback: 'wrong_state',
  offer_over: 'wrong_state',
  disposition_required: 'wrong_state',
  time_required: 'wrong_state',
  bad_time: 'bad_time',
  callback_over: 'callback_over',
  busy: null,
  being_called: 'being_called',
  invitation_over: 'wrong_state',
  somebody_is_asked: 'wrong_state',
  not_recorded_here: 'wrong_state',
};

/** A workflow that Temporal was never told of is started first. */
async function askStarted<Arg>({ store, callbacks }: ActivityDependencies, update: UpdateDefinition<Ack, [Arg]>, id: string, arg: Arg): Promise<void> {
  try {
    await callbacks.update(update, id, arg);
  } catch (error) {
    if (!(error instanceof NotRunning)) throw error;
    const row = await readCallback(store.db, id);
    if (!row || isTerminal(row.status)) throw new Refused('callback_over', 'This callback has ended.');
    await callbacks.start({ callbackId: id, generation: row.generation });
    await markStarted(store.db, id);
    await callbacks.update(update, id, arg);
  }
}
