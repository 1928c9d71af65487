import type { ButtonProps } from '@mantine/core';
import { Button, Kbd } from '@mantine/core';
import type { ReactNode } from 'react';
import { useRef } from 'react';
import { useShortcut } from '../keyboard/useShortcut.ts';

export interface ActionButtonProps extends Omit<ButtonProps, 'loading' | 'children'> {
  readonly children: ReactNode;
  /** The letter or digit that presses the button together with Alt. */
  readonly letter?: string;
  readonly isPending?: boolean;
  readonly label?: string;
  readonly onClick: () => void;
}

/** A button for something a person does: it shows its key, and that it is at work. Its key is no part of its name. */
export function ActionButton({ children, letter, isPending = false, label, ...rest }: ActionButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useShortcut(letter, button);
  const key = letter && (
    <Kbd aria-hidden className="key">
      Alt {letter}
    </Kbd>
  );
  return (
    <Button
      ref={button}
      type="button"
      loading={isPending}
      aria-busy={isPending}
      aria-label={label}
      aria-keyshortcuts={letter && `Alt+${letter}`}
      rightSection={key}
      {...rest}
    >
      {children}
    </Button>
  );
}
