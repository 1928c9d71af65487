import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { en } from './en/index.ts';
import type { Language } from './languages.ts';
import { CATALOGUES, pickLanguage } from './languages.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en };
  }
}

const KEPT_AS = 'ringback-language';

/** Starts the catalogue in the language chosen before, or else the browser's. */
export async function startI18n(): Promise<void> {
  const resources = Object.fromEntries(Object.entries(CATALOGUES).map(([tag, translation]) => [tag, { translation }]));
  i18next.on('languageChanged', (tag) => document.documentElement.setAttribute('lang', tag));
  await i18next.use(initReactI18next).init({
    resources,
    lng: pickLanguage([localStorage.getItem(KEPT_AS), ...navigator.languages]),
    fallbackLng: 'en',
    interpolation: { escapeValue: false },
  });
}

/** Changes the language, here and for the next visit. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT_AS, language);
  await i18next.changeLanguage(language);
}

/** The words, and the language they are in. */
export function useWords() {
  const { t, i18n } = useTranslation();
  return { t, language: i18n.language as Language };
}

export type Translate = ReturnType<typeof useWords>['t'];
