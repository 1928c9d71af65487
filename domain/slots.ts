import { DateTime } from 'luxon';
import type { Calendar } from './hours.ts';
import { isOpen, nextOpen } from './hours.ts';

/** Times are offered on the half hour. */
const STEP_MINUTES = 30;

/** The next `count` times (ISO 8601 in UTC) from `from` on, on the half hour, at which the calendar is open. */
export function nextFreeTimes(calendar: Calendar, from: string, count: number): string[] {
  const times: string[] = [];
  let at = from;
  while (times.length < count) {
    const stretch = nextOpen(calendar, onTheStep(at));
    if (stretch === null) return times;
    const time = onTheStep(stretch.startsAt);
    if (time < stretch.endsAt) times.push(time);
    at = new Date(Date.parse(time) + STEP_MINUTES * 60_000).toISOString();
  }
  return times;
}

/** The first half hour at or after an instant. Half hours of UTC are half hours in almost every zone; quarter zones shift by 15. */
function onTheStep(at: string): string {
  const stepMs = STEP_MINUTES * 60_000;
  return new Date(Math.ceil(Date.parse(at) / stepMs) * stepMs).toISOString();
}

/** What keying a time of day means, or why it cannot be kept. */
export type KeyedTime =
  | { readonly ok: true; readonly at: string }
  | { readonly ok: false; readonly reason: 'not_a_time' | 'closed'; readonly nextFree: readonly string[] };

/**
 * Four keyed digits (24 h, `HHMM`, in the calendar's zone) as the next such instant after `now`; refused with the next free times
 * when they are no time of day, or the route is closed then.
 */
export function readKeyedTime(calendar: Calendar, digits: string, now: string): KeyedTime {
  const nextFree = nextFreeTimes(calendar, now, 2);
  const match = /^([01]\d|2[0-3])([0-5]\d)$/.exec(digits);
  if (!match) return { ok: false, reason: 'not_a_time', nextFree };
  const today = DateTime.fromISO(now, { zone: calendar.timeZone });
  const time = today.set({ hour: Number(match[1]), minute: Number(match[2]), second: 0, millisecond: 0 });
  const at = (time > today ? time : time.plus({ days: 1 })).toJSDate().toISOString();
  return isOpen(calendar, at) ? { ok: true, at } : { ok: false, reason: 'closed', nextFree };
}
