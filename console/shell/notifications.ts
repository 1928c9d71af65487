/* Notifications of the desktop, where the browser has them and the person has allowed them. */

/** Asks whether they may be shown, unless that was answered before. Only where the person has just pressed something: browsers refuse otherwise. */
export function askToNotify(): void {
  if ('Notification' in globalThis && Notification.permission === 'default') void Notification.requestPermission();
}

/**
 * Shows one, unless the page is being looked at; answers how to take it away. However many tabs show the same, it is there once: they
 * share its tag.
 */
export function notify(title: string, body: string, tag: string): () => void {
  const isSeen = !document.hidden && document.hasFocus();
  if (isSeen || !('Notification' in globalThis) || Notification.permission !== 'granted') return () => {};
  const shown = new Notification(title, { body, tag });
  shown.addEventListener('click', () => window.focus());
  return () => shown.close();
}
