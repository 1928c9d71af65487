import { Box, Text } from '@mantine/core';
import { useElementSize, useTimeout } from '@mantine/hooks';
import { IconCloudOff } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { Link, Redirect, Route, Switch, useRoute } from 'wouter';
import { useHints } from '../api/hints.ts';
import { useIsLive } from '../api/live.ts';
import type { Me } from '../api/types.ts';
import { CallbacksPage } from '../callbacks/CallbacksPage.tsx';
import { DeskPage } from '../desk/DeskPage.tsx';
import { useWords } from '../i18n/i18n.ts';
import { KeysOverlay } from '../keyboard/KeysOverlay.tsx';
import { Nothing } from '../parts/Nothing.tsx';
import { useSignedIn } from '../session/centre.ts';
import { hasDesk, seesCallbacks } from '../session/rights.ts';
import { useHeartbeat } from '../session/useHeartbeat.ts';
import { TelephoneControl } from '../softphone/TelephoneControl.tsx';
import { TelephoneProvider } from '../softphone/TelephoneProvider.tsx';
import { Bars } from './Bars.tsx';
import { PresenceControl } from './PresenceControl.tsx';
import { UserMenu } from './UserMenu.tsx';

const ContactsPage = lazy(() => import('../contacts/ContactsPage.tsx'));
const DistributionPage = lazy(() => import('../distribution/DistributionPage.tsx'));
const WithdrawalPage = lazy(() => import('../withdrawal/WithdrawalPage.tsx'));
const PhonePage = lazy(() => import('../phone/PhonePage.tsx'));
const ProcessingPage = lazy(() => import('../processing/ProcessingPage.tsx'));
const WallboardPage = lazy(() => import('../wallboard/WallboardPage.tsx'));
const SettingsPage = lazy(() => import('../settings/SettingsPage.tsx'));

/**
 * The frame around every screen: where one can go, presence, a waiting offer and a running call. The bars stay in sight however far a
 * screen is scrolled, and what sticks to the top of a screen keeps clear of them.
 */
export function Shell() {
  const me = useSignedIn();
  const { t } = useWords();
  const { ref: bars, height } = useElementSize();
  useHints();
  useHeartbeat(hasDesk(me));
  return (
    <TelephoneProvider>
      <a href="#content" className="skip">
        {t('nav.skip')}
      </a>
      <header className="shell">
        <span className="brand">{'Ringback'}</span>
        <Navigation />
        <DeafNotice />
        {hasDesk(me) && <TelephoneControl />}
        {hasDesk(me) && <PresenceControl />}
        <UserMenu />
      </header>
      <div className="bars" ref={bars}>
        <Bars />
      </div>
      <Box component="main" id="content" tabIndex={-1} __vars={{ '--bars': `${height}px` }}>
        <Pages />
      </Box>
      <KeysOverlay />
    </TelephoneProvider>
  );
}

function Navigation() {
  const me = useSignedIn();
  const { t } = useWords();
  return (
    <nav aria-label={t('nav.label')}>
      {hasDesk(me) && <Place to="/desk">{t('nav.desk')}</Place>}
      {seesCallbacks(me) && <Place to="/callbacks">{t('nav.callbacks')}</Place>}
      {me.role === 'administrator' && <Place to="/distribution">{t('distribution.title')}</Place>}
      {me.role === 'administrator' && <Place to="/withdrawal">{t('withdrawal.title')}</Place>}
      {me.role === 'administrator' && <Place to="/status">{t('processing.label')}</Place>}
      {me.role === 'administrator' && <Place to="/wallboard">{t('wallboard.label')}</Place>}
      {seesCallbacks(me) && <Place to="/contacts">{t('contacts.title')}</Place>}
      {me.role === 'administrator' && <Place to="/settings">{t('settings.label')}</Place>}
      {me.phone && <Place to="/phone">{t('nav.phone')}</Place>}
    </nav>
  );
}

function Place({ to, children }: { readonly to: string; readonly children: string }) {
  const [isHere] = useRoute(`${to}/*?`);
  return (
    <Link to={to} aria-current={isHere ? 'page' : undefined}>
      {children}
    </Link>
  );
}

/** The first page of what this person may see; null where that is nothing. */
function homeOf(me: Me): string | null {
  if (hasDesk(me)) return '/desk';
  if (seesCallbacks(me)) return '/callbacks';
  return me.phone ? '/phone' : null;
}

function Pages() {
  const me = useSignedIn();
  const { t } = useWords();
  const home = homeOf(me);
  if (home === null) return <Nothing title={t('app.noRights')} />;
  return (
    <Suspense>
      <Switch>
        <Route path="/">
          <Redirect to={home} replace />
        </Route>
        {hasDesk(me) && <Route path="/desk" component={DeskPage} />}
        {seesCallbacks(me) && <Route path="/callbacks" component={CallbacksPage} />}
        {me.role === 'administrator' && <Route path="/distribution" component={DistributionPage} />}
        {me.role === 'administrator' && <Route path="/withdrawal" component={WithdrawalPage} />}
        {me.role === 'administrator' && <Route path="/status" component={ProcessingPage} />}
        {me.role === 'administrator' && <Route path="/wallboard" component={WallboardPage} />}
        {seesCallbacks(me) && <Route path="/contacts" component={ContactsPage} />}
        {me.role === 'administrator' && <Route path="/settings/*?" component={SettingsPage} />}
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

const WORTH_SAYING_MS = 3_000;

/** Says that hints do not arrive, once that has lasted a while. */
function DeafNotice() {
  const isLive = useIsLive();
  return (
    <Text component="span" size="xs" c="dimmed" role="status" className="deaf">
      {!isLive && <NotLive />}
    </Text>
  );
}

function NotLive() {
  const { t } = useWords();
  const [isWorthSaying, setWorthSaying] = useState(false);
  useTimeout(() => setWorthSaying(true), WORTH_SAYING_MS, { autoInvoke: true });
  if (!isWorthSaying) return null;
  return (
    <>
      <IconCloudOff size={16} aria-hidden />
      <span>{t('app.notLive')}</span>
    </>
  );
}
