import { useEffect, useState } from 'react';
import type { AroundNavHandler } from 'wouter';
import { navigate } from 'wouter/use-browser-location';

/** The page whose unsaved changes must not be lost by going elsewhere. */
interface Guard {
  readonly path: string;
  readonly ask: (go: () => void) => void;
}

let guard: Guard | null = null;

/** Links and redirects ask first where there are unsaved changes. */
export const guarded: AroundNavHandler = (go, to, options) => {
  if (guard === null || to.split('?')[0] === guard.path) go(to, options);
  else guard.ask(() => go(to, options));
};

/**
 * While there are unsaved changes, leaving the page asks first: by a link, by Back, or by closing the tab. `asked` is how to go on
 * once the answer is yes; null: nobody wants to leave.
 */
export function useLeaveGuard(hasChanges: boolean): { readonly asked: (() => void) | null; readonly stay: () => void } {
  const [asked, setAsked] = useState<(() => void) | null>(null);
  useEffect(() => {
    if (!hasChanges) return undefined;
    const mine: Guard = { path: location.pathname, ask: (go) => setAsked(() => () => leave(go)) };
    const leave = (go: () => void) => {
      if (guard === mine) guard = null;
      setAsked(null);
      go();
    };
    guard = mine;
    const close = (event: Event) => event.preventDefault();
    addEventListener('beforeunload', close);
    return () => {
      if (guard === mine) guard = null;
      removeEventListener('beforeunload', close);
    };
  }, [hasChanges]);
  return { asked, stay: () => setAsked(null) };
}

/**
 * Back and forward have happened by the time one hears of them: the page is put back, and then it is asked. Whoever follows the
 * address must not hear of it before, so this listens first, from the start.
 */
export function watchBack(): void {
  addEventListener('popstate', (event) => {
    if (guard === null || location.pathname === guard.path) return;
    const to = location.pathname + location.search;
    event.stopImmediatePropagation();
    history.pushState(null, '', guard.path);
    guard.ask(() => navigate(to));
  }, true);
}
