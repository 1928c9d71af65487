import { DateTime } from 'luxon';
import type { Calendar } from '../../domain/hours.ts';
import { nextOpen } from '../../domain/hours.ts';
import type { Dice } from './dice.ts';

const HOUR_MS = 3_600_000;

/** The opening hours of a route over a stretch of time, read once: a year of callbacks asks for them a million times. */
export class OpeningHours {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];

  constructor(calendar: Calendar, fromMs: number, toMs: number) {
    for (let at = fromMs; at < toMs; ) {
      const stretch = nextOpen(calendar, new Date(at).toISOString());
      if (stretch === null) return;
      this.#starts.push(Date.parse(stretch.startsAt));
      this.#ends.push(Date.parse(stretch.endsAt));
      at = Date.parse(stretch.endsAt);
    }
  }

  /** The instant itself while the route is open, else the next opening. */
  next(atMs: number): number {
    let [low, high] = [0, this.#ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) <= atMs) low = middle + 1;
      else high = middle;
    }
    return Math.max(atMs, this.#starts[low] ?? atMs);
  }
}

const known = new Map<string, OpeningHours>();

/** The opening hours of a calendar; routes with the same calendar share them. */
export function openingHours({ timeZone, hours, holidayCountry, closedDates }: Calendar, fromMs: number, toMs: number): OpeningHours {
  const key = JSON.stringify([timeZone, hours, holidayCountry, closedDates, fromMs, toMs]);
  const made = known.get(key) ?? new OpeningHours({ timeZone, hours, holidayCountry, closedDates }, fromMs, toMs);
  known.set(key, made);
  return made;
}

/** Monday first: weekends are quiet, Mondays are not. */
const BY_WEEKDAY = [1.35, 1.1, 1, 1, 1.05, 0.45, 0.3];
/** Midnight first: the morning has its peak, and lunch its dip. */
const BY_HOUR = [0.1, 0.05, 0.03, 0.03, 0.05, 0.1, 0.3, 0.8, 2.2, 5.2, 6, 5.4, 4, 4.6, 5, 4.9, 4.6, 4.2, 2.6, 1.6, 1.2, 0.9, 0.5, 0.3];

/** One day of the centre, and how much of all that is asked for falls on it. */
export interface Day {
  readonly startsAtMs: number;
  readonly weight: number;
}

/** The days of 13 months up to now, the last one as far as it has come. A little more is asked for from month to month. */
export function daysUntil(nowMs: number, timeZone: string): Day[] {
  const today = DateTime.fromMillis(nowMs, { zone: timeZone }).startOf('day');
  const days: Day[] = [];
  for (let day = today.minus({ months: 13 }); day <= today; day = day.plus({ days: 1 })) {
    const isNewYear = (day.month === 1 && day.day <= 3) || (day.month === 12 && day.day >= 30);
    const growth = 1 + days.length / 800;
    const share = day < today ? 1 : soFar(day, nowMs);
    days.push({ startsAtMs: day.toMillis(), weight: (BY_WEEKDAY[day.weekday - 1] ?? 1) * (isNewYear ? 0.3 : 1) * growth * share });
  }
  return days;
}

function soFar(day: DateTime, nowMs: number): number {
  const hours = (nowMs - day.toMillis()) / HOUR_MS;
  const all = BY_HOUR.reduce((sum, weight) => sum + weight, 0);
  return Math.max(BY_HOUR.slice(0, Math.ceil(hours)).reduce((sum, weight) => sum + weight, 0) / all, 0.001);
}

/** How many of `count` fall on each day: together exactly `count`. */
export function spread(count: number, days: readonly Day[]): number[] {
  const all = days.reduce((sum, { weight }) => sum + weight, 0);
  let weightSoFar = 0;
  let given = 0;
  return days.map(({ weight }) => {
    weightSoFar += weight;
    const upToHere = Math.round((count * weightSoFar) / all);
    const here = upToHere - given;
    given = upToHere;
    return here;
  });
}

const HOURS = Object.fromEntries(BY_HOUR.map((weight, hour) => [String(hour), weight]));

/** Instants of one day at which callbacks are asked for, the first one first; none lies in the future. */
export function timesOf({ startsAtMs }: Day, count: number, dice: Dice, nowMs: number): number[] {
  const times = Array.from({ length: count }, () => {
    const at = startsAtMs + (Number(dice.among(HOURS)) + dice.next()) * HOUR_MS;
    return Math.floor(at < nowMs - 1_000 ? at : startsAtMs + dice.next() * (nowMs - startsAtMs - 1_000));
  });
  return times.toSorted((a, b) => a - b);
}
