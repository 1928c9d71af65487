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
  return nextOpen(calendar, at)?.startsAt === toUtc(DateTime.fromISO(at));
}

/** Spans that meet at midnight are one stretch, as far as this many days. */
const LONGEST_STRETCH_DAYS = 14;

/**
 * The open stretch that holds `from`, cut to begin there, or else the next one after it; null when there is none within a year.
 * Days are the calendar's own: a span that a DST change shortens or lengthens keeps its local times.
 */
export function nextOpen(calendar: Calendar, from: string): OpenStretch | null {
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

/** Whether the calendar's country celebrates a public holiday on that day. */
function isPublicHoliday(country: string | null, day: DateTime): boolean {
  if (country === null) return false;
  const found = holidaysOf(country).isHoliday(`${day.toISODate()} 12:00:00`);
  return found !== false && found.some((holiday) => holiday.type === 'public');
}

const holidaysByCountry = new Map<string, Holidays>();

function holidaysOf(country: string): Holidays {
  const known = holidaysByCountry.get(country);
  if (known) return known;
  const made = new Holidays(country);
  holidaysByCountry.set(country, made);
  return made;
}

function openSpansOf(calendar: Calendar, day: DateTime): { startsAt: DateTime; endsAt: DateTime }[] {
  const closed = calendar.closedDates.includes(day.toFormat('yyyy-MM-dd')) || isPublicHoliday(calendar.holidayCountry, day);
  const spans = closed ? [] : (calendar.hours[day.weekday as Weekday] ?? []);
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
