import { DateTime } from 'luxon';

/** What figures are counted by. */
export const PERIOD_UNITS = ['day', 'month'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/** Days of a zone, `2026-11-21`, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** Every period that has one of these days, in order: `2026-11-21`, or `2026-11`. None when the last day is before the first. */
export function periodsOf(unit: PeriodUnit, { from, to }: Days): string[] {
  const last = utcDay(to);
  const periods: string[] = [];
  for (let at = utcDay(from).startOf(unit); at <= last; at = at.plus({ [unit]: 1 })) periods.push(keyOf(unit, at));
  return periods;
}

/** The instants between which the days lie, in a zone: from the first (included) to the second (not included). A day may have 23 or 25 hours. */
export function spanOf({ from, to }: Days, timeZone: string): { readonly from: Date; readonly to: Date } {
  return { from: startOf(from, timeZone), to: startOf(utcDay(to).plus({ days: 1 }).toISODate() as string, timeZone) };
}

/** The day that an instant belongs to, in a zone: `2026-11-21`. */
export function dayOf(ms: number, timeZone: string): string {
  return DateTime.fromMillis(ms, { zone: timeZone }).toISODate() as string;
}

/** Whether this is a day of the calendar, written `2026-11-21`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && utcDay(text).isValid;
}

/** How many days there are, both included. */
export function countDays({ from, to }: Days): number {
  return utcDay(to).diff(utcDay(from), 'days').days + 1;
}

/** Where a day begins: midnight, the first of two, or the first instant after it where the clocks skip it. */
function startOf(day: string, timeZone: string): Date {
  const midnight = DateTime.fromISO(day, { zone: timeZone }).startOf('day');
  return new Date(Math.min(...midnight.getPossibleOffsets().map((at) => at.toMillis())));
}

function utcDay(day: string): DateTime {
  return DateTime.fromISO(day, { zone: 'utc' });
}

function keyOf(unit: PeriodUnit, at: DateTime): string {
  return at.toFormat(unit === 'day' ? 'yyyy-MM-dd' : 'yyyy-MM');
}
