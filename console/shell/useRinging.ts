import { useIsOver } from '../desk/useIsOver.ts';
import { useIsExpired } from '../session/expiry.ts';

/**
 * What rings: whatever is asked of the agent, until its time is over. Without a network nobody tells that it is, and once the session
 * has ended it could not be answered. Null: nothing rings.
 */
export function useRinging<T extends { readonly deadlineAt: string | null }>(asked: T | null): T | null {
  const isOver = useIsOver(asked?.deadlineAt ?? null);
  const isExpired = useIsExpired();
  return isOver || isExpired ? null : asked;
}
