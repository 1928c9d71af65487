import { Modal, Text } from '@mantine/core';
import { useState } from 'react';
import type { Contact } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { AskingForm } from '../parts/Asking.tsx';
import { ContactPicker } from './ContactPicker.tsx';
import { useMergeContacts } from './queries.ts';

interface MergeDialogueProps {
  readonly isOpen: boolean;
  /** The one that stays. */
  readonly contact: Contact;
  readonly onMerged: () => void;
  readonly onClose: () => void;
}

/** Finds the contact that is the same person, and makes it part of this one. */
export function MergeDialogue({ isOpen, contact, onMerged, onClose }: MergeDialogueProps) {
  const { t } = useWords();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('contacts.mergeTitle', { name: contact.name })} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <MergeForm contact={contact} onMerged={onMerged} onClose={onClose} />
    </Modal>
  );
}

function MergeForm({ contact, onMerged, onClose }: Omit<MergeDialogueProps, 'isOpen'>) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<Contact | null>(null);
  const [isTried, setTried] = useState(false);
  const { run, isPending, problem } = useMergeContacts(contact.id);
  const merge = async () => {
    setTried(true);
    if (chosen === null || (await run({ version: contact.version, otherId: chosen.id, otherVersion: chosen.version })) === null) return false;
    onMerged();
    return true;
  };
  return (
    <AskingForm onSubmit={merge} onClose={onClose} submit={t('contacts.mergeSubmit', { name: contact.name })} isPending={isPending} problem={problem} isDangerous>
      <ContactPicker label={t('contacts.mergeSearch')} except={contact.id} chosen={chosen} onChoose={setChosen} />
      <Text size="sm" c="dimmed">
        {t('contacts.mergeHint', { name: contact.name })}
      </Text>
      {isTried && chosen === null && (
        <Text role="alert" size="sm" c="var(--mantine-color-error)">
          {t('contacts.mergeChoose')}
        </Text>
      )}
    </AskingForm>
  );
}
