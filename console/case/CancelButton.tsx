import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useCancel } from '../api/commands.ts';
import { useWords } from '../i18n/i18n.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';

/** Cancels the request for good, after asking once and for a reason. */
export function CancelButton({ callbackId }: { readonly callbackId: string }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setOpen(true)}>
        {t('cancelling.action')}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t('cancelling.title')} closeButtonProps={{ 'aria-label': t('app.close') }}>
        <CancelForm callbackId={callbackId} onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function CancelForm({ callbackId, onClose }: { readonly callbackId: string; readonly onClose: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const { run, isPending, problem } = useCancel(callbackId);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if ((await run(reason.trim())) !== null) onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <TextInput
          label={t('cancelling.reason')}
          maxLength={500}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Refusal problem={problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <PendingButton type="submit" color="red" isPending={isPending}>
            {t('cancelling.submit')}
          </PendingButton>
        </Group>
      </Stack>
    </form>
  );
}
