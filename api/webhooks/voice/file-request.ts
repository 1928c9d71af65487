import { planDue } from '../../../domain/due.ts';
import type { Kind } from '../../../domain/words.ts';
import { CUSTOMER } from '../../../domain/words.ts';
import { readCallback } from '../../../store/callback/callbacks.ts';
import { requestCallback } from '../../../store/callback/intake.ts';
import { hashNumber } from '../../../store/callback/number-hash.ts';
import type { StartDeps } from '../../start-soon.ts';
import { startSoon } from '../../start-soon.ts';
import { askNumber, askReason, hangUp } from './questions.ts';
import { sayLastFour, sayTime } from './speech.ts';
import type { Turn } from './turn.ts';
import { numberOf, onwards } from './turn.ts';

/** What taking a request needs. */
export interface Intake extends StartDeps {
  readonly numberHashKey: Buffer;
}

/** When the caller wants the call. `desiredAt` is ISO 8601 in UTC, for `scheduled`. */
export interface Wish {
  readonly kind: Kind;
  readonly desiredAt: string | null;
}

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
  if (taken.result === 'created') await startSoon(intake, { callbackId: taken.id, generation: taken.generation });
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
