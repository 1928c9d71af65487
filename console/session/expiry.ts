import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { ProblemError } from '../api/problem.ts';

/* Whether a request was told that nobody is signed in while the console believed somebody was. */

let isExpired = false;
const watchers = new Set<() => void>();

function set(expired: boolean): void {
  isExpired = expired;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Whether the session ended under an open screen. */
export function useIsExpired(): boolean {
  return useSyncExternalStore(watch, () => isExpired);
}

/** Says that somebody has signed in again. */
export function signedInAgain(): void {
  set(false);
}

/** From now on, any refusal with 401 of a query or a command marks the session as ended. */
export function noticeSignedOut(queries: QueryClient): void {
  const notice = (thrown: unknown) => {
    if (thrown instanceof ProblemError && thrown.status === 401 && queries.getQueryData(['me'])) set(true);
  };
  queries.getQueryCache().config.onError = notice;
  queries.getMutationCache().config.onError = (thrown) => notice(thrown);
}
