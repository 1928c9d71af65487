import { Checkbox, NativeSelect, Radio, Table, Text } from '@mantine/core';
import type { Agent } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { Nothing } from '../parts/Nothing.tsx';
import { PRESENCE_LOOKS } from '../status/presence.ts';
import type { AgentChoice } from './agent-choice.ts';
import { eligibility, teamsOf } from './agent-choice.ts';

interface AgentPickerProps {
  /** Everybody there is. */
  readonly agents: readonly Agent[];
  /** Whom one can choose from. */
  readonly shown: readonly Agent[];
  readonly choice: AgentChoice;
  readonly ctiOnly: boolean;
  readonly among: string;
  readonly onNarrow: (part: { readonly ctiOnly?: boolean; readonly among?: string }) => void;
  /** The routes of what is selected, as far as known. */
  readonly routeIds: ReadonlySet<string>;
  /** How many each would get. */
  readonly more: ReadonlyMap<string, number>;
}

/** The agents with their load and presence, and whether they serve the routes of what is selected: one or several are chosen. */
export function AgentPicker({ agents, shown, choice, ctiOnly, among, onNarrow, routeIds, more }: AgentPickerProps) {
  const { t } = useWords();
  return (
    <>
      <div className="agent-filters">
        <NativeSelect
          label={t('distribution.team')}
          value={among}
          onChange={(event) => onNarrow({ among: event.currentTarget.value })}
          data={[{ value: '', label: t('list.any') }, ...teamsOf(agents).map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <Checkbox size="xs" label={t('distribution.ctiOnly')} checked={ctiOnly} onChange={(event) => onNarrow({ ctiOnly: event.currentTarget.checked })} />
      </div>
      {shown.length === 0 ? (
        <Nothing>{t(agents.length === 0 ? 'distribution.noAgents' : 'distribution.noAgentsMatch')}</Nothing>
      ) : (
        <Table stickyHeader highlightOnHover aria-label={t('distribution.agents')} className="agents">
          <Head shown={shown} choice={choice} />
          <Table.Tbody>
            {shown.map((agent) => (
              <Row key={agent.id} agent={agent} choice={choice} routeIds={routeIds} more={more.get(agent.id)} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}

function Head({ shown, choice }: Pick<AgentPickerProps, 'shown' | 'choice'>) {
  const { t } = useWords();
  const able = shown.filter(({ mayPhone }) => mayPhone).length;
  const count = choice.chosen.length;
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th className="box">
          {choice.method === 'equal' && (
            <Checkbox
              size="xs"
              aria-label={t('distribution.chooseAllAgents')}
              checked={count > 0 && count === able}
              indeterminate={count > 0 && count < able}
              onChange={choice.pressAll}
            />
          )}
        </Table.Th>
        <Table.Th>{t('distribution.name')}</Table.Th>
        <Table.Th>{t('distribution.presence')}</Table.Th>
        <Table.Th className="figure" title={t('distribution.loadHint')}>
          {t('distribution.load')}
        </Table.Th>
        <Table.Th className="figure">{t('distribution.more')}</Table.Th>
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
      <Table.Td className="grow">
        <span className="name">{agent.name}</span>
        <Standing agent={agent} routeIds={routeIds} />
      </Table.Td>
      <Table.Td>
        <PresenceWord presence={agent.presence} />
      </Table.Td>
      <Table.Td className="figure">{agent.load.toLocaleString(language)}</Table.Td>
      <Table.Td className="figure more">{more !== undefined && more > 0 && `+${more.toLocaleString(language)}`}</Table.Td>
    </Table.Tr>
  );
}

/** Team and routes, and where the routes of what is selected are not served. */
function Standing({ agent, routeIds }: Pick<RowProps, 'agent' | 'routeIds'>) {
  const { t } = useWords();
  const serves = eligibility(agent, routeIds);
  const names = [...agent.teams, ...agent.routes].map(({ name }) => name).join(' · ');
  const warning = !agent.mayPhone ? 'mayNotPhone' : serves === 'none' ? 'notEligible' : serves === 'some' ? 'partlyEligible' : null;
  return (
    <Text size="xs" c="dimmed" component="div">
      {names}
      {warning && <div className={serves === 'none' ? 'warning' : 'notice'}>{t(`distribution.${warning}`)}</div>}
    </Text>
  );
}

function PresenceWord({ presence }: Pick<Agent, 'presence'>) {
  const { t } = useWords();
  const { icon: Icon, colour, key } = PRESENCE_LOOKS[presence];
  return (
    <span className="status">
      <Icon size={16} aria-hidden color={`var(--mantine-color-${colour}-text)`} />
      {t(key)}
    </span>
  );
}
