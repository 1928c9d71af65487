import { Group, Text, Title, VisuallyHidden } from '@mantine/core';
import { IconArrowMerge, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Contact } from '../api/types.ts';
import { RequestDialogue } from '../callbacks/RequestDialogue.tsx';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Facts } from '../parts/Facts.tsx';
import { languageName } from '../parts/names.ts';
import { Section } from '../parts/Section.tsx';
import { ContactCard } from './ContactCard.tsx';
import { ContactDialogue } from './ContactDialogue.tsx';
import { ContactName } from './ContactName.tsx';
import { History } from './History.tsx';
import { MergeDialogue } from './MergeDialogue.tsx';

/** Everything known of a contact, and what can be done with it: edit, merge, request a callback to one of its numbers. */
export function ContactFile({ contact }: { readonly contact: Contact }) {
  const { t, language } = useWords();
  const formats = useFormats();
  const [, go] = useLocation();
  const [number, setNumber] = useState<string | null>(null);
  const [first] = contact.numbers;
  return (
    <>
      <header className="contact-header">
        <Title order={2}>
          <ContactName name={contact.name} reading={contact.reading} />
        </Title>
        {contact.company && <Text>{contact.company}</Text>}
      </header>
      <Changes contact={contact} />
      <Section title={t('contacts.ways')}>
        <ContactCard
          contact={contact}
          renderNumberActions={(one) => (
            <ActionButton size="compact-xs" variant="light" letter={one === first ? KEYS.callContact : undefined} onClick={() => setNumber(one.number)}>
              {t('contacts.callback')}
              <VisuallyHidden> {formats.number(one.number)}</VisuallyHidden>
            </ActionButton>
          )}
        />
      </Section>
      <Facts
        facts={[
          [t('contacts.language'), contact.language && languageName(contact.language, language)],
          [t('contacts.timeZone'), contact.timeZone],
          [t('contacts.note'), contact.note && <span key="note" className="written">{contact.note}</span>],
        ]}
      />
      <History contactId={contact.id} />
      <RequestDialogue
        isOpen={number !== null} given={{ number: number ?? '', name: contact.name }} customerZone={contact.timeZone}
        onClose={() => setNumber(null)} onShow={(id) => go(`/callbacks?open=${id}`)}
      />
    </>
  );
}

function Changes({ contact }: { readonly contact: Contact }) {
  const { t } = useWords();
  const [asked, setAsked] = useState<'edit' | 'merge' | null>(null);
  const [isMerged, setMerged] = useState(false);
  const close = () => setAsked(null);
  return (
    <Group gap="xs" role="group" aria-label={t('list.actions')}>
      <ActionButton letter={KEYS.editContact} variant="default" leftSection={<IconPencil size={16} />} onClick={() => setAsked('edit')}>
        {t('contacts.edit')}
      </ActionButton>
      <ActionButton letter={KEYS.mergeContacts} variant="default" leftSection={<IconArrowMerge size={16} />} onClick={() => setAsked('merge')}>
        {t('contacts.merge')}
      </ActionButton>
      <Text role="status" size="sm">
        {isMerged && t('contacts.merged')}
      </Text>
      <ContactDialogue isOpen={asked === 'edit'} contact={contact} onSaved={() => setMerged(false)} onClose={close} />
      <MergeDialogue isOpen={asked === 'merge'} contact={contact} onMerged={() => setMerged(true)} onClose={close} />
    </Group>
  );
}
