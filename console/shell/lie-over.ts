/** The height of what lies over a dialogue, which keeps clear of it. */
const HEIGHT = '--over';

/**
 * Puts a box into an open dialogue, and shows it at the top of the window, above everything. In the document it is a part of the
 * dialogue, its last: keyboard and screen readers, which an open dialogue holds within it, come to it too, and what the dialogue
 * focuses at first stays as it is. Answers how to bring it home again.
 */
export function lieOver(dialogue: HTMLElement, box: HTMLElement, home: HTMLElement): () => void {
  dialogue.append(box);
  box.popover = 'manual';
  box.showPopover();
  const root = document.documentElement;
  const measured = new ResizeObserver(() => root.style.setProperty(HEIGHT, `${box.offsetHeight}px`));
  measured.observe(box);
  const focus = keepFocusIn(dialogue, box);
  return () => {
    measured.disconnect();
    root.style.removeProperty(HEIGHT);
    box.popover = null;
    home.append(box);
    focus.goHome();
  };
}

/**
 * An answered offer goes, and the button that was pressed with it: the focus goes back to where it was in the dialogue, not behind it. When
 * the dialogue goes while the box has the focus, the browser lets go of it: `goHome` gives it back.
 */
function keepFocusIn(dialogue: HTMLElement, box: HTMLElement): { readonly goHome: () => void } {
  let last = dialogue;
  let inBox: HTMLElement | null = null;
  const note = ({ target }: FocusEvent) => {
    if (!(target instanceof HTMLElement)) return;
    inBox = box.contains(target) ? target : null;
    if (inBox === null) last = target;
  };
  const gone = new MutationObserver(() => {
    if (document.activeElement === document.body) (last.isConnected ? last : dialogue).focus();
  });
  if (document.activeElement instanceof HTMLElement && dialogue.contains(document.activeElement)) last = document.activeElement;
  dialogue.addEventListener('focusin', note);
  gone.observe(box, { childList: true, subtree: true });
  const goHome = () => {
    dialogue.removeEventListener('focusin', note);
    gone.disconnect();
    if (document.activeElement === document.body) inBox?.focus();
  };
  return { goHome };
}
