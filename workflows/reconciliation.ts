import { condition, continueAsNew, proxyActivities, setHandler } from '@temporalio/workflow';
import type { SweepActivities } from '../activities/contract.ts';
import { sweepNowSignal } from './messages.ts';

const EVERY = '30 s';
const ROUNDS_PER_RUN = 200;

/** A round whose worker dies, or whose answer is lost, is begun anew soon after: until it is, nothing is mended. */
const { sweep } = proxyActivities<SweepActivities>({
  startToCloseTimeout: '2 m',
  heartbeatTimeout: '15 s',
  retry: { initialInterval: '1 s', maximumInterval: '30 s' },
});

/**
 * Compares what Ringback believes with what is: one execution for the whole installation, a round every 30 s and one after every
 * start of a worker.
 */
export async function reconciliation(): Promise<void> {
  let wanted = false;
  setHandler(sweepNowSignal, () => {
    wanted = true;
  });
  for (let round = 0; round < ROUNDS_PER_RUN; round += 1) {
    wanted = false;
    await sweep();
    await condition(() => wanted, EVERY);
  }
  await continueAsNew<typeof reconciliation>();
}
