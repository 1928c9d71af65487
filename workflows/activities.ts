import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { CallActivities, LocalActivities, TelephonyActivities } from '../activities/contract.ts';

/*
 * Time-outs nest: SQL 2 s < local activity 3 s < workflow task 10 s. Writing the projection never gives up: an outage of the
 * database delays a callback, it does not fail one.
 */
export const { claim, project, planDue, planWrapUp, chosenDisposition, planRetry } = proxyLocalActivities<LocalActivities>({
  startToCloseTimeout: '3 s',
  localRetryThreshold: '8 s',
  retry: { initialInterval: '200 ms', backoffCoefficient: 2, maximumInterval: '10 s' },
});

/** Dialling is asked for once: whether a lost answer rang is settled by looking, never by asking again. */
export const { placeLeg } = proxyActivities<TelephonyActivities>({
  scheduleToStartTimeout: '30 s',
  startToCloseTimeout: '20 s',
  retry: { maximumAttempts: 1 },
});

/** Ending a call names an absolute state and may be repeated. */
export const { endAttempt } = proxyActivities<TelephonyActivities>({
  startToCloseTimeout: '15 s',
  scheduleToCloseTimeout: '60 s',
  retry: { initialInterval: '500 ms', maximumInterval: '5 s' },
});

/** Bounded, so that whoever asks can also act; who still does not know asks again. */
export const { lookUpLeg } = proxyActivities<TelephonyActivities>({
  startToCloseTimeout: '15 s',
  scheduleToCloseTimeout: '60 s',
  retry: { initialInterval: '1 s', maximumInterval: '10 s' },
});

/** Controls name an absolute state and may be repeated for a while; a customer who waits longer has no use for them. */
export const { control, record } = proxyActivities<CallActivities>({
  startToCloseTimeout: '5 s',
  scheduleToCloseTimeout: '10 s',
  retry: { initialInterval: '250 ms', maximumInterval: '2 s' },
});

/** What is heard twice is wrong: digits are sent once, or not at all. */
export const { playTones } = proxyActivities<CallActivities>({
  scheduleToStartTimeout: '10 s',
  startToCloseTimeout: '10 s',
  retry: { maximumAttempts: 1 },
});

export const { endLeg, apologise } = proxyActivities<CallActivities>({
  startToCloseTimeout: '15 s',
  scheduleToCloseTimeout: '60 s',
  retry: { initialInterval: '500 ms', maximumInterval: '5 s' },
});

/** Never gives up, as little as writing the projection does: the sweep would end a call that was not let go of. */
export const { letGo } = proxyActivities<CallActivities>({
  startToCloseTimeout: '5 s',
  retry: { initialInterval: '200 ms', maximumInterval: '10 s' },
});
