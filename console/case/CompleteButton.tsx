import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useComplete } from '../api/commands.ts';
import type { Case } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import type { Draft } from './draft-keeper.ts';
import { completionOf, DispositionSelect } from './Filing.tsx';

/** Completes a callback without a call, with a disposition and a note. */
export function CompleteButton({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('completing.action')}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t('completing.title')} closeButtonProps={{ 'aria-label': t('app.close') }}>
        <CompleteForm callback={callback} onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function CompleteForm({ callback, onClose }: { readonly callback: Case; readonly onClose: () => void }) {
  const { t } = useWords();
  const [given, setGiven] = useState<Draft>({ note: '', disposition: null });
  const [isMissing, setMissing] = useState(false);
  const { run, isPending, problem } = useComplete(callback.id);
  // Another try, or another time, can only follow a call.
  const dispositions = callback.dispositions.filter(({ effect }) => effect === 'end');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const isLacking = callback.dispositionMandatory && given.disposition === null;
    setMissing(isLacking);
    if (!isLacking && (await run(completionOf(given))) !== null) onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <DispositionSelect
          callback={{ ...callback, dispositions }}
          value={given.disposition}
          error={isMissing && given.disposition === null ? t('filing.required') : problem?.fields['disposition']}
          onChange={(disposition) => setGiven({ ...given, disposition })}
        />
        <Textarea
          label={t('filing.note')}
          autosize
          minRows={3}
          maxLength={10_000}
          value={given.note}
          onChange={(event) => setGiven({ ...given, note: event.currentTarget.value })}
        />
        <Refusal problem={problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <PendingButton type="submit" isPending={isPending}>
            {t('completing.action')}
          </PendingButton>
        </Group>
      </Stack>
    </form>
  );
}
