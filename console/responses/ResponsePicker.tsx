import { Button, CopyButton, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCopy, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { isFound } from '../../domain/standard-response.ts';
import type { FilledResponse, FilledResponses } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { Loaded } from '../parts/Loaded.tsx';
import { languageName } from '../parts/names.ts';
import { Nothing } from '../parts/Nothing.tsx';
import { FilledText } from './FilledText.tsx';
import { placeholderName } from './placeholders.ts';
import { useFilledResponses } from './queries.ts';
import { TreeOfResponses } from './TreeOfResponses.tsx';
import './responses.css';

interface ResponsePickerProps {
  readonly callbackId: string;
  /** Takes the filled text into a message; without it the text is only read and copied. */
  readonly onChoose?: (filledText: string) => void;
}

/**
 * The standard responses for a case: found by category or search, filled in, in the customer's language or another. What the case has
 * nothing for is marked and named, so that it is seen before anything is sent.
 */
export function ResponsePicker({ callbackId, onChoose }: ResponsePickerProps) {
  const { t } = useWords();
  const [language, setLanguage] = useState<string | null>(null);
  return (
    <Loaded query={useFilledResponses(callbackId, language)}>
      {(filled) =>
        filled.responses.length === 0 ? (
          <Nothing>{t('responses.noneHere')}</Nothing>
        ) : (
          <Picking filled={filled} language={language ?? filled.language} onLanguage={setLanguage} onChoose={onChoose} />
        )
      }
    </Loaded>
  );
}

interface PickingProps {
  readonly filled: FilledResponses;
  readonly language: string;
  readonly onLanguage: (language: string) => void;
  readonly onChoose: ResponsePickerProps['onChoose'];
}

function Picking({ filled, language, onLanguage, onChoose }: PickingProps) {
  const { t, language: viewer } = useWords();
  const [search, setSearch] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const found = useMemo(() => filled.responses.filter((one) => isFound({ title: { _: one.title }, text: { _: one.text } }, search)), [filled, search]);
  const chosen = filled.responses.find(({ id }) => id === chosenId);
  return (
    <div className="response-picker">
      <div className="response-finding">
        <Group gap="xs" wrap="nowrap">
          <TextInput
            type="search"
            aria-label={t('responses.search')}
            placeholder={t('responses.search')}
            leftSection={<IconSearch size={14} />}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <NativeSelect
            aria-label={t('responses.language')}
            value={language}
            onChange={(event) => onLanguage(event.currentTarget.value)}
            data={[...new Set([...filled.languages, language])].map((tag) => ({ value: tag, label: languageName(tag, viewer) }))}
          />
        </Group>
        {found.length === 0 && <Text c="dimmed">{t('responses.nothingFound')}</Text>}
        <TreeOfResponses
          categories={filled.categories}
          leaves={found}
          chosen={chosen ? { kind: 'response', id: chosen.id } : null}
          onChoose={({ id }) => setChosenId(id)}
          isSearching={search.trim() !== ''}
        />
      </div>
      <div className="response-shown" role="region" aria-label={t('responses.text')} aria-live="polite">
        {chosen ? <Shown response={chosen} wanted={language} onChoose={onChoose} /> : <Text c="dimmed">{t('responses.choose')}</Text>}
      </div>
    </div>
  );
}

interface ShownProps {
  readonly response: FilledResponse;
  readonly wanted: string;
  readonly onChoose: ResponsePickerProps['onChoose'];
}

function Shown({ response: { title, text, language, missing }, wanted, onChoose }: ShownProps) {
  const { t, language: viewer } = useWords();
  return (
    <Stack gap="xs">
      <Title order={3} size="h3" lang={language}>
        {title}
      </Title>
      {language !== wanted && (
        <Text size="sm" c="dimmed">
          {t('responses.otherLanguage', { wanted: languageName(wanted, viewer), language: languageName(language, viewer) })}
        </Text>
      )}
      <FilledText text={text} language={language} />
      {missing.length > 0 && (
        <Text size="sm" className="refusal">
          <IconAlertTriangle size={16} aria-hidden />
          <span>{t('responses.missing', { names: missing.map((one) => placeholderName(one, t)).join(', ') })}</span>
        </Text>
      )}
      <Group gap="xs">
        {onChoose && <Button onClick={() => onChoose(text)}>{t('responses.insert')}</Button>}
        <CopyButton value={text}>
          {({ copied, copy }) => (
            <Button variant="default" leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />} onClick={copy}>
              {t(copied ? 'responses.copied' : 'responses.copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  );
}
