import { Text, VisuallyHidden } from '@mantine/core';
import { IconNote } from '@tabler/icons-react';
import { useWords } from '../i18n/i18n.ts';

/** The last note of a callback in one line, to be read whole by pointing at it; nothing where there is none. */
export function LastNote({ note }: { readonly note: string | null }) {
  const { t } = useWords();
  if (note === null) return null;
  return (
    <Text size="xs" truncate title={note} className="last-note">
      <IconNote size={14} aria-hidden />
      <VisuallyHidden>{t('list.lastNote')}: </VisuallyHidden>
      {note}
    </Text>
  );
}
