import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ProblemError } from '../api/problem.ts';
import { asProblem } from '../api/problem.ts';

/** What changes with accounts, teams, reasons and standard responses, and is read again then. */
const READ_AGAIN = ['accounts', 'agents', 'teams', 'reasons', 'responses', 'me'];

interface Change<Given, Answer> {
  /** Does it; resolves with the answer, or null when it was refused (the refusal is then in `problem`). */
  readonly run: (given: Given) => Promise<Answer | null>;
  readonly isPending: boolean;
  readonly problem: ProblemError | null;
  readonly clear: () => void;
}

/** Something an administrator changes in Settings; pending until what it changed has been read again. */
export function useChange<Given, Answer>(send: (given: Given) => Promise<Answer>): Change<Given, Answer> {
  const queries = useQueryClient();
  const { mutateAsync, isPending, error, reset } = useMutation<Answer, unknown, Given>({
    mutationFn: send,
    onSettled: () => queries.invalidateQueries({ predicate: ({ queryKey }) => READ_AGAIN.includes(String(queryKey[0])) }),
  });
  const run = (given: Given) => mutateAsync(given).catch(() => null);
  return { run, isPending, problem: error === null ? null : asProblem(error), clear: reset };
}
