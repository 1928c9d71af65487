import { useSyncExternalStore } from 'react';

/* Whether the event stream is open. While it is not, everything is read again more often. */

let isOpen = false;
const watchers = new Set<() => void>();

/** Says whether hints arrive. */
export function setLive(open: boolean): void {
  if (open === isOpen) return;
  isOpen = open;
  for (const watcher of watchers) watcher();
}

/** Whether hints arrive. */
export function useIsLive(): boolean {
  return useSyncExternalStore(watch, () => isOpen);
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
