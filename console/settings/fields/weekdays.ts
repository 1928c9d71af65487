import type { Weekday } from '../../../domain/hours.ts';

/** ISO weekdays in the order of the week. */
export const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The short name of an ISO weekday in the viewer's language. */
export function weekdayName(day: Weekday, language: string): string {
  // 1 January 2024 was a Monday.
  return new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));
}
