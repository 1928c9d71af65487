import { Button, Group } from '@mantine/core';
import { IconPhone, IconPhoneOff } from '@tabler/icons-react';
import { useWords } from '../i18n/i18n.ts';
import { PendingButton } from '../parts/PendingButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import type { PhoneCall } from './network.ts';
import { useAct } from './usePhone.ts';

interface AnswerButtonsProps {
  readonly call: PhoneCall;
  readonly onAnswered?: () => void;
}

/** A telephone that rings: answer it or not. */
export function AnswerButtons({ call: { sid }, onAnswered }: AnswerButtonsProps) {
  const { t } = useWords();
  const { run, isPending, problem } = useAct();
  const answer = async () => {
    if ((await run({ sid, act: 'answer', body: {} })) !== null) onAnswered?.();
  };
  return (
    <>
      <Group gap="xs">
        <PendingButton leftSection={<IconPhone size={16} />} isPending={isPending} onClick={() => void answer()}>
          {t('phone.answer')}
        </PendingButton>
        <Button variant="default" leftSection={<IconPhoneOff size={16} />} disabled={isPending} onClick={() => void run({ sid, act: 'decline', body: {} })}>
          {t('phone.decline')}
        </Button>
      </Group>
      <Refusal problem={problem} />
    </>
  );
}
