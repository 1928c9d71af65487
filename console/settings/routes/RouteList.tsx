import { Button, Group, Table, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useRouteLines } from '../../api/routes.ts';
import type { RouteLine } from '../../api/types.ts';
import { useFormats } from '../../formats/useFormats.ts';
import { useWords } from '../../i18n/i18n.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { Nothing } from '../../parts/Nothing.tsx';

/** Every route: its name, the numbers that lead to it, whether it takes new callbacks, how many wait, and who serves it. */
export function RouteList() {
  const { t } = useWords();
  return (
    <>
      <Group justify="space-between">
        <Title order={1}>{t('settings.places.routes')}</Title>
        <Button component={Link} to="/settings/routes/new" leftSection={<IconPlus size={16} />}>
          {t('routeSettings.newTitle')}
        </Button>
      </Group>
      <Loaded query={useRouteLines()}>{({ items }) => (items.length === 0 ? <Nothing title={t('settings.routes.none')} /> : <RouteTable routes={items} />)}</Loaded>
    </>
  );
}

function RouteTable({ routes }: { readonly routes: readonly RouteLine[] }) {
  const { t } = useWords();
  const formats = useFormats();
  return (
    <Table className="listing" highlightOnHover>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('settings.routes.name')}</Table.Th>
          <Table.Th>{t('settings.routes.numbers')}</Table.Th>
          <Table.Th>{t('settings.routes.takes')}</Table.Th>
          <Table.Th className="figure">{t('routeSettings.waiting')}</Table.Th>
          <Table.Th className="figure">{t('routeSettings.key.agentIds')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {routes.map(({ id, name, numbers, closed, waiting, agents }) => (
          <Table.Tr key={id}>
            <Table.Td>
              <Link to={`/settings/routes/${id}`}>{name}</Link>
            </Table.Td>
            <Table.Td>{numbers.map(formats.number).join(', ')}</Table.Td>
            <Table.Td>{t(closed ? 'settings.routes.closed' : 'settings.routes.open')}</Table.Td>
            <Table.Td className="figure">{waiting}</Table.Td>
            <Table.Td className="figure">{agents}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
