import Holidays from 'date-holidays';
import { DateTime, Duration } from 'luxon';

/** ISO weekdays: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** A span of local time, `HH:MM` in 24 hours; `to` may be `24:00` and is not part of the span. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Opening hours of a week; a weekday that is missing or empty is closed. */
export type WeeklyHours = { readonly [day in Weekday]?: readonly Span[] };

/** When a route is open. */
export interface Calendar {
  readonly timeZone: string;
  readonly hours: WeeklyHours;
  readonly holidayCountry: string | null;
  readonly closedDates: readonly string[];
}

/** An open stretch of time, as UTC instants (ISO 8601); `endsAt` is not part of it. */
export interface OpenStretch {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** A calendar that has not opened within this many days is taken never to open. */
const HORIZON_DAYS = 366;

/** Whether the calendar is open at this instant (ISO 8601). */
export function isOpen(calendar: Calendar, at: string): boolean {
  const time = DateTime.fromISO(at, { zone: calendar.timeZone });
  return openSpansOf(calendar, time).some(({ startsAt, endsAt }) => startsAt <= time && time < endsAt);
}

/** Spans that meet at midnight are one stretch, as far as this many days. */
const LONGEST_STRETCH_DAYS = 14;

/**
 * The open stretch that holds `from`, cut to begin there, or else the next one after it; null when there is none within a year.
 * Days are the calendar's own: a span that a DST change shortens or lengthens keeps its local times.
 */
export function nextOpen(calendar: Calendar, from: string): OpenStretch | null {
  if (Object.values(calendar.hours).every((spans) => spans.length === 0)) return null;
  const start = DateTime.fromISO(from, { zone: calendar.timeZone });
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead += 1) {
    const day = start.startOf('day').plus({ days: ahead });
    for (const { startsAt, endsAt } of openSpansOf(calendar, day)) {
      if (endsAt > start && endsAt > startsAt) {
        return { startsAt: toUtc(DateTime.max(start, startsAt)), endsAt: toUtc(goOn(calendar, day, endsAt)) };
      }
    }
  }
  return null;
}

const DAY_MS = 86_400_000;

/**
 * When a calendar opens next, for many questions in a row: each day is looked at once. The end of a stretch may be an earlier one than
 * `nextOpen` would say, where the route stays open overnight.
 */
export function openings(calendar: Calendar): (from: string) => OpenStretch | null {
  const byDay = new Map<number, readonly OpenStretch[]>();
  return (from) => {
    const atMs = Date.parse(from);
    const day = Math.floor(atMs / DAY_MS);
    const known = byDay.get(day) ?? stretchesFrom(calendar, day * DAY_MS);
    byDay.set(day, known);
    const next = known.find(({ endsAt }) => Date.parse(endsAt) > atMs);
    return next ? { startsAt: new Date(Math.max(atMs, Date.parse(next.startsAt))).toISOString(), endsAt: next.endsAt } : null;
  };
}

/** The stretches of the day (UTC) that begins at `fromMs`, and the first one that ends after it. */
function stretchesFrom(calendar: Calendar, fromMs: number): OpenStretch[] {
  const found: OpenStretch[] = [];
  let next = nextOpen(calendar, new Date(fromMs).toISOString());
  while (next) {
    found.push(next);
    if (Date.parse(next.endsAt) >= fromMs + DAY_MS) break;
    next = nextOpen(calendar, next.endsAt);
  }
  return found;
}

/** The end of the stretch that ends at `endsAt` on `day`, or goes on from there on the following days. */
function goOn(calendar: Calendar, day: DateTime, endsAt: DateTime): DateTime {
  let end = endsAt;
  for (let ahead = 1; ahead <= LONGEST_STRETCH_DAYS; ahead += 1) {
    const next = openSpansOf(calendar, day.plus({ days: ahead })).find(({ startsAt }) => +startsAt === +end);
    if (!next) return end;
    end = next.endsAt;
  }
  return end;
}

/** Whether the calendar's country celebrates a public holiday on that day (`YYYY-MM-DD`), at noon. */
function isPublicHoliday(country: string | null, date: string): boolean {
  return country !== null && publicHolidays(country, Number(date.slice(0, 4))).has(date);
}

/** The countries whose public holidays are known, by ISO 3166-1 alpha-2. */
export function holidayCountries(): string[] {
  return Object.keys(new Holidays().getCountries()).toSorted();
}

/** By country and year: working a year out takes about as long as asking the library for five single days. */
const knownHolidays = new Map<string, ReadonlySet<string>>();

/** The days of a year, as `YYYY-MM-DD`, on whose noon a public holiday falls. One that begins in December may go on in January. */
function publicHolidays(country: string, year: number): ReadonlySet<string> {
  const key = `${country} ${year}`;
  const known = knownHolidays.get(key);
  if (known) return known;
  const calendar = new Holidays(country);
  const days = new Set<string>();
  for (const { type, date, start, end } of [year - 1, year].flatMap((one) => calendar.getHolidays(one))) {
    if (type !== 'public') continue;
    const from = Date.parse(`${date.slice(0, 19).replace(' ', 'T')}Z`);
    const until = from + end.getTime() - start.getTime();
    const firstNoon = Math.ceil(from / DAY_MS - 0.5) * DAY_MS + DAY_MS / 2;
    for (let noon = firstNoon; noon < until; noon += DAY_MS) days.add(new Date(noon).toISOString().slice(0, 10));
  }
  knownHolidays.set(key, days);
  return days;
}

function openSpansOf(calendar: Calendar, day: DateTime): { startsAt: DateTime; endsAt: DateTime }[] {
  const spans = calendar.hours[day.weekday as Weekday] ?? [];
  if (spans.length === 0) return [];
  const date = String(day.toISODate());
  if (calendar.closedDates.includes(date) || isPublicHoliday(calendar.holidayCountry, date)) return [];
  return spans
    .map((span) => ({ startsAt: onDay(day, span.from), endsAt: onDay(day, span.to) }))
    .toSorted((a, b) => a.startsAt.toMillis() - b.startsAt.toMillis());
}

/** A local time on a day. A time that a DST change skips moves forward with the clock; one that comes twice is its first. */
function onDay(day: DateTime, time: string): DateTime {
  const [hour, minute] = time.split(':').map(Number);
  const wanted = day.startOf('day');
  return time === '24:00' ? wanted.plus(Duration.fromObject({ days: 1 })) : wanted.set({ hour, minute });
}

function toUtc(time: DateTime): string {
  return new Date(time.toMillis()).toISOString();
}
