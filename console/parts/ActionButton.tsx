import { useMergedRef } from '@mantine/hooks';
import { useRef } from 'react';
import { KeyHint } from '../keyboard/KeyHint.tsx';
import { useShortcut } from '../keyboard/useShortcut.ts';
import type { PendingButtonProps } from './PendingButton.tsx';
import { PendingButton } from './PendingButton.tsx';

interface ActionButtonProps extends Omit<PendingButtonProps, 'isPending'> {
  /** The letter or digit that presses the button together with Alt. */
  readonly letter?: string | undefined;
  readonly isPending?: boolean;
  /** Its name, where the words on it do not say enough. */
  readonly label?: string | undefined;
}

/** A button for something a person does: it shows its key, and that it is at work. Its key is no part of its name. */
export function ActionButton({ letter, isPending = false, label, ref, ...rest }: ActionButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  const merged = useMergedRef(button, ref);
  useShortcut(letter, button);
  return (
    <PendingButton
      ref={merged}
      type="button"
      isPending={isPending}
      aria-label={label}
      aria-keyshortcuts={letter && `Alt+${letter}`}
      rightSection={letter && <KeyHint letter={letter} />}
      {...rest}
    />
  );
}
