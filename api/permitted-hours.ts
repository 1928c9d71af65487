import { DateTime } from 'luxon';
import { isOpen, nextOpen } from '../domain/hours.ts';
import { nextFreeTimes } from '../domain/slots.ts';
import type { Route } from '../domain/route.ts';
import { conflict } from './problems.ts';

/** @throws {HttpProblem} 409 unless customers of the route may be called now, by its hours */
export function mustBePermittedNow({ name, policy }: Route): void {
  const now = new Date().toISOString();
  if (isOpen(policy, now)) return;
  const next = nextOpen(policy, now);
  const then = next === null ? 'It does not open within a year.' : `It opens next on ${inWords(next.startsAt, policy.timeZone)}.`;
  throw conflict('outside_hours', `${name} is closed now. ${then}`, { opensAt: next?.startsAt });
}

/** How many free times a refusal names. */
const FREE_TIMES = 6;

/** @throws {HttpProblem} 409, with the next times from then on that are free, unless customers of the route may be called at `at` (ISO 8601) */
export function mustBeOpenAt({ name, policy }: Route, at: string, now: string): void {
  if (isOpen(policy, at)) return;
  const free = nextFreeTimes(policy, Date.parse(at) > Date.parse(now) ? at : now, FREE_TIMES);
  const [first] = free;
  const then = first === undefined ? 'It does not open within a year.' : `The next time that is free is ${inWords(first, policy.timeZone)}.`;
  throw conflict('closed_then', `${name} is closed at that time. ${then}`, { free });
}

/** `Tuesday 24 November 2026, 09:00 (Asia/Tokyo)`. */
function inWords(at: string, timeZone: string): string {
  return `${DateTime.fromISO(at, { zone: timeZone, locale: 'en-GB' }).toFormat('cccc d LLLL yyyy, HH:mm')} (${timeZone})`;
}
