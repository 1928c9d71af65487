/** A running clock for a duration in milliseconds: `0:23`, `12:04`, `1:02:14`; never negative. */
export function formatClock(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const tail = String(rest).padStart(2, '0');
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${tail}` : `${minutes}:${tail}`;
}

/** What is left until an instant, in whole seconds rounded up, as a clock: it shows `0:00` only when the time has come. */
export function formatCountdown(leftMs: number): string {
  return formatClock(Math.ceil(leftMs / 1000) * 1000);
}

/** Whole days and the hours beyond them, for a duration of a day or more, where seconds would only be noise; null: it is shorter. */
export function daysAndHours(ms: number): { readonly days: number; readonly hours: number } | null {
  const hours = Math.floor(ms / 3_600_000);
  return hours < 24 ? null : { days: Math.floor(hours / 24), hours: hours % 24 };
}

/** The largest unit of a duration and how many of it, for a sentence such as "waited 4 min". */
export function roughly(ms: number): { readonly unit: 'minutes' | 'hours' | 'days'; readonly count: number } {
  const minutes = Math.max(0, Math.floor(ms / 60_000));
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  if (minutes < 48 * 60) return { unit: 'hours', count: Math.floor(minutes / 60) };
  return { unit: 'days', count: Math.floor(minutes / 1440) };
}

/** A size in bytes for people: `340 kB`, `1.2 MB`. */
export function formatBytes(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
