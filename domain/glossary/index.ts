import { enGlossary } from './en.ts';
import type { Glossary } from './glossary.ts';
import { jaGlossary } from './ja.ts';
import { koGlossary } from './ko.ts';

/** The languages in which Ringback speaks to the people of a centre, English first. */
export const LANGUAGES = ['en', 'ja', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The words of the design in each of them. */
export const GLOSSARIES: Readonly<Record<Language, Glossary>> = { en: enGlossary, ja: jaGlossary, ko: koGlossary };
