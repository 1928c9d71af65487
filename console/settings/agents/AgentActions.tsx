import { Button, Divider, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Account } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';
import { PendingButton } from '../../parts/PendingButton.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { useSignedIn } from '../../session/centre.ts';
import { useResetPassword, useSetDisabled } from './queries.ts';

/** What is done about somebody's signing in: each is asked once more, with what it means. */
export function AgentActions({ account, onMade }: { readonly account: Account; readonly onMade: (password: string) => void }) {
  const { t } = useWords();
  const me = useSignedIn();
  const [asked, setAsked] = useState<'disable' | 'reset' | null>(null);
  const disabling = useSetDisabled(account);
  const reset = useResetPassword(account);
  const close = () => setAsked(null);
  const doReset = async () => {
    const made = await reset.run(undefined);
    if (made) onMade(made.password);
  };
  const disable = async () => {
    if (await disabling.run(true)) close();
  };
  return (
    <Stack gap="xs" mt="md">
      <Divider label={t('agents.signingIn')} labelPosition="left" />
      <Group gap="xs">
        <Button variant="default" onClick={() => setAsked('reset')}>
          {t('agents.reset')}
        </Button>
        {account.disabled && (
          <PendingButton variant="default" isPending={disabling.isPending} onClick={() => void disabling.run(false)}>
            {t('agents.enable')}
          </PendingButton>
        )}
        {!account.disabled && account.id !== me.id && (
          <Button variant="subtle" color="red" onClick={() => setAsked('disable')}>
            {t('agents.disable')}
          </Button>
        )}
      </Group>
      {asked === null && <Refusal problem={disabling.problem} />}
      <Asked title={t('agents.disableTitle', { name: account.name })} isOpen={asked === 'disable'} text={t('agents.disableText', { count: account.load })} word={t('agents.disable')} doing={disabling} onYes={disable} onClose={close} />
      <Asked title={t('agents.resetTitle', { name: account.name })} isOpen={asked === 'reset'} text={t('agents.resetText')} word={t('agents.reset')} doing={reset} onYes={doReset} onClose={close} />
    </Stack>
  );
}

interface AskedProps {
  readonly title: string;
  readonly text: string;
  readonly word: string;
  readonly isOpen: boolean;
  readonly doing: Pick<ReturnType<typeof useResetPassword>, 'isPending' | 'problem'>;
  readonly onYes: () => Promise<void>;
  readonly onClose: () => void;
}

function Asked({ title, text, word, isOpen, doing, onYes, onClose }: AskedProps) {
  const { t } = useWords();
  return (
    <Modal opened={isOpen} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('app.close') }}>
      <Stack gap="sm">
        <Text>{text}</Text>
        <Refusal problem={doing.problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('app.cancel')}
          </Button>
          <PendingButton color="red" isPending={doing.isPending} onClick={() => void onYes()}>
            {word}
          </PendingButton>
        </Group>
      </Stack>
    </Modal>
  );
}
