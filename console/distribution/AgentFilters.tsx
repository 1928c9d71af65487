import { Checkbox, NativeSelect } from '@mantine/core';
import type { Agent } from '../api/types.ts';
import { SearchText } from '../callbacks/SearchText.tsx';
import { useWords } from '../i18n/i18n.ts';
import { teamsOf } from './agent-choice.ts';

/** From how many agents on they are looked for by name, rather than by eye. */
const MANY = 12;

/** What narrows the agents. */
export interface Narrowing {
  readonly ctiOnly: boolean;
  /** Id of a team; empty: any. */
  readonly among: string;
  /** A part of a name. */
  readonly called: string;
  /** Only who serve one of the routes of what is selected. */
  readonly serving: boolean;
}

interface AgentFiltersProps extends Narrowing {
  /** Everybody there is. */
  readonly agents: readonly Agent[];
  readonly onNarrow: (part: Partial<Narrowing>) => void;
}

/** Narrows the agents by name, by team, to those who are logged in, and to those who serve what is selected. */
export function AgentFilters({ agents, ctiOnly, among, called, serving, onNarrow }: AgentFiltersProps) {
  const { t } = useWords();
  const teams = teamsOf(agents);
  return (
    <div className="agent-filters">
      {(agents.length > MANY || called !== '') && <SearchText label={t('distribution.name')} value={called} maxLength={80} onChange={(text) => onNarrow({ called: text })} />}
      {(teams.length > 0 || among !== '') && (
        <NativeSelect
          label={t('distribution.team')}
          value={among}
          onChange={(event) => onNarrow({ among: event.currentTarget.value })}
          data={[{ value: '', label: t('list.any') }, ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      )}
      <Checkbox size="xs" label={t('distribution.ctiOnly')} checked={ctiOnly} onChange={(event) => onNarrow({ ctiOnly: event.currentTarget.checked })} />
      <Checkbox size="xs" label={t('distribution.servingOnly')} checked={serving} onChange={(event) => onNarrow({ serving: event.currentTarget.checked })} />
    </div>
  );
}
