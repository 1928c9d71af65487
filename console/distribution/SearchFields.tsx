import { Button, MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useAgents, useRoutes } from '../api/queries.ts';
import type { Period, Search } from '../callbacks/search.ts';
import { isEmptySearch, NO_SEARCH, PERIODS } from '../callbacks/search.ts';
import { SearchText } from '../callbacks/SearchText.tsx';
import { useWords } from '../i18n/i18n.ts';
import { teamsOf } from './agent-choice.ts';

interface SearchFieldsProps {
  readonly search: Search;
  readonly onChange: (part: Partial<Search>) => void;
  /** What is searched may be distributed to somebody. */
  readonly hasAgents?: boolean;
  /** What else narrows this screen. */
  readonly children?: ReactNode;
}

/** What callbacks are searched by: the period of the request, route, number, and the agent or team they are assigned to. */
export function SearchFields({ search, onChange, hasAgents = true, children }: SearchFieldsProps) {
  const { t } = useWords();
  const { data: routes = [] } = useRoutes();
  return (
    <search aria-label={t('list.search')} className="search">
      <PeriodFields search={search} onChange={onChange} />
      <MultiSelect
        label={t('list.route')}
        placeholder={search.route.length === 0 ? t('list.any') : undefined}
        data={routes.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...search.route]}
        onChange={(route) => onChange({ route })}
        clearable
      />
      <SearchText label={t('list.number')} placeholder={t('list.numberHint')} value={search.number} maxLength={40} onChange={(number) => onChange({ number })} />
      {hasAgents && <AgentFields search={search} onChange={onChange} />}
      {children}
      {!isEmptySearch(search) && (
        <Button variant="subtle" color="gray" leftSection={<IconX size={16} />} onClick={() => onChange(NO_SEARCH)}>
          {t('list.clear')}
        </Button>
      )}
    </search>
  );
}

function PeriodFields({ search, onChange }: SearchFieldsProps) {
  const { t } = useWords();
  const day = (name: 'from' | 'to') => (
    <TextInput type="date" label={t(`list.${name}`)} value={search[name]} onChange={(event) => onChange({ [name]: event.currentTarget.value })} />
  );
  return (
    <>
      <NativeSelect
        label={t('list.requested')}
        value={search.period}
        onChange={(event) => onChange({ period: event.currentTarget.value as Period })}
        data={PERIODS.map((period) => ({ value: period, label: t(`list.periods.${period}`) }))}
      />
      {search.period === 'custom' && day('from')}
      {search.period === 'custom' && day('to')}
    </>
  );
}

function AgentFields({ search, onChange }: SearchFieldsProps) {
  const { t } = useWords();
  const { data: agents = [] } = useAgents();
  const any = { value: '', label: t('list.any') };
  return (
    <>
      <NativeSelect
        label={t('list.assignee')}
        value={search.assignee}
        onChange={(event) => onChange({ assignee: event.currentTarget.value })}
        data={[any, ...agents.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <NativeSelect
        label={t('distribution.team')}
        value={search.team}
        onChange={(event) => onChange({ team: event.currentTarget.value })}
        data={[any, ...teamsOf(agents).map(({ id, name }) => ({ value: id, label: name }))]}
      />
    </>
  );
}
