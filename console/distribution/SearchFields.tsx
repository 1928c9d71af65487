import { Button, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useAgents } from '../api/queries.ts';
import type { SearchFieldsProps } from '../callbacks/SearchParts.tsx';
import { PeriodField, RouteField } from '../callbacks/SearchParts.tsx';
import { isEmptySearch, NO_SEARCH } from '../callbacks/search.ts';
import { SearchText } from '../callbacks/SearchText.tsx';
import { useWords } from '../i18n/i18n.ts';
import { teamsOf } from './agent-choice.ts';

interface Props extends SearchFieldsProps {
  /** What is searched may be distributed to somebody. */
  readonly hasAgents?: boolean;
  /** What else narrows this screen. */
  readonly children?: ReactNode;
}

/** What callbacks are searched by: the period of the request, route, number, and the agent or team they are assigned to. */
export function SearchFields({ search, onChange, hasAgents = true, children }: Props) {
  const { t } = useWords();
  return (
    <search aria-label={t('list.search')} className="search">
      <PeriodField label={t('list.requested')} search={search} onChange={onChange} />
      <RouteField search={search} onChange={onChange} />
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
