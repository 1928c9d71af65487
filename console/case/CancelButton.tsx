import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useCancel } from '../api/commands.ts';
import { useWords } from '../i18n/i18n.ts';
import { AskingButton, AskingForm } from '../parts/Asking.tsx';

/** Cancels the request for good, after asking once and for a reason. */
export function CancelButton({ callbackId }: { readonly callbackId: string }) {
  const { t } = useWords();
  return (
    <AskingButton label={t('cancelling.action')} title={t('cancelling.title')} isDangerous>
      {(close) => <CancelForm callbackId={callbackId} onClose={close} />}
    </AskingButton>
  );
}

function CancelForm({ callbackId, onClose }: { readonly callbackId: string; readonly onClose: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const { run, isPending, problem } = useCancel(callbackId);
  const cancel = async () => (await run(reason.trim())) !== null;
  return (
    <AskingForm onSubmit={cancel} onClose={onClose} submit={t('cancelling.submit')} isPending={isPending} problem={problem} isDangerous>
      <TextInput label={t('cancelling.reason')} maxLength={500} data-autofocus value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
    </AskingForm>
  );
}
