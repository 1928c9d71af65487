import { ApplicationFailure, condition, continueAsNew, proxyActivities, setHandler } from '@temporalio/workflow';
import {
  acceptUpdate,
  type Ack,
  type CallbackStart,
  cancelUpdate,
  completeUpdate,
  legSignal,
  rescheduleUpdate,
  standingQuery,
} from '../../workflows/messages.ts';

const { failTelling } = proxyActivities<{ failTelling(secret: string): Promise<string> }>({
  startToCloseTimeout: 1000,
  retry: { maximumAttempts: 1 },
});

/** A callback in name only: it answers, refuses, ends and continues as new as the tests of the client need it. */
export async function callback({ callbackId, generation }: CallbackStart): Promise<string> {
  let next: 'end' | 'continue' | null = null;
  let heard = 0;
  const ack = (): Ack => ({ version: heard, status: generation === 1 ? 'queued' : 'offered' });

  setHandler(standingQuery, ack);
  setHandler(legSignal, () => void heard++);
  setHandler(acceptUpdate, ack, { validator: refuseOverOffers });
  setHandler(completeUpdate, () => {
    next = 'end';
    return ack();
  });
  setHandler(cancelUpdate, () => {
    next = 'end';
    return neverAnswer();
  });
  setHandler(rescheduleUpdate, () => {
    if (generation > 1) return ack();
    next = 'continue';
    return neverAnswer();
  });

  await condition(() => next !== null);
  if (next === 'continue') return continueAsNew<typeof callback>({ callbackId, generation: generation + 1 });
  return callbackId;
}

function refuseOverOffers({ offerId }: { offerId: string }): void {
  if (offerId === 'over') throw ApplicationFailure.nonRetryable('That offer is over.', 'offer_over');
}

async function neverAnswer(): Promise<Ack> {
  await condition(() => false);
  throw new Error('unreachable');
}

/** Takes a secret through everything that a history may hold: arguments, an activity, its failure, and the workflow's own. */
export async function tellSecret(secret: string): Promise<void> {
  try {
    await failTelling(secret);
  } catch (error) {
    throw ApplicationFailure.create({ message: `It failed, and the secret is ${secret}.`, details: [secret], cause: error as Error });
  }
}
