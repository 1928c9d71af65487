import { DateTime, IANAZone } from 'luxon';

/** How a viewer reads times: their language tag, the zone to show, and the present (which decides whether the year is said). */
export interface Viewing {
  readonly language: string;
  readonly timeZone: string;
  readonly nowMs: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function partsOf(atMs: number, { language, timeZone }: Viewing): Record<string, string> {
  const key = `${language} ${timeZone}`;
  const formatter =
    formatters.get(key) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      timeZone,
      year: 'numeric',
      month: language === 'en' ? 'short' : 'numeric',
      day: 'numeric',
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
  formatters.set(key, formatter);
  return Object.fromEntries(formatter.formatToParts(atMs).map(({ type, value }) => [type, value]));
}

/** The day of an instant (ISO 8601): `11/21(金)` in Japanese, `11.21(금)` in Korean, `Fri 21 Nov` in English; with the year where it is not this year's. */
export function formatDay(at: string, viewing: Viewing): string {
  const { year, month, day, weekday } = partsOf(Date.parse(at), viewing);
  const isThisYear = year === partsOf(viewing.nowMs, viewing).year;
  if (viewing.language === 'en') return `${weekday} ${day} ${month}${isThisYear ? '' : ` ${year}`}`;
  const between = viewing.language === 'ko' ? '.' : '/';
  return `${isThisYear ? '' : `${year}${between}`}${month}${between}${day}(${weekday})`;
}

/** The time of day of an instant (ISO 8601) in 24 hours: `14:30`. */
export function formatTime(at: string, viewing: Viewing): string {
  const { hour, minute } = partsOf(Date.parse(at), viewing);
  return `${hour}:${minute}`;
}

/** The time of day with seconds: `14:30:05`. */
export function formatSeconds(at: string, viewing: Viewing): string {
  return `${formatTime(at, viewing)}:${partsOf(Date.parse(at), viewing).second}`;
}

/** Day and time of an instant (ISO 8601): `11/21(金) 14:30`. */
export function formatInstant(at: string, viewing: Viewing): string {
  return `${formatDay(at, viewing)} ${formatTime(at, viewing)}`;
}

/** Only the time for an instant of today, day and time for any other. */
export function formatNear(at: string, viewing: Viewing): string {
  const today = formatDay(new Date(viewing.nowMs).toISOString(), viewing);
  return formatDay(at, viewing) === today ? formatTime(at, viewing) : formatInstant(at, viewing);
}

/** A window: `11/21(金) 14:30–15:00`, the day said twice only where it differs. */
export function formatWindow(from: string, to: string, viewing: Viewing): string {
  const isSameDay = formatDay(from, viewing) === formatDay(to, viewing);
  return `${formatInstant(from, viewing)}–${isSameDay ? formatTime(to, viewing) : formatInstant(to, viewing)}`;
}

/**
 * The customer's own time beside the centre's, with the city their zone is named after (`05:30 London`); null where the clocks of
 * both show the same, or the zone is unknown.
 */
export function formatBeside(at: string, customerZone: string | null, viewing: Viewing): string | null {
  const theirs = viewedBy(at, customerZone, viewing);
  if (theirs === null) return null;
  const isSameDay = formatDay(at, theirs) === formatDay(at, viewing);
  return `${isSameDay ? formatTime(at, theirs) : formatInstant(at, theirs)} ${cityOf(theirs.timeZone)}`;
}

/** A window in the customer's own time, as `formatBeside` tells an instant: `05:30–06:00 London`. */
export function formatWindowBeside(from: string, to: string, customerZone: string | null, viewing: Viewing): string | null {
  const theirs = viewedBy(from, customerZone, viewing);
  if (theirs === null) return null;
  const isSameDay = [from, to].every((at) => formatDay(at, theirs) === formatDay(from, viewing));
  return `${isSameDay ? `${formatTime(from, theirs)}–${formatTime(to, theirs)}` : formatWindow(from, to, theirs)} ${cityOf(theirs.timeZone)}`;
}

/** How the customer reads an instant; null where their clock shows what the viewer's does, or their zone is unknown. */
function viewedBy(at: string, customerZone: string | null, viewing: Viewing): Viewing | null {
  if (customerZone === null || !IANAZone.isValidZone(customerZone)) return null;
  const instant = DateTime.fromISO(at);
  if (instant.setZone(customerZone).offset === instant.setZone(viewing.timeZone).offset) return null;
  return { ...viewing, timeZone: customerZone };
}

/** The city a zone is named after. */
function cityOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}

/** As `<input type="datetime-local">` writes a time. */
const WALL = "yyyy-MM-dd'T'HH:mm";

/** What `<input type="datetime-local">` says (`2026-11-21T14:30`), read in a zone, as ISO 8601 in UTC; null when it is no time there. */
export function fromWall(text: string, timeZone: string): string | null {
  const time = DateTime.fromISO(text, { zone: timeZone });
  return text !== '' && time.isValid && !isSkipped(text, timeZone) ? time.toUTC().toISO() : null;
}

/** Whether the clocks of a zone leave that time out, in the night in which they go forward. */
export function isSkipped(text: string, timeZone: string): boolean {
  const time = DateTime.fromISO(text, { zone: timeZone });
  return time.isValid && !text.startsWith(time.toFormat(WALL));
}

/** An instant (ISO 8601) as `<input type="datetime-local">` takes it, in a zone. */
export function toWall(at: string, timeZone: string): string {
  return DateTime.fromISO(at, { zone: timeZone }).toFormat(WALL);
}
