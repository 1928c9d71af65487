import { Text } from '@mantine/core';
import type { Case } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { Section } from '../parts/Section.tsx';
import { When } from '../parts/When.tsx';

/** The notes written so far, newest first. */
export function Notes({ callback: { notes } }: { readonly callback: Case }) {
  const { t } = useWords();
  return (
    <Section title={t('case.notes')}>
      {notes.length === 0 && <Text c="dimmed">{t('case.noNotes')}</Text>}
      <ol className="lines">
        {notes.toReversed().map(({ id, author, text, at }) => (
          <li key={id}>
            <When at={at} near />
            <Text span className="written">
              {text}
            </Text>
            <Text span size="sm" c="dimmed">
              {author.name}
            </Text>
          </li>
        ))}
      </ol>
    </Section>
  );
}
