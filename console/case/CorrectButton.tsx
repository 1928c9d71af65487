import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useCorrectDisposition } from '../api/commands.ts';
import type { Case } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { labelOf } from '../i18n/labels.ts';
import { AskingButton, AskingForm } from '../parts/Asking.tsx';

/** Corrects the disposition of a callback that has ended; asks for a reason. Nothing where the route has none to choose. */
export function CorrectButton({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  if (!callback.dispositions.some(({ effect }) => effect === 'end')) return null;
  return (
    <AskingButton label={t('reopening.correct')} title={t('reopening.correct')}>
      {(close) => <CorrectForm callback={callback} onClose={close} />}
    </AskingButton>
  );
}

function CorrectForm({ callback, onClose }: { readonly callback: Case; readonly onClose: () => void }) {
  const { t, language } = useWords();
  const [disposition, setDisposition] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { run, isPending, problem } = useCorrectDisposition(callback.id);
  const others = callback.dispositions.filter(({ code, effect }) => effect === 'end' && code !== callback.disposition?.code);
  const correct = async () => {
    setTried(true);
    return disposition !== '' && reason.trim() !== '' && (await run({ disposition, reason: reason.trim() })) !== null;
  };
  return (
    <AskingForm onSubmit={correct} onClose={onClose} submit={t('reopening.correctSubmit')} isPending={isPending} problem={problem}>
      <NativeSelect
        label={t('reopening.disposition')}
        withAsterisk
        data-autofocus
        value={disposition}
        error={isTried && disposition === '' && t('reopening.dispositionMissing')}
        onChange={(event) => setDisposition(event.currentTarget.value)}
        data={[{ value: '', label: '' }, ...others.map(({ code, label }) => ({ value: code, label: labelOf(label, language, code) }))]}
      />
      <Textarea
        label={t('reopening.reason')}
        withAsterisk
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        error={isTried && reason.trim() === '' && t('reopening.reasonMissing')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </AskingForm>
  );
}
