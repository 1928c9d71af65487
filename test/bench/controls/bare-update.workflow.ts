import { condition, defineUpdate, proxyLocalActivities, setHandler } from '@temporalio/workflow';

/** What Temporal asks of whoever wants something written down and answered. */
export const bareUpdate = defineUpdate<void>('bare');

const { nothing } = proxyLocalActivities<{ nothing(): Promise<void> }>({ startToCloseTimeout: '3 s' });

/** Waits for ever; each update runs one local activity, and is answered. */
export async function bare(): Promise<void> {
  setHandler(bareUpdate, () => nothing());
  await condition(() => false);
}
