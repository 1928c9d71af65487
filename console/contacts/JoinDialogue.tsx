import { Modal, Text } from '@mantine/core';
import { useState } from 'react';
import type { Contact } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { AskingForm } from '../parts/Asking.tsx';
import { ContactPicker } from './ContactPicker.tsx';
import { withNumber } from './form.ts';
import { useSaveContact } from './queries.ts';

interface JoinDialogueProps {
  readonly isOpen: boolean;
  /** E.164. */
  readonly number: string;
  readonly onClose: () => void;
}

/** Adds a number to a contact that is there already. */
export function JoinDialogue({ isOpen, number, onClose }: JoinDialogueProps) {
  const { t } = useWords();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('contacts.joinTitle')} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <JoinForm number={number} onClose={onClose} />
    </Modal>
  );
}

function JoinForm({ number, onClose }: Omit<JoinDialogueProps, 'isOpen'>) {
  const { t } = useWords();
  const formats = useFormats();
  const [chosen, setChosen] = useState<Contact | null>(null);
  const [isTried, setTried] = useState(false);
  const { run, isPending, problem } = useSaveContact();
  const join = async () => {
    setTried(true);
    if (chosen === null) return false;
    return (await run(withNumber(chosen, number))) !== null;
  };
  return (
    <AskingForm onSubmit={join} onClose={onClose} submit={t('contacts.joinSubmit')} isPending={isPending} problem={problem}>
      <Text>{formats.number(number)}</Text>
      <ContactPicker label={t('contacts.joinSearch')} chosen={chosen} onChoose={setChosen} />
      {isTried && chosen === null && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)">
          {t('contacts.mergeChoose')}
        </Text>
      )}
    </AskingForm>
  );
}
