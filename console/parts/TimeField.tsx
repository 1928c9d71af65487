import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { isSkipped } from '../formats/instant.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';

interface TimeFieldProps {
  readonly label: string;
  /** As `datetime-local` writes it. */
  readonly value: string;
  /** Whose clock it is on; left out: the centre's. */
  readonly zone?: string;
  readonly onChange: (value: string) => void;
  readonly error?: ReactNode;
  /** Left out: the zone. */
  readonly description?: string;
  /** It has the focus when its dialogue opens. */
  readonly isFirst?: boolean;
}

/** A day and time, typed or picked; one that the clocks leave out is no time, which is said at once. */
export function TimeField({ value, zone, error, description, isFirst, onChange, ...rest }: TimeFieldProps) {
  const { t } = useWords();
  const { timeZone } = useFormats();
  const clock = zone ?? timeZone;
  return (
    <TextInput
      type="datetime-local"
      data-autofocus={isFirst}
      description={description ?? t('reschedule.zone', { zone: clock })}
      value={value}
      error={isSkipped(value, clock) ? t('reschedule.skipped') : error}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...rest}
    />
  );
}
