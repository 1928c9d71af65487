import { Group, Stack, Tabs, Textarea, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { faultsIn } from '../../../domain/standard-response.ts';
import type { Words } from '../../api/types.ts';
import type { Translate } from '../../i18n/i18n.ts';
import { useWords } from '../../i18n/i18n.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts';
import { languageName } from '../../parts/names.ts';
import { insertAtCaret } from '../../responses/insert-at-caret.ts';
import { PlaceholderMenu } from './PlaceholderMenu.tsx';
import { Preview } from './Preview.tsx';

interface Written {
  readonly title: Words;
  readonly text: Words;
}

interface TextFieldsProps extends Written {
  readonly onChange: (part: Partial<Written>) => void;
}

/** Title and text, a tab for each language, with what it looks like to a customer. */
export function TextFields({ title, text, onChange }: TextFieldsProps) {
  const { t, language: viewer } = useWords();
  const tags = [...new Set<string>([...LANGUAGES, ...Object.keys(text)])];
  const [tag, setTag] = useState(() => (viewer in text ? viewer : (Object.keys(text)[0] ?? viewer)));
  const named = new Map<string, string>(Object.entries(LANGUAGE_NAMES));
  return (
    <Tabs value={tag} onChange={(chosen) => setTag(chosen ?? viewer)} keepMounted={false}>
      <Tabs.List mb="xs">
        {tags.map((one) => (
          <Tabs.Tab key={one} value={one} rightSection={one in text ? <IconCheck size={14} aria-label={t('responses.written')} /> : null}>
            {named.get(one) ?? languageName(one, viewer)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tags.map((one) => (
        <Tabs.Panel key={one} value={one}>
          <InOneLanguage
            tag={one}
            title={title[one] ?? ''}
            text={text[one] ?? ''}
            onTitle={(written) => onChange({ title: withWords(title, one, written) })}
            onText={(written) => onChange({ text: withWords(text, one, written) })}
          />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

/** A language in which nothing is written is left out. */
function withWords(words: Words, tag: string, written: string): Words {
  const { [tag]: _, ...others } = words;
  return written === '' ? others : { ...others, [tag]: written };
}

interface InOneLanguageProps {
  readonly tag: string;
  readonly title: string;
  readonly text: string;
  readonly onTitle: (written: string) => void;
  readonly onText: (written: string) => void;
}

function InOneLanguage({ tag, title, text, onTitle, onText }: InOneLanguageProps) {
  const { t } = useWords();
  const area = useRef<HTMLTextAreaElement>(null);
  return (
    <Stack gap="sm">
      <TextInput label={t('responses.titleOf')} lang={tag} maxLength={200} value={title} onChange={(event) => onTitle(event.currentTarget.value)} />
      <Textarea
        label={t('responses.text')}
        ref={area}
        lang={tag}
        autosize
        minRows={5}
        maxRows={16}
        maxLength={5_000}
        value={text}
        error={faultWords(text, t)}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <Group>
        <PlaceholderMenu onInsert={(written, typeOver) => insertAtCaret({ area, text, onText }, written, typeOver)} />
      </Group>
      {text !== '' && <Preview text={text} language={tag} />}
    </Stack>
  );
}

/** What is wrong with a text; undefined: nothing. */
function faultWords(text: string, t: Translate): string | undefined {
  const said = faultsIn(text).map((fault) =>
    fault.fault === 'stray_braces' ? t('responses.fault.stray') : t('responses.fault.unknown', { name: `{{${fault.placeholder}}}` }),
  );
  return said.length === 0 ? undefined : said.join(' ');
}
