import { MultiSelect, NativeSelect, TextInput } from '@mantine/core';
import { useRoutes } from '../api/queries.ts';
import { useWords } from '../i18n/i18n.ts';
import type { Period, Search } from './search.ts';
import { PERIODS } from './search.ts';

export interface SearchFieldsProps {
  readonly search: Search;
  readonly onChange: (part: Partial<Search>) => void;
}

/** A period by its name, or from one day to another. */
export function PeriodField({ label, search, onChange }: SearchFieldsProps & { readonly label: string }) {
  const { t } = useWords();
  const day = (name: 'from' | 'to') => (
    <TextInput type="date" label={t(`list.${name}`)} value={search[name]} onChange={(event) => onChange({ [name]: event.currentTarget.value })} />
  );
  return (
    <>
      <NativeSelect
        label={label}
        value={search.period}
        onChange={(event) => onChange({ period: event.currentTarget.value as Period })}
        data={PERIODS.map((period) => ({ value: period, label: t(`list.periods.${period}`) }))}
      />
      {search.period === 'custom' && day('from')}
      {search.period === 'custom' && day('to')}
    </>
  );
}

/** One route, several, or any. */
export function RouteField({ search, onChange }: SearchFieldsProps) {
  const { t } = useWords();
  const { data: routes = [] } = useRoutes();
  return (
    <MultiSelect
      label={t('list.route')}
      placeholder={search.route.length === 0 ? t('list.any') : undefined}
      data={routes.map(({ id, name }) => ({ value: id, label: name }))}
      value={[...search.route]}
      onChange={(route) => onChange({ route })}
      clearable
    />
  );
}
