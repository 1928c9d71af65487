import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';

interface TimeFieldProps {
  readonly label: string;
  /** As `datetime-local` writes it, in the centre's zone. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: ReactNode;
  readonly description?: string;
  /** It has the focus when its dialogue opens. */
  readonly isFirst?: boolean;
}

/** A day and time, typed or picked, in the centre's zone. */
export function TimeField({ description, isFirst, onChange, ...rest }: TimeFieldProps) {
  const { t } = useWords();
  const { timeZone } = useFormats();
  return (
    <TextInput
      type="datetime-local"
      data-autofocus={isFirst}
      description={description ?? t('reschedule.zone', { zone: timeZone })}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...rest}
    />
  );
}
