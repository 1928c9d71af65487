import type { ButtonProps } from '@mantine/core';
import { Button, Loader } from '@mantine/core';
import type { ComponentPropsWithRef, MouseEvent } from 'react';

export interface PendingButtonProps extends Omit<ButtonProps, 'loading'>, Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps> {
  readonly isPending: boolean;
}

/**
 * A button that shows that it is at work, and does nothing more until then. It is not disabled meanwhile, as that would take the
 * focus away from whoever is at the keyboard.
 */
export function PendingButton({ isPending, leftSection, onClick, ...rest }: PendingButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isPending) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <Button
      aria-busy={isPending}
      aria-disabled={isPending || undefined}
      leftSection={isPending ? <Loader size={14} color="currentColor" aria-hidden /> : leftSection}
      onClick={press}
      {...rest}
    />
  );
}
