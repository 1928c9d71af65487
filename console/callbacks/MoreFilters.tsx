import { MultiSelect, NativeSelect, NumberInput } from '@mantine/core';
import type { AttemptOutcome } from '../../domain/words.ts';
import { ATTEMPT_OUTCOMES, KINDS, ORIGINS } from '../../domain/words.ts';
import { useAgents, useRoutes } from '../api/queries.ts';
import { teamsOf } from '../distribution/agent-choice.ts';
import { useWords } from '../i18n/i18n.ts';
import { labelOf } from '../../domain/glossary/label.ts';
import type { SearchFieldsProps } from './SearchParts.tsx';
import { SearchText } from './SearchText.tsx';

/** What is used less often: name, kind, origin, last outcome, disposition, team, attempts. */
export function MoreFilters({ search, onChange }: SearchFieldsProps) {
  const { t } = useWords();
  return (
    <div className="search more">
      <SearchText label={t('list.name')} value={search.name} maxLength={100} onChange={(name) => onChange({ name })} />
      <MultiSelect
        label={t('list.kind')}
        data={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        value={[...search.kind]}
        onChange={(chosen) => onChange({ kind: KINDS.filter((kind) => chosen.includes(kind)) })}
        clearable
      />
      <MultiSelect
        label={t('list.origin')}
        data={ORIGINS.map((origin) => ({ value: origin, label: t(`origin.${origin}`) }))}
        value={[...search.origin]}
        onChange={(chosen) => onChange({ origin: ORIGINS.filter((origin) => chosen.includes(origin)) })}
        clearable
      />
      <NativeSelect
        label={t('list.outcome')}
        value={search.outcome}
        onChange={(event) => onChange({ outcome: event.currentTarget.value as AttemptOutcome | '' })}
        data={[{ value: '', label: t('list.any') }, ...ATTEMPT_OUTCOMES.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) }))]}
      />
      <DispositionField search={search} onChange={onChange} />
      <TeamField search={search} onChange={onChange} />
      <AttemptsFields search={search} onChange={onChange} />
    </div>
  );
}

/** The codes of all routes. */
function DispositionField({ search, onChange }: SearchFieldsProps) {
  const { t, language } = useWords();
  const { data: routes = [] } = useRoutes();
  const labels = new Map(routes.flatMap(({ dispositions }) => dispositions).map(({ code, label }) => [code, labelOf(label, language, code)]));
  return (
    <NativeSelect
      label={t('list.disposition')}
      value={search.disposition}
      onChange={(event) => onChange({ disposition: event.currentTarget.value })}
      data={[{ value: '', label: t('list.any') }, ...[...labels].map(([value, label]) => ({ value, label }))]}
    />
  );
}

function TeamField({ search, onChange }: SearchFieldsProps) {
  const { t } = useWords();
  const { data: agents = [] } = useAgents();
  return (
    <NativeSelect
      label={t('list.team')}
      value={search.team}
      onChange={(event) => onChange({ team: event.currentTarget.value })}
      data={[{ value: '', label: t('list.any') }, ...teamsOf(agents).map(({ id, name }) => ({ value: id, label: name }))]}
    />
  );
}

function AttemptsFields({ search, onChange }: SearchFieldsProps) {
  const { t } = useWords();
  const field = (name: 'attemptsFrom' | 'attemptsTo') => (
    <NumberInput label={t(`list.${name}`)} min={0} max={999} allowDecimal={false} w={130} value={search[name]} onChange={(value) => onChange({ [name]: String(value) })} />
  );
  return (
    <>
      {field('attemptsFrom')}
      {field('attemptsTo')}
    </>
  );
}
