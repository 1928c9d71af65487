import { Button, Group } from '@mantine/core';
import type { CallbackRow } from '../api/types.ts';
import { useContact } from '../contacts/queries.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';

interface ContactNumbersProps {
  readonly contact: NonNullable<CallbackRow['contact']>;
  /** E.164: the one that is called, which is no choice. */
  readonly except: string;
  /** Takes a number in E.164. */
  readonly onPick: (number: string) => void;
}

/** The other numbers of a contact to choose from, one press each, with what they are. Nothing while none are known. */
export function ContactNumbers({ contact, except, onPick }: ContactNumbersProps) {
  const { t } = useWords();
  const formats = useFormats();
  const { data: known } = useContact(contact.id);
  const others = known?.numbers.filter(({ number }) => number !== except) ?? [];
  if (others.length === 0) return null;
  return (
    <Group gap={4} role="group" aria-label={t('party.numbersTitle', { name: contact.name })}>
      {others.map(({ number, label }) => (
        <Button key={number} size="compact-xs" variant="default" onClick={() => onPick(number)}>
          {formats.number(number)} · {t(`contacts.labels.${label}`)}
        </Button>
      ))}
    </Group>
  );
}
