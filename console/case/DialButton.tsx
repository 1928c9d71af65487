import type { ButtonProps } from '@mantine/core';
import { IconPhoneOutgoing } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useDial } from '../api/commands.ts';
import type { CallbackRow } from '../api/types.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';

interface DialButtonProps extends Pick<ButtonProps, 'size' | 'variant'> {
  readonly callback: Pick<CallbackRow, 'id' | 'attempt'>;
  readonly children: ReactNode;
  /** Another number to call, which is the callback's from then on. */
  readonly number?: string;
  readonly label?: string;
  readonly letter?: string;
  readonly onDialled?: () => void;
}

/** Starts the next attempt of a callback. Pressing it twice dials once: the attempt is named. */
export function DialButton({ callback: { id, attempt }, number, onDialled, ...rest }: DialButtonProps) {
  const { run, isPending, problem } = useDial(id);
  const dial = async () => {
    if ((await run({ attempt: attempt + 1, ...(number !== undefined && { number }) })) !== null) onDialled?.();
  };
  return (
    <>
      <ActionButton leftSection={<IconPhoneOutgoing size={16} />} isPending={isPending} onClick={() => void dial()} {...rest} />
      <Refusal problem={problem} />
    </>
  );
}
