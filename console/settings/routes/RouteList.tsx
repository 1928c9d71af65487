import { Table, Title } from '@mantine/core';
import { useRoutes } from '../../api/queries.ts';
import type { Route } from '../../api/types.ts';
import { useFormats } from '../../formats/useFormats.ts';
import { useWords } from '../../i18n/i18n.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { Nothing } from '../../parts/Nothing.tsx';

/** Every route: its name, the numbers that lead to it, and whether it takes new callbacks. */
export function RouteList() {
  const { t } = useWords();
  return (
    <>
      <Title order={1}>{t('settings.places.routes')}</Title>
      <Loaded query={useRoutes()}>{(routes) => (routes.length === 0 ? <Nothing title={t('settings.routes.none')} /> : <RouteTable routes={routes} />)}</Loaded>
    </>
  );
}

function RouteTable({ routes }: { readonly routes: readonly Route[] }) {
  const { t } = useWords();
  const formats = useFormats();
  return (
    <Table className="listing">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('settings.routes.name')}</Table.Th>
          <Table.Th>{t('settings.routes.numbers')}</Table.Th>
          <Table.Th>{t('settings.routes.takes')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {routes.map(({ id, name, numbers, closed }) => (
          <Table.Tr key={id}>
            <Table.Td>{name}</Table.Td>
            <Table.Td>{numbers.map(formats.number).join(', ')}</Table.Td>
            <Table.Td>{t(closed ? 'settings.routes.closed' : 'settings.routes.open')}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
