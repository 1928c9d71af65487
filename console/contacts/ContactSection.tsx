import { Button, Group, Text } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { CallbackRow, Contact } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { Section } from '../parts/Section.tsx';
import { useKeptWhileAsked } from '../parts/useKeptWhileAsked.ts';
import { AddNumber } from './AddNumber.tsx';
import { ContactCard } from './ContactCard.tsx';
import { ContactDialogue } from './ContactDialogue.tsx';
import { ContactName } from './ContactName.tsx';
import { givenFrom } from './form.ts';
import { JoinDialogue } from './JoinDialogue.tsx';
import { useContact } from './queries.ts';

type CardProps = ComponentProps<typeof ContactCard>;

interface ContactSectionProps extends Pick<CardProps, 'renderNumberActions' | 'renderAddressActions'> {
  readonly callback: CallbackRow;
}

/** Who the callback's number belongs to, and every other way to reach them; or how to say so. */
export function ContactSection({ callback: now, ...actions }: ContactSectionProps) {
  const { t } = useWords();
  // A contact may be typed here while somebody else makes one of the same number.
  const callback = useKeptWhileAsked(now, ({ contact }) => contact?.id ?? null);
  return (
    <Section title={t('contacts.contact')} className="contact">
      {callback.contact === null ? <Unknown callback={callback} /> : <Known id={callback.contact.id} current={callback.number} {...actions} />}
    </Section>
  );
}

function Known({ id, ...card }: { readonly id: string; readonly current: string } & Omit<CardProps, 'contact'>): ReactNode {
  return (
    <Loaded query={useContact(id)} lines={2}>
      {(contact: Contact) => (
        <>
          <Group gap="md" align="flex-end">
            <Link to={`/contacts?open=${contact.id}`}>
              <ContactName name={contact.name} reading={contact.reading} />
            </Link>
            {contact.company && <Text span>{contact.company}</Text>}
          </Group>
          <ContactCard contact={contact} {...card} />
          <AddNumber contact={contact} number={card.current} />
          {contact.note && (
            <Text size="sm" className="written">
              {contact.note}
            </Text>
          )}
        </>
      )}
    </Loaded>
  );
}

/** Nobody is known by this number: a contact is made of what the callback tells, or the number is added to one that is there. */
function Unknown({ callback }: Pick<ContactSectionProps, 'callback'>) {
  const { t } = useWords();
  const formats = useFormats();
  const [asked, setAsked] = useState<'create' | 'join' | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <Text c="dimmed">{t('contacts.none')}</Text>
      <Group gap="xs" mt={6}>
        <Button variant="default" size="compact-sm" onClick={() => setAsked('create')}>
          {t('contacts.create')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => setAsked('join')}>
          {t('contacts.join')}
        </Button>
      </Group>
      <ContactDialogue isOpen={asked === 'create'} contact={null} given={givenFrom(callback, formats.number)} onSaved={close} onClose={close} />
      <JoinDialogue isOpen={asked === 'join'} number={callback.number} onClose={close} />
    </>
  );
}
