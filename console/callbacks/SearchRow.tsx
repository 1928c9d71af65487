import { Button, MultiSelect, NativeSelect } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { STATUSES } from '../../domain/status.ts';
import { SELF_DISTRIBUTORS } from '../../domain/words.ts';
import { useAgents, useDistributors } from '../api/queries.ts';
import { useWords } from '../i18n/i18n.ts';
import { SearchText } from './SearchText.tsx';
import { MoreFilters } from './MoreFilters.tsx';
import type { SearchFieldsProps } from './SearchParts.tsx';
import { PeriodField, RouteField } from './SearchParts.tsx';
import type { Search } from './search.ts';
import { BYS, countFilters, isEmptySearch, NO_SEARCH } from './search.ts';

/** What the list is narrowed by. Everything takes effect at once, and is in the page's address. */
export function SearchRow({ search, onChange }: SearchFieldsProps) {
  const { t } = useWords();
  const filters = countFilters(search);
  const [isMore, setMore] = useState(filters > 0);
  return (
    <search aria-label={t('list.search')} className="search">
      <PeriodField label={t('list.period')} search={search} onChange={onChange} />
      <ByField search={search} onChange={onChange} />
      <RouteField search={search} onChange={onChange} />
      <StatusField search={search} onChange={onChange} />
      <SearchText label={t('list.number')} placeholder={t('list.numberHint')} value={search.number} maxLength={40} onChange={(number) => onChange({ number })} />
      <DistributorField search={search} onChange={onChange} />
      <AssigneeField search={search} onChange={onChange} />
      <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={16} />} aria-expanded={isMore} onClick={() => setMore(!isMore)}>
        {filters > 0 ? t('list.filtersOn', { count: filters }) : t('list.filters')}
      </Button>
      {!isEmptySearch(search) && (
        <Button variant="subtle" color="gray" leftSection={<IconX size={16} />} onClick={() => onChange({ ...NO_SEARCH, sort: search.sort, order: search.order })}>
          {t('list.clear')}
        </Button>
      )}
      {isMore && <MoreFilters search={search} onChange={onChange} />}
    </search>
  );
}

function ByField({ search, onChange }: SearchFieldsProps) {
  const { t } = useWords();
  return (
    <NativeSelect
      label={t('list.by')}
      value={search.by}
      onChange={(event) => onChange({ by: event.currentTarget.value as Search['by'] })}
      data={BYS.map((by) => ({ value: by, label: t(`list.bys.${by}`) }))}
    />
  );
}

function StatusField({ search, onChange }: SearchFieldsProps) {
  const { t } = useWords();
  return (
    <MultiSelect
      label={t('list.status')}
      placeholder={search.status.length === 0 ? t('list.any') : undefined}
      data={STATUSES.map((status) => ({ value: status, label: t(`status.${status}`) }))}
      value={[...search.status]}
      onChange={(chosen) => onChange({ status: STATUSES.filter((status) => chosen.includes(status)) })}
      clearable
    />
  );
}

function DistributorField({ search, onChange }: SearchFieldsProps) {
  const { t } = useWords();
  const { data: distributors = [] } = useDistributors();
  return (
    <NativeSelect
      label={t('list.distributor')}
      value={search.distributor}
      onChange={(event) => onChange({ distributor: event.currentTarget.value })}
      data={[
        { value: '', label: t('list.any') },
        ...SELF_DISTRIBUTORS.map((word) => ({ value: word, label: t(`distributor.${word}`) })),
        ...distributors.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}

function AssigneeField({ search, onChange }: SearchFieldsProps) {
  const { t } = useWords();
  const { data: agents = [] } = useAgents();
  return (
    <NativeSelect
      label={t('list.assignee')}
      value={search.assignee}
      onChange={(event) => onChange({ assignee: event.currentTarget.value })}
      data={[
        { value: '', label: t('list.any') },
        { value: 'none', label: t('list.nobody') },
        ...agents.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
