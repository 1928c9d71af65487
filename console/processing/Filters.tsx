import { MultiSelect, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useAgents, useRoutes } from '../api/queries.ts';
import { useWords } from '../i18n/i18n.ts';
import { PERIOD_UNITS } from '../../domain/periods.ts';
import { GROUPINGS } from '../../domain/processing.ts';
import type { Period, StatusSearch } from './search.ts';
import { PERIODS } from './search.ts';
import { useTeams } from './queries.ts';

interface FiltersProps {
  readonly search: StatusSearch;
  readonly onChange: (part: Partial<StatusSearch>) => void;
}

/** What the figures are of, and how they are told apart. Everything takes effect at once, and is in the page's address. */
export function Filters({ search, onChange }: FiltersProps) {
  const { t } = useWords();
  const { data: agents = [] } = useAgents();
  return (
    <search aria-label={t('processing.search')} className="search">
      <PeriodFields search={search} onChange={onChange} />
      <RouteField route={search.route} onChange={(route) => onChange({ route })} />
      <TeamField team={search.team} onChange={(team) => onChange({ team })} />
      <NativeSelect
        label={t('processing.agent')}
        value={search.agent}
        onChange={(event) => onChange({ agent: event.currentTarget.value })}
        data={[{ value: '', label: t('processing.any') }, ...agents.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Choice label={t('processing.unit')} value={search.unit} onChange={(unit) => onChange({ unit })} data={PERIOD_UNITS.map((value) => ({ value, label: t(`processing.units.${value}`) }))} />
      <Choice
        label={t('processing.groupBy')}
        value={search.groupBy}
        onChange={(groupBy) => onChange({ groupBy })}
        data={GROUPINGS.map((value) => ({ value, label: t(`processing.groupings.${value}`) }))}
      />
    </search>
  );
}

function PeriodFields({ search, onChange }: FiltersProps) {
  const { t } = useWords();
  const day = (name: 'from' | 'to') => (
    <TextInput type="date" label={t(`processing.${name}`)} value={search[name]} onChange={(event) => onChange({ [name]: event.currentTarget.value })} />
  );
  return (
    <>
      <NativeSelect
        label={t('processing.period')}
        value={search.period}
        onChange={(event) => onChange({ period: event.currentTarget.value as Period })}
        data={PERIODS.map((period) => ({ value: period, label: t(`processing.periods.${period}`) }))}
      />
      {search.period === 'custom' && day('from')}
      {search.period === 'custom' && day('to')}
    </>
  );
}

/** Routes to narrow to; none chosen: all. */
export function RouteField({ route, onChange }: { readonly route: readonly string[]; readonly onChange: (route: string[]) => void }) {
  const { t } = useWords();
  const { data: routes = [] } = useRoutes();
  return (
    <MultiSelect
      label={t('processing.route')}
      placeholder={route.length === 0 ? t('processing.any') : undefined}
      data={routes.map(({ id, name }) => ({ value: id, label: name }))}
      value={[...route]}
      onChange={onChange}
      clearable
    />
  );
}

/** A team to narrow to; not shown where there are none. */
export function TeamField({ team, onChange }: { readonly team: string; readonly onChange: (team: string) => void }) {
  const { t } = useWords();
  const { data: teams = [] } = useTeams();
  if (teams.length === 0 && team === '') return null;
  return (
    <NativeSelect
      label={t('processing.team')}
      value={team}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: t('processing.any') }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly data: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, data, onChange }: ChoiceProps<T>) {
  return (
    <div className="choice">
      <span aria-hidden>{label}</span>
      <SegmentedControl size="xs" aria-label={label} value={value} data={[...data]} onChange={onChange} />
    </div>
  );
}
