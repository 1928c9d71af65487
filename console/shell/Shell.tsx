import { Text } from '@mantine/core';
import { IconCloudOff } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { Link, Redirect, Route, Switch, useRoute } from 'wouter';
import { useHints } from '../api/hints.ts';
import { useDesk } from '../api/queries.ts';
import { useIsLive } from '../api/live.ts';
import { CallbacksPage } from '../callbacks/CallbacksPage.tsx';
import { DeskPage } from '../desk/DeskPage.tsx';
import { useWords } from '../i18n/i18n.ts';
import { Nothing } from '../parts/Nothing.tsx';
import { useSignedIn } from '../session/centre.ts';
import { hasDesk } from '../session/rights.ts';
import { useHeartbeat } from '../session/useHeartbeat.ts';
import { LiveBar } from './LiveBar.tsx';
import { OfferAlarm } from './OfferAlarm.tsx';
import { OfferBanner } from './OfferBanner.tsx';
import { PresenceControl } from './PresenceControl.tsx';
import { UserMenu } from './UserMenu.tsx';

const PhonePage = lazy(() => import('../phone/PhonePage.tsx'));

/** The frame around every screen: where one can go, presence, a waiting offer and a running call. */
export function Shell() {
  const me = useSignedIn();
  const { t } = useWords();
  useHints();
  useHeartbeat(hasDesk(me));
  return (
    <>
      <a href="#content" className="skip">
        {t('nav.skip')}
      </a>
      <header className="shell">
        <span className="brand">{'Ringback'}</span>
        <Navigation />
        <DeafNotice />
        {hasDesk(me) && <PresenceControl />}
        <UserMenu />
      </header>
      {hasDesk(me) && <DeskEverywhere />}
      <main id="content" tabIndex={-1}>
        <Pages />
      </main>
    </>
  );
}

function Navigation() {
  const me = useSignedIn();
  const { t } = useWords();
  return (
    <nav aria-label={t('nav.label')}>
      {hasDesk(me) && <Place to="/desk">{t('nav.desk')}</Place>}
      <Place to="/callbacks">{t('nav.callbacks')}</Place>
      {me.phone && <Place to="/phone">{t('nav.phone')}</Place>}
    </nav>
  );
}

function Place({ to, children }: { readonly to: string; readonly children: string }) {
  const [isHere] = useRoute(to);
  return (
    <Link to={to} aria-current={isHere ? 'page' : undefined}>
      {children}
    </Link>
  );
}

function Pages() {
  const me = useSignedIn();
  const { t } = useWords();
  const home = hasDesk(me) ? '/desk' : '/callbacks';
  return (
    <Suspense>
      <Switch>
        <Route path="/">
          <Redirect to={home} replace />
        </Route>
        {hasDesk(me) && <Route path="/desk" component={DeskPage} />}
        <Route path="/callbacks" component={CallbacksPage} />
        {me.phone && <Route path="/phone" component={PhonePage} />}
        <Route>
          <Nothing title={t('app.notFound')}>
            <Link to={home}>{t('app.home')}</Link>
          </Nothing>
        </Route>
      </Switch>
    </Suspense>
  );
}

/** What of the desk is seen on every screen. */
function DeskEverywhere() {
  const { data: desk } = useDesk();
  const [isAtDesk] = useRoute('/desk');
  return (
    <>
      <OfferAlarm offer={desk?.offer ?? null} />
      {!isAtDesk && <OfferBanner offer={desk?.offer ?? null} />}
      {!isAtDesk && desk?.live && <LiveBar live={desk.live} />}
    </>
  );
}

/** Says that hints do not arrive just now. */
function DeafNotice() {
  const { t } = useWords();
  const isLive = useIsLive();
  return (
    <Text component="span" size="xs" c="dimmed" role="status" className="deaf">
      {!isLive && (
        <>
          <IconCloudOff size={16} aria-hidden />
          <span>{t('app.notLive')}</span>
        </>
      )}
    </Text>
  );
}
