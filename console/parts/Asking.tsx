import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { ProblemError } from '../api/problem.ts';
import { useWords } from '../i18n/i18n.ts';
import { PendingButton } from './PendingButton.tsx';
import { Refusal } from './Refusal.tsx';

interface AskingButtonProps {
  readonly label: string;
  readonly title: string;
  /** What cannot be taken back is red. */
  readonly isDangerous?: boolean;
  /** The form; `close` puts the dialogue away. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button that asks for something in a dialogue before it does what it says. */
export function AskingButton({ label, title, isDangerous = false, children }: AskingButtonProps) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button {...(isDangerous ? { variant: 'subtle', color: 'red' } : { variant: 'default' })} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal opened={isOpen} onClose={close} title={title} closeButtonProps={{ 'aria-label': t('app.close') }}>
        {children(close)}
      </Modal>
    </>
  );
}

interface AskingFormProps {
  /** Does it, or finds something missing; answers whether the dialogue has done its work. */
  readonly onSubmit: () => Promise<boolean>;
  readonly onClose: () => void;
  readonly submit: string;
  readonly isPending: boolean;
  readonly problem: ProblemError | null;
  readonly isDangerous?: boolean;
  readonly children: ReactNode;
}

/** The fields of such a dialogue, why it was refused, and the way on or back. It goes away when it has done its work. */
export function AskingForm({ onSubmit, onClose, submit, isPending, problem, isDangerous = false, children }: AskingFormProps) {
  const { t } = useWords();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (await onSubmit()) onClose();
  };
  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <Stack gap="sm">
        {children}
        <Refusal problem={problem} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <PendingButton type="submit" isPending={isPending} {...(isDangerous && { color: 'red' })}>
            {submit}
          </PendingButton>
        </Group>
      </Stack>
    </form>
  );
}
