import type { CallbackRow } from '../api/types.ts';
import type { useFormats } from '../formats/useFormats.ts';

type Promised = Pick<CallbackRow, 'kind' | 'desiredAt' | 'dueAt' | 'windowEndsAt' | 'timeZone'>;
type Formats = Pick<ReturnType<typeof useFormats>, 'instant' | 'window' | 'beside' | 'windowBeside'>;

/** The time a customer was promised, an instant or a window, with their own clock beside it where it differs; null: no particular time. */
export function desiredTime({ kind, desiredAt, dueAt, windowEndsAt, timeZone }: Promised, formats: Formats): string | null {
  const at = desiredAt ?? (kind === 'scheduled' ? dueAt : null);
  if (at === null) return null;
  const time = windowEndsAt === null ? formats.instant(at) : formats.window(at, windowEndsAt);
  const beside = windowEndsAt === null ? formats.beside(at, timeZone) : formats.windowBeside(at, windowEndsAt, timeZone);
  return beside === null ? time : `${time} (${beside})`;
}
