import { Button, Checkbox, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import type { ChangeEvent } from 'react';
import { useState } from 'react';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../domain/password.ts';
import { useWords } from '../i18n/i18n.ts';
import { AskingForm } from '../parts/Asking.tsx';
import { useSignedIn } from './centre.ts';
import type { PasswordField } from './usePasswordChange.ts';
import { usePasswordChange } from './usePasswordChange.ts';

interface PasswordDialogueProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Gives oneself another password, and says when it is done. */
export function PasswordDialogue({ isOpen, onClose }: PasswordDialogueProps) {
  const { t } = useWords();
  const [isDone, setDone] = useState(false);
  const close = () => {
    onClose();
    setDone(false);
  };
  return (
    <Modal opened={isOpen} onClose={close} title={t('password.title')} closeButtonProps={{ 'aria-label': t('app.close') }}>
      {isDone ? <Done onClose={close} /> : <PasswordForm onDone={() => setDone(true)} onClose={close} />}
    </Modal>
  );
}

function Done({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  return (
    <Stack gap="sm">
      <Text role="status">{t('password.done')}</Text>
      <Group justify="flex-end">
        <Button autoFocus onClick={onClose}>
          {t('app.close')}
        </Button>
      </Group>
    </Stack>
  );
}

/** The fields; what is wrong with one is said there, anything else below. */
function PasswordForm({ onDone, onClose }: { readonly onDone: () => void; readonly onClose: () => void }) {
  const { t } = useWords();
  const { email } = useSignedIn();
  const { given, faults, change, submit, isPending, problem } = usePasswordChange(onDone);
  const field = (name: PasswordField) => ({
    value: given[name],
    error: faults[name] && t(`password.${faults[name]}`, { least: SHORTEST_PASSWORD }),
    // Mantine says it of the frame around the field only.
    'aria-invalid': faults[name] !== undefined,
    onChange: (event: ChangeEvent<HTMLInputElement>) => change({ [name]: event.currentTarget.value }),
    maxLength: LONGEST_PASSWORD,
    visibilityToggleButtonProps: { 'aria-label': t('signIn.showPassword') },
  });
  return (
    <AskingForm onSubmit={submit} onClose={onClose} submit={t('password.submit')} isPending={isPending} problem={problem}>
      {/* Whose password it is, for what the browser keeps of passwords. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden />
      <PasswordInput label={t('password.present')} autoComplete="current-password" data-autofocus {...field('present')} />
      <PasswordInput label={t('password.wanted')} autoComplete="new-password" description={t('password.hint', { least: SHORTEST_PASSWORD })} {...field('wanted')} />
      <PasswordInput label={t('password.again')} autoComplete="new-password" {...field('again')} />
      <Checkbox label={t('password.elsewhere')} checked={given.elsewhere} onChange={(event) => change({ elsewhere: event.currentTarget.checked })} />
    </AskingForm>
  );
}
