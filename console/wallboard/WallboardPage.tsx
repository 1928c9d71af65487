import { Group, Title } from '@mantine/core';
import { IconMaximize, IconMinimize } from '@tabler/icons-react';
import { useSearchParams } from 'wouter';
import { useWords } from '../i18n/i18n.ts';
import { KEYS } from '../keyboard/keys.ts';
import { ActionButton } from '../parts/ActionButton.tsx';
import { Loaded } from '../parts/Loaded.tsx';
import { RouteField, TeamField } from '../processing/Filters.tsx';
import { useWallboard } from '../processing/queries.ts';
import { LiveCallList } from '../supervision/LiveCallList.tsx';
import { Figures } from './Figures.tsx';
import { useFullScreen } from './useFullScreen.ts';
import { WAITING_SHOWS, WaitingList } from './WaitingList.tsx';
import '../processing/processing.css';
import './wallboard.css';

/** The wallboard: how things stand, in large figures that follow by themselves, and what waits. Its filters are in the address. */
export default function WallboardPage() {
  const { t } = useWords();
  const { isFull, toggle } = useFullScreen();
  const [params, setParams] = useSearchParams();
  const route = (params.get('route') ?? '').split(',').filter(Boolean);
  const team = params.get('team') ?? '';
  const show = WAITING_SHOWS.find((one) => one === params.get('show')) ?? 'waiting';
  const change = (part: { route?: string[]; team?: string; show?: string }) => {
    const next = { route, team, show, ...part };
    const written = { ...(next.route.length > 0 && { route: next.route.join(',') }), ...(next.team && { team: next.team }), ...(next.show !== 'waiting' && { show: next.show }) };
    setParams(written, { replace: true });
  };
  const query = { ...(route.length > 0 && { route }), ...(team && { team }) };
  const board = useWallboard(query);
  return (
    <div className="wallboard">
      <Group justify="space-between" align="flex-end" gap="xs">
        <Title order={1}>{t('wallboard.title')}</Title>
        <search aria-label={t('processing.search')} className="search">
          <RouteField route={route} onChange={(chosen) => change({ route: chosen })} />
          <TeamField team={team} onChange={(chosen) => change({ team: chosen })} />
          <ActionButton letter={KEYS.fullScreen} variant="default" leftSection={isFull ? <IconMinimize size={16} /> : <IconMaximize size={16} />} onClick={() => void toggle()}>
            {t(isFull ? 'wallboard.leaveFull' : 'wallboard.full')}
          </ActionButton>
        </search>
      </Group>
      <Loaded query={board} lines={6}>
        {(read) => <Figures board={read} />}
      </Loaded>
      <LiveCallList />
      <WaitingList query={query} show={show} onShow={(chosen) => change({ show: chosen })} />
    </div>
  );
}
