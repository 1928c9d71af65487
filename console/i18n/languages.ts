import type { Catalogue } from './catalogue.ts';
import { en } from './en/index.ts';
import { ja } from './ja/index.ts';

/** Languages by tag. A further one is a catalogue of its own and a line in both of these. */
export const CATALOGUES = { en, ja } satisfies Record<string, Catalogue>;
export type Language = keyof typeof CATALOGUES;

/** Each language by its own name. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ja: '日本語' };

export const LANGUAGES = Object.keys(CATALOGUES) as Language[];

/** The language of the first of these tags that the console speaks; English where it speaks none. */
export function pickLanguage(tags: readonly (string | null)[]): Language {
  const primary = tags.map((tag) => tag?.split('-')[0]?.toLowerCase());
  return (primary.find((tag) => tag !== undefined && tag in CATALOGUES) as Language | undefined) ?? 'en';
}
