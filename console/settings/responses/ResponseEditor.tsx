import { Group, MultiSelect, NativeSelect, Text } from '@mantine/core';
import { useSearch } from 'wouter';
import { faultsIn } from '../../../domain/standard-response.ts';
import type { ResponseTree, StandardResponse, Words } from '../../api/types.ts';
import { useRoutes } from '../../api/queries.ts';
import { useFormats } from '../../formats/useFormats.ts';
import { useWords } from '../../i18n/i18n.ts';
import { labelOf } from '../../i18n/labels.ts';
import { actorName } from '../../parts/names.ts';
import { Section } from '../../parts/Section.tsx';
import { categoryChoices } from './category-choices.ts';
import { MoveButtons } from './MoveButtons.tsx';
import { useSaveResponse } from './queries.ts';
import { RemoveButton } from './RemoveButton.tsx';
import { SaveRow } from './SaveRow.tsx';
import { TextFields } from './TextFields.tsx';
import { useEditing } from './useEditing.ts';

interface Given {
  readonly categoryId: string;
  readonly title: Words;
  readonly text: Words;
  /** None: all. */
  readonly routeIds: readonly string[];
}

interface ResponseEditorProps {
  /** Null: a new one. */
  readonly stored: StandardResponse | null;
  readonly tree: ResponseTree;
}

/** A standard response: what it says in each language, where it stands, and for which routes. */
export function ResponseEditor({ stored, tree }: ResponseEditorProps) {
  const { t, language } = useWords();
  const wantedCategory = new URLSearchParams(useSearch()).get('in');
  const choices = categoryChoices(tree.categories, language);
  const change = useSaveResponse();
  const editing = useEditing<StandardResponse, Given>({
    kind: 'response',
    stored,
    givenOf: (from) => givenOf(from, choices.find(({ value }) => value === wantedCategory)?.value ?? choices[0]?.value ?? ''),
    change: { ...change, run: ({ stored: from, given }) => change.run({ stored: from, wish: { ...given, routeIds: given.routeIds.length > 0 ? [...given.routeIds] : null } }) },
  });
  const { given } = editing;
  const name = stored ? labelOf(stored.title, language, stored.id) : t('responses.newResponse');
  return (
    <Section title={name} aside={stored && <Edited stored={stored} />}>
      <Group grow align="flex-start">
        <NativeSelect
          label={t('responses.category')}
          value={given.categoryId}
          data={choices}
          onChange={(event) => editing.change({ categoryId: event.currentTarget.value })}
        />
        <RoutesField routeIds={given.routeIds} onChange={(routeIds) => editing.change({ routeIds })} />
      </Group>
      <TextFields title={given.title} text={given.text} onChange={editing.change} />
      <SaveRow
        editing={editing}
        isNew={stored === null}
        fault={faultOf(given, editing.hasChanges)}
        behind={stored && <Behind stored={stored} />}
      >
        {stored && (
          <>
            <MoveButtons chosen={{ kind: 'response', id: stored.id }} among={tree.responses.filter(({ categoryId }) => categoryId === stored.categoryId)} name={name} />
            <RemoveButton chosen={{ kind: 'response', id: stored.id }} name={name} />
          </>
        )}
      </SaveRow>
    </Section>
  );
}

function givenOf(stored: StandardResponse | null, firstCategory: string): Given {
  if (stored === null) return { categoryId: firstCategory, title: {}, text: {}, routeIds: [] };
  const { categoryId, title, text, routeIds } = stored;
  return { categoryId, title, text, routeIds: routeIds ?? [] };
}

/** Why it cannot be saved yet; null: it can. */
function faultOf({ title, text }: Given, hasChanges: boolean): 'nothing' | 'half' | 'text' | null {
  if (!hasChanges) return null;
  if (Object.keys(text).length === 0 && Object.keys(title).length === 0) return 'nothing';
  const hasBoth = [...Object.keys(title), ...Object.keys(text)].every((tag) => title[tag]?.trim() && text[tag]?.trim());
  if (!hasBoth) return 'half';
  return Object.values(text).some((one) => faultsIn(one).length > 0) ? 'text' : null;
}

function RoutesField({ routeIds, onChange }: { readonly routeIds: readonly string[]; readonly onChange: (routeIds: string[]) => void }) {
  const { t } = useWords();
  const { data: routes = [] } = useRoutes();
  const known = new Map(routes.map(({ id, name }) => [id, name]));
  // A route that was deleted since stays chosen until it is taken out.
  const choices = [...new Set([...known.keys(), ...routeIds])].map((id) => ({ value: id, label: known.get(id) ?? id }));
  return (
    <MultiSelect
      label={t('responses.routes')}
      placeholder={routeIds.length === 0 ? t('responses.allRoutes') : ''}
      clearable
      value={[...routeIds]}
      data={choices}
      onChange={onChange}
    />
  );
}

function Edited({ stored: { edited } }: { readonly stored: StandardResponse }) {
  const { t } = useWords();
  const formats = useFormats();
  if (edited.by === null) return null;
  return (
    <Text size="sm" c="dimmed">
      {t('responses.editedBy', { name: actorName(edited.by, t), at: formats.near(edited.at) })}
    </Text>
  );
}

function Behind({ stored: { edited } }: { readonly stored: StandardResponse }) {
  const { t } = useWords();
  const formats = useFormats();
  return t('responses.behind', { name: edited.by ? actorName(edited.by, t) : t('actor.user'), at: formats.near(edited.at) });
}
