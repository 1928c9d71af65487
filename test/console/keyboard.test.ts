import type { Press } from '../../console/keyboard/rules.ts';
import { isComposing, shortcutOf, takesText } from '../../console/keyboard/rules.ts';

const altA: Press = { code: 'KeyA', altKey: true, ctrlKey: false, metaKey: false, shiftKey: false, isComposing: false, keyCode: 65, repeat: false };

describe('a shortcut', () => {
  test('is Alt and a letter or digit, by the place of the key', () => {
    expect(shortcutOf(altA, false)).toBe('A');
    expect(shortcutOf({ ...altA, code: 'Digit3' }, false)).toBe('3');
  });

  test('never fires in a text field', () => {
    expect(shortcutOf(altA, true)).toBeNull();
  });

  test('never fires during composition', () => {
    expect(shortcutOf({ ...altA, isComposing: true }, false)).toBeNull();
    expect(shortcutOf({ ...altA, keyCode: 229 }, false)).toBeNull();
  });

  test('needs Alt alone: AltGr comes as Ctrl and Alt', () => {
    expect(shortcutOf({ ...altA, altKey: false }, false)).toBeNull();
    expect(shortcutOf({ ...altA, ctrlKey: true }, false)).toBeNull();
    expect(shortcutOf({ ...altA, metaKey: true }, false)).toBeNull();
    expect(shortcutOf({ ...altA, shiftKey: true }, false)).toBeNull();
  });

  test('fires once however long the key is held', () => {
    expect(shortcutOf({ ...altA, repeat: true }, false)).toBeNull();
  });

  test('is no other key', () => {
    expect(shortcutOf({ ...altA, code: 'ArrowLeft' }, false)).toBeNull();
  });
});

test('the Enter that confirms a conversion belongs to the input method', () => {
  expect(isComposing({ isComposing: true, keyCode: 13 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 229 })).toBe(true);
  expect(isComposing({ isComposing: false, keyCode: 13 })).toBe(false);
});

test('text fields are what one types into', () => {
  expect(takesText({ tagName: 'TEXTAREA' })).toBe(true);
  expect(takesText({ tagName: 'INPUT', type: 'text' })).toBe(true);
  expect(takesText({ tagName: 'INPUT', type: 'datetime-local' })).toBe(true);
  expect(takesText({ tagName: 'SELECT' })).toBe(true);
  expect(takesText({ tagName: 'DIV', isContentEditable: true })).toBe(true);
  expect(takesText({ tagName: 'INPUT', type: 'checkbox' })).toBe(false);
  expect(takesText({ tagName: 'BUTTON' })).toBe(false);
  expect(takesText(null)).toBe(false);
});
