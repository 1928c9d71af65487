import { Text } from '@mantine/core';
import { MESSAGE_KINDS, MESSAGE_REASONS } from '../../domain/message.ts';
import type { Case, TimelineEntry } from '../api/types.ts';
import { callWords } from '../call/call-words.ts';
import { whomName } from '../call/people.ts';
import { useFormats } from '../formats/useFormats.ts';
import type { Translate } from '../i18n/i18n.ts';
import { useWords } from '../i18n/i18n.ts';
import { labelOf } from '../i18n/labels.ts';
import { actorName, isOutcome } from '../parts/names.ts';
import { Section } from '../parts/Section.tsx';

/** Everything that happened to the callback, newest first: when, what, and who did it. */
export function Timeline({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  return (
    <Section title={t('case.timeline')}>
      {callback.timeline.length === 0 && <Text c="dimmed">{t('case.noTimeline')}</Text>}
      <ol className="lines timeline">
        {callback.timeline.toReversed().map((entry) => (
          <Line key={entry.key} entry={entry} callback={callback} />
        ))}
      </ol>
    </Section>
  );
}

function Line({ entry, callback }: { readonly entry: TimelineEntry; readonly callback: Case }) {
  const { t, language } = useWords();
  const formats = useFormats();
  const dueAt = entry.data['dueAt'];
  const details = [
    typeof dueAt === 'string' ? formats.near(dueAt) : null,
    whomWord(entry, formats),
    callWords(entry, t),
    outcomeWord(entry, t),
    dispositionWord(entry.data['disposition'], callback, language),
    correctionWords(entry, callback, language),
    changeWords(entry),
    reasonWords(entry, t),
    messageWords(entry, t),
  ].filter((detail) => detail !== null);
  return (
    <li>
      <time dateTime={entry.at} title={formats.instant(entry.at)}>
        {formats.day(entry.at)} {formats.seconds(entry.at)}
      </time>
      <span>
        {t(`event.${entry.type}`)}
        {details.length > 0 && `: ${details.join(' · ')}`}
      </span>
      <Text span size="sm" c="dimmed">
        {actorName(entry.actor, t)}
      </Text>
    </li>
  );
}

/** Whom it is about, where the line does not say so already. */
function whomWord({ whom, actor }: TimelineEntry, formats: Parameters<typeof whomName>[1]): string | null {
  return whom === null || whom === actor.name ? null : whomName(whom, formats);
}

function outcomeWord({ data: { outcome } }: TimelineEntry, t: Translate): string | null {
  return isOutcome(outcome) ? t(`outcome.${outcome}`) : null;
}

/** The reasons Ringback gives itself. */
const OWN_REASONS = ['agent_did_not_answer', 'agent_is_not_free', 'agent_not_reached', 'agent_lost', 'outside_hours', 'transferred'] as const;

/** Any other reason is what somebody wrote. */
function reasonWords({ type, data: { reason } }: TimelineEntry, t: Translate): string | null {
  if (type === 'party_left') return null;
  const own = OWN_REASONS.find((known) => known === reason);
  if (own) return t(`case.ownReason.${own}`);
  return typeof reason === 'string' ? reason : null;
}

/** What kind of message it was, and why it did not arrive. */
function messageWords({ data: { message, failure } }: TimelineEntry, t: Translate): string | null {
  const kind = MESSAGE_KINDS.find((known) => known === message);
  const reason = MESSAGE_REASONS.find((known) => known === failure);
  const words = [kind && t(`message.kind.${kind}`), reason && t(`message.reason.${reason}`)].filter((word) => word !== undefined);
  return words.length === 0 ? null : words.join(' · ');
}

/** What a disposition was, and what it was corrected to. */
function correctionWords({ type, data: { from, to } }: TimelineEntry, callback: Case, language: string): string | null {
  if (type !== 'disposition_corrected') return null;
  return `${dispositionWord(from, callback, language) ?? '–'} → ${dispositionWord(to, callback, language) ?? '–'}`;
}

/** From which number or zone to which; of numbers the last four digits. */
function changeWords({ type, data: { from, to } }: TimelineEntry): string | null {
  if (type === 'time_zone_changed') return `${from ?? '–'} → ${to}`;
  return type === 'number_changed' || type === 'number_kept' ? `…${from} → …${to}` : null;
}

function dispositionWord(code: unknown, { dispositions }: Case, language: string): string | null {
  if (typeof code !== 'string') return null;
  return labelOf(dispositions.find((known) => known.code === code)?.label ?? {}, language, code);
}
