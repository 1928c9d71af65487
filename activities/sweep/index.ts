import { forgetWebhooks } from '../../store/call/webhooks.ts';
import type { SweepReport } from '../contract.ts';
import type { ActivityDependencies } from '../index.ts';
import { reconcileConferences } from './conferences.ts';
import { freeAgents } from './free-agents.ts';
import { reconcileLegs } from './legs.ts';
import { settleMessages } from './messages.ts';
import { settlePartings } from './partings.ts';
import { reconcileRecordings } from './recordings.ts';
import { startPlans } from './start-plans.ts';
import { startUnstarted } from './start-unstarted.ts';
import { compareWithWorkflows } from './standing.ts';

const DAY_MS = 24 * 3_600_000;

/**
 * One round of comparing rows, workflows and telephone calls. Each part mends on its own: one that fails is logged, and the others
 * go on.
 */
export async function sweep(dependencies: ActivityDependencies): Promise<SweepReport> {
  const { store, log } = dependencies;
  const part = async <T>(name: string, nothing: T, work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      log.error({ err: error, part: name }, 'sweep: a part failed; the next round will try again');
      return nothing;
    }
  };
  const started = await part('start', 0, () => startUnstarted(dependencies));
  await part('plans', undefined, () => startPlans(dependencies));
  const compared = await part('standing', { rewritten: 0, restarted: 0 }, () => compareWithWorkflows(dependencies));
  const freed = await part('agents', 0, () => freeAgents(dependencies));
  const legs = await part('legs', 0, () => reconcileLegs(dependencies));
  const parties = await part('conferences', 0, () => reconcileConferences(dependencies));
  await part('partings', undefined, () => settlePartings(dependencies));
  await part('recordings', undefined, () => reconcileRecordings(dependencies));
  await part('messages', undefined, () => settleMessages(dependencies));
  await part('webhooks', undefined, () => forgetWebhooks(store.db, DAY_MS));
  const report = { started, ...compared, freed, legs, parties };
  if (Object.values(report).some((count) => count > 0)) log.info(report, 'sweep: mended');
  return report;
}
