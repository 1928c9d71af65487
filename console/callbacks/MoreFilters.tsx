import { MultiSelect, NativeSelect } from '@mantine/core';
import type { AttemptOutcome } from '../../domain/words.ts';
import { ATTEMPT_OUTCOMES, KINDS, ORIGINS } from '../../domain/words.ts';
import { useWords } from '../i18n/i18n.ts';
import type { SearchFieldsProps } from './SearchRow.tsx';
import { SearchText } from './SearchText.tsx';

/** What is used less often: name, kind, origin, last outcome. */
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
    </div>
  );
}
