import type { RoutePolicy } from '../../domain/route.ts';
import type { AttemptOutcome } from '../../domain/words.ts';
import type { Asked } from './asked.ts';
import { CUSTOMER, SYSTEM, user } from './asked.ts';
import type { OpeningHours } from './calendar.ts';
import type { Dice } from './dice.ts';
import { Life } from './life.ts';
import type { Rows } from './rows.ts';
import { noteIn } from './sayings.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** How often callbacks end in each way. */
const ENDS = { completed: 79, failed: 9, cancelled: 8, expired: 4 } as const;
type End = keyof typeof ENDS;

/** How diallings end that do not end the callback. */
const FRUITLESS: Readonly<Partial<Record<AttemptOutcome, number>>> = { no_answer: 52, busy: 21, machine: 18, failed: 6, unknown: 3 };

/** What open callbacks are found doing: `live` ones are in an agent's hands. */
const OPEN = { scheduled: 82, queued: 10, withdrawn: 8 } as const;

/** Everything a story is told with. */
export interface Telling {
  readonly dice: Dice;
  readonly rows: Rows;
  readonly nowMs: number;
  readonly policy: RoutePolicy;
  readonly hours: OpeningHours;
  /** Ids of the route's agents, and of who distributes. */
  readonly agentIds: readonly string[];
  readonly administratorIds: readonly string[];
}

/** A callback that has ended; one whose story would last into the future was cancelled by its customer instead. */
export function tellEnded(asked: Asked, telling: Telling): void {
  const { dice, nowMs } = telling;
  const end = dice.among<End>(ENDS);
  const life = begin(asked, telling);
  if (end === 'expired') expire(life, telling);
  else if (end === 'cancelled') cancel(life, telling);
  else call(life, telling, end);
  if (life.at < nowMs) return life.finish();
  const short = new Life(asked, dice, telling.rows);
  short.at = asked.requestedAt + Math.max((nowMs - asked.requestedAt) / 2, 600);
  short.end('cancelled', CUSTOMER, { reason: null });
  short.finish();
}

/** A callback that is still open. `agentId`: the agent who has it in hand just now; null: it waits. */
export function tellOpen(asked: Asked, telling: Telling, agentId: string | null): void {
  const { dice, nowMs, hours, policy } = telling;
  const isFresh = nowMs - asked.requestedAt < HOUR_MS;
  const life = begin(asked, telling, agentId !== null || isFresh);
  if (agentId !== null) {
    life.at = nowMs - dice.int(5, 200) * 1_000;
    life.dueAt = Math.min(life.dueAt, life.at - 60);
    life.becomeDue();
    handOver(life, telling, agentId);
    return life.finish();
  }
  const status = dice.among(OPEN);
  const leftMs = Math.max(nowMs - life.at, 0);
  if (status === 'withdrawn') life.wait(Math.min(dice.around(20 * MINUTE_MS), leftMs / 2)).withdraw(user(dice.pick(telling.administratorIds)));
  else if (status === 'queued') life.moveTo(nowMs - Math.floor(dice.next() * Math.min(leftMs / 2, 2 * HOUR_MS)), policy.windowMs);
  else if (life.dueAt <= nowMs) life.moveTo(hours.next(nowMs + dice.int(10, 6 * 24 * 60) * MINUTE_MS), policy.windowMs);
  if (status === 'queued') life.becomeDue();
  life.finish();
}

/** Asked for, and in part distributed by an administrator before its time comes. */
function begin(asked: Asked, { dice, rows, agentIds, administratorIds }: Telling, isNobodys = false): Life {
  const life = new Life(asked, dice, rows);
  if (!isNobodys && dice.chance(0.45)) {
    const administrator = dice.pick(administratorIds);
    life.wait(Math.min(dice.around(2 * MINUTE_MS), 20 * MINUTE_MS)).assign(dice.pick(agentIds), administrator, user(administrator));
  }
  return life;
}

function expire(life: Life, { policy, dice }: Telling): void {
  life.becomeDue();
  life.wait(Math.max(life.asked.dueAt + policy.expiryMs - life.at, MINUTE_MS) - dice.int(0, 50));
  life.end('expired', SYSTEM, {});
}

function cancel(life: Life, telling: Telling): void {
  const { dice, administratorIds } = telling;
  if (dice.chance(0.3)) {
    life.becomeDue();
    fruitless(life, telling, dice.among(FRUITLESS));
    life.wait(dice.around(5 * MINUTE_MS));
    life.retryAt(retryTime(life, telling, 'no_answer'));
  }
  life.wait(dice.around(30 * MINUTE_MS));
  const isCustomer = dice.chance(0.7);
  life.endReason = isCustomer ? null : 'duplicate';
  life.end('cancelled', isCustomer ? CUSTOMER : user(dice.pick(administratorIds)), { reason: life.endReason });
}

/** Called until somebody answers, or until the route's maximum is reached. */
function call(life: Life, telling: Telling, end: 'completed' | 'failed'): void {
  const { dice, policy } = telling;
  life.becomeDue();
  if (dice.chance(0.02)) agentAway(life, telling);
  const tries = end === 'failed' ? policy.maximumAttempts : dice.chance(0.72) ? 1 : dice.int(2, policy.maximumAttempts);
  for (let tried = 1; tried <= tries; tried += 1) {
    const isLast = tried === tries;
    const outcome = isLast && end === 'completed' ? 'answered' : isLast && dice.chance(0.1) ? 'blocked' : dice.among(FRUITLESS);
    if (outcome === 'answered') return converse(life, telling);
    fruitless(life, telling, outcome);
    if (isLast) return fail(life, outcome);
    life.retryAt(retryTime(life, telling, outcome));
    life.becomeDue();
  }
}

function fail(life: Life, outcome: AttemptOutcome): void {
  life.endReason = outcome;
  life.wait(30_000).end('failed', SYSTEM, { outcome });
}

function retryTime({ at }: Life, { policy, hours }: Telling, outcome: AttemptOutcome): number {
  const delays: Readonly<Partial<Record<AttemptOutcome, number>>> = policy.retryDelayMs;
  return hours.next(at + (delays[outcome] ?? policy.retryDelayMs.no_answer));
}

/** The agent's telephone rings in vain; somebody else is offered the callback. */
function agentAway(life: Life, telling: Telling): void {
  reach(life, telling);
  life.wait(25_000).passOn();
}

/** An agent takes the callback, from an offer or from the list, and is rung. */
function reach(life: Life, telling: Telling): string {
  const { dice, agentIds, policy } = telling;
  const agentId = life.assigneeId ?? dice.pick(agentIds);
  life.wait(dice.around(4 * MINUTE_MS));
  if (life.assigneeId !== null && dice.chance(0.2)) {
    life.startAttempt(agentId, true);
    return agentId;
  }
  while (dice.chance(0.16)) refuse(life, telling);
  life.offer(agentId, policy.preview, policy.offerTimeoutMs);
  life.wait(Math.min(dice.around(6_000), policy.offerTimeoutMs - 500)).accept();
  if (life.asked.channel === 'web') life.openPreview(policy.previewTimeoutMs === null ? null : life.at + policy.previewTimeoutMs);
  if (life.asked.channel === 'web') life.wait(Math.min(dice.around(40_000), 170_000));
  life.startAttempt(agentId, false);
  return agentId;
}

function refuse(life: Life, { dice, agentIds, policy }: Telling): void {
  life.offer(dice.pick(agentIds), policy.preview, policy.offerTimeoutMs);
  const end = dice.among({ rejected: 45, missed: 45, withdrawn: 10 });
  life.wait(end === 'missed' ? policy.offerTimeoutMs : Math.min(dice.around(7_000), policy.offerTimeoutMs - 500)).endOffer(end);
  life.wait(dice.around(20_000));
}

function fruitless(life: Life, telling: Telling, outcome: AttemptOutcome): void {
  const { dice } = telling;
  const agentId = reach(life, telling);
  life.wait(dice.around(4_000)).ringCustomer();
  const ringsMs = outcome === 'no_answer' ? 30_000 : dice.around(7_000);
  if (outcome === 'machine') life.wait(ringsMs).connect();
  life.wait(ringsMs).wrapUp(outcome);
  if (dice.chance(0.15)) life.note(agentId, noteIn(life.asked.language, 'fruitless', dice));
  life.wait(dice.int(5, 30) * 1_000);
}

function converse(life: Life, telling: Telling): void {
  const { dice, policy } = telling;
  const agentId = reach(life, telling);
  life.wait(dice.around(4_000)).ringCustomer();
  life.wait(dice.around(8_000)).connect();
  life.wait(dice.around(3.5 * MINUTE_MS)).wrapUp('answered');
  life.wait(dice.around(45_000));
  if (dice.chance(0.55)) life.note(agentId, noteIn(life.asked.language, 'talked', dice));
  const weights = { resolved: 55, explained: 20, ordered: 14, escalated: 9, wrong_number: 2 } as const;
  life.disposition = policy.dispositionMandatory || dice.chance(0.85) ? dice.among(weights) : null;
  life.end('completed', user(agentId), { disposition: life.disposition });
}

/** Up to the point at which it is found in the agent's hands: offered, read, dialled, in conversation, or after it. */
function handOver(life: Life, { dice, policy }: Telling, agentId: string): void {
  const depth = life.asked.channel === 'web' ? dice.int(0, 4) : dice.pick([0, 2, 3, 4]);
  life.offer(agentId, policy.preview, policy.offerTimeoutMs);
  if (depth === 0) return;
  life.wait(500).accept();
  if (depth === 1) return life.openPreview(null);
  life.startAttempt(agentId, false);
  if (depth === 2) return;
  life.wait(500).ringCustomer();
  life.wait(500).connect();
  if (depth === 4) life.wait(1_000).wrapUp('answered');
}
