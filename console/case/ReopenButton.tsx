import { SegmentedControl, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useReopen } from '../api/commands.ts';
import type { Case } from '../api/types.ts';
import { fromWall } from '../formats/instant.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { AskingButton, AskingForm } from '../parts/Asking.tsx';
import { RouteTime } from '../parts/RouteTime.tsx';

/** Re-opens a callback that has ended, for now or for a time; asks for a reason. */
export function ReopenButton({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  return (
    <AskingButton label={t('reopening.action')} title={t('reopening.title')}>
      {(close) => <ReopenForm callback={callback} onClose={close} />}
    </AskingButton>
  );
}

const WHEN = ['soon', 'at'] as const;

function ReopenForm({ callback, onClose }: { readonly callback: Case; readonly onClose: () => void }) {
  const { t } = useWords();
  const { timeZone } = useFormats();
  const [when, setWhen] = useState<(typeof WHEN)[number]>('soon');
  const [wall, setWall] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { run, isPending, problem } = useReopen(callback.id);
  const at = when === 'soon' ? null : fromWall(wall, timeZone);
  const isTimeMissing = when === 'at' && at === null;
  const reopen = async () => {
    setTried(true);
    return reason.trim() !== '' && !isTimeMissing && (await run({ at, reason: reason.trim() })) !== null;
  };
  return (
    <AskingForm onSubmit={reopen} onClose={onClose} submit={t('reopening.submit')} isPending={isPending} problem={problem}>
      <Text size="sm" c="dimmed">
        {t('reopening.text')}
      </Text>
      <SegmentedControl aria-label={t('reopening.when')} value={when} onChange={setWhen} data={WHEN.map((one) => ({ value: one, label: t(`reopening.${one}`) }))} />
      {when === 'at' && (
        <RouteTime routeId={callback.route.id} customerZone={callback.timeZone} value={wall} onChange={setWall} error={isTried && isTimeMissing && t('reschedule.timeMissing')} />
      )}
      <Textarea
        label={t('reopening.reason')}
        withAsterisk
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus
        value={reason}
        error={isTried && reason.trim() === '' && t('reopening.reasonMissing')}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
    </AskingForm>
  );
}
