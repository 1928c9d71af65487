import { Button, Group, NativeSelect, Text, TextInput, Title } from '@mantine/core';
import { IconDownload, IconPlus, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'wouter';
import { useRoutes, useTeams } from '../../api/queries.ts';
import type { Account } from '../../api/types.ts';
import { useWords } from '../../i18n/i18n.ts';
import { Loaded } from '../../parts/Loaded.tsx';
import { Nothing } from '../../parts/Nothing.tsx';
import { AgentDrawer } from './AgentDrawer.tsx';
import { AgentTable } from './AgentTable.tsx';
import { ImportDialogue } from './ImportDialogue.tsx';
import { useAccounts } from './queries.ts';
import { narrow } from './search.ts';

/** Whom the drawer makes rather than shows. */
const NEW = 'new';

/** Everybody who can sign in. The search and whoever is opened stand in the page's address. */
export default function AgentsPage() {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const [isImporting, setImporting] = useState(false);
  const search = { text: params.get('q') ?? '', team: params.get('team') ?? '', route: params.get('route') ?? '' };
  const opened = params.get('open');
  const set = (key: 'q' | 'team' | 'route' | 'open', value: string) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === '') next.delete(key);
        else next.set(key, value);
        return next;
      },
      { replace: true },
    );
  const accounts = useAccounts();
  return (
    <>
      <Group justify="space-between">
        <Title order={1}>{t('settings.places.agents')}</Title>
        <Group gap="xs">
          <Button component="a" href="/v1/agents.csv" download variant="default" leftSection={<IconDownload size={16} />}>
            {t('agents.export')}
          </Button>
          <Button variant="default" leftSection={<IconUpload size={16} />} onClick={() => setImporting(true)}>
            {t('agents.import')}
          </Button>
          <Button leftSection={<IconPlus size={16} />} onClick={() => set('open', NEW)}>
            {t('agents.add')}
          </Button>
        </Group>
      </Group>
      <Filters search={search} onChange={set} />
      <Loaded query={accounts}>{(all) => <Found all={all} search={search} onOpen={(id) => set('open', id)} />}</Loaded>
      {accounts.data && (
        <AgentDrawer
          key={opened ?? ''}
          isOpen={opened !== null}
          account={opened === NEW ? null : accounts.data.find(({ id }) => id === opened)}
          onClose={() => set('open', '')}
        />
      )}
      <ImportDialogue isOpen={isImporting} onClose={() => setImporting(false)} />
    </>
  );
}

interface FiltersProps {
  readonly search: { readonly text: string; readonly team: string; readonly route: string };
  readonly onChange: (key: 'q' | 'team' | 'route', value: string) => void;
}

function Filters({ search, onChange }: FiltersProps) {
  const { t } = useWords();
  const { data: teams = [] } = useTeams();
  const { data: routes = [] } = useRoutes();
  const any = (label: string, all: readonly { readonly id: string; readonly name: string }[]) => [
    { value: '', label },
    ...all.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <Group gap="xs" align="flex-end" role="search">
      <TextInput w={240} type="search" label={t('agents.search')} value={search.text} onChange={(event) => onChange('q', event.currentTarget.value)} />
      <NativeSelect label={t('agents.team')} value={search.team} data={any(t('agents.anyTeam'), teams)} onChange={(event) => onChange('team', event.currentTarget.value)} />
      <NativeSelect label={t('agents.route')} value={search.route} data={any(t('agents.anyRoute'), routes)} onChange={(event) => onChange('route', event.currentTarget.value)} />
    </Group>
  );
}

function Found({ all, search, onOpen }: { readonly all: readonly Account[]; readonly search: FiltersProps['search']; readonly onOpen: (id: string) => void }) {
  const { t } = useWords();
  const found = narrow(all, search);
  if (found.length === 0) return <Nothing title={t('agents.noneFound')}>{t('agents.noneFoundHint')}</Nothing>;
  return (
    <>
      <Text size="sm" c="dimmed" role="status">
        {t('agents.count', { count: found.length })}
      </Text>
      <AgentTable accounts={found} onOpen={onOpen} />
    </>
  );
}
