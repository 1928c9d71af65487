import { Button, Group, Modal, SegmentedControl, Stack, Text, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useReopen } from '../api/commands.ts';
import type { Case } from '../api/types.ts';
import { fromWall, toWall } from '../formats/instant.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { FreeTimes } from '../parts/FreeTimes.tsx';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { TimeField } from '../parts/TimeField.tsx';

/** Re-opens a callback that has ended, for now or for a time; asks for a reason. */
export function ReopenButton({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('reopening.action')}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t('reopening.title')} closeButtonProps={{ 'aria-label': t('app.close') }}>
        <ReopenForm callback={callback} onClose={() => setOpen(false)} />
      </Modal>
    </>
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
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim() === '' || isTimeMissing) return;
    if ((await run({ at, reason: reason.trim() })) !== null) onClose();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('reopening.text')}
        </Text>
        <SegmentedControl aria-label={t('reopening.when')} value={when} onChange={setWhen} data={WHEN.map((one) => ({ value: one, label: t(`reopening.${one}`) }))} />
        {when === 'at' && (
          <>
            <TimeField label={t('request.at')} value={wall} onChange={setWall} error={isTried && isTimeMissing && t('reschedule.timeMissing')} />
            <FreeTimes routeId={callback.route.id} onPick={(instant) => setWall(toWall(instant, timeZone))} />
          </>
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
        <Refusal problem={problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <PendingButton type="submit" isPending={isPending}>
            {t('reopening.submit')}
          </PendingButton>
        </Group>
      </Stack>
    </form>
  );
}
