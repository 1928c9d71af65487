import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUES, LANGUAGES, pickLanguage } from '../../console/i18n/languages.ts';
import { labelOf } from '../../console/i18n/labels.ts';
import { enGlossary } from '../../domain/glossary/en.ts';

const CONSOLE = new URL('../../console/', import.meta.url).pathname;

/** The words of a catalogue by their whole key. */
function wordsOf(catalogue: object, above = ''): Map<string, string> {
  const words = new Map<string, string>();
  for (const [key, value] of Object.entries(catalogue) as [string, string | object][]) {
    if (typeof value === 'string') words.set(above + key, value);
    else for (const [inner, word] of wordsOf(value, `${above}${key}.`)) words.set(inner, word);
  }
  return words;
}

const english = wordsOf(CATALOGUES.en);

function source(): string {
  const files = readdirSync(CONSOLE, { recursive: true, encoding: 'utf8' });
  const own = files.filter((file) => /\.tsx?$/.test(file) && !file.startsWith('i18n/') && !file.endsWith('schema.gen.ts'));
  return own.map((file) => readFileSync(join(CONSOLE, file), 'utf8')).join('\n');
}

/** Keys as the source writes them: whole, or up to the part that is filled in. */
function keysIn(text: string): { whole: Set<string>; beginnings: string[] } {
  const whole = new Set([...text.matchAll(/['"`]([a-z][A-Za-z]*(?:\.[A-Za-z_0-9]+)+)['"`]/g)].map(([, key = '']) => key));
  const beginnings = [...text.matchAll(/`([a-z][A-Za-z]*(?:\.[A-Za-z_0-9]+)*\.)\$\{/g)].map(([, key = '']) => key);
  return { whole, beginnings };
}

const isPluralForm = /_(?:one|other)$/;

describe.each(Object.entries(CATALOGUES))('the catalogue %s', (_language, catalogue) => {
  const words = wordsOf(catalogue);

  test('has the keys of the English one, no fewer and no more', () => {
    expect([...words.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  test('has a word for every key', () => {
    expect([...words].filter(([, word]) => word.trim() === '')).toEqual([]);
  });

  test('fills in the same values as the English one', () => {
    const filled = (word: string | undefined) => new Set([...(word ?? '').matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name));
    for (const [key, word] of words) expect({ key, filled: filled(word) }).toEqual({ key, filled: filled(english.get(key)) });
  });
});

test('every word is used somewhere, those of the glossary aside, which serves downloads too', () => {
  const ofGlossary = wordsOf(enGlossary);
  const { whole, beginnings } = keysIn(source());
  const isUsed = (key: string) => whole.has(key.replace(isPluralForm, '')) || beginnings.some((beginning) => key.startsWith(beginning));
  expect([...english.keys()].filter((key) => !ofGlossary.has(key) && !isUsed(key))).toEqual([]);
});

test('no screen writes Japanese, Korean or English sentences of its own', () => {
  const code = source().replace(/\/\*[^]*?\*\//g, '');
  const written = [...code.matchAll(/>\s*([A-Z][a-z]+(?: [a-z]+)+[^<{}=;()]*)</g)].map(([, text]) => text);
  expect(written).toEqual([]);
  expect(code.match(/[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]+/g)).toBeNull();
});

test('no catalogue says anything in the letters of another language', () => {
  const foreign = { en: /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/, ja: /[\uac00-\ud7a3]/, ko: /[\u3040-\u30ff\u4e00-\u9fff]/ };
  for (const language of LANGUAGES) {
    expect([...wordsOf(CATALOGUES[language])].filter(([, word]) => foreign[language].test(word))).toEqual([]);
  }
});

test('the language is the first that the console speaks', () => {
  expect(pickLanguage([null, 'ja-JP', 'en-US'])).toBe('ja');
  expect(pickLanguage(['ko-KR', 'ja'])).toBe('ko');
  expect(pickLanguage(['zh', 'EN-gb'])).toBe('en');
  expect(pickLanguage(['fr'])).toBe('en');
  expect(pickLanguage([])).toBe('en');
});

test("a route's own words are shown in the viewer's language, else in English, else in any, else as their code", () => {
  expect(labelOf({ en: 'Resolved', ja: '解決' }, 'ja', 'resolved')).toBe('解決');
  expect(labelOf({ en: 'Resolved' }, 'ja', 'resolved')).toBe('Resolved');
  expect(labelOf({ ko: '해결' }, 'ja', 'resolved')).toBe('해결');
  expect(labelOf({}, 'ja', 'resolved')).toBe('resolved');
});
