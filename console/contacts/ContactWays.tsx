import { NativeSelect, Text, TextInput } from '@mantine/core';
import type { ContactLabel } from '../../domain/contact.ts';
import { CONTACT_LABELS } from '../../domain/contact.ts';
import { useWords } from '../i18n/i18n.ts';
import { ListEditor } from '../settings/fields/ListEditor.tsx';
import type { ContactGiven, faultsByLine } from './form.ts';
import { nextAddress, nextNumber } from './form.ts';

interface ContactWaysProps {
  readonly given: ContactGiven;
  readonly faults: ReturnType<typeof faultsByLine>;
  /** What is wrong with a number is that it is another contact's. */
  readonly isTaken: boolean;
  readonly onChange: (part: Partial<ContactGiven>) => void;
}

/** The numbers and addresses of a contact, in the order in which they are tried. */
export function ContactWays({ given, faults, isTaken, onChange }: ContactWaysProps) {
  const { t } = useWords();
  const twice = (fault: string | undefined, word: string) => fault && (fault === 'is there twice' ? t('contacts.twice') : word);
  return (
    <>
      <div role="group" aria-label={t('contacts.numbers')}>
        <Heading>{t('contacts.numbers')}</Heading>
        <ListEditor items={given.numbers} nameOf={({ number }) => number || t('contacts.number')} onChange={(numbers) => onChange({ numbers })} oneMore={nextNumber(given)} addLabel={t('contacts.addNumber')}>
          {({ number, label }, index, change) => (
            <>
              <TextInput
                aria-label={t('contacts.number')} type="tel" autoComplete="off" maxLength={40} value={number}
                error={twice(faults.numbers[index], t(isTaken ? 'contacts.takenNumber' : 'contacts.badNumber'))} onChange={(event) => change({ number: event.currentTarget.value })}
              />
              <LabelSelect of={number || t('contacts.number')} value={label} onChange={(chosen) => change({ label: chosen })} />
            </>
          )}
        </ListEditor>
      </div>
      <div role="group" aria-label={t('contacts.addresses')}>
        <Heading>{t('contacts.addresses')}</Heading>
        <ListEditor items={given.addresses} nameOf={({ value }) => value || t('contacts.address')} onChange={(addresses) => onChange({ addresses })} oneMore={nextAddress(given)} addLabel={t('contacts.addAddress')}>
          {({ value, label }, index, change) => (
            <>
              <TextInput
                aria-label={t('contacts.address')} type="email" autoComplete="off" maxLength={254} value={value}
                error={twice(faults.addresses[index], t('contacts.badAddress'))} onChange={(event) => change({ value: event.currentTarget.value })}
              />
              <LabelSelect of={value || t('contacts.address')} value={label} onChange={(chosen) => change({ label: chosen })} />
            </>
          )}
        </ListEditor>
      </div>
    </>
  );
}

function Heading({ children }: { readonly children: string }) {
  return (
    <Text size="sm" fw={500}>
      {children}
    </Text>
  );
}

interface LabelSelectProps {
  readonly of: string;
  readonly value: ContactLabel;
  readonly onChange: (label: ContactLabel) => void;
}

function LabelSelect({ of, value, onChange }: LabelSelectProps) {
  const { t } = useWords();
  return (
    <NativeSelect
      aria-label={t('contacts.labelOf', { name: of })}
      value={value}
      data={CONTACT_LABELS.map((label) => ({ value: label, label: t(`contacts.labels.${label}`) }))}
      onChange={(event) => onChange(event.currentTarget.value as ContactLabel)}
    />
  );
}
