import { Button, Group, Text, TextInput } from '@mantine/core';
import { IconFolderPlus, IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { isFound } from '../../../domain/standard-response.ts';
import type { ResponseTree } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';
import { labelOf } from '../../i18n/labels.ts';
import { TreeOfResponses } from '../../responses/TreeOfResponses.tsx';
import { chosenAt, NEW_CATEGORY, NEW_RESPONSE, pageOf } from './places.ts';

/** The tree of everything, searched in all languages, and the way to something new: below what is chosen. */
export function ResponsesAside({ tree: { categories, responses } }: { readonly tree: ResponseTree }) {
  const { t, language } = useWords();
  const [path, go] = useLocation();
  const [search, setSearch] = useState('');
  const chosen = chosenAt(path);
  const leaves = useMemo(
    () => responses.filter((one) => isFound(one, search)).map(({ id, categoryId, title }) => ({ id, categoryId, title: labelOf(title, language, id) })),
    [responses, search, language],
  );
  const here = chosen?.kind === 'response' ? responses.find(({ id }) => id === chosen.id)?.categoryId : chosen?.id;
  const below = here === undefined ? '' : `?in=${encodeURIComponent(here)}`;
  return (
    <aside>
      <Group gap="xs">
        <Button leftSection={<IconPlus size={16} />} disabled={categories.length === 0} onClick={() => go(NEW_RESPONSE + below)}>
          {t('responses.addResponse')}
        </Button>
        <Button variant="default" leftSection={<IconFolderPlus size={16} />} onClick={() => go(NEW_CATEGORY + below)}>
          {t('responses.addCategory')}
        </Button>
      </Group>
      <TextInput
        type="search"
        aria-label={t('responses.search')}
        placeholder={t('responses.search')}
        leftSection={<IconSearch size={14} />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {leaves.length === 0 && search !== '' && <Text c="dimmed">{t('responses.nothingFound')}</Text>}
      <TreeOfResponses categories={categories} leaves={leaves} chosen={chosen} onChoose={(one) => go(pageOf(one))} isSearching={search.trim() !== ''} forEditing />
    </aside>
  );
}
