import { Table, UnstyledButton } from '@mantine/core';
import type { MouseEvent } from 'react';
import type { Contact } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { ContactName } from './ContactName.tsx';

interface ContactTableProps {
  readonly contacts: readonly Contact[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

/** Contacts, one a row, in the order of how they are read. */
export function ContactTable({ contacts, openId, onOpen }: ContactTableProps) {
  const { t } = useWords();
  return (
    <Table.ScrollContainer minWidth={480}>
      <Table highlightOnHover stickyHeader aria-label={t('contacts.title')} className="callbacks contacts">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('contacts.name')}</Table.Th>
            <Table.Th>{t('contacts.company')}</Table.Th>
            <Table.Th>{t('contacts.numbers')}</Table.Th>
            <Table.Th>{t('contacts.addresses')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {contacts.map((contact) => (
            <Row key={contact.id} contact={contact} isOpen={contact.id === openId} onOpen={onOpen} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface RowProps {
  readonly contact: Contact;
  readonly isOpen: boolean;
  readonly onOpen: (id: string) => void;
}

function Row({ contact: { id, name, reading, company, numbers, addresses }, isOpen, onOpen }: RowProps) {
  const formats = useFormats();
  const openUnlessPressed = ({ target }: MouseEvent) => {
    if (!(target as Element).closest('button')) onOpen(id);
  };
  return (
    <Table.Tr onClick={openUnlessPressed} aria-selected={isOpen} data-open={isOpen || undefined}>
      <Table.Td className="customer">
        <UnstyledButton className="name" onClick={() => onOpen(id)} title={name}>
          <ContactName name={name} reading={reading} />
        </UnstyledButton>
      </Table.Td>
      <Table.Td className="cut" title={company}>
        {company}
      </Table.Td>
      <Several texts={numbers.map(({ number }) => formats.number(number))} />
      <Several texts={addresses.map(({ value }) => value)} />
    </Table.Tr>
  );
}

/** The first of several, and how many more there are; all of them by pointing at it. */
function Several({ texts }: { readonly texts: readonly string[] }) {
  const [first, ...others] = texts;
  return (
    <Table.Td className="cut" title={texts.join('\n')}>
      {first}
      {others.length > 0 && ` +${others.length}`}
    </Table.Td>
  );
}
