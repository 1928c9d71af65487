import type { Words } from '../api/types.ts';

/** What to show of words given per language: the viewer's, else English, else any, else the code they stand for. */
export function labelOf(words: Words, language: string, code: string): string {
  return words[language] ?? words['en'] ?? Object.values(words)[0] ?? code;
}
