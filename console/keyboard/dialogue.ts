import { useSyncExternalStore } from 'react';

/** The dialogue in front of everything else; null: none is open. All lie on one level, so the last of the page covers the others. */
export function dialogueInFront(): HTMLElement | null {
  return [...document.querySelectorAll<HTMLElement>('[aria-modal="true"]')].at(-1) ?? null;
}

/** The dialogue in front of everything else, followed as dialogues open and close. */
export function useDialogueInFront(): HTMLElement | null {
  return useSyncExternalStore(watch, dialogueInFront);
}

function watch(look: () => void): () => void {
  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}

/** Whether an open dialogue stands between the person and this element. */
export function isBehindDialogue(element: HTMLElement): boolean {
  const dialogue = dialogueInFront();
  return dialogue !== null && !dialogue.contains(element);
}
