import { Checkbox, Radio, Table, Text } from '@mantine/core';
import type { Agent } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { Nothing } from '../parts/Nothing.tsx';
import { PRESENCE_LOOKS } from '../status/presence.ts';
import type { AgentChoice } from './agent-choice.ts';
import { agentsCalled, eligibility } from './agent-choice.ts';
import type { Narrowing } from './AgentFilters.tsx';
import { AgentFilters } from './AgentFilters.tsx';

interface AgentPickerProps extends Narrowing {
  /** Everybody there is. */
  readonly agents: readonly Agent[];
  /** Whom one can choose from: of these, those called as is looked for are seen. */
  readonly shown: readonly Agent[];
  readonly choice: AgentChoice;
  readonly onNarrow: (part: Partial<Narrowing>) => void;
  /** The routes of what is selected, as far as known. */
  readonly routeIds: ReadonlySet<string>;
  /** How many each would get. */
  readonly more: ReadonlyMap<string, number>;
}

/** The agents with their load and presence, and whether they serve the routes of what is selected: one or several are chosen. */
export function AgentPicker({ agents, shown, choice, onNarrow, routeIds, more, ...narrowing }: AgentPickerProps) {
  const { t } = useWords();
  const seen = agentsCalled(shown, narrowing.called).filter((agent) => !narrowing.serving || eligibility(agent, routeIds) !== 'none');
  return (
    <>
      <AgentFilters agents={agents} {...narrowing} onNarrow={onNarrow} />
      <Text size="sm" c="dimmed" role="status" className="agents-chosen">
        {t('distribution.countChosen', { count: choice.chosen.length })}
      </Text>
      {seen.length === 0 ? (
        <Nothing>{t(agents.length === 0 ? 'distribution.noAgents' : 'distribution.noAgentsMatch')}</Nothing>
      ) : (
        <Table layout="fixed" stickyHeader highlightOnHover aria-label={t('distribution.agents')} className="agents">
          <Head seen={seen} choice={choice} />
          <Table.Tbody>
            {seen.map((agent) => (
              <Row key={agent.id} agent={agent} choice={choice} routeIds={routeIds} more={more.get(agent.id)} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}

function Head({ seen, choice }: Pick<AgentPickerProps, 'choice'> & { readonly seen: readonly Agent[] }) {
  const { t } = useWords();
  const able = seen.filter(({ mayPhone }) => mayPhone).map(({ id }) => id);
  const count = able.filter((id) => choice.chosen.includes(id)).length;
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th className="box">
          {choice.method === 'equal' && (
            <Checkbox
              size="xs"
              aria-label={t('distribution.chooseAllAgents')}
              checked={count > 0 && count === able.length}
              indeterminate={count > 0 && count < able.length}
              onChange={() => choice.pressAll(able)}
            />
          )}
        </Table.Th>
        <Table.Th>{t('distribution.name')}</Table.Th>
        <Table.Th className="figure load" title={t('distribution.loadHint')}>
          {t('distribution.load')}
        </Table.Th>
        <Table.Th className="figure more">{t('distribution.more')}</Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

interface RowProps extends Pick<AgentPickerProps, 'choice' | 'routeIds'> {
  readonly agent: Agent;
  readonly more: number | undefined;
}

function Row({ agent, choice, routeIds, more }: RowProps) {
  const { t, language } = useWords();
  const isChosen = choice.chosen.includes(agent.id);
  const Box = choice.method === 'manual' ? Radio : Checkbox;
  return (
    <Table.Tr data-chosen={isChosen || undefined}>
      <Table.Td className="box">
        <Box
          size="xs"
          name="agent"
          aria-label={t('distribution.chooseAgent', { name: agent.name })}
          checked={isChosen}
          disabled={!agent.mayPhone}
          onChange={() => choice.press(agent.id)}
        />
      </Table.Td>
      <Table.Td>
        <span className="name" title={agent.name}>
          {agent.name}
        </span>
        <Standing agent={agent} routeIds={routeIds} />
      </Table.Td>
      <Table.Td className="figure">{agent.load.toLocaleString(language)}</Table.Td>
      <Table.Td className="figure more">{more !== undefined && more > 0 && `+${more.toLocaleString(language)}`}</Table.Td>
    </Table.Tr>
  );
}

/** In one line: where the routes of what is selected are not served; presence; else team and how many routes. Its title has all. */
function Standing({ agent, routeIds }: Pick<RowProps, 'agent' | 'routeIds'>) {
  const { t } = useWords();
  const { icon: Icon, colour, key } = PRESENCE_LOOKS[agent.presence];
  const serves = eligibility(agent, routeIds);
  const warning = !agent.mayPhone ? 'mayNotPhone' : serves === 'none' ? 'notEligible' : serves === 'some' ? 'partlyEligible' : null;
  const teams = agent.teams.map(({ name }) => name);
  const title = [t(key), ...(warning === null ? [] : [t(`distribution.${warning}`)]), ...teams, ...agent.routes.map(({ name }) => name)].join(' · ');
  return (
    <Text size="xs" c="dimmed" component="div" className="standing-line" title={title}>
      <Icon size={14} aria-hidden color={`var(--mantine-color-${colour}-text)`} />{' '}
      {warning === null ? (
        [t(key), ...teams, t('distribution.countRoutes', { count: agent.routes.length })].join(' · ')
      ) : (
        <>
          <span className={serves === 'none' ? 'warning' : 'notice'}>{t(`distribution.${warning}`)}</span> · {t(key)}
        </>
      )}
    </Text>
  );
}
