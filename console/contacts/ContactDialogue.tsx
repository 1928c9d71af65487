import { Modal } from '@mantine/core';
import type { Contact } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { ContactForm } from './ContactForm.tsx';
import type { ContactGiven } from './form.ts';
import { givenOf, NOBODY } from './form.ts';

interface ContactDialogueProps {
  readonly isOpen: boolean;
  /** Null: a new one. */
  readonly contact: Contact | null;
  /** What is known of a new one already. */
  readonly given?: ContactGiven;
  readonly onSaved: (contact: Contact) => void;
  readonly onClose: () => void;
}

/** Makes a contact, or edits one. */
export function ContactDialogue({ isOpen, contact, given = NOBODY, onSaved, onClose }: ContactDialogueProps) {
  const { t } = useWords();
  const formats = useFormats();
  const title = contact ? t('contacts.editTitle', { name: contact.name }) : t('contacts.add');
  const saved = (made: Contact) => {
    onClose();
    onSaved(made);
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} size={620} closeOnClickOutside={false} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <ContactForm contact={contact} given={contact ? givenOf(contact, formats.number) : given} onSaved={saved} onClose={onClose} />
    </Modal>
  );
}
