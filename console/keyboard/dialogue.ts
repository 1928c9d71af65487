/** Whether an open dialogue stands between the person and this element. */
export function isBehindDialogue(element: HTMLElement): boolean {
  const dialogue = document.querySelector('[aria-modal="true"]');
  return dialogue !== null && !dialogue.contains(element);
}
