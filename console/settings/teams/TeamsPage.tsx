import { Button, Group, Table, Title, UnstyledButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useAgents, useTeams } from '../../api/queries.ts';
import type { Agent, Team } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { Nothing } from '../../parts/Nothing.tsx';
import { TeamDialogue } from './TeamDialogue.tsx';

/** The teams: who belongs to them, and how much they carry. */
export default function TeamsPage() {
  const { t } = useWords();
  const [opened, setOpened] = useState<Team | 'new' | null>(null);
  return (
    <>
      <Group justify="space-between">
        <Title order={1}>{t('settings.places.teams')}</Title>
        <Button leftSection={<IconPlus size={16} />} onClick={() => setOpened('new')}>
          {t('teams.add')}
        </Button>
      </Group>
      <Loaded query={useTeams()}>
        {(teams) => (teams.length === 0 ? <Nothing title={t('teams.none')}>{t('teams.noneHint')}</Nothing> : <Teams teams={teams} onOpen={setOpened} />)}
      </Loaded>
      {opened && <TeamDialogue team={opened === 'new' ? null : opened} onClose={() => setOpened(null)} />}
    </>
  );
}

interface TeamsProps {
  readonly teams: readonly Team[];
  readonly onOpen: (team: Team) => void;
}

/** Until the agents are read, nothing is said of what a team carries. */
function Teams(props: TeamsProps) {
  return <Loaded query={useAgents()}>{(agents) => <TeamTable {...props} agents={agents} />}</Loaded>;
}

function TeamTable({ teams, agents, onOpen }: TeamsProps & { readonly agents: readonly Agent[] }) {
  const { t } = useWords();
  const membersOf = (team: Team) => agents.filter(({ id }) => team.agentIds.includes(id));
  return (
    <Table className="listing">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('teams.name')}</Table.Th>
          <Table.Th className="figure">{t('teams.size')}</Table.Th>
          <Table.Th className="figure">{t('agents.load')}</Table.Th>
          <Table.Th>{t('teams.members')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {teams.map((team) => (
          <Table.Tr key={team.id}>
            <Table.Td className="team">
              <UnstyledButton className="name" onClick={() => onOpen(team)}>
                {team.name}
              </UnstyledButton>
            </Table.Td>
            <Table.Td className="figure">{team.agentIds.length}</Table.Td>
            <Table.Td className="figure">{membersOf(team).reduce((sum, { load }) => sum + load, 0)}</Table.Td>
            <Table.Td>{membersOf(team).map(({ name }) => name).join(', ')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
