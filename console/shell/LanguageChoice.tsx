import { SegmentedControl } from '@mantine/core';
import { LANGUAGES, LANGUAGE_NAMES } from '../i18n/languages.ts';
import { chooseLanguage, useWords } from '../i18n/i18n.ts';

/** The languages, each by its own name. */
export function LanguageChoice() {
  const { t, language } = useWords();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('user.language')}
      value={language}
      onChange={(tag) => void chooseLanguage(tag)}
      data={LANGUAGES.map((tag) => ({ value: tag, label: LANGUAGE_NAMES[tag] }))}
    />
  );
}
