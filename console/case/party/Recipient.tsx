import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../i18n/i18n.ts';

interface RecipientProps {
  readonly known: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is asked for when none of the known ones is meant. */
  readonly other: { readonly label: string; readonly type: 'tel' | 'email' };
  readonly error: string | null;
}

/** To whom a message goes: one that is known, or one that is typed. */
export function Recipient({ known, value, onChange, other, error }: RecipientProps) {
  const { t } = useWords();
  const [isTyped, setTyped] = useState(known.length === 0);
  const choose = (chosen: string) => {
    setTyped(chosen === '');
    onChange(chosen);
  };
  return (
    <>
      {known.length > 0 && (
        <NativeSelect
          label={t('message.to')}
          value={isTyped ? '' : value}
          data={[...known, { value: '', label: t('message.another') }]}
          error={!isTyped && error}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      )}
      {isTyped && (
        <TextInput
          label={other.label}
          type={other.type}
          withAsterisk
          autoComplete="off"
          maxLength={320}
          value={value}
          error={error}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </>
  );
}
