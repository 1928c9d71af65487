import { Modal, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { PlanWish } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { AskingForm } from '../parts/Asking.tsx';
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
  // Whoever hears of the plan puts the dialogue away.
  const run = async () => {
    const plan = await make({ action: { type, reason: reason.trim() || null }, selection });
    if (plan) onMade(plan.id);
    return false;
  };
  return (
    <Modal opened onClose={onClose} title={t(title, { count })} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <AskingForm onSubmit={run} onClose={onClose} submit={t(submit)} isPending={isPending} problem={problem} isDangerous={type === 'cancel'}>
        <Text size="sm">{t(hint)}</Text>
        <TextInput label={t('withdrawal.reason')} maxLength={500} data-autofocus value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      </AskingForm>
    </Modal>
  );
}
