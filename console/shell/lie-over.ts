/** The height of what lies over a dialogue, which keeps clear of it. */
const HEIGHT = '--over';

/**
 * Puts a box into an open dialogue, and shows it at the top of the window, above everything. In the document it is a part of the
 * dialogue, its last: keyboard and screen readers, which an open dialogue holds within it, come to it too, and what the dialogue
 * focuses at first stays as it is. Answers how to take it out again.
 */
export function lieOver(dialogue: HTMLElement, box: HTMLElement): () => void {
  dialogue.append(box);
  box.popover = 'manual';
  box.showPopover();
  const root = document.documentElement;
  const measured = new ResizeObserver(() => root.style.setProperty(HEIGHT, `${box.offsetHeight}px`));
  measured.observe(box);
  const stop = keepFocusIn(dialogue, box);
  return () => {
    stop();
    measured.disconnect();
    root.style.removeProperty(HEIGHT);
    box.popover = null;
  };
}

/** An answered offer goes, and the button that was pressed with it: the focus goes back to where it was in the dialogue, not behind it. */
function keepFocusIn(dialogue: HTMLElement, box: HTMLElement): () => void {
  let last = dialogue;
  const note = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement && !box.contains(target)) last = target;
  };
  const gone = new MutationObserver(() => {
    if (document.activeElement === document.body) (last.isConnected ? last : dialogue).focus();
  });
  if (document.activeElement instanceof HTMLElement && dialogue.contains(document.activeElement)) last = document.activeElement;
  dialogue.addEventListener('focusin', note);
  gone.observe(box, { childList: true, subtree: true });
  return () => {
    dialogue.removeEventListener('focusin', note);
    gone.disconnect();
  };
}
