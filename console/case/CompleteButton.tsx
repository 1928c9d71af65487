import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useComplete } from '../api/commands.ts';
import type { Case } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { AskingButton, AskingForm } from '../parts/Asking.tsx';
import type { Draft } from './draft-keeper.ts';
import { completionOf, DispositionSelect } from './Filing.tsx';

/** Completes a callback without a call, with a disposition and a note. */
export function CompleteButton({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  return (
    <AskingButton label={t('completing.action')} title={t('completing.title')}>
      {(close) => <CompleteForm callback={callback} onClose={close} />}
    </AskingButton>
  );
}

function CompleteForm({ callback, onClose }: { readonly callback: Case; readonly onClose: () => void }) {
  const { t } = useWords();
  const [given, setGiven] = useState<Draft>({ note: '', disposition: null });
  const [isMissing, setMissing] = useState(false);
  const { run, isPending, problem } = useComplete(callback.id);
  // Another try, or another time, can only follow a call.
  const dispositions = callback.dispositions.filter(({ effect }) => effect === 'end');
  const complete = async () => {
    const isLacking = callback.dispositionMandatory && given.disposition === null;
    setMissing(isLacking);
    return !isLacking && (await run(completionOf(given))) !== null;
  };
  return (
    <AskingForm onSubmit={complete} onClose={onClose} submit={t('completing.action')} isPending={isPending} problem={problem}>
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
    </AskingForm>
  );
}
