import { Table, UnstyledButton } from '@mantine/core';
import type { UnprocessedByAgent } from '../api/types.ts';
import { useWords } from '../i18n/i18n.ts';
import { Nothing } from '../parts/Nothing.tsx';

interface AgentCountsProps {
  readonly items: UnprocessedByAgent['items'];
  /** Id of the agent whose callbacks are shown; empty: everybody's. */
  readonly agentId: string;
  readonly onChoose: (agentId: string) => void;
}

/** The agents with how many unprocessed callbacks they are assigned. A press shows theirs; another press everybody's. */
export function AgentCounts({ items, agentId, onChoose }: AgentCountsProps) {
  const { t } = useWords();
  if (items.length === 0 && agentId === '') return <Nothing>{t('withdrawal.noAgents')}</Nothing>;
  const total = items.reduce((sum, { unprocessed }) => sum + unprocessed, 0);
  const line = (id: string, name: string, count: number) => (
    <Line key={id} name={name} count={count} isChosen={id === agentId} onPress={() => onChoose(id === agentId ? '' : id)} />
  );
  return (
    <Table layout="fixed" stickyHeader highlightOnHover aria-label={t('withdrawal.agents')} className="agents">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('distribution.name')}</Table.Th>
          <Table.Th className="figure unprocessed">{t('withdrawal.unprocessed')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {line('', t('withdrawal.everybody'), total)}
        {items.map(({ agent, unprocessed }) => line(agent.id, agent.name, unprocessed))}
      </Table.Tbody>
    </Table>
  );
}

interface LineProps {
  readonly name: string;
  readonly count: number;
  readonly isChosen: boolean;
  readonly onPress: () => void;
}

function Line({ name, count, isChosen, onPress }: LineProps) {
  const { language } = useWords();
  return (
    <Table.Tr data-chosen={isChosen || undefined}>
      <Table.Td>
        <UnstyledButton className="name" title={name} aria-pressed={isChosen} onClick={onPress}>
          {name}
        </UnstyledButton>
      </Table.Td>
      <Table.Td className="figure">{count.toLocaleString(language)}</Table.Td>
    </Table.Tr>
  );
}
