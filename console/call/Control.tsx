import type { ComponentProps } from 'react';
import type { ProblemError } from '../api/problem.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Refusal } from '../parts/Refusal.tsx';

interface ControlProps extends Omit<ComponentProps<typeof ActionButton>, 'onClick'> {
  /** What the press was last refused for. */
  readonly problem: ProblemError | null;
  readonly onPress: () => unknown;
}

/** A control of a call: its button, and beside it why it was refused. */
export function Control({ problem, onPress, ...rest }: ControlProps) {
  return (
    <>
      <ActionButton variant="default" onClick={() => void onPress()} {...rest} />
      <Refusal problem={problem} />
    </>
  );
}
