import type { AttemptOutcome } from '../../domain/words.ts';
import type { Asked } from './asked.ts';
import { iso, orNull } from './asked.ts';
import type { Told } from './told.ts';

/** When the customer wants to be called. */
export type Wish = Pick<Asked, 'kind' | 'desiredAt' | 'windowEndsAt'>;

/** The calls of one life, and what its row remembers of them as domain/processing.ts does. Instants are milliseconds since 1970. */
export class Calls {
  /** The number of the newest one; 0: there was none. */
  attempt = 0;
  lastOutcome: AttemptOutcome | null = null;
  readonly #callbackId: string;
  readonly #told: Told;
  #placed = 0;
  #counted = 0;
  #rangAt = 0;
  #connectedAt: number | null = null;
  #firstCall: { readonly attempt: number; readonly outcome: AttemptOutcome } | null = null;
  #answeredAt: number | null = null;
  #promiseKeptAt: number | null = null;
  #running: { readonly agentId: string; readonly byHand: boolean; readonly startedAt: number } | null = null;

  constructor({ id }: Asked, told: Told) {
    this.#callbackId = id;
    this.#told = told;
  }

  start(agentId: string, byHand: boolean, startedAt: number): void {
    this.attempt += 1;
    this.#connectedAt = null;
    this.#running = { agentId, byHand, startedAt };
  }

  ring(at: number): void {
    this.#rangAt = at;
  }

  connect(at: number): void {
    this.#connectedAt = at;
  }

  /** The call is over, and counts. */
  end(outcome: AttemptOutcome, at: number, wish: Wish): void {
    if (outcome !== 'blocked') this.#placed += 1;
    if (this.#running?.byHand === false) this.#counted += 1;
    if (outcome !== 'blocked') this.#remember(outcome, wish);
    this.#finish(outcome, at);
  }

  /** The customer was never rung. */
  breakOff(at: number): void {
    this.#finish('cancelled', at);
  }

  /** The call that is under way, if there is one, as it is. */
  tellRunning(): void {
    this.#tell(null, null);
  }

  /** What the row says of them. */
  columns() {
    return {
      attempt: this.attempt, attempts_placed: this.#placed, attempts_counted: this.#counted, last_outcome: this.lastOutcome,
      connected_at: orNull(this.#connectedAt), first_call_attempt: this.#firstCall?.attempt ?? null,
      first_call_outcome: this.#firstCall?.outcome ?? null, answered_at: orNull(this.#answeredAt), promise_kept_at: orNull(this.#promiseKeptAt),
    };
  }

  #remember(outcome: AttemptOutcome, { desiredAt, windowEndsAt }: Wish): void {
    this.#firstCall ??= { attempt: this.attempt, outcome };
    if (outcome === 'answered') this.#answeredAt ??= this.#connectedAt;
    const isWithin = windowEndsAt !== null && this.#rangAt <= windowEndsAt && this.#rangAt >= (desiredAt ?? this.#rangAt);
    if (isWithin && outcome !== 'machine') this.#promiseKeptAt ??= this.#rangAt;
  }

  #finish(outcome: AttemptOutcome, at: number): void {
    this.lastOutcome = outcome;
    this.#tell(at, outcome);
    this.#running = null;
  }

  #tell(endedAt: number | null, outcome: AttemptOutcome | null): void {
    if (!this.#running) return;
    const { agentId, byHand, startedAt } = this.#running;
    this.#told.add('attempt', {
      callback_id: this.#callbackId, attempt: this.attempt, agent_id: agentId, by_hand: byHand, started_at: iso(startedAt), ended_at: orNull(endedAt), outcome,
    });
  }
}
