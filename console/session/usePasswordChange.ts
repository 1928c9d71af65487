import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { SHORTEST_PASSWORD } from '../../domain/password.ts';
import { asProblem } from '../api/problem.ts';
import type { PasswordChange } from './auth.ts';
import { changePassword } from './auth.ts';

interface Given extends PasswordChange {
  /** The new one once more. */
  readonly again: string;
}
export type PasswordField = 'present' | 'wanted' | 'again';
type Faults = Partial<Record<PasswordField, 'presentMissing' | 'presentWrong' | 'tooShort' | 'different'>>;

/** What is wrong with each field before anything is sent. */
export function passwordFaults({ present, wanted, again }: Given): Faults {
  return {
    ...(present === '' && { present: 'presentMissing' }),
    ...(wanted.length < SHORTEST_PASSWORD && { wanted: 'tooShort' }),
    ...(again !== wanted && { again: 'different' }),
  };
}

/** What is typed to change one's password, what is wrong with it, and the change. */
export function usePasswordChange(onDone: () => void) {
  const [given, setGiven] = useState<Given>({ present: '', wanted: '', again: '', elsewhere: true });
  const [isTried, setTried] = useState(false);
  const { mutateAsync, isPending, error, reset } = useMutation({ mutationFn: changePassword });
  const problem = error === null ? null : asProblem(error);
  const isWrong = problem?.code === 'invalid_password';
  const change = (part: Partial<Given>) => {
    reset();
    setGiven((before) => ({ ...before, ...part }));
  };
  /** Answers false: what was done is said before the dialogue is closed. */
  const submit = async () => {
    setTried(true);
    const isComplete = Object.keys(passwordFaults(given)).length === 0;
    if (isComplete && (await mutateAsync(given).then(() => true, () => false))) onDone();
    return false;
  };
  const faults: Faults = { ...(isTried && passwordFaults(given)), ...(isWrong && { present: 'presentWrong' }) };
  return { given, faults, change, submit, isPending, problem: isWrong ? null : problem };
}
