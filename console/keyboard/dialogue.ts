import { useSyncExternalStore } from 'react';

/** The levels of dialogues that are opened over others, which lie at Mantine's 200 in the order in which their places came to be. */
export const LEVELS = { keys: 240, signIn: 280 } as const;

/** The dialogue in front of everything else: that of the highest level, and there the last of the page; null: none is open. */
export function dialogueInFront(): HTMLElement | null {
  const open = [...document.querySelectorAll<HTMLElement>('[aria-modal="true"]')];
  return open.toSorted((one, other) => levelOf(one) - levelOf(other)).at(-1) ?? null;
}

function levelOf({ parentElement }: HTMLElement): number {
  return parentElement === null ? 0 : Number(getComputedStyle(parentElement).zIndex);
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
