import { useSyncExternalStore } from 'react';

/** Whether the console fills the screen, and the way in and out. */
export function useFullScreen() {
  const isFull = useSyncExternalStore(watch, () => document.fullscreenElement !== null);
  const toggle = () => (isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  return { isFull, toggle };
}

function watch(changed: () => void): () => void {
  document.addEventListener('fullscreenchange', changed);
  return () => document.removeEventListener('fullscreenchange', changed);
}
