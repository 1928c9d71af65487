import { Text } from '@mantine/core';
import { IconMail, IconPhone } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Contact } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';

export type ContactNumber = Contact['numbers'][number];
export type ContactAddress = Contact['addresses'][number];

interface ContactCardProps {
  readonly contact: Contact;
  /** The number (E.164) that is being dealt with: it is marked. */
  readonly current?: string;
  /** What can be done with each number. */
  readonly renderNumberActions?: (number: ContactNumber) => ReactNode;
  /** What can be done with each address. */
  readonly renderAddressActions?: (address: ContactAddress) => ReactNode;
}

/** Every way to reach a contact, the first one first, each with what can be done with it. */
export function ContactCard({ contact: { numbers, addresses }, current, renderNumberActions, renderAddressActions }: ContactCardProps) {
  const { t } = useWords();
  const formats = useFormats();
  if (numbers.length + addresses.length === 0) return <Text c="dimmed">{t('contacts.noWays')}</Text>;
  return (
    <ul className="ways">
      {numbers.map((number) => (
        <Way key={number.number} icon={<IconPhone size={16} aria-label={t('contacts.number')} />} label={number.label} isCurrent={number.number === current} actions={renderNumberActions?.(number)}>
          <span className="number">{formats.number(number.number)}</span>
        </Way>
      ))}
      {addresses.map((address) => (
        <Way key={`${address.kind} ${address.value}`} icon={<IconMail size={16} aria-label={t('contacts.address')} />} label={address.label} actions={renderAddressActions?.(address)}>
          <span className="address">{address.value}</span>
        </Way>
      ))}
    </ul>
  );
}

interface WayProps {
  readonly icon: ReactNode;
  readonly label: ContactNumber['label'];
  readonly isCurrent?: boolean;
  readonly actions: ReactNode;
  readonly children: ReactNode;
}

function Way({ icon, label, isCurrent = false, actions, children }: WayProps) {
  const { t } = useWords();
  return (
    <li aria-current={isCurrent || undefined}>
      {icon}
      {children}
      <Text span size="sm" c="dimmed">
        {t(`contacts.labels.${label}`)}
        {isCurrent && ` · ${t('contacts.thisNumber')}`}
      </Text>
      {actions && <span className="way-actions">{actions}</span>}
    </li>
  );
}
