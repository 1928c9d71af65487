import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import type { FormEvent } from 'react';
import { useState } from 'react';
import type { PlanWish } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useMakePlan } from '../plans/usePlan.ts';

interface ReasonDialogueProps {
  /** What is done with the selection. */
  readonly type: 'withdraw' | 'cancel';
  readonly selection: PlanWish['selection'];
  readonly count: number;
  readonly onClose: () => void;
  readonly onMade: (planId: string) => void;
}

const WORDS = {
  withdraw: { title: 'withdrawal.withdrawing', hint: 'withdrawal.withdrawHint', submit: 'withdrawal.withdraw' },
  cancel: { title: 'withdrawal.cancelling', hint: 'withdrawal.cancelHint', submit: 'withdrawal.cancel' },
} as const;

/** Asks once, with how many it is, and for a reason. */
export function ReasonDialogue({ type, selection, count, onClose, onMade }: ReasonDialogueProps) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const { make, isPending, problem } = useMakePlan();
  const { title, hint, submit } = WORDS[type];
  const run = async (event: FormEvent) => {
    event.preventDefault();
    const plan = await make({ action: { type, reason: reason.trim() || null }, selection });
    if (plan) onMade(plan.id);
  };
  return (
    <Modal opened onClose={onClose} title={t(title, { count })} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <form onSubmit={(event) => void run(event)}>
        <Stack gap="sm">
          <Text size="sm">{t(hint)}</Text>
          <TextInput label={t('withdrawal.reason')} maxLength={500} data-autofocus value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          <Refusal problem={problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('app.cancel')}
            </Button>
            <PendingButton type="submit" color={type === 'cancel' ? 'red' : undefined} isPending={isPending}>
              {t(submit)}
            </PendingButton>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
