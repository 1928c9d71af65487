import { Button, Group, Modal, NativeSelect, Stack, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useCorrectDisposition } from '../api/commands.ts';
import type { Case } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { labelOf } from '../i18n/labels.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';

/** Corrects the disposition of a callback that has ended; asks for a reason. Nothing where the route has none to choose. */
export function CorrectButton({ callback }: { readonly callback: Case }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  if (!callback.dispositions.some(({ effect }) => effect === 'end')) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t('reopening.correct')}
      </Button>
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={t('reopening.correct')} closeButtonProps={{ 'aria-label': t('app.close') }}>
        <CorrectForm callback={callback} onClose={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function CorrectForm({ callback, onClose }: { readonly callback: Case; readonly onClose: () => void }) {
  const { t, language } = useWords();
  const [disposition, setDisposition] = useState('');
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const { run, isPending, problem } = useCorrectDisposition(callback.id);
  const others = callback.dispositions.filter(({ code, effect }) => effect === 'end' && code !== callback.disposition?.code);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (disposition === '' || reason.trim() === '') return;
    if ((await run({ disposition, reason: reason.trim() })) !== null) onClose();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
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
        <Refusal problem={problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <PendingButton type="submit" isPending={isPending}>
            {t('reopening.correctSubmit')}
          </PendingButton>
        </Group>
      </Stack>
    </form>
  );
}
