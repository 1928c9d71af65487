import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Contact } from '../api/types.ts';
import { SearchText } from '../callbacks/SearchText.tsx';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { ContactName } from './ContactName.tsx';
import { useCandidates } from './queries.ts';

interface ContactPickerProps {
  readonly label: string;
  /** Is not offered. */
  readonly except?: string;
  readonly chosen: Contact | null;
  readonly onChoose: (contact: Contact | null) => void;
}

/** Finds one contact: a search, and the first few it finds to choose from. */
export function ContactPicker({ label, except, chosen, onChoose }: ContactPickerProps) {
  const { t } = useWords();
  const [q, setQ] = useState('');
  const candidates = useCandidates(q);
  const search = (text: string) => {
    setQ(text);
    onChoose(null);
  };
  return (
    <Stack gap="xs">
      <SearchText label={label} placeholder={t('contacts.searchHint')} value={q} maxLength={200} onChange={search} isFirst />
      {q.trim() !== '' && (
        <Loaded query={candidates} lines={3}>
          {({ items }) => <Choice found={items.filter(({ id }) => id !== except)} chosen={chosen} onChoose={onChoose} />}
        </Loaded>
      )}
    </Stack>
  );
}

interface ChoiceProps extends Pick<ContactPickerProps, 'chosen' | 'onChoose'> {
  readonly found: readonly Contact[];
}

function Choice({ found, chosen, onChoose }: ChoiceProps) {
  const { t } = useWords();
  const formats = useFormats();
  if (found.length === 0) return <Text c="dimmed">{t('contacts.nothing')}</Text>;
  return (
    <Radio.Group aria-label={t('contacts.candidates')} value={chosen?.id ?? ''} onChange={(id) => onChoose(found.find((contact) => contact.id === id) ?? null)}>
      <Stack gap={6}>
        {found.map(({ id, name, reading, company, numbers }) => (
          <Radio
            key={id}
            value={id}
            label={<ContactName name={name} reading={reading} />}
            description={[company, ...numbers.slice(0, 2).map(({ number }) => formats.number(number))].filter(Boolean).join(' · ')}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
