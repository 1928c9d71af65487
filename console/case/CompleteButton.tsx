import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useComplete } from '../api/commands.ts';
import type { Case } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { AskingButton, AskingForm } from '../parts/Asking.tsx';
import type { Draft } from './draft-keeper.ts';
import { DispositionSelect } from './Filing.tsx';
import { completionOf } from './useFiling.ts';

/** Completes a callback without a call, or the wrap-up that its agent does not come to an end with. */
export function CompleteButton({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  const isStuck = callback.status === 'wrap_up';
  return (
    <AskingButton label={t(isStuck ? 'wrapUp.complete' : 'completing.action')} title={t(isStuck ? 'wrapUp.title' : 'completing.title')}>
      {(close) => <CompleteForm callback={callback} onClose={close} />}
    </AskingButton>
  );
}

/** Begins with what the agent had chosen: whoever completes the wrap-up for them may file something else. */
export function CompleteForm({ callback, onClose }: { readonly callback: Case; readonly onClose: () => void }) {
  const { t } = useWords();
  const isStuck = callback.status === 'wrap_up';
  // Another time is agreed with the customer, and another try can only follow a call.
  const dispositions = callback.dispositions.filter(({ effect }) => effect === 'end' || (isStuck && effect === 'retry'));
  const begun = dispositions.some(({ code }) => code === callback.draft.disposition) ? callback.draft.disposition : null;
  const [given, setGiven] = useState<Draft>({ note: '', disposition: isStuck ? begun : null });
  const [isMissing, setMissing] = useState(false);
  const { run, isPending, problem } = useComplete(callback.id);
  const complete = async () => {
    const isLacking = callback.dispositionMandatory && given.disposition === null;
    setMissing(isLacking);
    return !isLacking && (await run(completionOf(given))) !== null;
  };
  return (
    <AskingForm onSubmit={complete} onClose={onClose} submit={t(isStuck ? 'wrapUp.complete' : 'completing.action')} isPending={isPending} problem={problem}>
      {isStuck && callback.agent && (
        <Text size="sm" c="dimmed">
          {t('wrapUp.hint', { agent: callback.agent.name })}
        </Text>
      )}
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
