import { Text } from '@mantine/core';
import { Link } from 'wouter';
import type { ContactHistory } from '../api/types.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { labelOf } from '../i18n/labels.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { ReadOn } from '../parts/ReadOn.tsx';
import { Section } from '../parts/Section.tsx';
import { StatusBadge } from '../parts/StatusBadge.tsx';
import { When } from '../parts/When.tsx';
import { useSignedIn } from '../session/centre.ts';
import { useContactHistory } from './queries.ts';

type Past = ContactHistory['items'][number];

/** Every callback of a contact with its notes, over all its numbers, the newest first. */
export function History({ contactId }: { readonly contactId: string }) {
  const { t } = useWords();
  const history = useContactHistory(contactId);
  return (
    <Section title={t('contacts.history')}>
      <Loaded query={history}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Text c="dimmed">{t('contacts.noHistory')}</Text>;
          return (
            <ol className="lines history">
              {items.map((past) => (
                <PastCallback key={past.id} past={past} />
              ))}
            </ol>
          );
        }}
      </Loaded>
      <ReadOn pages={history} variant="subtle" />
    </Section>
  );
}

function PastCallback({ past: { id, requestedAt, route, status, number, disposition, notes } }: { readonly past: Past }) {
  const { t, language } = useWords();
  const formats = useFormats();
  // An agent may open only what is theirs; what is written of the others stands here.
  const mayOpen = useSignedIn().role === 'administrator';
  const when = <When at={requestedAt} />;
  return (
    <li>
      {mayOpen ? <Link to={`/callbacks?open=${id}`}>{when}</Link> : when}
      <span>{route.name}</span>
      <StatusBadge status={status} />
      {disposition && <span>{labelOf(disposition.label, language, disposition.code)}</span>}
      <Text span size="sm" c="dimmed" className="number">
        {formats.number(number)}
      </Text>
      {notes.length > 0 && (
        <ul className="past-notes" aria-label={t('case.notes')}>
          {notes.map((note) => (
            <li key={note.id}>
              <span className="written">{note.text}</span>{' '}
              <Text span size="sm" c="dimmed">
                {note.author.name} · {formats.near(note.at)}
              </Text>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
