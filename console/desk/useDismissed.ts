import { useSyncExternalStore } from 'react';

/* The reminders that were put away, in this browser: in another tab, or after a reload, they do not come again. */

const KEPT_AS = 'ringback-reminders-dismissed';
const MOST_KEPT = 100;

const watchers = new Set<() => void>();

function read(): string {
  return localStorage.getItem(KEPT_AS) ?? '[]';
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  window.addEventListener('storage', watcher);
  return () => {
    watchers.delete(watcher);
    window.removeEventListener('storage', watcher);
  };
}

function keysIn(kept: string): string[] {
  try {
    return JSON.parse(kept) as string[];
  } catch {
    return [];
  }
}

/** Puts a reminder away for good. */
function dismiss(key: string): void {
  localStorage.setItem(KEPT_AS, JSON.stringify([...keysIn(read()), key].slice(-MOST_KEPT)));
  for (const watcher of watchers) watcher();
}

/** The names of the reminders that were put away, and how to put one away. */
export function useDismissed(): { readonly dismissed: readonly string[]; readonly dismiss: (key: string) => void } {
  return { dismissed: keysIn(useSyncExternalStore(watch, read)), dismiss };
}
