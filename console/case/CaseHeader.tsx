import { Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Case } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { ContactName } from '../contacts/ContactName.tsx';
import { desiredTime } from '../parts/desired.ts';
import { customerName, customerReading, languageName } from '../parts/names.ts';
import { shows } from './CallbackInformation.tsx';

interface CaseHeaderProps {
  readonly callback: Case;
  /** What can be done with the customer, beside their name and number. */
  readonly party?: ReactNode;
  readonly children?: ReactNode;
}

/** Who is to be called, on what number, for which route and when. */
export function CaseHeader({ callback, party, children }: CaseHeaderProps) {
  const { t, language } = useWords();
  const formats = useFormats();
  return (
    <header className="case-header">
      <Title order={2}>
        <ContactName name={customerName(callback, t)} reading={customerReading(callback)} />
      </Title>
      {shows(callback, 'number') && (
        <Text fw={600} className="number">
          {formats.number(callback.number)}
        </Text>
      )}
      {callback.language && shows(callback, 'language') && <Text c="dimmed">{languageName(callback.language, language)}</Text>}
      {party}
      <Group gap="sm" className="promised">
        <Text>{callback.route.name}</Text>
        {shows(callback, 'desired', 'due') && <PromisedTime callback={callback} />}
        {children}
      </Group>
    </header>
  );
}

/** The time that was promised: a window, an instant, or how soon. */
function PromisedTime({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  const window = desiredTime(callback, useFormats());
  return <Text c="dimmed">{window === null ? t(`kind.${callback.kind}`) : t('callback.scheduledFor', { window })}</Text>;
}
