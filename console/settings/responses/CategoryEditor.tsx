import { NativeSelect, TextInput } from '@mantine/core';
import { useSearch } from 'wouter';
import { placeFault } from '../../../domain/response-tree.ts';
import type { ResponseCategory, ResponseTree, Words } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';
import { labelOf } from '../../i18n/labels.ts';
import { LANGUAGE_NAMES, LANGUAGES } from '../../i18n/languages.ts';
import { Section } from '../../parts/Section.tsx';
import { categoryChoices } from './category-choices.ts';
import { MoveButtons } from './MoveButtons.tsx';
import { useSaveCategory } from './queries.ts';
import { RemoveButton } from './RemoveButton.tsx';
import { SaveRow } from './SaveRow.tsx';
import { useEditing } from './useEditing.ts';

interface Given {
  readonly parentId: string | null;
  readonly name: Words;
}

interface CategoryEditorProps {
  /** Null: a new one. */
  readonly stored: ResponseCategory | null;
  readonly tree: ResponseTree;
}

/** A category: its name in each language, and what it stands in. */
export function CategoryEditor({ stored, tree: { categories } }: CategoryEditorProps) {
  const { t, language } = useWords();
  const wantedParent = new URLSearchParams(useSearch()).get('in');
  const id = stored?.id ?? null;
  const parents = categoryChoices(categories, language).filter(({ value }) => placeFault(categories, id, value) === null);
  const change = useSaveCategory();
  const editing = useEditing<ResponseCategory, Given>({
    kind: 'category',
    stored,
    givenOf: (from) => (from ? { parentId: from.parentId, name: from.name } : { parentId: parents.find(({ value }) => value === wantedParent)?.value ?? null, name: {} }),
    change: { ...change, run: ({ stored: from, given }) => change.run({ stored: from, wish: given }) },
  });
  const { given } = editing;
  const name = stored ? labelOf(stored.name, language, stored.id) : t('responses.newCategory');
  const hasName = Object.values(given.name).some((word) => word.trim() !== '');
  return (
    <Section title={name}>
      {LANGUAGES.map((tag) => (
        <TextInput
          key={tag}
          label={t('responses.name', { language: LANGUAGE_NAMES[tag] })}
          lang={tag}
          maxLength={100}
          value={given.name[tag] ?? ''}
          onChange={(event) => editing.change({ name: withName(given.name, tag, event.currentTarget.value) })}
        />
      ))}
      <NativeSelect
        label={t('responses.within')}
        value={given.parentId ?? ''}
        data={[{ value: '', label: t('responses.atTop') }, ...parents]}
        onChange={(event) => editing.change({ parentId: event.currentTarget.value || null })}
      />
      <SaveRow editing={editing} isNew={stored === null} fault={editing.hasChanges && !hasName ? 'noName' : null} behind={t('responses.categoryBehind')}>
        {stored && (
          <>
            <MoveButtons chosen={{ kind: 'category', id: stored.id }} among={categories.filter(({ parentId }) => parentId === stored.parentId)} name={name} />
            <RemoveButton chosen={{ kind: 'category', id: stored.id }} name={name} />
          </>
        )}
      </SaveRow>
    </Section>
  );
}

/** A language without a name is left out. */
function withName(name: Words, tag: string, written: string): Words {
  const { [tag]: _, ...others } = name;
  return written.trim() === '' ? others : { ...others, [tag]: written };
}
