import type { Status } from '../../domain/status.ts';
import type { AttemptOutcome, EventType, OfferEnd } from '../../domain/words.ts';
import type { Asked } from './asked.ts';
import { CUSTOMER, iso, orNull, SYSTEM, user } from './asked.ts';
import type { Wish } from './calls.ts';
import { Calls } from './calls.ts';
import type { Dice } from './dice.ts';
import { Hold } from './hold.ts';
import type { Rows } from './rows.ts';
import type { Data } from './told.ts';
import { Told } from './told.ts';

/**
 * One callback's life, told step by step and written as the product writes it: each step is a version of the row with its events
 * (workflows/steps.ts), and what goes with it in the rows beside (store/callback/projection-sides.ts, store/callback/ownership.ts).
 */
export class Life {
  at: number;
  status: Status = 'scheduled';
  dueAt: number;
  assigneeId: string | null = null;
  previewEndsAt: number | null = null;
  disposition: string | null = null;
  endReason: string | null = null;
  readonly asked: Asked;
  readonly #dice: Dice;
  readonly #told: Told;
  readonly #calls: Calls;
  #distributor: string | null = null;
  #assignedAt: number | null = null;
  #wanted: Wish;
  #hold: Hold | null = null;
  #lastAssigneeId: string | null = null;
  #answerDueAt: number;

  constructor(asked: Asked, dice: Dice, rows: Rows) {
    this.asked = asked;
    this.at = asked.requestedAt;
    this.dueAt = asked.dueAt;
    this.#dice = dice;
    this.#told = new Told(asked, rows);
    this.#calls = new Calls(asked, this.#told);
    this.#wanted = asked;
    this.#answerDueAt = asked.dueAt;
    const { kind, origin, desiredAt } = asked;
    this.#told.event('requested', this.at, this.status, asked.actor, { kind, origin, desiredAt: orNull(desiredAt) });
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
    this.#told.add('caseEvent', { callback_id: this.asked.id, type: agentId === null ? 'unassigned' : 'assigned', at: iso(this.at), actor, data });
  }

  offer(agentId: string, preview: boolean, timeoutMs: number): void {
    const deadlineAt = this.at + timeoutMs;
    this.#take(agentId, { preview, deadlineAt });
    this.step('offered', 'offered', SYSTEM, { agentId, deadlineAt: iso(deadlineAt) });
  }

  /** The offer, or its preview, came to nothing. */
  endOffer(end: Exclude<OfferEnd, 'accepted'>): void {
    const agentId = this.#hold?.held.agentId ?? '';
    this.step('queued', `offer_${end}`, end === 'rejected' ? user(agentId) : SYSTEM, { agentId });
    this.#hold?.endOffer(end, this.at, this.#told.version);
    this.#letGo();
  }

  accept(): void {
    const agentId = this.#hold?.held.agentId ?? '';
    this.step('offered', 'offer_accepted', user(agentId), { agentId });
    this.#hold?.endOffer('accepted', this.at, this.#told.version);
    if (this.assigneeId === null) this.assign(agentId, 'automatic', user(agentId));
  }

  openPreview(endsAt: number | null): void {
    this.previewEndsAt = endsAt;
    this.also('preview', 'preview_opened', SYSTEM, { agentId: this.#hold?.held.agentId ?? null });
  }

  /** The agent's telephone is rung, then the customer's. Without an offer it is dialled from the list. */
  startAttempt(agentId: string, byHand: boolean): void {
    this.previewEndsAt = null;
    if (!this.#hold) this.#take(agentId, null);
    this.#calls.start(agentId, byHand, this.at);
    this.step('dialling', 'attempt_started', user(agentId), { attempt: this.#calls.attempt, agentId });
  }

  ringCustomer(): void {
    this.#calls.ring(this.at);
    this.step('dialling', 'agent_answered', SYSTEM, { attempt: this.#calls.attempt });
  }

  connect(): void {
    this.#calls.connect(this.at);
    this.step('connected', 'connected', SYSTEM, { attempt: this.#calls.attempt });
  }

  /** The attempt is over; the case stays with its agent. */
  wrapUp(outcome: AttemptOutcome): void {
    this.step('wrap_up', 'attempt_ended', SYSTEM, { attempt: this.#calls.attempt, outcome });
    this.#calls.end(outcome, this.at, this.#wanted);
  }

  /** The agent did not pick up: the customer was never rung. */
  passOn(): void {
    this.step('queued', 'attempt_ended', SYSTEM, { attempt: this.#calls.attempt, outcome: 'cancelled', reason: 'agent_did_not_answer' });
    this.#calls.breakOff(this.at);
    this.#letGo();
    this.#unassignWhatWasAccepted();
  }

  retryAt(dueAt: number): void {
    this.dueAt = dueAt;
    this.step('scheduled', 'retry_planned', SYSTEM, { dueAt: iso(dueAt), outcome: this.#calls.lastOutcome });
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
    this.#told.add('note', { callback_id: this.asked.id, author_id: authorId, text, at: iso(this.at) });
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
    this.#told.nextStep();
    this.also(status, type, actor, data);
  }

  /** What was decided with the step before, and is written with it. */
  also(status: Status, type: EventType, actor: string, data: Data = {}): void {
    this.status = status;
    this.#told.event(type, this.at, status, actor, data);
  }

  /** The row as it stands. An open one waits for its workflow's next generation, which the sweep starts; an ended one for nothing. */
  finish(): void {
    const { asked, status, at } = this;
    const { kind, desiredAt, windowEndsAt } = this.#wanted;
    const isOver = status === 'completed' || status === 'cancelled' || status === 'expired' || status === 'failed';
    this.#hold?.tell(this.#told, null);
    this.#calls.tellRunning();
    this.#told.write({
      id: asked.id, generation: isOver ? 1 : 2, version: this.#told.version, route_id: asked.routeId, number: asked.number, number_hash: asked.numberHash,
      name: asked.name, language: asked.language, time_zone: asked.timeZone, contact_id: asked.contactId, kind, origin: asked.origin, channel: asked.channel,
      status, requested_at: iso(asked.requestedAt), desired_at: orNull(desiredAt), window_ends_at: orNull(windowEndsAt),
      due_at: iso(this.dueAt), collected: asked.collected, assignee_id: this.assigneeId, distributor: this.#distributor,
      assigned_at: orNull(this.#assignedAt), agent_id: this.#hold?.held.agentId ?? null, reservation_id: this.#hold?.held.reservationId ?? null,
      preview_ends_at: orNull(this.previewEndsAt), wrap_up_ends_at: null, disposition: this.disposition, end_reason: this.endReason,
      ended_at: isOver ? iso(at) : null, run_id: this.#dice.uuid(), claimed_generation: 1, projected_at: iso(at),
      started_at: isOver ? iso(asked.requestedAt + 200) : null, last_assignee_id: this.#lastAssigneeId, answer_due_at: iso(this.#answerDueAt),
      ...this.#calls.columns(),
    });
  }

  #take(agentId: string, offer: { readonly preview: boolean; readonly deadlineAt: number } | null): void {
    this.#hold = new Hold({ reservationId: this.#dice.uuid(), callbackId: this.asked.id, agentId, since: this.at - 60, offer });
  }

  #letGo(): void {
    this.#hold?.tell(this.#told, this.at);
    this.#hold = null;
    this.previewEndsAt = null;
  }

  #unassignWhatWasAccepted(): void {
    if (this.#distributor !== 'automatic') return;
    this.#lastAssigneeId = this.assigneeId;
    this.assign(null, null, SYSTEM);
  }
}
