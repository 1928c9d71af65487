import { TextInput } from '@mantine/core';
import type { Words } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts';

interface LabelInputsProps {
  readonly value: Words;
  /** What it is the label of. */
  readonly of: string;
  readonly onChange: (label: Words) => void;
}

/** What something is called, in each of the console's languages; one left empty has none of its own. */
export function LabelInputs({ value, of, onChange }: LabelInputsProps) {
  const { t } = useWords();
  const write = (tag: string, text: string) => {
    const { [tag]: _, ...others } = value;
    onChange(text === '' ? others : { ...others, [tag]: text });
  };
  return LANGUAGES.map((tag) => (
    <TextInput
      key={tag}
      placeholder={LANGUAGE_NAMES[tag]}
      aria-label={t('routeSettings.labelIn', { name: of, language: LANGUAGE_NAMES[tag] })}
      maxLength={100}
      value={value[tag] ?? ''}
      onChange={(event) => write(tag, event.currentTarget.value)}
    />
  ));
}
