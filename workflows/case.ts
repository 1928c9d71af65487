import { condition } from '@temporalio/workflow';
import type { CallbackState, Projected, Projection } from '../domain/projection.ts';
import type { Due, Wanted } from '../domain/due.ts';
import type { LegFacts } from '../domain/leg.ts';
import { NOTHING_KNOWN, learn } from '../domain/leg.ts';
import type { Call } from '../domain/call/call.ts';
import type { RouteRecording } from '../domain/route.ts';
import type { Status } from '../domain/status.ts';
import { mayBecome } from '../domain/status.ts';
import type { Actor, CallbackEvent, Channel, EventType } from '../domain/words.ts';
import type { Ack, Cancellation } from './messages.ts';
import type { Effects } from './projector.ts';
import { Projector } from './projector.ts';

export interface Happening {
  readonly type: EventType;
  readonly actor: Actor;
  readonly data?: CallbackEvent['data'];
}

/** Everything about a case that outlives a run: it travels through continue-as-new. */
export interface CaseFile {
  readonly version: number;
  readonly state: CallbackState;
  readonly channel: Channel;
  readonly wanted: Wanted;
  readonly due: Due;
  readonly legs: Readonly<Record<string, LegFacts>>;
  /** The offer that was accepted last: accepting it again is no mistake. */
  readonly acceptedOffer: string | null;
  /** The newest attempt was dialled by hand: it never makes the callback fail. */
  readonly byHand: boolean;
  /** A new time was agreed during a call: what follows the wrap-up. */
  readonly movedTo: Due | null;
  /** The wrap-up ends by the route's limit after calls; a file of an earlier release does not say, and means no. */
  readonly isLimited?: boolean;
  /** Steps go along with the requests that they ask for; a file of an earlier release does not say, and means no. */
  readonly stepsTravel?: boolean;
}

/** One callback in the hands of its workflow: where it stands, and what has been decided but not yet written. */
export class Case {
  state: CallbackState;
  readonly channel: Channel;
  wanted: Wanted;
  due: Due;
  acceptedOffer: string | null;
  byHand: boolean;
  movedTo: Due | null;
  isLimited: boolean;
  /** Somebody wants the running attempt to end. */
  endWish: Actor | null = null;
  /** The reservation its agent is held under could not be confirmed. */
  isUnheld = false;
  /** The ending of its legs, once it is under way. */
  hangingUp: Promise<void> | null = null;
  /** The callback is to be cancelled once its attempt is over. */
  cancelWish: Cancellation | null = null;
  /** The route was edited: the due time is to be read again. */
  planAgain = false;
  /** Labels of the conversation's further legs that are being rung, or were. */
  readonly rung = new Set<string>();
  /** How often an agent's browser has said that it has come back without its telephone. */
  timesRejoined = 0;
  /** The conversation is over without its agent, who did not come back: the customer was promised another call. */
  hasLostItsAgent = false;
  /** The token of the digits that are being played to the customer; null: none are. */
  playing: string | null = null;
  /** A request about the conversation is under way: others wait for its answer. */
  isAsking = false;
  /** What the route says of recording, since the customer was dialled. */
  recording: RouteRecording = 'off';
  /** Messages decided on whose effect cannot be read yet. */
  inFlight = 0;

  readonly id: string;
  readonly #stepsTravel: boolean;
  #turn = 0;
  #legs: Record<string, LegFacts>;
  #projector: Projector;

  constructor(callbackId: string, generation: number, file: CaseFile) {
    this.id = callbackId;
    this.state = file.state;
    this.channel = file.channel;
    this.wanted = file.wanted;
    this.due = file.due;
    this.acceptedOffer = file.acceptedOffer;
    this.byHand = file.byHand;
    this.movedTo = file.movedTo;
    this.isLimited = file.isLimited ?? false;
    this.#stepsTravel = file.stepsTravel ?? false;
    this.#legs = { ...file.legs };
    this.#projector = new Projector(callbackId, generation, file.version);
  }

  get status(): Status {
    return this.state.status;
  }

  /** The running conversation; null: none is. */
  get call(): Call | null {
    return this.state.call ?? null;
  }

  /** What is known of the conversation has changed; what is wanted of it, and so what people see, has not. */
  keep(call: Call): void {
    this.state = { ...this.state, call };
  }

  get standing(): Ack {
    const { version, onItsWay } = this.#projector;
    return { version, status: this.status, ...(onItsWay !== null && { onItsWay }) };
  }

  /**
   * Decides the next step of the callback's life. It holds from here on; `write` makes it known. A transition the design does not
   * know is a defect of ours: throwing stops this workflow's task until the code is mended, and loses nothing.
   */
  decide(change: Partial<CallbackState>, happening: Happening, effects: Effects = {}): void {
    const to = change.status ?? this.status;
    if (to !== this.status && !mayBecome(this.status, to)) throw new Error(`A callback that is ${this.status} cannot become ${to}`);
    this.state = { ...this.state, ...change };
    const event = { data: {}, ...happening, at: now(), status: to };
    this.#projector.add(this.state, [event], effects);
    this.moveOn();
  }

  /** Writes rows without anything happening to the callback itself. */
  apply(effects: Effects): void {
    this.#projector.add(this.state, [], effects);
  }

  /** Lives by what the route's policy says now. */
  follow(due: Due): void {
    this.due = due;
    const { dueAt, windowEndsAt } = due;
    if (dueAt === this.state.dueAt && windowEndsAt === this.state.windowEndsAt) return;
    this.state = { ...this.state, dueAt, windowEndsAt };
    this.apply({});
  }

  /** Resolves when everything decided so far can be read from the projection, or goes there with a request. */
  async write(): Promise<void> {
    const unconfirmed = await this.#projector.write();
    if (unconfirmed !== null) this.#loseAgent(unconfirmed);
  }

  /** What was decided last asks for a request at once: it is written by that, not before. */
  letTravel(): void {
    if (this.#stepsTravel) this.#projector.letTravel();
  }

  /** A request takes along what is to be written before it. */
  takeAlong(): Projection | null {
    return this.#projector.takeAlong();
  }

  /** What a request says of the step that it took along; null: nothing. Resolves when the step can be read. */
  async hasArrived(step: Projection, projected: Projected | null): Promise<void> {
    const unconfirmed = this.#projector.hasArrived(step, projected);
    if (unconfirmed !== null) this.#loseAgent(unconfirmed);
    await this.write();
  }

  /** Something decided is not written before the request that it asks for, but by it. */
  get isTravelling(): boolean {
    return this.#projector.onItsWay !== null;
  }

  /** Writes what travels: whoever undoes it must find it written, and who comes with it later must not write it. */
  async writeWhatTravels(): Promise<void> {
    this.#projector.recall();
    await this.write();
  }

  /** Wakes whoever waits for the case to move on. */
  moveOn(): void {
    this.#turn += 1;
  }

  /** Waits until the case has moved on, or the instant has come (null: never comes). */
  async until(at: string | null): Promise<'moved' | 'time'> {
    const seen = this.#turn;
    const moved = (): boolean => this.#turn !== seen;
    if (at === null) {
      await condition(moved);
      return 'moved';
    }
    const ms = Date.parse(at) - Date.now();
    return ms > 0 && (await condition(moved, ms)) ? 'moved' : 'time';
  }

  leg(label: string): LegFacts {
    return this.#legs[label] ?? NOTHING_KNOWN;
  }

  learn(label: string, facts: Partial<LegFacts>): void {
    this.#legs[label] = learn(this.leg(label), facts);
  }

  /** Legs of attempts that are over are no longer of interest. */
  forgetLegs(): void {
    this.#legs = {};
  }

  file(): CaseFile {
    const { state, channel, wanted, due, acceptedOffer, byHand, movedTo, isLimited } = this;
    const { version } = this.#projector;
    return { version, state, channel, wanted, due, legs: this.#legs, acceptedOffer, byHand, movedTo, isLimited, stepsTravel: this.#stepsTravel };
  }

  /** The agent was let go before we could confirm: nobody has seen the offer, and nobody is to be rung. */
  #loseAgent(reservationId: string): void {
    if (this.state.reservationId !== reservationId) return;
    this.isUnheld = this.status === 'dialling';
    if (this.status !== 'offered') return;
    this.decide({ status: 'queued', ...NOBODY }, { type: 'offer_withdrawn', actor: { type: 'system' } }, {
      endedOffer: { offerId: reservationId, end: 'withdrawn' },
    });
  }
}

/** The case is in nobody's hands. */
export const NOBODY = { offer: null, agentId: null, reservationId: null, previewEndsAt: null, wrapUpEndsAt: null, call: null } as const;

/** The workflow's own clock, as every instant is written: ISO 8601 in UTC. */
export function now(): string {
  return inMs(0);
}

export function inMs(ms: number): string {
  return new Date(Date.now() + ms).toISOString();
}

export function hasCome(at: string): boolean {
  return Date.parse(at) <= Date.now();
}

/** By then a worker of ours has noticed that an instant has come, unless none was there, or the engine was not. */
const NOTICED_WITHIN_MS = 5_000;

/** An instant has come, and so long ago that until now nobody could be answered. */
export function isNoticedLate(at: string): boolean {
  return Date.now() - Date.parse(at) > NOTICED_WITHIN_MS;
}

/** The legs of a conversation are being ended: what the network then says of somebody's telephone says nothing of them. */
export function isBeingEnded(c: Case, { customer }: Call): boolean {
  return c.hangingUp !== null || c.leg(customer).progress === 'ended';
}

export function earlier(a: string, b: string): string {
  return Date.parse(a) < Date.parse(b) ? a : b;
}
