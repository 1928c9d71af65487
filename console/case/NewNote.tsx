import { Stack, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useAddNote } from '../api/commands.ts';
import { useWords } from '../i18n/i18n.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';

/** Writes a note to a callback. The text stays until it has been written. */
export function NewNote({ callbackId }: { readonly callbackId: string }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const { run, isPending, problem } = useAddNote(callbackId);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '' && (await run(text)) !== null) setText('');
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap={6} align="flex-start">
        <Textarea
          w="100%"
          label={t('noting.label')}
          autosize
          minRows={2}
          maxLength={10_000}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <PendingButton type="submit" variant="default" isPending={isPending}>
          {t('noting.submit')}
        </PendingButton>
        <Refusal problem={problem} />
      </Stack>
    </form>
  );
}
