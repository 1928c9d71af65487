import type { Logger } from 'pino';
import { planDue } from '../../../domain/due.ts';
import type { Kind } from '../../../domain/words.ts';
import { CUSTOMER } from '../../../domain/words.ts';
import { readCallback } from '../../../store/callbacks.ts';
import { markStarted, requestCallback } from '../../../store/intake.ts';
import { hashNumber } from '../../../store/number-hash.ts';
import type { Store } from '../../../store/open.ts';
import type { CallbackClient } from '../../../temporal/callbacks.ts';
import { askNumber, askReason, hangUp } from './questions.ts';
import { sayLastFour, sayTime } from './speech.ts';
import type { Turn } from './turn.ts';
import { numberOf, onwards } from './turn.ts';

/** What taking a request needs. */
export interface Intake {
  readonly store: Pick<Store, 'db'>;
  readonly callbacks: Pick<CallbackClient, 'start'>;
  readonly numberHashKey: Buffer;
  readonly log: Pick<Logger, 'warn'>;
}

/** When the caller wants the call. `desiredAt` is ISO 8601 in UTC, for `scheduled`. */
export interface Wish {
  readonly kind: Kind;
  readonly desiredAt: string | null;
}

/** How long the caller waits for Temporal to take the start; after that, the sweep starts the callback. */
const START_PATIENCE_MS = 1_000;

/**
 * Takes the request and tells the caller what will happen. It is durable before anything is said; CallSid is its key, so that a
 * repeated webhook takes nothing twice and says the same.
 */
export async function fileRequest(intake: Intake, turn: Turn, wish: Wish): Promise<string> {
  const number = numberOf(turn);
  if (number === null) return askNumber(onwards(turn));
  const taken = await requestCallback(intake.store.db, {
    routeId: turn.route.id,
    number,
    numberHash: hashNumber(intake.numberHashKey, number),
    name: '',
    language: turn.state.language,
    timeZone: null,
    kind: wish.kind,
    origin: 'ivr',
    channel: 'voice',
    desiredAt: wish.desiredAt,
    windowEndsAt: null,
    collected: collected(turn, number),
    requestKey: turn.callSid,
    actor: CUSTOMER,
  });
  if (taken.result === 'created') await startInTime(intake, { callbackId: taken.id, generation: taken.generation });
  const lastFour = sayLastFour(number);
  if (taken.result === 'kept_for_later') return hangUp(turn, turn.prompts.keptForLater(lastFour));
  if (taken.result === 'open') return hangUp(turn, turn.prompts.already(lastFour, await plannedTime(intake, turn, taken.id)));
  return askReason(onwards(turn, { callbackId: taken.id }), turn.prompts.confirmed(lastFour, whenOf(turn, wish, turn.now)));
}

/** What the agent will see of the call. It holds no number of the customer's. */
function collected(turn: Turn, number: string): Record<string, string> {
  return {
    calledNumber: turn.calledNumber,
    language: turn.state.language,
    callerIdMatches: number === turn.callerNumber ? 'yes' : 'no',
  };
}

/** The answer to the caller never depends on Temporal: what is not started now, the sweep starts. */
async function startInTime(intake: Intake, start: { callbackId: string; generation: number }): Promise<void> {
  const { callbackId } = start;
  const started = intake.callbacks
    .start(start)
    .then(() => markStarted(intake.store.db, callbackId))
    .catch((error: unknown) => intake.log.warn({ callbackId, error: error instanceof Error ? error.name : 'unknown' }, 'callback not started yet'));
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => (timer = setTimeout(resolve, START_PATIENCE_MS)));
  await Promise.race([started, patience]);
  clearTimeout(timer);
}

/** When the callback that is there already will be made: as it is planned, or else as it was asked for. */
async function plannedTime(intake: Intake, turn: Turn, callbackId: string): Promise<string> {
  const row = await readCallback(intake.store.db, callbackId);
  if (!row) return turn.prompts.soon;
  if (row.due_at) return spokenTime(turn, row.due_at.toISOString());
  return whenOf(turn, { kind: row.kind, desiredAt: row.desired_at?.toISOString() ?? null }, row.requested_at.toISOString());
}

function whenOf(turn: Turn, { kind, desiredAt }: Wish, requestedAt: string): string {
  const { dueAt } = planDue(turn.route.policy, { kind, requestedAt, desiredAt, windowEndsAt: null, notBefore: null }, turn.now);
  return spokenTime(turn, dueAt);
}

function spokenTime(turn: Turn, at: string): string {
  if (Date.parse(at) <= Date.parse(turn.now)) return turn.prompts.soon;
  return turn.prompts.at(sayTime(at, turn.now, turn.route.policy.timeZone, turn.prompts.language));
}
