import { sleep } from '@temporalio/workflow';

/** Sleeps for three days. */
export async function threeDays(): Promise<string> {
  await sleep('3 days');
  return 'slept';
}
