import type { CallbackRow } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';

export type Noted = Pick<CallbackRow, 'lastNote' | 'earlierNote'>;

interface ShownNote {
  readonly text: string;
  /** Says of which earlier callback it is; null: it is the callback's own. */
  readonly origin: string | null;
  /** All of it in one line. */
  readonly whole: string;
}

/** The note that is shown of a callback: the last one of its own, else the newest of an earlier callback of the customer; null: there is none. */
export function useNote({ lastNote, earlierNote }: Noted): ShownNote | null {
  const { t } = useWords();
  const formats = useFormats();
  if (lastNote !== null) return { text: lastNote, origin: null, whole: lastNote };
  if (earlierNote === null) return null;
  const origin = t('list.earlierNote', { day: formats.day(earlierNote.requestedAt) });
  return { text: earlierNote.text, origin, whole: `${origin}: ${earlierNote.text}` };
}
