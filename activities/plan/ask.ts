import { setTimeout as sleep } from 'node:timers/promises';
import type { PlanRefusal } from '../../domain/plan.ts';
import type { Judge, PlanRow } from '../../store/plan/plan-judge.ts';
import { judgeOf, readPlanRows } from '../../store/plan/plan-judge.ts';
import type { PendingItem, RunningPlan } from '../../store/plan/plan-settle.ts';
import { readRunning, settle, settleInSql, takeToAsk } from '../../store/plan/plan-settle.ts';
import type { ActivityDependencies } from '../index.ts';
import { askOne, isAsWished } from './ask-one.ts';
import type { Pulse } from './index.ts';

/** At once: more only adds latency (design, decision 11). */
const AT_ONCE = 6;
const CHUNK = 60;
/** A workflow that has not answered so often is left alone. */
const MOST_TRIES = 5;
const FIRST_PAUSE_MS = 250;

/** Asks the workflows of what is still pending, some at a time, until nothing is. */
export async function askWorkflows(dependencies: ActivityDependencies, plan: RunningPlan, pulse: Pulse): Promise<void> {
  const { db } = dependencies.store;
  while (!pulse.signal.aborted) {
    pulse.beat();
    const items = await takeToAsk(db, plan.id, CHUNK);
    if (items.length === 0) return;
    await pauseBefore(items, pulse);
    const rows = new Map((await readPlanRows(db, plan.action, items.map(({ callback_id }) => callback_id))).map((row) => [row.id, row]));
    const judge = await judgeOf(db, plan.action);
    const waiting = [...items];
    const takeTurns = async (): Promise<void> => {
      for (let item = waiting.shift(); item && !pulse.signal.aborted; item = waiting.shift()) {
        const row = rows.get(item.callback_id);
        const goesOn = row ? await carryOut(dependencies, plan, item, { ...row, wasAsked: item.tries > 1 }, judge) : true;
        if (!goesOn) waiting.length = 0;
        pulse.beat();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, takeTurns));
  }
}

/** Only those are left that did not answer: they are given time, twice as much after each try. */
async function pauseBefore(items: readonly PendingItem[], { signal }: Pulse): Promise<void> {
  const tries = Math.min(...items.map((item) => item.tries));
  if (tries > 1) await sleep(FIRST_PAUSE_MS * 2 ** (tries - 1), undefined, { signal }).catch(() => undefined);
}

/** One callback. Whatever goes wrong with it holds none of the others up. False: the plan has been stopped. */
async function carryOut(
  dependencies: ActivityDependencies,
  plan: RunningPlan,
  item: PendingItem,
  row: PlanRow,
  judge: Judge,
): Promise<boolean> {
  const { store, log } = dependencies;
  const { ordinal } = item;
  const end = (refusal: PlanRefusal | null) => settle(store.db, plan.id, [{ ordinal, refusal }]);
  try {
    if (isAsWished(plan.action, row)) return await end(null);
    const refusal = judge(row) ?? (await askOne(dependencies, plan, row));
    if (refusal !== null || plan.action.type !== 'move') return await end(refusal);
    await settleInSql(store.db, plan.id, { only: ordinal });
    if (item.tries < MOST_TRIES) return (await readRunning(store.db, plan.id)) !== null;
  } catch (error) {
    log.warn({ err: error, callbackId: row.id, planId: plan.id, tries: item.tries }, 'plan: a callback did not answer');
  }
  // Of what is settled by now this changes nothing.
  if (item.tries >= MOST_TRIES) await end('unavailable');
  return true;
}
