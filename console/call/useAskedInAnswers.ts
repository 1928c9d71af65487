import { useEffect } from 'react';
import { useAnswerInvitation } from '../api/call-commands.ts';
import type { ProblemError } from '../api/problem.ts';
import type { AskedIn } from '../api/types.ts';

export interface AskedInAnswers {
  readonly accept: ReturnType<typeof useAnswerInvitation>;
  readonly refuse: ReturnType<typeof useAnswerInvitation>;
  /** Why the last answer did not count; it stays when the invitation is gone, until there is another. */
  readonly problem: ProblemError | null;
}

/** The answers to invitations. They belong to the place where invitations appear: a refusal outlives the one it is about. */
export function useAskedInAnswers(askedIn: AskedIn | null): AskedInAnswers {
  const accept = useAnswerInvitation();
  const refuse = useAnswerInvitation();
  const targetId = askedIn?.targetId ?? null;
  const { clear: forgetAccept } = accept;
  const { clear: forgetRefuse } = refuse;
  useEffect(() => {
    if (targetId === null) return;
    forgetAccept();
    forgetRefuse();
  }, [targetId, forgetAccept, forgetRefuse]);
  return { accept, refuse, problem: accept.problem ?? refuse.problem };
}
