import { Button, Checkbox, Group, Modal, Stack } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { useReschedule } from '../api/commands.ts';
import type { CallbackRow } from '../api/types.ts';
import { fromWall, toWall } from '../formats/instant.ts';
import { useFormats } from '../formats/useFormats.ts';
import { useWords } from '../i18n/i18n.ts';
import { FreeTimes } from '../parts/FreeTimes.tsx';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { TimeField } from '../parts/TimeField.tsx';

interface RescheduleDialogueProps {
  readonly callback: Pick<CallbackRow, 'id' | 'route'>;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onDone?: (() => void) | undefined;
}

/** Asks for another time and moves the callback to it. */
export function RescheduleDialogue({ callback, isOpen, onClose, onDone }: RescheduleDialogueProps) {
  const { t } = useWords();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t('reschedule.title')} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <RescheduleForm callback={callback} onClose={onClose} onDone={onDone} />
    </Modal>
  );
}

function RescheduleForm({ callback, onClose, onDone }: Omit<RescheduleDialogueProps, 'isOpen'>) {
  const { t } = useWords();
  const { timeZone } = useFormats();
  const { run, isPending, problem } = useReschedule(callback.id);
  const [{ at, until, stays }, setGiven] = useState({ at: '', until: '', stays: true });
  const [isMissing, setMissing] = useState(false);
  const isSaidAtAField = ['at', 'windowEndsAt'].some((field) => problem?.fields[field]);
  const change = (part: Partial<{ at: string; until: string; stays: boolean }>) => setGiven((given) => ({ ...given, ...part }));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const instant = fromWall(at, timeZone);
    const windowEndsAt = fromWall(until, timeZone);
    setMissing(instant === null);
    if (instant === null) return;
    const moved = await run({ at: instant, staysWithAgent: stays, ...(windowEndsAt ? { windowEndsAt } : {}) });
    if (moved !== null) {
      onClose();
      onDone?.();
    }
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="sm">
        <TimeField
          label={t('reschedule.at')}
          isFirst
          value={at}
          onChange={(value) => change({ at: value })}
          error={isMissing ? t('reschedule.timeMissing') : problem?.fields['at'] && t('problem.bad_time')}
        />
        <FreeTimes routeId={callback.route.id} onPick={(instant) => change({ at: toWall(instant, timeZone) })} />
        <TimeField
          label={t('reschedule.until')}
          description={t('reschedule.untilHint')}
          value={until}
          onChange={(value) => change({ until: value })}
          error={problem?.fields['windowEndsAt'] && t('problem.bad_time')}
        />
        <Checkbox label={t('reschedule.stays')} checked={stays} onChange={(event) => change({ stays: event.currentTarget.checked })} />
        {!isSaidAtAField && <Refusal problem={problem} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <PendingButton type="submit" isPending={isPending}>
            {t('reschedule.submit')}
          </PendingButton>
        </Group>
      </Stack>
    </form>
  );
}
