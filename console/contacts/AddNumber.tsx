import { Group, Text } from '@mantine/core';
import type { Contact } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { withNumber } from './form.ts';
import { useSaveContact } from './queries.ts';

interface AddNumberProps {
  readonly contact: Contact;
  /** E.164: the number that is called. */
  readonly number: string;
}

/** One press for the contact to have the number that is called, where it was agreed with the customer and is not known of them. */
export function AddNumber({ contact, number }: AddNumberProps) {
  const { t } = useWords();
  const formats = useFormats();
  const { run, isPending, problem } = useSaveContact();
  const isTaken = problem?.code === 'contact_number_taken';
  if (contact.numbers.some((known) => known.number === number)) return null;
  return (
    <>
      <Group gap="xs" my={6}>
        <Text size="sm">{t('contacts.newNumber', { number: formats.number(number) })}</Text>
        <PendingButton variant="default" size="compact-sm" isPending={isPending} onClick={() => void run(withNumber(contact, number))}>
          {t('contacts.addThisNumber')}
        </PendingButton>
      </Group>
      {isTaken ? (
        <Text role="alert" size="sm" className="refusal">
          {t('contacts.takenNumber')}
        </Text>
      ) : (
        <Refusal problem={problem} />
      )}
    </>
  );
}
