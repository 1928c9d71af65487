import { INVITATION_PURPOSES, RECORDINGS, SUPERVISIONS } from '../../domain/call/call.ts';
import type { TimelineEntry } from '../api/types.ts';
import type { Translate } from '../i18n/i18n.ts';
import { isOutcome } from '../parts/names.ts';

type Say = (entry: TimelineEntry, t: Translate) => string | null;

/** What the lines of a conversation say beside whom they are about. */
const WORDS: Partial<Readonly<Record<TimelineEntry['type'], Say>>> = {
  invited: ({ data }, t) => purposeWord(data['purpose'], t),
  invitation_ended: ({ data }, t) => inOneLine(purposeWord(data['purpose'], t), endWord(data['end'], t)),
  swapped: ({ data }, t) => (data['with'] === 'customer' ? t('line.toCustomer') : null),
  tones_sent: ({ data }, t) => digitsSent(data, t),
  party_left: ({ data }, t) => wordOf(['dismissed', 'hung_up'] as const, data['reason'], (reason) => t(`line.leaving.${reason}`)),
  recording_changed: ({ data }, t) => wordOf(RECORDINGS, data['recording'], (recording) => t(`line.recording.${recording}`)),
  supervised: ({ data }, t) => (data['how'] === null ? t('line.supervision.left') : wordOf(SUPERVISIONS, data['how'], (how) => t(`line.supervision.${how}`))),
  control_refused: ({ data }, t) => wordOf(['record', 'tones', 'change', 'remove'] as const, data['control'], (control) => t(`line.refusedControl.${control}`)),
  attempt_ended: ({ hungUpBy }, t) => hungUpBy && t(`line.hungUp.${hungUpBy}`),
};

/** What a line of the timeline says of a conversation beside whom it is about; null: nothing more. */
export function callWords(entry: TimelineEntry, t: Translate): string | null {
  return WORDS[entry.type]?.(entry, t) ?? null;
}

/** The digits themselves; of an earlier release only how many they were. */
function digitsSent({ digits, count }: TimelineEntry['data'], t: Translate): string | null {
  if (typeof digits === 'string') return digits;
  return typeof count === 'number' ? t('line.digits', { count }) : null;
}

function purposeWord(purpose: unknown, t: Translate): string | null {
  return wordOf(INVITATION_PURPOSES, purpose, (known) => t(`control.${known}`));
}

/** How an invitation ended: by somebody's wish, or as a call to a telephone ends. */
function endWord(end: unknown, t: Translate): string | null {
  if (isOutcome(end)) return t(`outcome.${end}`);
  return wordOf(['refused', 'missed', 'nobody_found', 'ended', 'left', 'offline', 'call_over'] as const, end, (known) => t(`line.ended.${known}`));
}

function wordOf<T extends string>(known: readonly T[], said: unknown, word: (one: T) => string): string | null {
  const found = known.find((one) => one === said);
  return found === undefined ? null : word(found);
}

function inOneLine(...words: readonly (string | null)[]): string | null {
  return words.filter((word) => word !== null).join(' · ') || null;
}
