import type { ActivityDependencies } from '../index.ts';

/** At once: enough to get through a batch in time, few enough to leave the rest of the house its connections. */
const AT_ONCE = 8;

/** Does the work for each item, some at a time. One that fails is logged, and holds none of the others up. */
export async function each<T>({ log }: Pick<ActivityDependencies, 'log'>, items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const takeTurns = async (): Promise<void> => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) {
      await work(item).catch((error: unknown) => log.warn({ err: error }, 'sweep: one was not mended; a later round will try again'));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
}
