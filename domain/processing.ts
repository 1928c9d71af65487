import type { Projection } from './projection.ts';
import type { Status } from './status.ts';
import type { AttemptOutcome } from './words.ts';

/*
 * The figures of the processing status, and the facts they are counted from. docs/status.md says in words what is decided here:
 * what counts, and what does not. Everything is by the day the customer asked, on the centre's clock.
 */

/** What figures are told apart by, beside their period. */
export const GROUPINGS = ['none', 'agent', 'route'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What is counted of some callbacks. `distributed` = `completed` + `unprocessed` + `otherEnded`. */
export interface Figures {
  /** Everything that was asked for. */
  readonly requested: number;
  /** Given to an agent: assigned now, or ended after having been. A withdrawal undoes it. */
  readonly distributed: number;
  /** Of the distributed ones, those that ended `completed`. */
  readonly completed: number;
  /** Of the distributed ones, those that have not ended. */
  readonly unprocessed: number;
  /** Of the distributed ones, those that ended `cancelled`, `expired` or `failed`. */
  readonly otherEnded: number;
  /** `completed` ÷ `distributed`; null: nothing was distributed. */
  readonly rate: number | null;
}

/** What is counted by the database. */
export type Counted = Pick<Figures, 'requested' | 'distributed' | 'completed' | 'unprocessed'>;

export const NONE_COUNTED: Counted = { requested: 0, distributed: 0, completed: 0, unprocessed: 0 };

/** The figures that follow from what was counted. */
export function figuresOf({ requested, distributed, completed, unprocessed }: Counted): Figures {
  const otherEnded = distributed - completed - unprocessed;
  return { requested, distributed, completed, unprocessed, otherEnded, rate: shareOf(completed, distributed) };
}

/** Counts of several rows as one. */
export function sumOf(all: readonly Counted[]): Counted {
  return all.reduce(
    (sum, next) => ({
      requested: sum.requested + next.requested,
      distributed: sum.distributed + next.distributed,
      completed: sum.completed + next.completed,
      unprocessed: sum.unprocessed + next.unprocessed,
    }),
    NONE_COUNTED,
  );
}

/** `part` ÷ `whole`; null where there is no whole. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** Whether an ending counts as a conversation with the customer. A voicemail never does, and what is unknown does not either. */
export function isSuccess(outcome: AttemptOutcome): boolean {
  return outcome === 'answered';
}

/** What a row remembers of the calls to its customer. */
export interface CallFacts {
  readonly answerDueAt: Date | null;
  readonly firstCallAttempt: number | null;
  readonly firstCallOutcome: AttemptOutcome | null;
  readonly answeredAt: Date | null;
  readonly promiseKeptAt: Date | null;
}

/** An attempt that has ended: when the customer's telephone rang, or may have (null: it never did), and when they answered. */
export interface EndedCall {
  readonly attempt: number;
  readonly outcome: AttemptOutcome;
  readonly rangAt: Date | null;
  readonly answeredAt: Date | null;
}

type Step = Pick<Projection, 'events'> & { readonly state: Pick<Projection['state'], 'status' | 'dueAt' | 'desiredAt' | 'windowEndsAt'> };

/**
 * What the row remembers after a step of the callback's life. A step that is written twice changes nothing the second time; one
 * that is written anew with another ending of the same attempt replaces what the forgotten one said.
 */
export function remember(before: CallFacts, step: Step, ended: EndedCall | null): CallFacts {
  const agreed = agreement(before, step);
  return ended === null || ended.rangAt === null ? agreed : withCall(agreed, step, ended, ended.rangAt);
}

/** The wait begins with the first due time, or with the one agreed since; a new time is a new promise. */
function agreement(before: CallFacts, { state, events }: Step): CallFacts {
  const dueAt = state.dueAt === null ? null : new Date(state.dueAt);
  const isMoved = isWaiting(state.status) && events.some(({ type }) => type === 'rescheduled');
  if (!isMoved) return { ...before, answerDueAt: before.answerDueAt ?? dueAt };
  return { ...before, answerDueAt: before.answeredAt === null ? dueAt : before.answerDueAt, promiseKeptAt: null };
}

function isWaiting(status: Status): boolean {
  return status === 'scheduled' || status === 'queued';
}

function withCall(before: CallFacts, { state }: Step, { attempt, outcome, answeredAt }: EndedCall, rangAt: Date): CallFacts {
  const firstCallAttempt = before.firstCallAttempt ?? attempt;
  const keeps = outcome !== 'machine' && isWithin(rangAt, state.desiredAt, state.windowEndsAt);
  return {
    ...before,
    firstCallAttempt,
    firstCallOutcome: firstCallAttempt === attempt ? outcome : before.firstCallOutcome,
    answeredAt: first(before.answeredAt, isSuccess(outcome), answeredAt),
    promiseKeptAt: first(before.promiseKeptAt, keeps, rangAt),
  };
}

/** What was there first stays; what a forgotten ending of this very call had said goes. */
function first(before: Date | null, holds: boolean, at: Date | null): Date | null {
  if (holds) return before ?? at;
  return before?.getTime() === at?.getTime() ? null : before;
}

/** A promise is a window from the desired time; a call before it does not keep it. */
function isWithin(at: Date, from: string | null, to: string | null): boolean {
  if (to === null) return false;
  return at.getTime() >= Date.parse(from ?? at.toISOString()) && at.getTime() <= Date.parse(to);
}
