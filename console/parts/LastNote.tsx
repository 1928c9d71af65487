import { Text, VisuallyHidden } from '@mantine/core';
import { IconHistory, IconNote } from '@tabler/icons-react';
import { useWords } from '../i18n/i18n.ts';
import type { Noted } from './useNote.ts';
import { useNote } from './useNote.ts';

/**
 * The last note of a callback in one line, to be read whole by pointing at it; above one of an earlier callback stands that it is.
 * Nothing where there is none.
 */
export function LastNote({ callback }: { readonly callback: Noted }) {
  const { t } = useWords();
  const note = useNote(callback);
  if (note === null) return null;
  const { text, origin, whole } = note;
  return (
    <div title={whole} className="last-note">
      {origin !== null && (
        <Text size="xs" truncate>
          <IconHistory size={14} aria-hidden />
          {origin}
        </Text>
      )}
      <Text size="xs" truncate>
        {origin === null && <IconNote size={14} aria-hidden />}
        {origin === null && <VisuallyHidden>{t('list.lastNote')}: </VisuallyHidden>}
        {text}
      </Text>
    </div>
  );
}
