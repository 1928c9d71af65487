import { Text } from '@mantine/core';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';

interface OtherClockProps {
  /** ISO 8601; null: no time is chosen. */
  readonly at: string | null;
  /** The zone the field is in. */
  readonly zone: string;
  readonly customerZone: string | null;
}

/** What a time is on the clock that its field does not show: the centre's, or else the customer's where it differs. */
export function OtherClock({ at, zone, customerZone }: OtherClockProps) {
  const { t } = useWords();
  const formats = useFormats();
  if (at === null) return null;
  const theirs = zone === formats.timeZone ? formats.beside(at, customerZone) : null;
  const ours = zone === formats.timeZone ? null : formats.instant(at);
  if (theirs === null && ours === null) return null;
  return (
    <Text size="sm" c="dimmed">
      {ours !== null && t('reschedule.inTheCentre', { at: ours })}
      {theirs !== null && t('reschedule.forTheCustomer', { at: theirs })}
    </Text>
  );
}
