import type { Calendar, OpenStretch } from './hours.ts';
import { nextOpen, openings } from './hours.ts';
import type { RoutePolicy } from './route.ts';
import type { Kind } from './words.ts';

type DuePolicy = Calendar & Pick<RoutePolicy, 'leadTimeMs' | 'windowMs' | 'expiryMs'>;

/** What was asked for. Instants are ISO 8601. */
export interface Wanted {
  readonly kind: Kind;
  readonly requestedAt: string;
  /** For `scheduled`: the time the customer asked for. */
  readonly desiredAt: string | null;
  /** For `scheduled`: the end of the window the customer asked for; null: the route's. */
  readonly windowEndsAt: string | null;
  /** After a fruitless attempt: not before this instant; null: no attempt yet. */
  readonly notBefore: string | null;
}

/** When a callback may be offered. Instants are ISO 8601 in UTC. */
export interface Due {
  readonly dueAt: string;
  /** Until when calling keeps the promise; null: no promise but "soon". */
  readonly windowEndsAt: string | null;
  /** When the route closes next after `dueAt`: what is still waiting then waits for the next opening. */
  readonly closesAt: string;
  /** When it is no longer worth calling. */
  readonly expiresAt: string;
}

/**
 * When a request is due by a route's policy, seen at `now`: the wanted time, moved to the next opening. A time that has passed
 * stays as it is while the route is open (who waited longest stays first), and moves to the next opening when it is not.
 */
export function planDue(policy: DuePolicy, wanted: Wanted, now: string): Due {
  return planBy(policy, (from) => nextOpen(policy, from), wanted, now);
}

/** Tells of one request after the other whether it would be due at another time by the one policy than by the other, seen at `now`. */
export function dueTimesDiffer(before: DuePolicy, after: DuePolicy, now: string): (wanted: Wanted) => boolean {
  const [opensBefore, opensAfter] = [openings(before), openings(after)];
  return (wanted) => planBy(before, opensBefore, wanted, now).dueAt !== planBy(after, opensAfter, wanted, now).dueAt;
}

function planBy(policy: DuePolicy, opens: (from: string) => OpenStretch | null, wanted: Wanted, now: string): Due {
  const wantedAt = wantedTime(policy, wanted);
  const earliest = later(wantedAt, wanted.notBefore ?? wantedAt);
  const promised = opens(wantedAt);
  const first = opens(earliest);
  const next = opens(later(earliest, now));
  if (promised === null || first === null || next === null) return never(policy, wantedAt);
  const isOpenNow = next.startsAt === utc(later(earliest, now));
  return {
    dueAt: isOpenNow ? first.startsAt : next.startsAt,
    windowEndsAt: wanted.kind === 'scheduled' ? (wanted.windowEndsAt ?? plus(promised.startsAt, policy.windowMs)) : null,
    closesAt: next.endsAt,
    expiresAt: plus(promised.startsAt, policy.expiryMs),
  };
}

/** A route that never opens: nothing is offered before it expires. */
function never(policy: DuePolicy, wantedAt: string): Due {
  const expiresAt = plus(wantedAt, policy.expiryMs);
  return { dueAt: expiresAt, windowEndsAt: null, closesAt: expiresAt, expiresAt };
}

function wantedTime(policy: DuePolicy, wanted: Wanted): string {
  if (wanted.kind === 'delayed') return plus(wanted.requestedAt, policy.leadTimeMs);
  return wanted.kind === 'scheduled' ? (wanted.desiredAt ?? wanted.requestedAt) : wanted.requestedAt;
}

function later(a: string, b: string): string {
  return Date.parse(a) > Date.parse(b) ? a : b;
}

function plus(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}

function utc(at: string): string {
  return plus(at, 0);
}
