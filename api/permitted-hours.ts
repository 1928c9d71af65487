import { DateTime } from 'luxon';
import { isOpen, nextOpen } from '../domain/hours.ts';
import type { Route } from '../domain/route.ts';
import { conflict } from './problems.ts';

/** @throws {HttpProblem} 409 unless customers of the route may be called at this instant (ISO 8601) */
export function mustBeOpen({ name, policy }: Route, now: string): void {
  if (isOpen(policy, now)) return;
  const next = nextOpen(policy, now);
  const then = next === null ? 'It does not open within a year.' : `It opens next on ${inWords(next.startsAt, policy.timeZone)}.`;
  throw conflict('outside_hours', `${name} is closed now. ${then}`, { opensAt: next?.startsAt });
}

/** `Tuesday 24 November 2026, 09:00 (Asia/Tokyo)`. */
function inWords(at: string, timeZone: string): string {
  return `${DateTime.fromISO(at, { zone: timeZone, locale: 'en-GB' }).toFormat('cccc d LLLL yyyy, HH:mm')} (${timeZone})`;
}
