import type { Language } from '../../domain/glossary/index.ts';
import { LANGUAGES } from '../../domain/glossary/index.ts';
import type { Catalogue } from './catalogue.ts';
import { en } from './en/index.ts';
import { ja } from './ja/index.ts';
import { ko } from './ko/index.ts';

export type { Language };
export { LANGUAGES };

/** The words of every language that the glossary speaks, by tag. */
export const CATALOGUES = { en, ja, ko } satisfies Record<Language, Catalogue>;

/** Each language by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ja: '日本語', ko: '한국어' };

/** The language of the first of these tags that the console speaks; English where it speaks none. */
export function pickLanguage(tags: readonly (string | null)[]): Language {
  const primary = tags.map((tag) => tag?.split('-')[0]?.toLowerCase());
  return (primary.find((tag) => tag !== undefined && tag in CATALOGUES) as Language | undefined) ?? 'en';
}
