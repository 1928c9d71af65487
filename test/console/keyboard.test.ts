import { readdirSync, readFileSync } from 'node:fs';
import { KEY_GROUPS, KEYS, SCREENS } from '../../console/keyboard/keys.ts';
import type { Press } from '../../console/keyboard/rules.ts';
import { asksForKeys, isComposing, shortcutOf, takesText } from '../../console/keyboard/rules.ts';

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

describe('the list of keys is asked for', () => {
  const slash = { ...altA, code: 'Slash', key: '/' };

  test('by Alt and the key of the slash, whatever Alt makes of it', () => {
    expect(asksForKeys(slash, false)).toBe(true);
    expect(asksForKeys({ ...slash, key: '÷' }, false)).toBe(true);
  });

  test('by whatever key types a question mark', () => {
    expect(asksForKeys({ ...slash, altKey: false, shiftKey: true, code: 'Minus', key: '?' }, false)).toBe(true);
  });

  test('by nothing else, and never while one types', () => {
    expect(asksForKeys({ ...slash, altKey: false }, false)).toBe(false);
    expect(asksForKeys({ ...slash, ctrlKey: true }, false)).toBe(false);
    expect(asksForKeys({ ...slash, repeat: true }, false)).toBe(false);
    expect(asksForKeys(slash, true)).toBe(false);
    expect(asksForKeys({ ...slash, altKey: false, key: '?', isComposing: true }, false)).toBe(false);
    expect(asksForKeys({ ...altA, key: 'a' }, false)).toBe(false);
  });
});

describe('keys', () => {
  /** What Chromium and Firefox on Windows do with Alt while a text field has the focus: address bar, menu. */
  const BROWSERS_OWN = ['D', 'E', 'F'];

  test('are letters, and none is one that browsers take', () => {
    for (const [action, letter] of Object.entries(KEYS)) expect({ action, letter }).toEqual({ action, letter: expect.stringMatching(/^[A-Z]$/) });
    expect(Object.entries(KEYS).filter(([, letter]) => BROWSERS_OWN.includes(letter))).toEqual([]);
  });

  test.each(Object.entries(SCREENS))('mean one thing each on the screen %s', (_screen, groups) => {
    const letters = groups.flatMap((group) => Object.values<string>(KEY_GROUPS[group]));
    expect(letters.filter((letter, index) => letters.indexOf(letter) !== index)).toEqual([]);
  });

  test('of a call, and of all that is seen with one, mean one thing everywhere', () => {
    const { everywhere, case: ofCase, desk } = KEY_GROUPS;
    const letters = Object.values<string>({ ...everywhere, ...ofCase, ...desk });
    expect(new Set(letters).size).toBe(letters.length);
  });

  test('belong to a screen, and no action has two', () => {
    const grouped = Object.values(KEY_GROUPS).flatMap((group) => Object.keys(group));
    expect(grouped.toSorted()).toEqual(Object.keys(KEYS).toSorted());
    expect(Object.values(SCREENS).flat()).toEqual(expect.arrayContaining(Object.keys(KEY_GROUPS)));
  });

  test('are written nowhere else: every button takes its letter from the list', () => {
    const folder = new URL('../../console/', import.meta.url).pathname;
    const screens = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
    const own = screens.filter((file) => /letter="|Shortcut\('/.test(readFileSync(`${folder}${file}`, 'utf8')));
    expect(own).toEqual([]);
  });
});
