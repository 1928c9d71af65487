import { type Client, QueryRejectedError, WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, type SignalDefinition, type UpdateDefinition } from '@temporalio/common';
import {
  type Ack,
  CALLBACK_WORKFLOW,
  type CallbackStart,
  type Refusal,
  REFUSALS,
  standingQuery,
  TASK_QUEUE,
  workflowIdOf,
} from '../workflows/messages.ts';
import { isPassing, NotRunning, Refused, TemporalUnavailable } from './errors.ts';

const DEADLINE_MS = 5000;

/** What the rest of Ringback may say to a callback's workflow. Every call ends within 5 s. */
export interface CallbackClient {
  /**
   * Starts the callback's workflow; a workflow that runs already is left as it is. One that has ended may be started anew: the
   * claim of the row decides whether it has anything to do.
   *
   * @throws {TemporalUnavailable}
   */
  start(start: CallbackStart): Promise<void>;
  /**
   * @throws {Refused} when the callback's state forbids it
   * @throws {NotRunning} when there is no running workflow
   * @throws {TemporalUnavailable} when it may or may not have taken effect
   */
  update<Arg>(def: UpdateDefinition<Ack, [Arg]>, callbackId: string, arg: Arg): Promise<Ack>;
  /** @throws {TemporalUnavailable} */
  signal<Args extends unknown[]>(def: SignalDefinition<Args>, callbackId: string, ...args: Args): Promise<'sent' | 'no_workflow'>;
  /**
   * Where the running workflow believes its callback stands; null: none is running.
   *
   * @throws {TemporalUnavailable} also when no worker answers
   */
  standing(callbackId: string): Promise<Ack | null>;
}

export function createCallbackClient(client: Client): CallbackClient {
  const handleOf = (callbackId: string) => client.workflow.getHandle(workflowIdOf(callbackId));
  const inTime = <T>(request: () => Promise<T>) => sayUnavailable(() => client.withDeadline(Date.now() + DEADLINE_MS, request));

  return {
    async start(start) {
      await inTime(() =>
        client.workflow.start(CALLBACK_WORKFLOW, {
          taskQueue: TASK_QUEUE,
          workflowId: workflowIdOf(start.callbackId),
          args: [start],
          workflowIdConflictPolicy: 'USE_EXISTING',
          workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        }),
      );
    },

    update(def, callbackId, arg) {
      return inTime(() => updateRunning(() => handleOf(callbackId).executeUpdate(def, { args: [arg] })));
    },

    async signal(def, callbackId, ...args) {
      const sent = await inTime(() => unlessMissing(() => handleOf(callbackId).signal(def, ...args)));
      return sent === MISSING ? 'no_workflow' : 'sent';
    },

    async standing(callbackId) {
      const answer = await inTime(() => unlessMissing(() => handleOf(callbackId).query(standingQuery)));
      return answer === MISSING ? null : answer;
    },
  };
}

const MISSING = Symbol('no running workflow');

async function unlessMissing<T>(request: () => Promise<T>): Promise<T | typeof MISSING> {
  try {
    return await request();
  } catch (error) {
    if (error instanceof WorkflowNotFoundError || error instanceof QueryRejectedError) return MISSING;
    throw error;
  }
}

async function sayUnavailable<T>(request: () => Promise<T>): Promise<T> {
  try {
    return await request();
  } catch (error) {
    throw isPassing(error) ? new TemporalUnavailable(error) : error;
  }
}

/**
 * Sends an update to whichever run is the newest. A run that ends or continues as new may do so before it has answered; then the
 * next run, if there is one, is asked: updates name the state they want, so that asking twice does it once (design, decision 10).
 */
async function updateRunning(send: () => Promise<Ack>): Promise<Ack> {
  try {
    return await send();
  } catch (error) {
    if (!endedBeforeAnswering(error)) throw refusalIn(error) ?? error;
  }
  try {
    return await send();
  } catch (error) {
    throw endedBeforeAnswering(error) ? new NotRunning() : (refusalIn(error) ?? error);
  }
}

/** The server's type for an update that was accepted by a run that then ended; an update that was not is simply not found. */
const ACCEPTED_BUT_ENDED = 'AcceptedUpdateCompletedWorkflow';

function endedBeforeAnswering(error: unknown): boolean {
  return error instanceof WorkflowNotFoundError || failureIn(error)?.type === ACCEPTED_BUT_ENDED;
}

function failureIn(error: unknown): ApplicationFailure | null {
  return error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure ? error.cause : null;
}

function refusalIn(error: unknown): Refused | null {
  const failure = failureIn(error);
  return failure && isRefusal(failure.type) ? new Refused(failure.type, failure.message) : null;
}

function isRefusal(type: string | null | undefined): type is Refusal {
  return REFUSALS.some((refusal) => refusal === type);
}
