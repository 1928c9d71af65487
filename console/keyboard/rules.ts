/** What of a key press decides whether it is a shortcut; a KeyboardEvent has it all. */
export interface Press {
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
  readonly keyCode: number;
  readonly repeat: boolean;
}

/** The keyCode browsers give for keys that an input method takes (UI Events, "keyCode 229 during composition"). */
const TAKEN_BY_INPUT_METHOD = 229;

/** Whether an input method has this key press: a conversion being typed, or the Enter that confirms it. */
export function isComposing(press: Pick<Press, 'isComposing' | 'keyCode'>): boolean {
  return press.isComposing || press.keyCode === TAKEN_BY_INPUT_METHOD;
}

/**
 * The letter or digit pressed together with Alt and no other modifier (`A`), or null where the press is no shortcut: in a text
 * field, during composition, or held down. By the key's place, since Alt changes the letter on some keyboards.
 */
export function shortcutOf(press: Press, inTextField: boolean): string | null {
  if (inTextField || isComposing(press) || press.repeat) return null;
  if (!press.altKey || press.ctrlKey || press.metaKey || press.shiftKey) return null;
  return /^(?:Key|Digit)([A-Z0-9])$/.exec(press.code)?.[1] ?? null;
}

/** Whether a press asks for the list of keys: Alt and `/` by the key's place, or whatever types `?`; neither in a text field. */
export function asksForKeys(press: Press & { readonly key: string }, inTextField: boolean): boolean {
  if (inTextField || isComposing(press) || press.repeat || press.ctrlKey || press.metaKey) return false;
  return press.altKey ? press.code === 'Slash' : press.key === '?';
}

/** Input types that take no text: shortcuts work while they have the focus. */
const NOT_TEXT = new Set(['button', 'checkbox', 'radio', 'range', 'reset', 'submit', 'color', 'file', 'image']);

/** Whether an element takes typed text. */
export function takesText(element: { tagName: string; type?: string; isContentEditable?: boolean } | null): boolean {
  if (element === null) return false;
  if (element.isContentEditable === true || element.tagName === 'TEXTAREA' || element.tagName === 'SELECT') return true;
  return element.tagName === 'INPUT' && !NOT_TEXT.has(element.type ?? 'text');
}
