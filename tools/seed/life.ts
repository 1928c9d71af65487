import type { Status } from '../../domain/status.ts';
import type { AttemptOutcome, Channel, EventType, Kind, OfferEnd, Origin } from '../../domain/words.ts';
import type { Dice } from './dice.ts';
import type { Rows } from './rows.ts';

/** Somebody who did something, as the rows hold it. */
export const SYSTEM = '{"type":"system"}';
export const CUSTOMER = '{"type":"customer"}';
export const user = (id: string): string => `{"type":"user","id":"${id}"}`;

/** What is asked for. Instants are milliseconds since 1970. */
export interface Asked {
  readonly id: string;
  readonly routeId: string;
  readonly number: string;
  readonly numberHash: string;
  readonly name: string;
  readonly language: string;
  readonly timeZone: string | null;
  readonly kind: Kind;
  readonly origin: Origin;
  readonly channel: Channel;
  readonly requestedAt: number;
  readonly desiredAt: number | null;
  readonly windowEndsAt: number | null;
  readonly dueAt: number;
  readonly collected: string;
  /** JSON of who asked. */
  readonly actor: string;
}

type Data = Readonly<Record<string, string | number | null>>;

/** An agent holds the case from here on. */
interface Held {
  readonly reservationId: string;
  readonly agentId: string;
  readonly since: number;
  readonly offer: { readonly preview: boolean; readonly deadlineAt: number } | null;
  end: { readonly end: OfferEnd; readonly at: number; readonly version: number } | null;
}

export const iso = (ms: number): string => new Date(ms).toISOString();
const orNull = (ms: number | null): string | null => (ms === null ? null : iso(ms));

/**
 * One callback's life, told step by step and written as the product writes it: each step is a version of the row with its events
 * (workflows/steps.ts), and what goes with it in the rows beside (store/projection-sides.ts, store/ownership.ts).
 */
export class Life {
  at: number;
  status: Status = 'scheduled';
  dueAt: number;
  attempt = 0;
  assigneeId: string | null = null;
  previewEndsAt: number | null = null;
  disposition: string | null = null;
  endReason: string | null = null;
  readonly asked: Asked;
  readonly #dice: Dice;
  readonly #rows: Rows;
  /** What is to be written once the whole life is told: one that turns out impossible is not told at all. */
  readonly #told: (() => void)[] = [];
  #version = 0;
  #ordinal = 0;
  #placed = 0;
  #counted = 0;
  #lastOutcome: AttemptOutcome | null = null;
  #connectedAt: number | null = null;
  #distributor: string | null = null;
  #assignedAt: number | null = null;
  #wanted: Pick<Asked, 'kind' | 'desiredAt' | 'windowEndsAt'>;
  #held: Held | null = null;
  #lastAssigneeId: string | null = null;
  #rangAt = 0;
  #answerDueAt: number;
  #firstCall: { readonly attempt: number; readonly outcome: AttemptOutcome } | null = null;
  #answeredAt: number | null = null;
  #promiseKeptAt: number | null = null;
  #running: { readonly agentId: string; readonly byHand: boolean; readonly startedAt: number } | null = null;

  constructor(asked: Asked, dice: Dice, rows: Rows) {
    this.asked = asked;
    this.at = asked.requestedAt;
    this.dueAt = asked.dueAt;
    this.#dice = dice;
    this.#rows = rows;
    this.#wanted = asked;
    this.#answerDueAt = asked.dueAt;
    const { kind, origin, desiredAt } = asked;
    this.#event('requested', asked.actor, { kind, origin, desiredAt: orNull(desiredAt) });
    this.at += 400;
    this.step('scheduled', 'due_planned', SYSTEM, { dueAt: iso(this.dueAt) });
    if (this.dueAt <= this.at) this.also('queued', 'queued', SYSTEM);
  }

  /** Time passes: never less than a moment, so that everything has its order. */
  wait(ms: number): this {
    this.at += Math.max(ms, 50);
    return this;
  }

  /** The callback's time has come. */
  becomeDue(): void {
    if (this.status !== 'scheduled') return;
    this.at = Math.max(this.at + 50, this.dueAt);
    this.step('queued', 'queued', SYSTEM);
  }

  assign(agentId: string | null, distributor: string | null, actor: string): void {
    if (this.assigneeId === agentId) return;
    [this.assigneeId, this.#distributor, this.#assignedAt] = [agentId, distributor, agentId === null ? null : this.at];
    const data = JSON.stringify({ agentId, distributor });
    this.#tell('caseEvent', { callback_id: this.asked.id, type: agentId === null ? 'unassigned' : 'assigned', at: iso(this.at), actor, data });
  }

  offer(agentId: string, preview: boolean, timeoutMs: number): void {
    const deadlineAt = this.at + timeoutMs;
    this.#held = { reservationId: this.#dice.uuid(), agentId, since: this.at - 60, offer: { preview, deadlineAt }, end: null };
    this.step('offered', 'offered', SYSTEM, { agentId, deadlineAt: iso(deadlineAt) });
  }

  /** The offer, or its preview, came to nothing. */
  endOffer(end: Exclude<OfferEnd, 'accepted'>): void {
    const agentId = this.#held?.agentId ?? '';
    this.step('queued', `offer_${end}`, end === 'rejected' ? user(agentId) : SYSTEM, { agentId });
    this.#endHeldOffer(end);
    this.#letGo();
  }

  accept(): void {
    const agentId = this.#held?.agentId ?? '';
    this.step('offered', 'offer_accepted', user(agentId), { agentId });
    this.#endHeldOffer('accepted');
    if (this.assigneeId === null) this.assign(agentId, 'automatic', user(agentId));
  }

  openPreview(endsAt: number | null): void {
    this.previewEndsAt = endsAt;
    this.also('preview', 'preview_opened', SYSTEM, { agentId: this.#held?.agentId ?? null });
  }

  /** The agent's telephone is rung, then the customer's. Without an offer it is dialled from the list. */
  startAttempt(agentId: string, byHand: boolean): void {
    this.attempt += 1;
    this.#connectedAt = null;
    this.previewEndsAt = null;
    this.#held ??= { reservationId: this.#dice.uuid(), agentId, since: this.at - 60, offer: null, end: null };
    this.#running = { agentId, byHand, startedAt: this.at };
    this.step('dialling', 'attempt_started', user(agentId), { attempt: this.attempt, agentId });
  }

  ringCustomer(): void {
    this.#rangAt = this.at;
    this.step('dialling', 'agent_answered', SYSTEM, { attempt: this.attempt });
  }

  connect(): void {
    this.#connectedAt = this.at;
    this.step('connected', 'connected', SYSTEM, { attempt: this.attempt });
  }

  /** The attempt is over; the case stays with its agent. */
  wrapUp(outcome: AttemptOutcome): void {
    this.step('wrap_up', 'attempt_ended', SYSTEM, { attempt: this.attempt, outcome });
    this.#count(outcome);
    if (outcome !== 'blocked') this.#rememberCall(outcome);
    this.#endAttempt(outcome);
  }

  /** The agent did not pick up: the customer was never rung. */
  passOn(): void {
    this.step('queued', 'attempt_ended', SYSTEM, { attempt: this.attempt, outcome: 'cancelled', reason: 'agent_did_not_answer' });
    this.#endAttempt('cancelled');
    this.#letGo();
    this.#unassignWhatWasAccepted();
  }

  retryAt(dueAt: number): void {
    this.dueAt = dueAt;
    this.step('scheduled', 'retry_planned', SYSTEM, { dueAt: iso(dueAt), outcome: this.#lastOutcome });
    this.#letGo();
    this.#unassignWhatWasAccepted();
  }

  /** Its time was moved before anybody called. */
  moveTo(dueAt: number, windowMs: number): void {
    this.dueAt = dueAt;
    this.#answerDueAt = dueAt;
    this.#wanted = { kind: 'scheduled', desiredAt: dueAt, windowEndsAt: dueAt + windowMs };
    this.wait(1_000).step('scheduled', 'rescheduled', CUSTOMER, { dueAt: iso(dueAt) });
  }

  note(authorId: string, text: string): void {
    this.#tell('note', { callback_id: this.asked.id, author_id: authorId, text, at: iso(this.at) });
  }

  end(status: 'completed' | 'cancelled' | 'expired' | 'failed', actor: string, data: Data): void {
    this.step(status, status, actor, data);
    this.#letGo();
  }

  withdraw(actor: string): void {
    this.step('withdrawn', 'withdrawn', actor, { reason: null });
    this.#lastAssigneeId = null;
    this.assign(null, null, actor);
  }

  /** A step of its own. */
  step(status: Status, type: EventType, actor: string, data: Data = {}): void {
    this.#version += 1;
    this.#ordinal = 0;
    this.also(status, type, actor, data);
  }

  /** What was decided with the step before, and is written with it. */
  also(status: Status, type: EventType, actor: string, data: Data = {}): void {
    this.status = status;
    this.#event(type, actor, data);
  }

  /** The row as it stands. An open one waits for its workflow's next generation, which the sweep starts; an ended one for nothing. */
  finish(): void {
    const { asked, status, at } = this;
    const { kind, desiredAt, windowEndsAt } = this.#wanted;
    const isOver = status === 'completed' || status === 'cancelled' || status === 'expired' || status === 'failed';
    if (this.#held) this.#writeHeld(null);
    if (this.#running) this.#writeAttempt(null, null);
    for (const tell of this.#told) tell();
    this.#rows.callback.add({
      id: asked.id, generation: isOver ? 1 : 2, version: this.#version, route_id: asked.routeId, number: asked.number, number_hash: asked.numberHash,
      name: asked.name, language: asked.language, time_zone: asked.timeZone, kind, origin: asked.origin, channel: asked.channel,
      status, requested_at: iso(asked.requestedAt), desired_at: orNull(desiredAt), window_ends_at: orNull(windowEndsAt),
      due_at: iso(this.dueAt), collected: asked.collected, assignee_id: this.assigneeId, distributor: this.#distributor,
      assigned_at: orNull(this.#assignedAt), agent_id: this.#held?.agentId ?? null, reservation_id: this.#held?.reservationId ?? null,
      attempt: this.attempt, attempts_placed: this.#placed, attempts_counted: this.#counted, last_outcome: this.#lastOutcome,
      connected_at: orNull(this.#connectedAt), preview_ends_at: orNull(this.previewEndsAt), wrap_up_ends_at: null,
      disposition: this.disposition, end_reason: this.endReason, ended_at: isOver ? iso(at) : null, run_id: this.#dice.uuid(),
      claimed_generation: 1, projected_at: iso(at), started_at: isOver ? iso(asked.requestedAt + 200) : null,
      last_assignee_id: this.#lastAssigneeId, answer_due_at: iso(this.#answerDueAt), first_call_attempt: this.#firstCall?.attempt ?? null,
      first_call_outcome: this.#firstCall?.outcome ?? null, answered_at: orNull(this.#answeredAt), promise_kept_at: orNull(this.#promiseKeptAt),
    });
  }

  #tell<Table extends 'event' | 'caseEvent' | 'note' | 'reservation' | 'attempt'>(table: Table, row: Parameters<Rows[Table]['add']>[0]): void {
    const rows: { add(row: unknown): void } = this.#rows[table];
    if (this.#rows.takes(table)) this.#told.push(() => rows.add(row));
  }

  #event(type: EventType, actor: string, data: Data): void {
    const { asked, at, status } = this;
    this.#tell('event', {
      callback_id: asked.id, version: this.#version, ordinal: this.#ordinal, type, at: iso(at), actor, status, data: JSON.stringify(data),
    });
    this.#ordinal += 1;
  }

  #count(outcome: AttemptOutcome): void {
    this.#lastOutcome = outcome;
    if (outcome !== 'blocked') this.#placed += 1;
    if (this.#running?.byHand === false) this.#counted += 1;
  }

  /** As domain/processing.ts remembers it. */
  #rememberCall(outcome: AttemptOutcome): void {
    this.#firstCall ??= { attempt: this.attempt, outcome };
    if (outcome === 'answered') this.#answeredAt ??= this.#connectedAt;
    const { desiredAt, windowEndsAt } = this.#wanted;
    const isWithin = windowEndsAt !== null && this.#rangAt <= windowEndsAt && this.#rangAt >= (desiredAt ?? this.#rangAt);
    if (isWithin && outcome !== 'machine') this.#promiseKeptAt ??= this.#rangAt;
  }

  #endAttempt(outcome: AttemptOutcome): void {
    this.#lastOutcome = outcome;
    this.#writeAttempt(this.at, outcome);
    this.#running = null;
  }

  #writeAttempt(endedAt: number | null, outcome: AttemptOutcome | null): void {
    if (!this.#running) return;
    const { agentId, byHand, startedAt } = this.#running;
    this.#tell('attempt', {
      callback_id: this.asked.id, attempt: this.attempt, agent_id: agentId, by_hand: byHand, started_at: iso(startedAt), ended_at: orNull(endedAt), outcome,
    });
  }

  #endHeldOffer(end: OfferEnd): void {
    if (this.#held) this.#held.end = { end, at: this.at, version: this.#version };
  }

  #letGo(): void {
    if (this.#held) this.#writeHeld(this.at);
    this.#held = null;
    this.previewEndsAt = null;
  }

  #writeHeld(releasedAt: number | null): void {
    if (!this.#held) return;
    const { reservationId, agentId, since, offer, end } = this.#held;
    this.#tell('reservation', {
      id: reservationId, callback_id: this.asked.id, agent_id: agentId, purpose: offer ? 'offer' : 'dial', reserved_at: iso(since),
      confirmed_at: iso(since + 40), preview: offer?.preview ?? false, deadline_at: orNull(offer?.deadlineAt ?? null),
      offer_end: end?.end ?? null, offer_ended_at: orNull(end?.at ?? null), offer_end_version: end?.version ?? null, released_at: orNull(releasedAt),
    });
  }

  #unassignWhatWasAccepted(): void {
    if (this.#distributor !== 'automatic') return;
    this.#lastAssigneeId = this.assigneeId;
    this.assign(null, null, SYSTEM);
  }
}
