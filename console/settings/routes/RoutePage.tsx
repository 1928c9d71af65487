import { Badge, Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useCloseRoute, useDeleteRoute, useRouteSettings } from '../../api/routes.ts';
import type { RouteSettings } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { PendingButton } from '../../parts/PendingButton.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { RouteEditor } from './RouteEditor.tsx';

/** One route: what it is called and whether it takes new callbacks, and all its settings. */
export function RoutePage({ id }: { readonly id: string }) {
  return (
    <Loaded query={useRouteSettings(id)} lines={12}>
      {(stored) => (
        <>
          <RouteHeader stored={stored} />
          <RouteEditor stored={stored} />
        </>
      )}
    </Loaded>
  );
}

function RouteHeader({ stored }: { readonly stored: RouteSettings }) {
  const { t } = useWords();
  const { id, name, closed, waiting } = stored;
  const closing = useCloseRoute(id);
  return (
    <header>
      <Link to="/settings/routes">{t('settings.places.routes')}</Link>
      <Group gap="sm">
        <Title order={1}>{name}</Title>
        <Badge variant="light" color={closed ? 'gray' : 'indigo'} tt="none">
          {t(closed ? 'routeSettings.isClosed' : 'routeSettings.isOpen')}
        </Badge>
        <Text c="dimmed">{t('routeSettings.waitingCount', { count: waiting })}</Text>
        <Group gap="xs" ml="auto">
          <PendingButton variant="default" isPending={closing.isPending} onClick={() => void closing.run(!closed)}>
            {t(closed ? 'routeSettings.openIt' : 'routeSettings.closeIt')}
          </PendingButton>
          <DeleteButton stored={stored} />
        </Group>
      </Group>
      <Refusal problem={closing.problem} />
    </header>
  );
}

/** Deletes the route, after asking once; one that has open callbacks can only be closed, and says so. */
function DeleteButton({ stored }: { readonly stored: RouteSettings }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [, go] = useLocation();
  const { run, isPending, problem, clear } = useDeleteRoute(stored.id);
  const close = () => {
    clear();
    setOpen(false);
  };
  const remove = async () => {
    if ((await run(undefined)) !== null) go('/settings/routes');
  };
  return (
    <>
      <Button variant="subtle" color="red" onClick={() => setOpen(true)}>
        {t('routeSettings.delete')}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t('routeSettings.deleteTitle', { name: stored.name })} closeButtonProps={{ 'aria-label': t('app.close') }}>
        <Stack gap="sm">
          <Text>{stored.open > 0 ? t('routeSettings.deleteNot', { count: stored.open }) : t('routeSettings.deleteSure')}</Text>
          <Refusal problem={problem} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" data-autofocus onClick={close}>
              {t('app.cancel')}
            </Button>
            <PendingButton color="red" isPending={isPending} disabled={stored.open > 0} onClick={() => void remove()}>
              {t('routeSettings.delete')}
            </PendingButton>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
