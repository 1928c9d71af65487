import { Badge, Table, UnstyledButton } from '@mantine/core';
import { kindOfEndpoint } from '../../../domain/endpoint.ts';
import type { Account } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';
import { PRESENCE_LOOKS } from '../../status/presence.ts';

interface AgentTableProps {
  readonly accounts: readonly Account[];
  readonly onOpen: (id: string) => void;
}

/** A row for everybody: who they are, what they may do, and how they stand now. */
export function AgentTable({ accounts, onOpen }: AgentTableProps) {
  const { t } = useWords();
  return (
    <div className="wide">
      <Table className="listing">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('agents.name')}</Table.Th>
            <Table.Th>{t('agents.role')}</Table.Th>
            <Table.Th>{t('agents.rights')}</Table.Th>
            <Table.Th>{t('agents.routes')}</Table.Th>
            <Table.Th>{t('agents.teams')}</Table.Th>
            <Table.Th>{t('agents.presence')}</Table.Th>
            <Table.Th className="figure">{t('agents.load')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {accounts.map((account) => (
            <Row key={account.id} account={account} onOpen={() => onOpen(account.id)} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Row({ account, onOpen }: { readonly account: Account; readonly onOpen: () => void }) {
  const { t } = useWords();
  const { name, email, role, disabled, mayPhone, routes, teams, load } = account;
  return (
    <Table.Tr>
      <Table.Td>
        <UnstyledButton className="name" onClick={onOpen}>
          {name}
        </UnstyledButton>
        <div className="beside one-line">{email}</div>
      </Table.Td>
      <Table.Td className="one-line">{t(`agents.roles.${role}`)}</Table.Td>
      <Table.Td className="one-line">
        {mayPhone ? t('agents.mayPhone') : t('agents.mayNotPhone')}
        {mayPhone && !canBeRung(account) && (
          <Badge ml={6} color="red" variant="light">
            {t('agents.noTelephone')}
          </Badge>
        )}
        {disabled && (
          <Badge ml={6} color="red" variant="light">
            {t('agents.disabled')}
          </Badge>
        )}
      </Table.Td>
      <Table.Td>{routes.map((route) => route.name).join(', ')}</Table.Td>
      <Table.Td>{teams.map((team) => team.name).join(', ')}</Table.Td>
      <Table.Td className="one-line">{account.isAgent && <PresenceWord presence={account.presence} />}</Table.Td>
      <Table.Td className="figure">{account.isAgent && load}</Table.Td>
    </Table.Tr>
  );
}

/** Whoever cannot be rung is offered nothing. */
function canBeRung({ endpoint }: Account): boolean {
  const kind = kindOfEndpoint(endpoint);
  return kind !== 'none' && kind !== 'unusable';
}

/** A presence by icon, colour and word. */
function PresenceWord({ presence }: Pick<Account, 'presence'>) {
  const { t } = useWords();
  const { icon: Icon, colour, key } = PRESENCE_LOOKS[presence];
  return (
    <span className="status">
      <Icon size={16} aria-hidden color={`var(--mantine-color-${colour}-text)`} />
      {t(key)}
    </span>
  );
}
